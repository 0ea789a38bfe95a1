import type { Id } from '../board/model.ts';
import type { Phase } from '../rights/phases.ts';
import { type CommentKindId, commentKind } from './kinds.ts';
import { isRunning, phaseOf, rankOf, slotOfBoard } from './program.ts';
import { type Critique, type KeptComment, toMinute } from './state.ts';

/**
 * Whether a board has come to a phase of its turn, or past it. When the council compares, every board that had its turn has
 * come past all of it, and so has one that is not in the running order.
 */
function hasReached(critique: Critique, board: Id, phase: Phase): boolean {
  const slot = slotOfBoard(critique, board);
  if (slot !== null && slot.furthest >= rankOf(phase)) return true;
  return (slot === null || slot.furthest >= 0) && critique.run.furthest >= rankOf('compare');
}

const isSilent = (phase: Phase): boolean => phase === 'ahead' || phase === 'read';

/** Whether the time of what was held has come. */
function isHeard(critique: Critique, board: Id, kind: CommentKindId): boolean {
  if (!isRunning(critique)) return false;
  const { heardIn } = commentKind(kind);
  if (heardIn === 'failure' || heardIn === 'recap') return critique.run.furthest >= rankOf(heardIn);
  return hasReached(critique, board, heardIn ?? 'works');
}

/** Whether a comment of this kind that is made now is seen at once (session 5.3); outside a session every one is. */
export function isHeardAtOnce(critique: Critique, board: Id, kind: CommentKindId): boolean {
  const phase = phaseOf(critique);
  if (phase === 'open') return true;
  if (commentKind(kind).heardIn === null && !isSilent(phase)) return true;
  return isHeard(critique, board, kind);
}

/**
 * Shows what was held and whose time has come: all of it at one moment and in mixed order. What is shown stays shown.
 *
 * @param now ms since 1970
 * @param random from 0 up to 1
 */
export function withReveals(critique: Critique, now: number, random: () => number): Critique {
  const due = [...critique.comments.values()].filter(
    ({ shown, board, kind }) => !shown && isHeard(critique, board, kind),
  );
  if (due.length === 0) return critique;
  const comments = new Map(critique.comments);
  for (const comment of due) {
    // The place in the board's log would tell when it was written.
    const frozen = comment.frozen === null ? null : { ...comment.frozen, version: 0 };
    const shown: KeptComment = { ...comment, frozen, shown: true, at: toMinute(now), order: random() };
    comments.set(comment.id, shown);
  }
  return { ...critique, comments };
}
