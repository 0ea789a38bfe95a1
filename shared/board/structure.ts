import type { Board, BoardElement } from './model.ts';

/**
 * Boards that differ only in where elements stand, what they are called and what attributes they have share a structure: the
 * same ids, kinds, orders, containers, lines and overlays. What follows from the structure alone is worked out once for all of
 * them, so that moving or naming one box costs nothing elsewhere.
 */
const structures = new WeakMap<Board, object>();

/** A key for what follows from the structure of a board. */
export function structureOf(board: Board): object {
  let structure = structures.get(board);
  if (structure === undefined) {
    structure = {};
    structures.set(board, structure);
  }
  return structure;
}

/** Says that a board has the structure of another. */
export function shareStructure(board: Board, of: Board): void {
  structures.set(board, structureOf(of));
}

export const samePlaceInStructure = (a: BoardElement, b: BoardElement): boolean =>
  a.kind === b.kind && a.sitsIn === b.sitsIn && a.order === b.order;
