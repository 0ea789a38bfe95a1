import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Box, Id, Point, RelationKindId } from '#shared/board/model.ts';
import type { Guide } from '#shared/layout/snap.ts';

/** A line that was dropped on empty board: from what, of which kind (`null`: not chosen), to where. */
export interface LineOffer {
  readonly from: Id;
  readonly kind: RelationKindId | null;
  readonly at: Point;
}

/** What a gesture shows while it lasts. Of this canvas only; never saved, never shared. */
export interface LiveState {
  readonly marquee: Box | null;
  readonly guides: readonly Guide[];
  /** A line being drawn: from an element to the pointer, or to the element it would end at. */
  readonly relating: { readonly from: Id; readonly at: Point; readonly to: Id | null } | null;
  /** Outline of what would be placed or drawn here. */
  readonly ghost: Box | null;
  /** Elements that cannot be the other end of the line being drawn. */
  readonly dimmed: ReadonlySet<Id>;
  /** Boxes while handles are pulled. */
  readonly resizing: ReadonlyMap<Id, Box> | null;
  /** A tracing layer while it is moved or pulled to another size. */
  readonly tracing: { readonly id: Id; readonly box: Box } | null;
  /** Alt is held while dragging: copies move, the originals stay. */
  readonly copying: boolean;
  /** A few words at the pointer: why not, or what a drop would do. */
  readonly hint: { readonly at: Point; readonly text: string } | null;
  /** What could stand at the end of a line is being chosen. */
  readonly offer: LineOffer | null;
  /** Something is being moved, drawn or panned: the grid shows. */
  readonly busy: boolean;
}

export const INITIAL_LIVE: LiveState = Object.freeze({
  marquee: null,
  guides: [],
  relating: null,
  ghost: null,
  dimmed: new Set<Id>(),
  resizing: null,
  tracing: null,
  copying: false,
  hint: null,
  offer: null,
  busy: false,
});

export type LiveStore = StoreApi<LiveState>;

export const createLiveStore = (): LiveStore => createStore<LiveState>()(() => INITIAL_LIVE);
