import type { Id } from '../board/model.ts';
import type { BoardPhase, Phase } from '../rights/phases.ts';

/** Full: up to eight boards in two hours. Small: one or two in 45 minutes. Ahead: read on one's own until a date, then an hour. */
export type SessionForm = 'full' | 'small' | 'ahead';

export type TimedPhase = Exclude<Phase, 'open' | 'sealed'>;

/** One board in the running order, as everybody may know it. */
export interface Slot {
  readonly id: Id;
  readonly board: Id;
  /** The presenter's seat, or `null` when nobody presents it yet. */
  readonly seat: string | null;
  readonly alias: string;
  readonly who: string;
  /** Names were looked for and the presenter confirmed or swapped what was found. */
  readonly checked: boolean;
  /** The presenter's own one or two questions to the room. */
  readonly questions: readonly string[];
  readonly state: 'waiting' | 'now' | 'done';
}

/** What the convenor settles before the start; shown to all. */
export interface SessionRules {
  readonly form: SessionForm;
  /** Seconds of each phase; 0 leaves it out. */
  readonly seconds: Readonly<Record<TimedPhase, number>>;
  /** Votes of each person in the closing vote. */
  readonly votes: number;
  /** Dots of each person on the questions of a board. */
  readonly dots: number;
  /** What happens to who-wrote-what at the end. */
  readonly mapping: 'destroy' | 'seal';
  /** Days after the end until everything is deleted. */
  readonly keepDays: number;
  /** Reading on one's own: from and until, ISO 8601 dates; only in the form `ahead`. */
  readonly aheadFrom: string | null;
  readonly aheadUntil: string | null;
}

const minutes = (m: number): number => Math.round(m * 60);

/** Seconds a phase takes in each form (session 5.1). */
export const FORM_SECONDS: Readonly<Record<SessionForm, Readonly<Record<TimedPhase, number>>>> = Object.freeze({
  full: {
    ahead: 0,
    welcome: minutes(6),
    read: minutes(2),
    model: minutes(3),
    works: minutes(1),
    answers: minutes(1.5),
    questions: minutes(1.5),
    opinions: minutes(1),
    compare: minutes(14),
    vote: minutes(4),
    failure: minutes(8),
    recap: minutes(8),
  },
  small: {
    ahead: 0,
    welcome: minutes(3),
    read: minutes(3),
    model: minutes(4),
    works: minutes(2),
    answers: minutes(2),
    questions: minutes(3),
    opinions: minutes(2),
    compare: 0,
    vote: minutes(3),
    failure: minutes(3),
    recap: minutes(4),
  },
  ahead: {
    ahead: minutes(5 * 24 * 60),
    welcome: minutes(3),
    read: 0,
    model: 0,
    works: 0,
    answers: 0,
    questions: minutes(3),
    opinions: 0,
    compare: minutes(14),
    vote: minutes(4),
    failure: minutes(7),
    recap: minutes(8),
  },
});

export const DEFAULT_RULES: SessionRules = Object.freeze({
  form: 'full',
  seconds: FORM_SECONDS.full,
  votes: 3,
  dots: 3,
  mapping: 'destroy',
  keepDays: 30,
  aheadFrom: null,
  aheadUntil: null,
});

/** One step of the programme. */
export interface Step {
  readonly phase: TimedPhase;
  /** The slot it belongs to, for the phases of a board. */
  readonly slot: Id | null;
  readonly seconds: number;
}

/** What people read for a phase, and what is to be done in it. */
export const PHASE_WORDS: Readonly<Record<Phase, { readonly label: string; readonly says: string }>> = Object.freeze({
  open: { label: 'Open', says: 'Draw and comment freely.' },
  ahead: { label: 'Read ahead', says: 'Read the boards and pin what you think. Nobody sees your pins yet.' },
  welcome: { label: 'Welcome', says: 'The rule, the aliases and the symbols.' },
  read: { label: 'Read', says: 'Read in silence. Nobody sees your pins yet.' },
  model: { label: 'Model', says: 'The presenter tells the model and asks one or two questions.' },
  works: { label: 'Works', says: 'What works, and why.' },
  answers: { label: 'Answers', says: 'Answer what the presenter asked.' },
  questions: { label: 'Questions', says: 'Ask without judging. The presenter answers or passes.' },
  opinions: { label: 'Opinions', says: 'The presenter opens the opinions they want to hear.' },
  compare: { label: 'Compare', says: 'A break, and the boards side by side.' },
  vote: { label: 'Vote', says: 'Place your votes. Nobody sees them before the end.' },
  failure: { label: 'Imagined failure', says: 'It is a year later and this failed. Why?' },
  recap: { label: 'Recap', says: 'What we take away, in which words.' },
  sealed: { label: 'Sealed', says: 'The session has ended. It can be read, not changed.' },
});

/** The rule that stands over every session. */
export const RULE = 'Use what you hear. Never say who said it, or where they work.';

/** Whether a phase of a board is on. */
export type { BoardPhase };
