import type { Board, Box, Id } from '../board/model.ts';

export interface LayoutOptions {
  /** Only these move: a selection, or a subtree. Everything else stays. */
  readonly ids?: readonly Id[];
  /** The element that stays where it is; the topmost of those that move when absent. */
  readonly anchor?: Id;
  /** Who belongs to which zone; by present centres when absent. */
  readonly zoneMembers?: ReadonlyMap<Id, readonly Id[]>;
}

export interface LayoutResult {
  /** New boxes of elements, containers and zones; only those that change. */
  readonly boxes: ReadonlyMap<Id, Box>;
}

export function layoutBoard(board: Board, _options: LayoutOptions = {}): LayoutResult {
  const boxes = new Map<Id, Box>();
  let x = 0;
  for (const e of board.elements.values()) {
    boxes.set(e.id, { x, y: 0, w: e.w, h: e.h });
    x += e.w + 32;
  }
  return { boxes };
}
