/**
 * What a board is once it is read: plain frozen data, no Yjs. `read.ts` makes it from a document, `edit.ts` is the only
 * writer, everything else (canvas, layout, exporters, sentences) takes a `Board`.
 *
 * Units: one unit is one CSS pixel at 100 %. Positions are absolute board coordinates of the top-left corner, also for
 * what sits in something else, so that two people moving a box and its container never mix coordinates.
 */

/** Stable id of anything on a board: 1 to 64 characters of `A-Za-z0-9:_-`. Elements, relations, overlays and frames share one id space. */
export type Id = string;

export type ElementKindId = 'unit' | 'role' | 'centre' | 'committee' | 'function' | 'platform' | 'partner' | 'card';
export type RelationKindId = 'reports' | 'dotted' | 'owns' | 'serves' | 'advises' | 'funds' | 'partners' | 'member';

/** Value of an attribute. Lists are sets in a fixed order (`cap`, `seats`); records are weights (`persona`). */
export type AttributeValue = string | number | boolean | readonly string[] | Readonly<Record<string, number>>;
/** Attributes by id of `shared/vocabulary/attributes.ts`. An attribute that is not set is absent, never `null`. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

/** A box on the board: a team, a role, a platform … (`shared/vocabulary/`). */
export interface BoardElement extends Box {
  readonly id: Id;
  readonly kind: ElementKindId;
  /** The name; for a card its text. May be empty and may hold line breaks on cards. */
  readonly name: string;
  /** Fractional order key among siblings (same boss, else same container). Plain string comparison. */
  readonly order: string;
  /** The element this one sits in, or `null`. Never itself, never a cycle, always an element that exists. */
  readonly sitsIn: Id | null;
  readonly locked: boolean;
  /** Elements with the same group id are selected and moved together. */
  readonly group: Id | null;
  readonly attributes: Attributes;
}

/** A line (`shared/relations/`). A reporting line's id is always `reports:<from>`, so one source has one boss by construction. */
export interface Relation {
  readonly id: Id;
  readonly kind: RelationKindId;
  readonly from: Id;
  readonly to: Id;
  readonly attributes: Attributes;
}

export type ZoneKind = 'function' | 'scope' | 'layer' | 'region' | 'journey';

/** A labelled rectangle behind the drawing. What lies in it is computed from containment of centres, never stored. */
export interface Zone extends Box {
  readonly id: Id;
  readonly kind: 'zone';
  readonly zone: ZoneKind;
  readonly title: string;
  /** Function family that tints it, or `null`. */
  readonly fn: string | null;
  /** Thick side bars: a silo. */
  readonly wall: boolean;
  /** Shown as its title bar only; what lies in it is hidden. */
  readonly collapsed: boolean;
  readonly order: string;
}

/** A temporary set of elements with loads, drawn over the chart without moving it. Its number is its place by `order`, from 1. */
export interface TigerTeam {
  readonly id: Id;
  readonly kind: 'tiger';
  readonly name: string;
  readonly purpose: string;
  /** Element id of the sponsor, or free text, or empty. */
  readonly sponsor: string;
  /** Element id of the lead, or empty. */
  readonly lead: string;
  /** Week numbers relative to W0, or `null` when not said. */
  readonly start: number | null;
  readonly end: number | null;
  /** Share of capacity lent, in per cent, by element id, in the order of ids. */
  readonly members: Readonly<Record<Id, number>>;
  readonly order: string;
  readonly hidden: boolean;
}

export type FrictionStatus = 'open' | 'mitigated' | 'accepted' | 'resolved';

/** A triangle on one to many items, or free on the board when `on` is empty. */
export interface Friction {
  readonly id: Id;
  readonly kind: 'friction';
  /** One of the 16 kinds of `shared/overlays/friction-kinds.ts`. */
  readonly friction: string;
  readonly status: FrictionStatus;
  readonly mitigation: string;
  readonly owner: string;
  /** Ids of elements, relations, zones or tiger teams; sorted. */
  readonly on: readonly Id[];
  /** Where it stands when `on` is empty; centre of the triangle. */
  readonly at: Point;
}

export type Overlay = Zone | TigerTeam | Friction;

/**
 * One of the up to three states of a board: as it is, on the way, as it shall be. They share ids: the same team in two states is
 * one id, so that stepping from one to the other moves its box. `now` is always there.
 */
export type StateId = 'now' | 'bridge' | 'target';
export const STATE_IDS: readonly StateId[] = Object.freeze(['now', 'bridge', 'target']);

/** A state a board has, and what people call it. */
export interface StateInfo {
  readonly id: StateId;
  readonly title: string;
}

/** Another state of a board than the first, with everything in it. `board` repeats the facts, frames and prompts they share. */
export interface StateBoard extends StateInfo {
  readonly id: Exclude<StateId, 'now'>;
  readonly board: Board;
}

/** A window on the board with a place in the order of slides. Owns nothing; all states of the board share it. */
export interface Frame extends Box {
  readonly id: Id;
  readonly title: string;
  readonly order: string;
  /** One line under the title when it is presented. */
  readonly subtitle?: string;
  /** The state it shows; absent: the one that is shown. */
  readonly state?: StateId;
  /** What the speaker wants to say; only those who may edit or present look at it. */
  readonly notes?: string;
}

/** A question that came with a template; answered or dismissed by the presenter. */
export interface Prompt {
  readonly id: Id;
  readonly text: string;
  readonly answer: string;
  readonly dismissed: boolean;
  readonly order: string;
}

/** Something in the document that could not be read; shown as such, never a crash. */
export interface BrokenItem {
  readonly id: Id;
  /** One sentence: what is wrong. */
  readonly why: string;
}

export interface BoardMeta {
  readonly title: string;
  /** One line under the title on the canvas and on slides. */
  readonly subtitle: string;
  /** As-is or to-be, or empty. */
  readonly state: '' | 'as-is' | 'to-be';
  /** Template id this board came from, or empty. */
  readonly template: string;
}

/** A whole board at one moment; frozen. Iteration order of every map is by id, so that two equal boards print alike. */
export interface Board {
  readonly meta: BoardMeta;
  readonly elements: ReadonlyMap<Id, BoardElement>;
  readonly relations: ReadonlyMap<Id, Relation>;
  readonly overlays: ReadonlyMap<Id, Overlay>;
  readonly frames: ReadonlyMap<Id, Frame>;
  readonly prompts: ReadonlyMap<Id, Prompt>;
  readonly broken: readonly BrokenItem[];
}

export const EMPTY_BOARD: Board = Object.freeze({
  meta: Object.freeze({ title: '', subtitle: '', state: '' as const, template: '' }),
  elements: new Map(),
  relations: new Map(),
  overlays: new Map(),
  frames: new Map(),
  prompts: new Map(),
  broken: Object.freeze([]),
});

/** Id of the one reporting line that may leave `from`. */
export const reportsId = (from: Id): Id => `reports:${from}`;
