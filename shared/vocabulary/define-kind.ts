import type { Attributes, ElementKindId } from '../board/model.ts';
import type { Detail, Finish, Mark } from '../drawing/mark.ts';
import type { AttributeId } from './attributes.ts';

/** What the rest of the board says about an element, needed to draw it. Computed by `board-facts.ts`. */
export interface ElementFacts {
  /** Something sits in it: drawn as a container with a header. */
  readonly container: boolean;
  /** Tiger teams it is lent to: team number (from 1) and share in per cent. */
  readonly loads: readonly { readonly team: number; readonly share: number }[];
  /** It sits in one team and reports to another (the ⇄ badge). */
  readonly embedded: boolean;
}

export const NO_FACTS: ElementFacts = Object.freeze({ container: false, loads: Object.freeze([]), embedded: false });

export interface DrawContext {
  readonly detail: Detail;
  readonly finish: Finish;
  readonly facts: ElementFacts;
}

/** What a kind draws from: the element without its place. `w` and `h` in units; marks are relative to the top-left corner. */
export interface ElementProps {
  readonly name: string;
  readonly w: number;
  readonly h: number;
  readonly locked: boolean;
  readonly attributes: Attributes;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

/**
 * An element kind: everything the product knows about one symbol. One file a kind in this folder, one line in `index.ts`;
 * nobody else switches on a kind's name.
 */
export interface ElementKind {
  readonly id: ElementKindId;
  /** Key `1` to `8` that places one. */
  readonly key: string;
  /** The word people read: "Team". */
  readonly label: string;
  /** The plural word, for counts: "teams". */
  readonly plural: string;
  /** The field's term and what it is for, in one sentence; tooltip and help. */
  readonly term: string;
  /** Name a new one gets: "New team". */
  readonly defaultName: string;
  readonly defaultSize: Size;
  readonly leastSize: Size;
  /** In the starter palette (5 kinds); the others are under "More". */
  readonly starter: boolean;
  /** Attributes the inspector offers, in order; shared and own. */
  readonly attributes: readonly AttributeId[];
  /** People kinds can report, hold seats and be tiger-team members. */
  readonly people: boolean;
  /** Others can be dropped into it ("sits in"). */
  readonly holds: boolean;
  /** How an import column or a template spells it, besides the id. */
  readonly aliases: readonly string[];
  /** Smallest box that shows name and facts without cutting; never under `leastSize`, on the 8 px grid, width kept where possible. */
  size(props: ElementProps, facts: ElementFacts): Size;
  /** How far the symbol itself takes the top-left corner (a head): markers stand so much further left. None when absent. */
  readonly cornerTaken?: number;
  /** For a container: space kept free above and around what it holds. */
  readonly containerInsets: { readonly top: number; readonly side: number; readonly bottom: number };
  /** The outline as SVG path data, relative to the top-left corner: for hit tests, selection rings and PPTX geometry. */
  outline(w: number, h: number): string;
  draw(props: ElementProps, context: DrawContext): readonly Mark[];
  /** The nearest shape where our symbols are not known: brackets of a Mermaid node, style of a draw.io vertex. */
  readonly abroad: { readonly mermaid: readonly [string, string]; readonly drawio: string };
  /** Small symbol for palette, legend, outline and inspector, drawn in a box of 36 × 24 units. */
  readonly icon: readonly Mark[];
  /** What it is, read aloud: `Role "Data steward", data, vacant`. Relations are added by `sentences.ts`. */
  sentence(props: ElementProps): string;
}

/** Checks a kind when it is defined. Throws `RangeError` when its least size is larger than its default. */
export function defineKind(kind: ElementKind): ElementKind {
  if (kind.leastSize.w > kind.defaultSize.w || kind.leastSize.h > kind.defaultSize.h) {
    throw new RangeError(`Kind ${kind.id}: its least size is larger than its default size.`);
  }
  return Object.freeze(kind);
}
