import type { Attributes, ElementKindId, Point, RelationKindId } from '../board/model.ts';
import type { Detail, Finish, Mark } from '../drawing/mark.ts';
import type { AttributeId } from '../vocabulary/attributes.ts';

/** A routed line: orthogonal points from `from` to `to`, both on the outlines; corners are rounded when drawn. */
export interface Route {
  readonly points: readonly Point[];
  /** Centre of the label, when there is one: free of boxes. */
  readonly label: Point;
  /** Where a thicker line crosses: the line breaks there. */
  readonly gaps?: readonly Point[];
}

export interface RelationDrawContext {
  readonly detail: Detail;
  readonly finish: Finish;
}

/** What stands at an end of a line: `ball` and `ring` are discs, filled and hollow; `arrow` is open, `triangle` filled. */
export type Cap = 'none' | 'ball' | 'ring' | 'arrow' | 'triangle' | 'square';

/** The ends of a line in words, for files whose lines have ends of their own. */
export interface Caps {
  readonly from: Cap;
  readonly to: Cap;
  /** Drawn as two parallel lines. */
  readonly double: boolean;
}

export const NO_CAPS: Caps = Object.freeze({ from: 'none', to: 'none', double: false });

/** A relation kind: one line of the vocabulary. One file a kind in this folder, one line in `index.ts`. */
export interface RelationKind {
  readonly id: RelationKindId;
  /** The word people read: "Reports to". */
  readonly label: string;
  /** Verb phrase of its sentence: "reports to", "is accountable for". */
  readonly verb: string;
  /** The same after "cannot": "report to", "be accountable for". */
  readonly infinitive: string;
  /** What it means, one sentence. */
  readonly term: string;
  readonly starter: boolean;
  readonly from: readonly ElementKindId[];
  readonly to: readonly ElementKindId[];
  readonly attributes: readonly AttributeId[];
  /** Kinds read the same both ways (partners). */
  readonly symmetric: boolean;
  /** Stroke width, for hit tests and clearances. */
  readonly width: number;
  /**
   * Whether a line may run from one to the other. Answers `null`, or one sentence saying why not and what would be allowed.
   */
  refuse(
    from: { readonly id: string; readonly kind: ElementKindId },
    to: { readonly id: string; readonly kind: ElementKindId },
    attributes: Attributes,
  ): string | null;
  /** Text on the line, or empty. */
  labelText(attributes: Attributes): string;
  /** Its ends in words; the same that `draw` draws. */
  caps(attributes: Attributes): Caps;
  draw(route: Route, attributes: Attributes, context: RelationDrawContext): readonly Mark[];
  /** Small symbol in a box of 36 × 24 units. */
  readonly icon: readonly Mark[];
  /** "Director, marketing operations reports to VP marketing". */
  sentence(fromName: string, toName: string, attributes: Attributes): string;
}

export const defineRelation = (kind: RelationKind): RelationKind => Object.freeze(kind);
