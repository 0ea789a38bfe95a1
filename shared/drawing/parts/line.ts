import type { Point } from '../../board/model.ts';
import type { RelationDrawContext, Route } from '../../relations/define-relation.ts';
import type { Mark, Stroke } from '../mark.ts';
import { measureText } from '../measure-text.ts';
import { ink, stroked, text } from './marks.ts';
import { n } from './shapes.ts';

/** Corner radius of lines; reporting lines are tighter. */
export const CORNER = 6;

/** Direction from one point to another, of length 1; rightwards when they coincide. */
export function direction(a: Point, b: Point): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return length === 0 ? { x: 1, y: 0 } : { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

const along = (from: Point, dir: Point, by: number): Point => ({ x: from.x + dir.x * by, y: from.y + dir.y * by });

/** The route with its ends drawn in by so much, for end marks to stand in. */
export function shorten(points: readonly Point[], atStart: number, atEnd: number): readonly Point[] {
  const out = points.map((p) => ({ ...p }));
  const [first, second] = [points[0], points[1]];
  const [last, before] = [points.at(-1), points.at(-2)];
  if (first === undefined || second === undefined || last === undefined || before === undefined) return out;
  out[0] = along(first, direction(first, second), atStart);
  out[out.length - 1] = along(last, direction(last, before), atEnd);
  return out;
}

/** Path along points with rounded corners; a corner never takes more than half of its shorter side. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [start] = points;
  const end = points.at(-1);
  if (start === undefined || end === undefined) return '';
  let d = `M${n(start.x)} ${n(start.y)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    if (a === undefined || b === undefined || c === undefined) continue;
    const r = Math.min(radius, Math.hypot(b.x - a.x, b.y - a.y) / 2, Math.hypot(c.x - b.x, c.y - b.y) / 2);
    const p = along(b, direction(b, a), r);
    const q = along(b, direction(b, c), r);
    d += `L${n(p.x)} ${n(p.y)}Q${n(b.x)} ${n(b.y)} ${n(q.x)} ${n(q.y)}`;
  }
  return `${d}L${n(end.x)} ${n(end.y)}`;
}

/** The route moved sideways by `by` (to the right of its direction), corners kept: one of two parallel lines. */
export function sideways(points: readonly Point[], by: number): readonly Point[] {
  return points.map((p, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    const a = before === undefined ? null : direction(before, p);
    const b = after === undefined ? null : direction(p, after);
    const na = a === null ? null : { x: -a.y, y: a.x };
    const nb = b === null ? null : { x: -b.y, y: b.x };
    if (na === null || nb === null) {
      const only = na ?? nb ?? { x: 0, y: 0 };
      return { x: p.x + only.x * by, y: p.y + only.y * by };
    }
    const dot = na.x * nb.x + na.y * nb.y;
    const k = dot < -0.99 ? 1 : 1 / (1 + dot);
    return { x: p.x + (na.x + nb.x) * k * by, y: p.y + (na.y + nb.y) * k * by };
  });
}

export interface Ends {
  readonly start: Point;
  /** From the start into the line. */
  readonly out: Point;
  readonly end: Point;
  /** Into the end. */
  readonly into: Point;
}

/** Both ends of a route with their directions, or `null` for a route of fewer than two points. */
export function endsOf(points: readonly Point[]): Ends | null {
  const [start, second] = [points[0], points[1]];
  const [end, before] = [points.at(-1), points.at(-2)];
  if (start === undefined || second === undefined || end === undefined || before === undefined) return null;
  return { start, out: direction(start, second), end, into: direction(before, end) };
}

/** Two strokes that meet at `tip`, open behind. */
export function openArrow(tip: Point, dir: Point, size = 9): Mark {
  const back = along(tip, dir, -size);
  const side = { x: -dir.y * size * 0.55, y: dir.x * size * 0.55 };
  return stroked(
    `M${n(back.x + side.x)} ${n(back.y + side.y)}L${n(tip.x)} ${n(tip.y)}L${n(back.x - side.x)} ${n(back.y - side.y)}`,
    ink(1.4, { cap: 'round', join: 'round' }),
  );
}

/** Filled triangle, 11 × 11. */
export function filledArrow(tip: Point, dir: Point, size = 11): Mark {
  const back = along(tip, dir, -size);
  const side = { x: (-dir.y * size) / 2, y: (dir.x * size) / 2 };
  return {
    type: 'path',
    d: `M${n(tip.x)} ${n(tip.y)}L${n(back.x + side.x)} ${n(back.y + side.y)}L${n(back.x - side.x)} ${n(back.y - side.y)}Z`,
    fill: { color: 'ink' },
  };
}

/** Disc that touches `at` from inside the line. */
export const ball = (at: Point, dir: Point, r: number, hollow: boolean, width: number): Mark => ({
  type: 'circle',
  cx: at.x + dir.x * r,
  cy: at.y + dir.y * r,
  r,
  fill: { color: hollow ? 'paper' : 'ink' },
  stroke: ink(width),
});

/** Point and direction half-way along the route. */
export function middle(points: readonly Point[]): { readonly at: Point; readonly dir: Point } {
  const lengths = points.slice(1).map((p, i) => Math.hypot(p.x - (points[i]?.x ?? 0), p.y - (points[i]?.y ?? 0)));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [points[i], points[i + 1]];
    if (a === undefined || b === undefined) break;
    if (left <= length) {
      const dir = direction(a, b);
      return { at: along(a, dir, left), dir };
    }
    left -= length;
  }
  return { at: points[0] ?? { x: 0, y: 0 }, dir: { x: 1, y: 0 } };
}

/** The point with the direction of the piece of the route it lies on; `null` when it lies beside the route. */
export function onLine(points: readonly Point[], at: Point): { readonly at: Point; readonly dir: Point } | null {
  for (const [i, b] of points.entries()) {
    const a = points[i - 1];
    if (a === undefined) continue;
    const within =
      at.x >= Math.min(a.x, b.x) - 0.5 &&
      at.x <= Math.max(a.x, b.x) + 0.5 &&
      at.y >= Math.min(a.y, b.y) - 0.5 &&
      at.y <= Math.max(a.y, b.y) + 0.5;
    if (within && (Math.abs(a.x - b.x) < 0.5 || Math.abs(a.y - b.y) < 0.5)) return { at, dir: direction(a, b) };
  }
  return null;
}

export const LABEL = { size: 11, height: 16, pad: 4 } as const;

/** Width of a label on its chip, for routers that look for a free place; 0 without a label. */
export const labelWidth = (label: string): number =>
  label === '' ? 0 : measureText(label, LABEL.size, 400) + 2 * LABEL.pad;

/** The label on a paper chip, at full detail. */
export function lineLabel(label: string, route: Route, context: RelationDrawContext): readonly Mark[] {
  if (label === '' || context.detail < 3) return [];
  const { x, y } = route.label;
  const w = labelWidth(label);
  return [
    { type: 'rect', x: x - w / 2, y: y - LABEL.height / 2, w, h: LABEL.height, r: 3, fill: { color: 'paper' } },
    text(x, y + 3.9, label, { size: LABEL.size, weight: 400, color: 'ink-2', anchor: 'middle' }),
  ];
}

/** Length of the gap where a thicker line crosses. */
const GAP = 6;
/** A gap keeps this far from corners and ends, which would lose their shape. */
const FROM_CORNER = GAP / 2 + 2 * CORNER;
/** A gap belongs to a piece that runs this near: one of two parallel lines lies beside the middle. */
const BESIDE = 3;

/** The line cut where it breaks, as lines of their own. */
function cutAt(points: readonly Point[], gaps: readonly Point[]): readonly (readonly Point[])[] {
  const [start] = points;
  if (start === undefined || gaps.length === 0) return [points];
  const out: Point[][] = [];
  let open: Point[] = [start];
  for (const [i, b] of points.entries()) {
    const a = points[i - 1];
    if (a === undefined) continue;
    const dir = direction(a, b);
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const at = gaps
      .filter((gap) => Math.abs((gap.x - a.x) * dir.y - (gap.y - a.y) * dir.x) < BESIDE)
      .map((gap) => (gap.x - a.x) * dir.x + (gap.y - a.y) * dir.y)
      .filter((t) => t > FROM_CORNER && t < length - FROM_CORNER)
      .sort((s, t) => s - t);
    for (const t of at) {
      const from = open.at(-1) ?? a;
      // Two lines that cross side by side share one gap.
      if (open.length > 1 || Math.hypot(from.x - a.x, from.y - a.y) < t - GAP / 2 - 1) {
        open.push(along(a, dir, t - GAP / 2));
        out.push(open);
      }
      open = [along(a, dir, t + GAP / 2)];
    }
    open.push(b);
  }
  return [...out, open];
}

/** The line itself, broken where a thicker one crosses. */
export const lineMark = (
  points: readonly Point[],
  stroke: Stroke,
  radius = CORNER,
  gaps: readonly Point[] = [],
): Mark =>
  stroked(
    cutAt(points, gaps)
      .map((piece) => roundedPath(piece, radius))
      .join(''),
    { join: 'round', ...stroke },
  );

/** A short route for icons in a box of 36 × 24. */
export const ICON_ROUTE: Route = {
  points: [
    { x: 2, y: 12 },
    { x: 34, y: 12 },
  ],
  label: { x: 18, y: 12 },
};
