import type { Board } from '#shared/board/model.ts';
import { type PinFacts, type PinLook, pinWords } from '#shared/critique/pin-marks.ts';
import { anchorGone, anchorName } from '../comments/anchor-name.ts';
import type { Shown } from '../comments/comment-list.ts';

/** How a comment's pin looks to me now. */
export function lookOf(comment: Shown, open: boolean): PinLook {
  if (open) return 'open';
  if (comment.held) return 'held';
  if (comment.state !== 'open') return 'answered';
  return comment.unread ? 'unread' : 'read';
}

export const factsOf = (comment: Shown, open: boolean, gone: boolean): PinFacts => ({
  kind: comment.kind,
  look: lookOf(comment, open),
  count: comment.voices,
  gone,
});

/** What a comment's pin says to a screen reader. */
export const spokenPin = (board: Board, comment: Shown, open = false): string =>
  pinWords(factsOf(comment, open, anchorGone(board, comment.anchor)), anchorName(board, comment.anchor));
