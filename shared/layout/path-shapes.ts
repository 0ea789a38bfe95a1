import type { Box, Point } from '../board/model.ts';

export type Side = 'top' | 'bottom' | 'left' | 'right';
export const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right'];

/** Where a line leaves a box. */
export interface Port extends Point {
  readonly side: Side;
}

/** Least straight piece at each end. */
export const STUB = 14;

const OUT: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

export const vertical = (side: Side): boolean => side === 'top' || side === 'bottom';

export const portAt = (box: Box, side: Side, along: number): Port =>
  vertical(side)
    ? { side, x: Math.round(along), y: side === 'top' ? box.y : box.y + box.h }
    : { side, x: side === 'left' ? box.x : box.x + box.w, y: Math.round(along) };

export const stubOf = ({ x, y, side }: Port, length = STUB): Point => ({
  x: x + OUT[side].x * length,
  y: y + OUT[side].y * length,
});

/** Without points in the middle of straight pieces and without pieces of no length. */
export function simplify(points: readonly Point[]): readonly Point[] {
  const out: Point[] = [];
  for (const point of points) {
    const [before, last] = [out.at(-2), out.at(-1)];
    if (last !== undefined && Math.abs(last.x - point.x) < 0.5 && Math.abs(last.y - point.y) < 0.5) continue;
    if (before !== undefined && last !== undefined) {
      const straight =
        (Math.abs(before.x - last.x) < 0.5 && Math.abs(last.x - point.x) < 0.5) ||
        (Math.abs(before.y - last.y) < 0.5 && Math.abs(last.y - point.y) < 0.5);
      if (straight) out.pop();
    }
    out.push(point);
  }
  return out;
}

/** The plain ways between two ports: straight, one bend, two bends with the middle piece at several places, or around. */
export function shapesBetween(
  a: Port,
  b: Port,
  box: { readonly from: Box; readonly to: Box },
): readonly (readonly Point[])[] {
  const [p, q] = [stubOf(a), stubOf(b)];
  const out: (readonly Point[])[] = [];
  const { from, to } = box;
  if (vertical(a.side) && vertical(b.side)) {
    if (Math.abs(a.x - b.x) < 0.5) out.push([a, b]);
    const ys =
      a.side === b.side
        ? lanes(a.side === 'top' ? Math.min(p.y, q.y) : Math.max(p.y, q.y), a.side === 'top' ? -1 : 1)
        : between(p.y, q.y);
    for (const y of ys) out.push([a, { x: a.x, y }, { x: b.x, y }, b]);
    if (a.side === b.side || Math.sign(q.y - p.y) === OUT[a.side].y) return out;
    for (const x of around(from.x, from.x + from.w, to.x, to.x + to.w))
      out.push([a, p, { x, y: p.y }, { x, y: q.y }, q, b]);
  } else if (!vertical(a.side) && !vertical(b.side)) {
    if (Math.abs(a.y - b.y) < 0.5) out.push([a, b]);
    const xs =
      a.side === b.side
        ? lanes(a.side === 'left' ? Math.min(p.x, q.x) : Math.max(p.x, q.x), a.side === 'left' ? -1 : 1)
        : between(p.x, q.x);
    for (const x of xs) out.push([a, { x, y: a.y }, { x, y: b.y }, b]);
    if (a.side === b.side || Math.sign(q.x - p.x) === OUT[a.side].x) return out;
    for (const y of around(from.y, from.y + from.h, to.y, to.y + to.h))
      out.push([a, p, { x: p.x, y }, { x: q.x, y }, q, b]);
  } else if (vertical(a.side)) {
    out.push([a, { x: a.x, y: b.y }, b], [a, p, { x: q.x, y: p.y }, q, b]);
  } else {
    out.push([a, { x: b.x, y: a.y }, b], [a, p, { x: p.x, y: q.y }, q, b]);
  }
  return out;
}

const between = (a: number, b: number): readonly number[] => {
  const middle = (a + b) / 2;
  return [middle, a, b, middle - 10, middle + 10, middle - 20, middle + 20].map(Math.round);
};
const lanes = (at: number, way: number): readonly number[] => [0, 10, 20, 30, 44].map((by) => at + by * way);
const around = (a0: number, a1: number, b0: number, b1: number): readonly number[] => [
  Math.min(a0, b0) - 20,
  Math.max(a1, b1) + 20,
];

/** A path must leave and arrive through the outside of its boxes. */
export function leavesOutwards(points: readonly Point[], a: Port, b: Port): boolean {
  const [second, before] = [points[1], points.at(-2)];
  if (second === undefined || before === undefined) return false;
  const goes = (port: Port, next: Point): boolean =>
    (next.x - port.x) * OUT[port.side].x + (next.y - port.y) * OUT[port.side].y >= STUB - 3;
  return goes(a, second) && goes(b, before);
}

/** Length of a way, in units. */
export const lengthOf = (points: readonly Point[]): number => {
  let length = 0;
  for (let i = 0; i + 1 < points.length; i += 1) {
    length +=
      Math.abs((points[i + 1]?.x ?? 0) - (points[i]?.x ?? 0)) + Math.abs((points[i + 1]?.y ?? 0) - (points[i]?.y ?? 0));
  }
  return length;
};

export const middleOf = (box: Box, side: Side): number => (vertical(side) ? box.x + box.w / 2 : box.y + box.h / 2);

/** The side a point lies on or nearest to. */
export function sideAt(box: Box, point: Point): Side {
  const away: Readonly<Record<Side, number>> = {
    top: Math.abs(point.y - box.y),
    bottom: Math.abs(point.y - box.y - box.h),
    left: Math.abs(point.x - box.x),
    right: Math.abs(point.x - box.x - box.w),
  };
  return SIDES.reduce((best, side) => (away[side] < away[best] ? side : best));
}
