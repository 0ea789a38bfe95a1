import type { Id } from '../board/model.ts';
import type { Role } from '../rights/roles.ts';
import type { SessionRules } from './agenda.ts';
import { DEFAULT_RULES } from './agenda.ts';
import type { Comment, Reply } from './comment.ts';
import type { Clock, Hand, Spotlight, VoteItem } from './public.ts';
import type { RecapNotes } from './recap-notes.ts';

/** A seat as the session knows it. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly alias: string;
  readonly who: string;
}

/** A board's place in the running order, with what only the convenor may know. */
export interface KeptSlot {
  readonly id: Id;
  readonly board: Id;
  readonly seat: string | null;
  /** The presenter's, as they were when the seat was named. */
  readonly alias: string;
  readonly who: string;
  readonly checked: boolean;
  readonly questions: readonly string[];
  readonly readers: readonly string[];
  readonly challengers: readonly string[];
  /** Furthest phase it was in, as an index in `PHASES`; −1 before its turn. Never falls. */
  readonly furthest: number;
}

export interface KeptReply extends Reply {
  /** Who wrote it; `null` once that is forgotten. */
  readonly seat: string | null;
}

/** A comment with who wrote it, and whether others may see it. Times are whole minutes: nothing finer is kept. */
export interface KeptComment extends Omit<Comment, 'same' | 'replies' | 'by'> {
  /** Who wrote it; `null` once that is forgotten. */
  readonly seat: string | null;
  /** `false`: on nobody else's wire. Never turns back. */
  readonly shown: boolean;
  /** Drawn by lot when it is shown, so that those shown together stand in mixed order. */
  readonly order: number;
  /** Seats that do this too. */
  readonly same: readonly string[];
  /** Those whose seats are forgotten. */
  readonly sameForgotten: number;
  readonly replies: readonly KeptReply[];
}

export interface KeptHand extends Hand {
  readonly seat: string;
}

/** Where the session stands in its programme. Times in milliseconds since 1970. */
export interface Run {
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Index in `stepsOf`; `null` before the start. */
  readonly step: number | null;
  readonly clock: Clock | null;
  /** Furthest phase of the whole council, as an index in `PHASES`; −1 before any. Never falls. */
  readonly furthest: number;
  /** The vote that people see: the last one. */
  readonly vote: Id | null;
}

export interface Attention {
  readonly spotlight: Spotlight | null;
  /** How often somebody called to follow. */
  readonly calls: number;
  readonly hands: readonly KeptHand[];
}

export interface KeptVote {
  readonly id: Id;
  readonly title: string;
  readonly items: readonly VoteItem[];
  readonly budget: number;
  readonly state: 'prepared' | 'shown' | 'open' | 'closed';
  readonly voters: number | null;
}

/** What one seat placed in a vote, or on the questions of a board. */
export interface Placed {
  /** The vote or the board. */
  readonly on: Id;
  readonly seat: string;
  readonly dots: Readonly<Record<Id, number>>;
}

/** The server's whole truth about one council's session. Plain data, never changed: a step makes a new one that shares the rest. */
export interface Critique {
  readonly rules: SessionRules;
  /** In running order. */
  readonly slots: readonly KeptSlot[];
  readonly run: Run;
  readonly attention: Attention;
  readonly comments: ReadonlyMap<Id, KeptComment>;
  readonly votes: ReadonlyMap<Id, KeptVote>;
  /** By `placedKey`. */
  readonly ballots: ReadonlyMap<string, Placed>;
  /** Dots on the questions of a board, by `placedKey`. */
  readonly dots: ReadonlyMap<string, Placed>;
  readonly notes: RecapNotes;
  /** The board's file when its slot began, by slot. */
  readonly baselines: ReadonlyMap<Id, unknown>;
}

export const placedKey = (on: Id, seat: string): string => `${on}/${seat}`;

export const EMPTY_RUN: Run = Object.freeze({
  startedAt: null,
  endedAt: null,
  step: null,
  clock: null,
  furthest: -1,
  vote: null,
});

export const EMPTY_ATTENTION: Attention = Object.freeze({ spotlight: null, calls: 0, hands: Object.freeze([]) });

export const EMPTY_RECAP: RecapNotes = Object.freeze({
  words: Object.freeze([]),
  patterns: Object.freeze([]),
  questions: Object.freeze([]),
  boards: Object.freeze({}),
});

/** A council in which nothing was planned or said yet. */
export const emptyCritique = (): Critique =>
  Object.freeze({
    rules: DEFAULT_RULES,
    slots: [],
    run: EMPTY_RUN,
    attention: EMPTY_ATTENTION,
    comments: new Map(),
    votes: new Map(),
    ballots: new Map(),
    dots: new Map(),
    notes: EMPTY_RECAP,
    baselines: new Map(),
  });

/** To the whole minute, ms since 1970. */
export const toMinute = (ms: number): number => Math.floor(ms / 60_000) * 60_000;

export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** The file of a board as it was when its slot began; the first one stays. */
export const withBaseline = (critique: Critique, slot: Id, file: unknown): Critique =>
  critique.baselines.has(slot) ? critique : { ...critique, baselines: withEntry(critique.baselines, slot, file) };
