import type { BoardFile } from '../../board/file-types.ts';
import type { Id } from '../../board/model.ts';
import type { SessionForm } from '../agenda.ts';
import type { CommentKindId } from '../kinds.ts';
import type { VoteItem } from '../public.ts';
import type { Consent, WordDecision } from '../recap-notes.ts';

/** A comment in the recap, with as much as everybody could read. */
export interface RecapComment {
  readonly id: Id;
  readonly board: Id;
  readonly kind: CommentKindId;
  readonly text: string;
  /** Name of what it stands on; empty for an area or the board. */
  readonly on: string;
  /** Precedents: how many do this too, over all comments that were put together with it. */
  readonly same: number;
  readonly dots: number;
  readonly state: 'open' | 'answered' | 'passed' | 'resolved';
  /** What presenter, convenor and scribe replied (with alias), and others (without). */
  readonly replies: readonly { readonly alias: string | null; readonly text: string }[];
  /** Of a friction: its kind and level. */
  readonly friction: { readonly kind: string; readonly level: number } | null;
}

/** A change that was proposed, and what became of it. */
export interface RecapProposal {
  readonly id: Id;
  readonly reason: string;
  readonly changes: readonly string[];
  readonly status: 'open' | 'accepted' | 'parked' | 'declined';
  readonly answer: { readonly alias: string; readonly text: string } | null;
  /** An accepted change that the drawing still cites; `false` when it was undone. */
  readonly stands: boolean;
}

export interface RecapBoard {
  readonly board: Id;
  readonly title: string;
  /** Who presented it. */
  readonly alias: string;
  readonly who: string;
  readonly sentence: string;
  /** What can be counted on the drawing: label and value; “Not drawn” where it is not. */
  readonly read: readonly { readonly label: string; readonly value: string }[];
  readonly takeaways: readonly string[];
  readonly actions: readonly string[];
  readonly consent: Consent;
  /** Bands by field of `shared/critique/profile.ts`. */
  readonly profile: Readonly<Record<string, string>>;
  /** By kind, those most people share first; comments put together are one. */
  readonly comments: readonly RecapComment[];
  readonly proposals: readonly RecapProposal[];
  /** What changed between the start of its turn and the end, as sentences. */
  readonly changed: readonly string[];
  /** Place in the board's log. */
  readonly version: number;
  /** The drawing, as far as who reads this may have it; `null`: it is withheld. */
  readonly file: BoardFile | null;
}

/** Something that several boards have in common. */
export interface RecapPattern {
  /** Of one that was written by hand; `null`: counted. */
  readonly id: Id | null;
  readonly text: string;
  /** On how many boards, and of how many. */
  readonly n: number;
  readonly of: number;
  readonly boards: readonly Id[];
  /** Counted by a rule, or written by hand. */
  readonly counted: boolean;
}

/** What everybody leaves with (session 5.4). Holds nothing that says who wrote what. */
export interface Recap {
  readonly council: string;
  /** When the session began and ended, ms since 1970. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly form: SessionForm;
  readonly rule: string;
  /** Aliases of those who presented; never who they are. */
  readonly aliases: readonly string[];
  readonly vocabulary: string;
  readonly boards: readonly RecapBoard[];
  readonly patterns: readonly RecapPattern[];
  /** Patterns that about half the boards have and half have not: where models part. */
  readonly splits: readonly RecapPattern[];
  readonly words: readonly (WordDecision & { readonly from: readonly string[] })[];
  /** Words that were said and not decided on, each once. */
  readonly offered: readonly { readonly term: string; readonly symbol: string; readonly meaning: string }[];
  /** Written by hand, with their id, then those that were asked on boards and are open. */
  readonly questions: readonly {
    readonly id: Id | null;
    readonly text: string;
    readonly board: Id | null;
    readonly same: number;
  }[];
  readonly vote: {
    readonly title: string;
    readonly items: readonly VoteItem[];
    readonly budget: number;
    readonly voters: number;
  } | null;
  /** “It is a year later and this failed: why?” */
  readonly failures: readonly RecapComment[];
  readonly mapping: 'destroy' | 'seal';
  /** When everything is deleted, ISO 8601; `null` before the end. */
  readonly deleteAt: string | null;
}
