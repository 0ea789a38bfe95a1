import type { Board } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import type { Anchor } from '#shared/critique/comment.ts';

const known = (board: Board, id: string): boolean =>
  board.elements.has(id) || board.relations.has(id) || board.overlays.has(id) || board.frames.has(id);

/** What a comment is about, as it is called now; as it was called then when it has been removed. */
export function anchorName(board: Board, anchor: Anchor): string {
  if (anchor.on === 'board') return 'the whole board';
  if (anchor.on === 'area') return 'a part of the board';
  const name = known(board, anchor.id) ? nameOf(board, anchor.id) : anchor.name;
  return anchor.on === 'subtree' ? `${name} and what is under it` : name;
}

/** Whether what it stands on has been removed from the board. */
export const anchorGone = (board: Board, anchor: Anchor): boolean => 'id' in anchor && !known(board, anchor.id);

/** One place on a board, so that what is written there and not sent is found again. */
export function anchorKey(anchor: Anchor): string {
  if (anchor.on === 'board') return 'board';
  if (anchor.on === 'area') return `area ${anchor.box.x} ${anchor.box.y} ${anchor.box.w} ${anchor.box.h}`;
  return `${anchor.on} ${anchor.id}`;
}
