import type { Id } from '../../board/model.ts';
import type { Action } from '../../rights/actions.ts';
import type { FrozenPart } from '../comment.ts';
import type { Standing } from '../standing.ts';
import type { Actor, Critique } from '../state.ts';

/** What a decision needs to know of everything outside the session. */
export interface World {
  /** The server's clock, ms since 1970. */
  readonly now: number;
  /** From 0 up to 1. */
  random(): number;
  /** Everybody who has a seat. */
  readonly seats: readonly Actor[];
  /** Boards that are not deleted. */
  readonly boards: readonly { readonly id: Id; readonly title: string }[];
  /** With `comment.add`: what it stands on, as it is drawn now. */
  readonly frozen?: FrozenPart | null;
  /** With `comment.add` of a changed drawing: what would differ, as sentences. */
  readonly changes?: readonly string[];
}

/** The session after a command, or why it stays as it is. */
export type Decision =
  | { readonly critique: Critique }
  /** One sentence: what is so, and what to do. */
  | { readonly refused: string }
  | { readonly forbidden: Action };

export interface Context {
  readonly critique: Critique;
  readonly actor: Actor;
  readonly world: World;
  readonly standing: Standing;
}

export const refused = (sentence: string): Decision => ({ refused: sentence });
export const becomes = (critique: Critique): Decision => ({ critique });

/** What people write, in characters. */
export const LENGTH = { text: 2_000, line: 200, note: 500 } as const;

/** A sentence when a text is empty or too long for its place, else `null`. */
export function textProblem(text: string, limit: number, mayBeEmpty = false): string | null {
  const { length } = text.trim();
  if (length === 0 && !mayBeEmpty) return 'Nothing is written. Write a word or two, then send.';
  if (length > limit) return `This is longer than ${limit.toLocaleString('en-US')} characters. Shorten it.`;
  return null;
}

/** The first of several problems. */
export const firstProblem = (problems: Iterable<string | null>): string | null => {
  for (const problem of problems) if (problem !== null) return problem;
  return null;
};

/** An id that a page made (`shared/board`): letters, digits, dashes and the like. */
export const idProblem = (id: string): string | null =>
  /^[A-Za-z0-9:_-]{1,64}$/.test(id) ? null : 'This cannot be an id. Reload the page and try again.';

export const boardTitle = ({ boards }: World, id: Id): string => {
  const title = boards.find((board) => board.id === id)?.title.trim() ?? '';
  return title === '' ? 'This board' : `“${title}”`;
};

/** Whole numbers from 0 on, with a sum that is not above the budget. */
export function dotsProblem(dots: Readonly<Record<Id, number>>, budget: number, what: string): string | null {
  const counts = Object.values(dots);
  if (counts.some((count) => !Number.isInteger(count) || count < 0))
    return `${what} are whole. Place each on one thing.`;
  const sum = counts.reduce((total, count) => total + count, 0);
  return sum > budget ? `You have ${budget}. Take one back, then place another.` : null;
}

/** Without what is nothing, in the order of the ids. */
export const placedOnly = (dots: Readonly<Record<Id, number>>): Readonly<Record<Id, number>> =>
  Object.fromEntries(
    Object.entries(dots)
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
