import { type TracingImage, updateImage } from '#shared/board/images.ts';
import type { Box, Id, Point } from '#shared/board/model.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { covers } from '../canvas/geometry.ts';
import { attempt } from '../gestures/attempt.ts';
import type { Gesture, PointerState } from '../gestures/gesture.ts';
import type { Corner } from '../gestures/resize.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { imageOf, imagesOf } from './images-of.ts';

/** Shortest side, in units. */
const LEAST = 16;

/** The uppermost picture under a point; one that is locked lets the pointer through. */
export function imageAt(runtime: BoardRuntime, at: Point, locked = false): TracingImage | null {
  return imagesOf(runtime).images.findLast((image) => image.locked === locked && covers(image, at)) ?? null;
}

function write({ runtime }: CanvasParts, id: Id, box: Box): void {
  const { x, y, w, h } = box;
  attempt(runtime, () => updateImage(runtime.editor, id, { x, y, w, h }));
}

function pulling(parts: CanvasParts, id: Id, from: Box, boxAt: (by: Point) => Box, start: PointerState): Gesture {
  const { live } = parts;
  let box = from;
  const clear = (): void => live.setState({ tracing: null, busy: false });
  return {
    panAtEdges: true,
    move(pointer) {
      box = boxAt({ x: pointer.at.x - start.at.x, y: pointer.at.y - start.at.y });
      live.setState({ tracing: { id, box }, busy: true });
    },
    end() {
      clear();
      if (box !== from) write(parts, id, box);
    },
    cancel: clear,
  };
}

/** Moves a picture; written once, at the end. */
export function moveImage(parts: CanvasParts, id: Id, start: PointerState): Gesture | null {
  const from = imageOf(parts.runtime, id);
  if (from === null) return null;
  const boxAt = (by: Point): Box => ({
    x: Math.round(from.x + by.x),
    y: Math.round(from.y + by.y),
    w: from.w,
    h: from.h,
  });
  return pulling(parts, id, from, boxAt, start);
}

/** Pulls a corner of a picture, which keeps its shape; the opposite corner stays. */
export function resizeImage(parts: CanvasParts, id: Id, corner: Corner, start: PointerState): Gesture | null {
  const from = imageOf(parts.runtime, id);
  if (from === null) return null;
  const west = corner.endsWith('w');
  const north = corner.startsWith('n');
  const boxAt = (by: Point): Box => {
    const wide = (from.w + (west ? -by.x : by.x)) / from.w;
    const high = (from.h + (north ? -by.y : by.y)) / from.h;
    const scale = Math.max(wide, high, LEAST / Math.min(from.w, from.h));
    const w = Math.round(from.w * scale);
    const h = Math.round(from.h * scale);
    return { x: west ? from.x + from.w - w : from.x, y: north ? from.y + from.h - h : from.y, w, h };
  };
  return pulling(parts, id, from, boxAt, start);
}
