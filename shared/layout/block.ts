import { boundsOf } from '../board/geometry.ts';
import type { Box, Id, RelationKindId } from '../board/model.ts';
import type { ArrangeMode } from './arrange-mode.ts';

/** What the grammar does with an item: people stand in the tree, the others have their places around it. */
export type Part = 'people' | 'committee' | 'function' | 'platform' | 'partner' | 'card' | 'zone' | 'bands';

/** One box of an arrangement, with everything laid out inside it already. */
export interface Item {
  readonly id: Id;
  readonly part: Part;
  readonly w: number;
  readonly h: number;
  readonly order: string;
  /** Head of an organisation: stays at the top even when nobody reports to it. */
  readonly chief: boolean;
  /** 0 foundation to 5 customer-near; -1 when it has no layer. */
  readonly layer: number;
  /** Whose reporting lines decide what it stands under: itself, or the outermost members of a zone. */
  readonly heads: readonly Id[];
  /** How what reports to it stands; `undefined` is automatic. */
  readonly arrange?: ArrangeMode | undefined;
  /** Stands beside its boss's trunk. */
  readonly assistant?: boolean;
  /** Boxes inside, itself included, relative to its corner. */
  readonly boxes: ReadonlyMap<Id, Box>;
}

/** An arrangement with its corner at 0, 0. */
export interface Block {
  readonly w: number;
  readonly h: number;
  readonly boxes: ReadonlyMap<Id, Box>;
}

/** What lines say, for any element. */
export interface Links {
  bossOf(id: Id): Id | null;
  /** Those at the other ends of its lines of one kind, or of all but reporting lines. */
  relatedTo(id: Id, kind?: RelationKindId): readonly Id[];
}

export const compareItems = (a: Item, b: Item): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Items at their places, with all they hold, moved so that the corner of the whole is at 0, 0. */
export function blockOf(items: readonly Item[], places: ReadonlyMap<Id, Box>): Block {
  const all = boundsOf(places.values()) ?? { x: 0, y: 0, w: 0, h: 0 };
  const boxes = new Map<Id, Box>();
  for (const item of items) {
    const at = places.get(item.id);
    if (at === undefined) continue;
    for (const [id, box] of item.boxes) {
      boxes.set(id, { ...box, x: box.x + at.x - all.x, y: box.y + at.y - all.y });
    }
  }
  return { w: all.w, h: all.h, boxes };
}

/** A block in a frame: moved in by the insets, the frame itself under `id`. */
export function framed(
  id: Id,
  { boxes, w, h }: Block,
  insets: { readonly top: number; readonly left: number; readonly right: number; readonly bottom: number },
): Block {
  const out = new Map<Id, Box>();
  const frame = { x: 0, y: 0, w: w + insets.left + insets.right, h: h + insets.top + insets.bottom };
  out.set(id, frame);
  for (const [inner, box] of boxes) out.set(inner, { ...box, x: box.x + insets.left, y: box.y + insets.top });
  return { w: frame.w, h: frame.h, boxes: out };
}
