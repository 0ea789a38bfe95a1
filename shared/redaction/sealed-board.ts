import type { Board, Id } from '../board/model.ts';
import { sortedMap } from '../board/tables.ts';

const table = <T extends object>(all: ReadonlyMap<Id, T>): ReadonlyMap<Id, T> =>
  sortedMap([...all].map(([id, one]) => [id, Object.freeze(one)] as const));

/** A board as readers give them: every part frozen, every table in the order of its ids. */
export const sealedBoard = (board: Board): Board =>
  Object.freeze({
    ...board,
    meta: Object.freeze(board.meta),
    elements: table(board.elements),
    relations: table(board.relations),
    overlays: table(board.overlays),
    frames: table(board.frames),
    prompts: table(board.prompts),
    broken: Object.freeze([...board.broken]),
  });
