import type { Point } from '#shared/board/model.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';

/** Where the pointer is and what is held down with it. */
export interface PointerState {
  /** On the board, in units. */
  readonly at: Point;
  /** In the window, in CSS pixels from its corner. */
  readonly client: Point;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
}

/**
 * One gesture from press to release. The driver calls `move` at most once a frame, then either `end` or `cancel`, once.
 * Nothing is written to the board before `end`.
 */
export interface Gesture {
  move(pointer: PointerState): void;
  end(pointer: PointerState): void;
  cancel(): void;
  /** The view pans when the pointer comes near an edge of the window. */
  readonly panAtEdges: boolean;
}

export type StartGesture = (parts: CanvasParts, pointer: PointerState) => Gesture | null;

/** Distance the pointer must travel before a press becomes a drag, in CSS pixels. */
export const DRAG_THRESHOLD = 4;

export const travelled = (from: PointerState, to: PointerState): number =>
  Math.hypot(to.client.x - from.client.x, to.client.y - from.client.y);

/** A press that is a click until the pointer travels, and then another gesture. */
export function pressed(
  start: PointerState,
  click: (pointer: PointerState) => void,
  drag: (start: PointerState) => Gesture | null,
): Gesture {
  let dragging: Gesture | null = null;
  let tried = false;
  return {
    get panAtEdges() {
      return dragging?.panAtEdges ?? false;
    },
    move(pointer) {
      if (!tried && travelled(start, pointer) >= DRAG_THRESHOLD) {
        tried = true;
        dragging = drag(start);
      }
      dragging?.move(pointer);
    },
    end(pointer) {
      if (dragging !== null) dragging.end(pointer);
      else if (!tried) click(pointer);
    },
    cancel() {
      dragging?.cancel();
    },
  };
}
