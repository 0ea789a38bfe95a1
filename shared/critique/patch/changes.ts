import { diffBoards } from '../../board/diff/diff-boards.ts';
import type { Board, Id } from '../../board/model.ts';
import { nameOf } from '../../board/sentences.ts';
import type { BoardPatch } from '../patch.ts';
import { patched } from './fit.ts';

/** More sentences than this are not read: the rest is counted. */
const MOST_SENTENCES = 40;
/** So many boxes that only stand elsewhere are named. */
const MOST_NAMED = 3;

const elsewhere = (after: Board, ids: readonly Id[]): string[] => {
  if (ids.length === 0) return [];
  if (ids.length > MOST_NAMED) return [`${ids.length} things stand elsewhere.`];
  return ids.map((id) => {
    const name = nameOf(after, id);
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} stands elsewhere.`;
  });
};

/** What differs between two boards as sentences: the most telling first, and then what only stands elsewhere. */
export function changeSentences(before: Board, after: Board): string[] {
  const diff = diffBoards(before, after);
  // How many report to somebody follows from who moved.
  const told = diff.changes.filter((change) => change.type !== 'span');
  const moved = new Set(told.map((change) => change.id));
  const all = [
    ...told.map((change) => change.sentence),
    ...elsewhere(
      after,
      diff.elsewhere.filter((id) => !moved.has(id)),
    ),
  ];
  return all.length <= MOST_SENTENCES
    ? all
    : [...all.slice(0, MOST_SENTENCES - 1), `${all.length - MOST_SENTENCES + 1} more changes.`];
}

/** What a patch would change on this board, as sentences. */
export const patchChanges = (board: Board, patch: BoardPatch): string[] =>
  changeSentences(board, patched(board, patch));
