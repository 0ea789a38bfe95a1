import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Id, Relation } from '#shared/board/model.ts';

/** A piece of a board that is written in one transaction, and the lines that lead from it to what was written before. */
export interface Piece {
  readonly elements: readonly BoardElement[];
  readonly relations: readonly Relation[];
  readonly across: readonly Relation[];
}

/** Elements with whoever they stand under before them, branch by branch, so that few lines lead from piece to piece. */
function inBranches(board: Board): readonly BoardElement[] {
  const index = indexBoard(board);
  const seen = new Set<Id>();
  const ordered: BoardElement[] = [];
  const open = [...board.elements.values()].reverse();
  for (const root of [...index.roots].reverse()) open.push(root);
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (seen.has(one.id)) continue;
    seen.add(one.id);
    ordered.push(one);
    for (const below of [...index.contentsOf(one.id), ...index.reportsOf(one.id)].reverse()) open.push(below);
  }
  return ordered;
}

/** The elements and lines of a board in pieces of at most `size` elements. */
export function piecesOf(board: Board, size: number): readonly Piece[] {
  const ordered = inBranches(board);
  const pieceOf = new Map<Id, number>();
  for (const [i, element] of ordered.entries()) pieceOf.set(element.id, Math.floor(i / size));
  const count = Math.ceil(ordered.length / size);
  const relations: Relation[][] = Array.from({ length: count }, () => []);
  const across: Relation[][] = Array.from({ length: count }, () => []);
  for (const line of board.relations.values()) {
    const from = pieceOf.get(line.from);
    const to = pieceOf.get(line.to);
    if (from === undefined || to === undefined) continue;
    (from === to ? relations : across)[Math.max(from, to)]?.push(line);
  }
  return relations.map((inside, i) => ({
    elements: ordered.slice(i * size, (i + 1) * size),
    relations: inside,
    across: across[i] ?? [],
  }));
}
