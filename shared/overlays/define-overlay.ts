import type { Mark } from '../drawing/mark.ts';
import type { AttributeDefinition } from '../vocabulary/attributes.ts';

/** What the product knows about an overlay apart from its drawing: words, fields of the inspector, and a small symbol. */
export interface OverlayKind {
  readonly id: 'zone' | 'tiger' | 'friction';
  readonly label: string;
  readonly plural: string;
  /** What it is for, in one sentence. */
  readonly term: string;
  /** Fields of the entity that the inspector offers, in order; `id` is the field's name in the model. */
  readonly fields: readonly AttributeDefinition[];
  /** Small symbol in a box of 36 × 24 units. */
  readonly icon: readonly Mark[];
}

export const defineOverlay = (overlay: OverlayKind): OverlayKind => Object.freeze(overlay);
