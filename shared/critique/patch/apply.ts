import { restoreBoard } from '../../board/diff/restore.ts';
import type { BoardEditor } from '../../board/edit.ts';
import { type Board, EMPTY_BOARD, type Id } from '../../board/model.ts';
import type { BoardPatch } from '../patch.ts';
import { patchBetween, patchIds } from './between.ts';
import { type FitOptions, fitPatch } from './fit.ts';

export interface Applied {
  /** How many things changed. */
  readonly applied: number;
  /** One sentence for each part that was left out: it is locked, or what it stood on is gone. */
  readonly skipped: readonly string[];
}

const among = <T>(table: ReadonlyMap<Id, T>, ids: ReadonlySet<Id>): ReadonlyMap<Id, T> =>
  new Map([...table].filter(([id]) => ids.has(id)));

/**
 * Draws a patch on a board, as one transaction and one step of undo (inside a `transact`, as part of it). It writes only what
 * differs, so that what others type meanwhile stays.
 *
 * @param board the board as it is in the patch's state
 * @throws BoardEditError `past-shown` while an earlier moment is shown
 */
export function applyPatch(editor: BoardEditor, board: Board, patch: BoardPatch, options: FitOptions = {}): Applied {
  const { board: target, skipped } = fitPatch(board, patch, options);
  const ids = patchIds(patchBetween(board, target, patch.state));
  // Lines that go with an element are not told apart in a patch, but have to be written.
  const only = new Set(ids);
  for (const [id] of board.relations) if (!target.relations.has(id)) only.add(id);
  if (only.size === 0) return { applied: 0, skipped };
  const part: Board = {
    ...EMPTY_BOARD,
    elements: among(target.elements, only),
    relations: among(target.relations, only),
    overlays: among(target.overlays, only),
    frames: among(target.frames, only),
  };
  restoreBoard(editor, part, { ...options, state: patch.state, only });
  return { applied: ids.size, skipped };
}
