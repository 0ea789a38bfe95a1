import type { Box, Point } from './model.ts';

/** Least and largest side of anything with a size, in units. */
export const LEAST_SIDE = 8;
export const LARGEST_SIDE = 20_000;
/** Coordinates lie within plus and minus this, in units. */
export const FARTHEST = 1_000_000;

/** Smallest box around all; `null` for none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return left === Number.POSITIVE_INFINITY ? null : { x: left, y: top, w: right - left, h: bottom - top };
}

export const centreOf = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

export const containsPoint = (box: Box, point: Point): boolean =>
  point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h;

/** Whether the centre of the second lies in the first: what it means to lie in a zone. */
export const containsCentre = (box: Box, inner: Box): boolean => containsPoint(box, centreOf(inner));

export const containsBox = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

/** Whether two boxes share area; touching edges do not count. `gap` widens the first on all sides. */
export const boxesOverlap = (a: Box, b: Box, gap = 0): boolean =>
  a.x - gap < b.x + b.w && b.x < a.x + a.w + gap && a.y - gap < b.y + b.h && b.y < a.y + a.h + gap;

export const growBox = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  w: box.w + 2 * by,
  h: box.h + 2 * by,
});
