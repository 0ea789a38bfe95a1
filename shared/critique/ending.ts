import type { Id } from '../board/model.ts';
import { type Actor, type Critique, EMPTY_ATTENTION, type KeptComment } from './state.ts';

/** Who wrote what: what a convenor can open again with the passphrase. Nobody's votes, dots or “same here” are in it. */
export interface Mapping {
  readonly seats: readonly { readonly seat: string; readonly alias: string; readonly who: string }[];
  /** Seat by comment and by reply. */
  readonly comments: Readonly<Record<Id, string>>;
  readonly replies: Readonly<Record<Id, string>>;
}

/** To be taken before the session is scrubbed. What nobody read is not in it: it is deleted. */
export function mappingOf(critique: Critique, seats: readonly Actor[]): Mapping {
  const comments: Record<Id, string> = {};
  const replies: Record<Id, string> = {};
  for (const comment of critique.comments.values()) {
    if (!comment.shown || !comment.heard) continue;
    if (comment.seat !== null) comments[comment.id] = comment.seat;
    for (const reply of comment.replies) if (reply.seat !== null) replies[reply.id] = reply.seat;
  }
  const wrote = new Set([...Object.values(comments), ...Object.values(replies)]);
  return {
    seats: seats.filter(({ id }) => wrote.has(id)).map(({ id, alias, who }) => ({ seat: id, alias, who })),
    comments,
    replies,
  };
}

/** The comment without any seat; without its words, when nobody wanted to hear them. */
function scrubbedComment(comment: KeptComment): KeptComment {
  const { same, sameForgotten, replies } = comment;
  const silent = { text: '', proposal: null, frozen: null, mentions: [], edited: false };
  return {
    ...comment,
    ...(comment.heard ? {} : silent),
    seat: null,
    same: [],
    sameForgotten: same.length + sameForgotten,
    replies: replies.map((reply) => ({ ...reply, seat: null })),
  };
}

/** The session as it is kept after its end: no seat is in it, nothing of what was held, and of votes and dots the sums alone. */
export function scrubbed(critique: Critique): Critique {
  const shown = [...critique.comments.values()].filter((comment) => comment.shown);
  return {
    ...critique,
    slots: critique.slots.map((slot) => ({ ...slot, seat: null, readers: [], challengers: [] })),
    attention: EMPTY_ATTENTION,
    comments: new Map(shown.map((comment) => [comment.id, scrubbedComment(comment)])),
    ballots: new Map(),
    dots: new Map(),
  };
}
