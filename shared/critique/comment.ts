import type { Box, Id, Point, StateId } from '../board/model.ts';
import type { CommentKindId } from './kinds.ts';
import type { BoardPatch } from './patch.ts';

/**
 * What a comment stands on. `id` may since have been removed: then the pin stands at `last` and says `name`, and rides along
 * again when undo brings the thing back.
 */
export type Anchor =
  | {
      readonly on: 'element' | 'relation' | 'overlay' | 'subtree';
      readonly id: Id;
      /** Its name when the comment was made. */
      readonly name: string;
      /** Where the pin's tip was then, board coordinates. */
      readonly last: Point;
      /** Tip relative to the thing's top-left corner, 0 to 1 of its width and height; absent: where pins of its kind stand. */
      readonly part?: Point;
      readonly state?: StateId;
    }
  | { readonly on: 'area'; readonly box: Box; readonly state?: StateId }
  | { readonly on: 'board' };

/** Somebody who speaks as part of their role; comments and replies of everybody else have no author. */
export interface Speaker {
  readonly alias: string;
  readonly who: string;
  readonly as: 'presenter' | 'convenor' | 'scribe';
}

export interface Reply {
  readonly id: Id;
  readonly text: string;
  /** `null`: no author. */
  readonly by: Speaker | null;
  /** Milliseconds since 1970, to the minute. */
  readonly at: number;
  readonly edited: boolean;
}

/** A change that a comment proposes, and what became of it. */
export interface Proposal {
  readonly patch: BoardPatch;
  /** What would differ, as sentences. */
  readonly changes: readonly string[];
  readonly status: 'open' | 'accepted' | 'parked' | 'declined';
  /** Who answered, when, and why if they said so. */
  readonly answer: { readonly by: Speaker; readonly at: number; readonly text: string } | null;
}

/** The part of the board a comment was made on, as it was then; small. */
export interface FrozenPart {
  /** Place in the board's log; 0 where that would tell when a held comment was written. */
  readonly version: number;
  /** A board file (`shared/board/file-types.ts`) that holds the thing, what it reports to and sits in, and its lines. */
  readonly file: unknown;
}

/** A comment as everybody may read it. Nothing in it says who wrote it, unless they spoke as presenter, convenor or scribe. */
export interface Comment {
  readonly id: Id;
  readonly board: Id;
  readonly kind: CommentKindId;
  readonly anchor: Anchor;
  /** Empty while an opinion waits to be heard. */
  readonly text: string;
  /** `false`: an opinion that the presenter has not opened; its text and drawing are not here. */
  readonly heard: boolean;
  readonly by: Speaker | null;
  /** When it was made, or revealed if it was held; milliseconds since 1970, to the minute. */
  readonly at: number;
  readonly edited: boolean;
  /** How many said “we do this too”. */
  readonly same: number;
  /** Dots placed on a question, told when its phase is over; `null` before. */
  readonly dots: number | null;
  readonly replies: readonly Reply[];
  /** `passed`: the presenter leaves a question open on purpose. */
  readonly state: 'open' | 'answered' | 'passed' | 'resolved';
  /** Who changed `state` last, and when. `alias` is “its author” when the author did. */
  readonly stateBy: { readonly alias: string; readonly at: number } | null;
  /** Comments with the same group say the same; the scribe puts them together. The id is the first one's. */
  readonly group: Id | null;
  /** Slot of the running order it was made in, or `null`. */
  readonly slot: Id | null;
  readonly friction: { readonly kind: string; readonly level: 1 | 2 | 3 } | null;
  readonly word: { readonly term: string; readonly symbol: string; readonly meaning: string } | null;
  readonly proposal: Proposal | null;
  readonly frozen: FrozenPart | null;
  /** Aliases and roles that it speaks to: “Org B”, “presenter”, “convenor”, “scribe”, “challenger”. */
  readonly mentions: readonly string[];
}

/** One of my own comments that others cannot see yet, or all I may still change; never in a lane. */
export interface MyComment extends Comment {
  /** Nobody else can see it. */
  readonly held: boolean;
}
