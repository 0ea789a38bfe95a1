import type { Box, Point } from '#shared/board/model.ts';

/** Where the window looks: `screen = board × zoom + (x, y)`, in CSS pixels from the canvas corner; `w` and `h` is its size. */
export interface View extends Point {
  readonly zoom: number;
  readonly w: number;
  readonly h: number;
}

/** The window's view as a plain store: painters and gestures read it without React. */
export interface Camera {
  get(): View;
  /** Whether the view moved within the last moments; nothing is mounted or measured meanwhile. */
  moving(): boolean;
  set(next: View): void;
  subscribe(listener: (view: View) => void): () => void;
  /** Called once when the view comes to rest. */
  onRest(listener: () => void): () => void;
  destroy(): void;
}

/** Milliseconds without a move after which the view is at rest. */
const REST = 140;

export function createCamera(): Camera {
  let view: View = { x: 0, y: 0, zoom: 1, w: 0, h: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<(view: View) => void>();
  const resting = new Set<() => void>();
  return {
    get: () => view,
    moving: () => timer !== undefined,
    set(next) {
      const same =
        next.x === view.x && next.y === view.y && next.zoom === view.zoom && next.w === view.w && next.h === view.h;
      if (same) return;
      view = next;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        for (const listener of resting) listener();
      }, REST);
      for (const listener of listeners) listener(view);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRest(listener) {
      resting.add(listener);
      return () => resting.delete(listener);
    },
    destroy() {
      clearTimeout(timer);
      listeners.clear();
      resting.clear();
    },
  };
}

export const toBoard = (view: View, at: Point): Point => ({
  x: (at.x - view.x) / view.zoom,
  y: (at.y - view.y) / view.zoom,
});

export const toScreen = (view: View, at: Point): Point => ({
  x: at.x * view.zoom + view.x,
  y: at.y * view.zoom + view.y,
});

/** Part of the board that the window shows, grown by a margin in CSS pixels. */
export function visibleBox(view: View, margin = 0): Box {
  const corner = toBoard(view, { x: -margin, y: -margin });
  return { ...corner, w: (view.w + 2 * margin) / view.zoom, h: (view.h + 2 * margin) / view.zoom };
}
