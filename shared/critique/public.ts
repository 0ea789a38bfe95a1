import type { Id } from '../board/model.ts';
import type { Phase } from '../rights/phases.ts';
import type { SessionRules, Slot, Step } from './agenda.ts';
import type { Comment, MyComment } from './comment.ts';
import type { BoardNotes } from './recap-notes.ts';

/** The clock of the step that is on. Times are the server's milliseconds since 1970. */
export interface Clock {
  readonly startedAt: number;
  /** What the step takes, with what was added, in seconds. */
  readonly seconds: number;
  /** Since when it stands still; `null` while it runs. */
  readonly pausedAt: number | null;
  /** How long it stood still before, in ms. */
  readonly pausedFor: number;
}

/** Who leads every screen: where they look is where all look who have not said “not now”. */
export interface Spotlight {
  /** The leader's seat; a convenor or presenter. */
  readonly seat: string;
  readonly alias: string;
  readonly who: string;
  /** The board they show. */
  readonly board: Id;
  /** Rises with each new call, so that a page knows a new one from one it declined. */
  readonly n: number;
  /** Took it over from who presents. */
  readonly control: boolean;
}

export interface Hand {
  readonly alias: string;
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly speaking: boolean;
}

export interface VoteItem {
  readonly id: Id;
  readonly label: string;
  /** Comments that were merged into it. */
  readonly comments: readonly Id[];
  /** Told when the vote is closed; `null` before. */
  readonly dots: number | null;
}

/** A closing vote. Until it is closed nothing of any ballot is in it, not even how many there are. */
export interface Vote {
  readonly id: Id;
  readonly title: string;
  readonly items: readonly VoteItem[];
  /** Dots each person has. */
  readonly budget: number;
  /** `shown`: the rule and the items can be read, nobody votes yet. */
  readonly state: 'prepared' | 'shown' | 'open' | 'closed';
  /** How many voted; `null` before it is closed. */
  readonly voters: number | null;
}

/** How a vote works, shown before it opens. */
export const voteRule = (budget: number): string =>
  `Each person has ${budget} ${budget === 1 ? 'vote' : 'votes'}, all on one item or spread. Nobody sees a vote before it is closed, and nobody sees whose it was. Votes set the order; they decide nothing.`;

/** A session as everybody in the council sees it: part of the lane `council/<id>`. */
export interface PublicSession {
  readonly rules: SessionRules;
  readonly slots: readonly Slot[];
  readonly steps: readonly Step[];
  /** Index in `steps`; `null` before the start. */
  readonly step: number | null;
  readonly clock: Clock | null;
  readonly spotlight: Spotlight | null;
  readonly hands: readonly Hand[];
  readonly vote: Vote | null;
  /** When it was started and ended, ms since 1970. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

export const EMPTY_SESSION_STEPS: readonly Step[] = Object.freeze([]);

/** What only I may know of a session: `GET /api/councils/:id/session/mine`. */
export interface MyPart {
  readonly phase: Phase;
  /** The server's clock, ms since 1970. */
  readonly now: number;
  /** My comments: those nobody else can see, and those I may still change. */
  readonly comments: readonly MyComment[];
  /** Ids of my replies, which I may change. */
  readonly replies: readonly Id[];
  /** Comments on which I said “we do this too”. */
  readonly same: readonly Id[];
  /** My votes by item, in the vote that is open or was closed last. */
  readonly votes: Readonly<Record<Id, number>>;
  /** My dots by question. */
  readonly dots: Readonly<Record<Id, number>>;
  /** Slots that I am first reader of. */
  readonly reads: readonly Id[];
  /** Slots in which I challenge. */
  readonly challenges: readonly Id[];
  readonly handUp: boolean;
  /** What I wrote for the recap about the boards I present, by board. */
  readonly notes: Readonly<Record<Id, BoardNotes>>;
}

/** Where everybody is, in sums: of fewer than so many one could guess who. */
export const LEAST_FOR_SUMS = 5;

/** How many pages of people are open where; `null`: too few are here to say. Never who. */
export interface People {
  readonly here: number | null;
  /** By board; boards nobody looks at are left out. */
  readonly boards: Readonly<Record<Id, number>>;
}

/** What the convenor may know besides. */
export interface ConvenorPart {
  /** First readers and challengers by slot: seat ids. */
  readonly readers: Readonly<Record<Id, readonly string[]>>;
  readonly challengers: Readonly<Record<Id, readonly string[]>>;
}

/** What a critique lane holds: everything about one board that everybody may read. */
export interface CritiqueLane {
  readonly comments: readonly Comment[];
}
