import type { BoardElement, Frame, Id, Overlay, Relation, StateId } from '../board/model.ts';

/**
 * A proposed change of a board: whole new values of what is added or differs, and ids of what is removed. Applied to a board
 * that has changed meanwhile it takes what still fits.
 */
export interface BoardPatch {
  readonly state: StateId;
  readonly elements: readonly BoardElement[];
  readonly relations: readonly Relation[];
  readonly overlays: readonly Overlay[];
  readonly frames: readonly Frame[];
  readonly removed: readonly Id[];
  /**
   * Of what was there before: the keys that differ (`patch/parts.ts`). Only these are taken, so that what the presenter changed
   * meanwhile stays. What is not named here is added as a whole.
   */
  readonly changed?: Readonly<Record<Id, readonly string[]>>;
}

export const EMPTY_PATCH: BoardPatch = Object.freeze({
  state: 'now',
  elements: Object.freeze([]),
  relations: Object.freeze([]),
  overlays: Object.freeze([]),
  frames: Object.freeze([]),
  removed: Object.freeze([]),
});
