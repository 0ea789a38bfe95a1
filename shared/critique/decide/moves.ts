import { may } from '../../rights/may.ts';
import { isBoardPhase } from '../../rights/phases.ts';
import { withReveals } from '../hearing.ts';
import { clockOf, phaseOf, rankOf, stepOf, stepsOf } from '../program.ts';
import { standingOf } from '../project.ts';
import { mayOn } from '../standing.ts';
import type { Critique, KeptComment } from '../state.ts';
import type { World } from './context.ts';
import { withClosedVote } from './tally.ts';

/** Tells how many dots each question of the board that was on has. */
function withDotsTold(critique: Critique): Critique {
  const step = stepOf(critique);
  const board = critique.slots.find((slot) => slot.id === step?.slot)?.board;
  if (step?.phase !== 'questions' || board === undefined) return critique;
  const sums = new Map<string, number>();
  for (const placed of critique.dots.values()) {
    if (placed.on !== board) continue;
    for (const [id, count] of Object.entries(placed.dots)) sums.set(id, (sums.get(id) ?? 0) + count);
  }
  const comments = new Map(critique.comments);
  for (const comment of critique.comments.values()) {
    if (!comment.shown || comment.board !== board || comment.kind !== 'question') continue;
    const told: KeptComment = { ...comment, dots: sums.get(comment.id) ?? 0 };
    if (told.dots !== comment.dots) comments.set(comment.id, told);
  }
  return { ...critique, comments };
}

/** What ends with the step that is on: its open vote, and what its dots waited for. */
export const withStepLeft = (critique: Critique): Critique => {
  const told = withDotsTold(critique);
  return phaseOf(told) === 'vote' ? withClosedVote(told) : told;
};

/** Whose turn it was ends leading; hands go down when a board's turn ends, and where nobody may raise one. */
function withAttention(before: Critique, after: Critique, world: World): Critique {
  const { spotlight, hands } = after.attention;
  const from = stepOf(before)?.slot ?? null;
  const to = stepOf(after)?.slot ?? null;
  const leader = world.seats.find((seat) => seat.id === spotlight?.seat);
  const left = before.slots.find((slot) => slot.id === from)?.board;
  const handedOver = from !== null && from !== to && (spotlight?.board === left || leader?.role !== 'convenor');
  const leads =
    spotlight !== null &&
    leader !== undefined &&
    !handedOver &&
    mayOn(standingOf(after), leader, spotlight.board, 'lead.take');
  const raised = from === to && may('respondent', phaseOf(after), 'hand.raise');
  const attention = {
    ...after.attention,
    spotlight: leads ? spotlight : null,
    hands: raised || hands.length === 0 ? hands : [],
  };
  const isSame = attention.spotlight === spotlight && attention.hands === hands;
  return isSame ? after : { ...after, attention };
}

/** The session at another step of its programme, with what that reveals. */
export function movedTo(critique: Critique, index: number, world: World): Critique {
  const step = stepsOf(critique.rules, critique.slots)[index];
  if (step === undefined) throw new Error(`The programme has no step ${index}.`);
  const left = withStepLeft(critique);
  const rank = rankOf(step.phase);
  const isOwn = isBoardPhase(step.phase);
  const at: Critique = {
    ...left,
    slots: left.slots.map((slot) =>
      slot.id === step.slot && slot.furthest < rank ? { ...slot, furthest: rank } : slot,
    ),
    run: {
      ...left.run,
      step: index,
      clock: clockOf(step, left.rules, world.now),
      furthest: isOwn ? left.run.furthest : Math.max(left.run.furthest, rank),
    },
  };
  return withReveals(withAttention(critique, at, world), world.now, world.random);
}
