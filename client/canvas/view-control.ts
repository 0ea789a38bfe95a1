import type { ReactFlowInstance } from '@xyflow/react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Box, Id } from '#shared/board/model.ts';
import { sessionIsOn } from '../critique/room/use-session.ts';
import type { BoardRuntime, ViewControl } from '../session/runtime.ts';
import { type Camera, toBoard, toScreen, visibleBox } from './camera.ts';
import type { Scene } from './scene.ts';

export const ZOOM = { least: 0.05, most: 4 };
/** Milliseconds of a view move (design, motion). */
const VIEW_MOVE = 280;

/** Window width under which bars stand as on a phone. */
export const PHONE = 700;
/** On a phone the first view shows everything when that is no farther away than this, else a part, near enough for names. */
const WHOLE_ON_PHONE = 0.35;
const PART_ON_PHONE = 0.46;

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const easeOut = (t: number): number => 1 - (1 - t) ** 3;

/** Room that the floating bars take at each edge of the window, in CSS pixels. */
export function barsOf(runtime: BoardRuntime, width: number): Edges {
  const { quiet, selection, closedPanels, lens, branch, dock } = runtime.ui.getState();
  // The bar that says what is lit stands under the upper ones.
  const below = (lens === null && branch === null ? 0 : 48) + (sessionIsOn(runtime) ? 48 : 0);
  if (quiet) return { left: 24, right: 24, top: 24, bottom: 24 };
  if (width < PHONE) return { left: 12, right: 12, top: 64 + below, bottom: 156 };
  const editor = runtime.can('board.edit');
  const inspector = editor && selection.size > 0 && !closedPanels.has('inspector');
  return {
    left: editor ? 100 : 24,
    right: dock !== null ? 352 : inspector || !closedPanels.has('legend') ? 320 : 24,
    top: 70 + below,
    bottom: 80,
  };
}

/** The view that shows the box as large as it fits, never above `most`, clear of the edges. */
export function viewOf(box: Box, width: number, height: number, edges: Edges, most: number) {
  const w = Math.max(80, width - edges.left - edges.right);
  const h = Math.max(80, height - edges.top - edges.bottom);
  const zoom = Math.max(ZOOM.least, Math.min(most, w / Math.max(box.w, 1), h / Math.max(box.h, 1)));
  return {
    x: edges.left + w / 2 - (box.x + box.w / 2) * zoom,
    y: edges.top + h / 2 - (box.y + box.h / 2) * zoom,
    zoom,
  };
}

export interface ControlParts {
  readonly runtime: BoardRuntime;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly flow: Pick<ReactFlowInstance, 'setViewport'>;
  readonly root: HTMLElement;
}

/** The page's view control, and the canvas's own first look at a board. */
export interface CanvasControl extends ViewControl {
  /** Everything, or on a phone as much from the top of the tree down as can be read. */
  first(): void;
}

/** Top of the tree that most of the board is in: where a view that cannot show everything begins. */
function topOfTree(scene: Scene): Box | null {
  const index = indexBoard(scene.board);
  let best: { readonly box: Box; readonly size: number } | null = null;
  for (const root of index.roots) {
    if (scene.hidden.has(root.id)) continue;
    const size = index.subtreeOf(root.id).length;
    if (best === null || size > best.size || (size === best.size && root.y < best.box.y)) best = { box: root, size };
  }
  return best?.box ?? null;
}

/** Moves of the view for the rest of the page; animated unless motion is reduced. */
export function createViewControl({ runtime, scene, camera, flow, root }: ControlParts): CanvasControl {
  const go = (to: { x: number; y: number; zoom: number }, instant = false) => {
    const duration = instant || reducedMotion() ? 0 : VIEW_MOVE;
    // Without a duration the answer is an already settled promise; the move itself reports through the camera.
    void flow.setViewport(to, duration === 0 ? {} : { duration, ease: easeOut });
  };
  const corner = () => root.getBoundingClientRect();
  const zoomAround = (zoom: number, instant = false) => {
    const view = camera.get();
    const next = Math.max(ZOOM.least, Math.min(ZOOM.most, zoom));
    const middle = { x: view.w / 2, y: view.h / 2 };
    const at = toBoard(view, middle);
    go({ x: middle.x - at.x * next, y: middle.y - at.y * next, zoom: next }, instant);
  };
  const show = (options: { readonly ids?: readonly Id[]; readonly instant?: boolean }) => {
    const view = camera.get();
    const box = scene.bounds(options.ids);
    if (box === null || view.w === 0) return;
    // Room for the title above the drawing and for rings around it.
    const top = options.ids === undefined ? 56 : 16;
    const around = { x: box.x - 16, y: box.y - top, w: box.w + 32, h: box.h + top + 16 };
    go(viewOf(around, view.w, view.h, barsOf(runtime, view.w), options.ids === undefined ? 1 : 1.5), options.instant);
  };
  return {
    first() {
      const view = camera.get();
      const box = scene.bounds();
      const top = topOfTree(scene);
      if (box === null || top === null || view.w >= PHONE) return show({ instant: true });
      const edges = barsOf(runtime, view.w);
      if (viewOf(box, view.w, view.h, edges, 1).zoom >= WHOLE_ON_PHONE) return show({ instant: true });
      const zoom = PART_ON_PHONE;
      const room = view.w - edges.left - edges.right;
      // The top of the tree in the middle, as far as the drawing reaches to both sides.
      const middle = top.x + top.w / 2;
      const half = room / 2 / zoom;
      const x = box.w <= 2 * half ? box.x + box.w / 2 : Math.min(Math.max(middle, box.x + half), box.x + box.w - half);
      const title = scene.board.meta.title === '' ? 8 : 56;
      const high = box.h * zoom + title;
      const free = view.h - edges.top - edges.bottom;
      const y = edges.top + title + Math.max(0, (free - high) / 2);
      go({ x: edges.left + room / 2 - x * zoom, y: y - box.y * zoom, zoom }, true);
    },
    toBoard(screen) {
      const { left, top } = corner();
      return toBoard(camera.get(), { x: screen.x - left, y: screen.y - top });
    },
    toScreen(board) {
      const { left, top } = corner();
      const at = toScreen(camera.get(), board);
      return { x: at.x + left, y: at.y + top };
    },
    visible: () => visibleBox(camera.get()),
    fit: (options = {}) => show(options),
    zoomTo: (zoom) => zoomAround(zoom),
    zoomBy: (factor) => zoomAround(camera.get().zoom * factor),
    reveal(box) {
      const view = camera.get();
      const edges = barsOf(runtime, view.w);
      const start = toScreen(view, box);
      const end = toScreen(view, { x: box.x + box.w, y: box.y + box.h });
      const margin = 16;
      const shift = (from: number, to: number, least: number, most: number): number => {
        if (from < least) return least - from;
        if (to > most) return Math.max(most - to, least - from);
        return 0;
      };
      const dx = shift(start.x, end.x, edges.left + margin, view.w - edges.right - margin);
      const dy = shift(start.y, end.y, edges.top + margin, view.h - edges.bottom - margin);
      if (dx !== 0 || dy !== 0) go({ x: view.x + dx, y: view.y + dy, zoom: view.zoom });
    },
    contain(box) {
      const view = camera.get();
      if (view.w > 0) go(viewOf(box, view.w, view.h, { left: 8, right: 8, top: 8, bottom: 8 }, ZOOM.most));
    },
    focus() {
      const { selection } = runtime.ui.getState();
      const only = selection.size === 1 ? [...selection][0] : undefined;
      const node = only === undefined ? null : root.querySelector<HTMLElement>(`.react-flow__node[data-id="${only}"]`);
      (node ?? root).focus({ preventScroll: true });
    },
  };
}
