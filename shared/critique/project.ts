import type { Id } from '../board/model.ts';
import type { Slot } from './agenda.ts';
import type { Comment, MyComment, Speaker } from './comment.ts';
import { hasBegun, isRunning, phaseOf, slotOn, stepsOf } from './program.ts';
import type { ConvenorPart, MyPart, PublicSession, Vote } from './public.ts';
import { EMPTY_NOTES } from './recap-notes.ts';
import type { Standing } from './standing.ts';
import { type Actor, type Critique, type KeptComment, type KeptSlot, placedKey } from './state.ts';

/** What rights depend on now. */
export function standingOf(critique: Critique): Standing {
  const owners = new Map<Id, string>();
  for (const { board, seat } of critique.slots) if (seat !== null) owners.set(board, seat);
  return {
    phase: phaseOf(critique),
    running: isRunning(critique),
    owners,
    challengers: new Set(slotOn(critique)?.challengers ?? []),
  };
}

/** As whom a seat speaks about a board, or `null`: without a name. */
export function speakerOf(standing: Standing, { id, role, alias, who }: Actor, board: Id): Speaker | null {
  const presents = standing.owners.get(board) === id && (role === 'presenter' || role === 'convenor');
  if (presents) return { alias, who, as: 'presenter' };
  return role === 'convenor' || role === 'scribe' ? { alias, who, as: role } : null;
}

const slotState = (slot: KeptSlot, on: KeptSlot | null): Slot['state'] =>
  slot.id === on?.id ? 'now' : hasBegun(slot) ? 'done' : 'waiting';

/** The vote that is prepared, open or was closed last. */
export const voteOf = ({ run, votes }: Critique): Vote | null =>
  run.vote === null ? null : (votes.get(run.vote) ?? null);

/** The session as everybody in the council may see it. */
export function publicSession(critique: Critique): PublicSession {
  const { rules, slots, run, attention } = critique;
  const on = slotOn(critique);
  return {
    rules,
    slots: slots.map((slot) => {
      const { id, board, seat, alias, who, checked, questions } = slot;
      return { id, board, seat, alias, who, checked, questions, state: slotState(slot, on) };
    }),
    steps: stepsOf(rules, slots),
    step: run.step,
    clock: run.clock,
    spotlight: attention.spotlight,
    hands: attention.hands.map(({ alias, who, at, speaking }) => ({ alias, who, at, speaking })),
    vote: voteOf(critique),
    startedAt: run.startedAt,
    endedAt: run.endedAt,
  };
}

/** Everything but who wrote it, and who does the same. */
function withoutSeats(kept: KeptComment): Comment {
  const { seat: _seat, shown: _shown, order: _order, same, sameForgotten, replies, ...rest } = kept;
  return {
    ...rest,
    by: null,
    same: same.length + sameForgotten,
    replies: replies.map(({ id, text, by, at, edited }) => ({ id, text, by, at, edited })),
  };
}

/** A shown comment as everybody may read it: of an opinion that waits, no more than what it stands on. */
export function publicComment(kept: KeptComment): Comment {
  const comment = withoutSeats(kept);
  if (comment.heard) return comment;
  return { ...comment, text: '', proposal: null, frozen: null, mentions: [], edited: false };
}

/** What everybody may read on a board, in the order in which it was shown; nothing of what is held. */
export function publicComments(critique: Critique, board: Id): ReadonlyMap<Id, Comment> {
  const shown = [...critique.comments.values()].filter((comment) => comment.shown && comment.board === board);
  shown.sort((a, b) => a.at - b.at || a.order - b.order || (a.id < b.id ? -1 : 1));
  return new Map(shown.map((comment) => [comment.id, publicComment(comment)]));
}

/** An own comment with all its words. The picture of a board is told once: of what everybody can read the lane has it. */
function mine(kept: KeptComment): MyComment {
  const comment = withoutSeats(kept);
  const isPublic = kept.shown && kept.heard;
  return { ...comment, frozen: isPublic ? null : comment.frozen, held: !kept.shown };
}

/** What a seat alone may know. @param now the server's clock, ms since 1970 */
export function myPart(critique: Critique, seat: string, now: number): MyPart {
  const comments: MyComment[] = [];
  const replies: Id[] = [];
  const same: Id[] = [];
  const dots: Record<Id, number> = {};
  for (const comment of critique.comments.values()) {
    if (comment.seat === seat) comments.push(mine(comment));
    if (comment.same.includes(seat)) same.push(comment.id);
    for (const reply of comment.replies) if (reply.seat === seat) replies.push(reply.id);
  }
  for (const placed of critique.dots.values()) if (placed.seat === seat) Object.assign(dots, placed.dots);
  const vote = critique.run.vote;
  const slotsWith = (key: 'readers' | 'challengers'): readonly Id[] =>
    critique.slots.filter((slot) => slot[key].includes(seat)).map((slot) => slot.id);
  return {
    phase: phaseOf(critique),
    now,
    comments,
    replies,
    same,
    votes: vote === null ? {} : (critique.ballots.get(placedKey(vote, seat))?.dots ?? {}),
    dots,
    reads: slotsWith('readers'),
    challenges: slotsWith('challengers'),
    handUp: critique.attention.hands.some((hand) => hand.seat === seat),
    notes: Object.fromEntries(
      critique.slots
        .filter((slot) => slot.seat === seat)
        .map(({ board }) => [board, critique.notes.boards[board] ?? EMPTY_NOTES]),
    ),
  };
}

/** What the convenor may know besides: who reads and who challenges which board. */
export const convenorPart = ({ slots }: Critique): ConvenorPart => ({
  readers: Object.fromEntries(slots.map((slot) => [slot.id, slot.readers])),
  challengers: Object.fromEntries(slots.map((slot) => [slot.id, slot.challengers])),
});
