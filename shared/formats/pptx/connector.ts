import type { Point } from '../../board/model.ts';

/** Preset connector, turned and flipped so that it runs through the points of a route. */
export interface ConnectorShape {
  readonly preset: string;
  /** Before turning, in units. */
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Attributes of `a:xfrm`. */
  readonly turn: string;
  /** Places of the bends, as shares of the box. */
  readonly adjust: readonly number[];
}

const SAME = 0.01;

/** The route without points that lie on a straight piece. */
export function corners(points: readonly Point[]): readonly Point[] {
  const out: Point[] = [];
  for (const point of points) {
    const [a, b] = [out.at(-2), out.at(-1)];
    if (b !== undefined && Math.abs(b.x - point.x) < SAME && Math.abs(b.y - point.y) < SAME) continue;
    const straight =
      a !== undefined &&
      b !== undefined &&
      ((Math.abs(a.x - b.x) < SAME && Math.abs(b.x - point.x) < SAME) ||
        (Math.abs(a.y - b.y) < SAME && Math.abs(b.y - point.y) < SAME));
    if (straight) out.pop();
    out.push(point);
  }
  return out;
}

const share = (from: number, to: number, at: number): number => (at - from) / (to - from);

/**
 * The preset connector of a right-angled route of one to five pieces, or `null` when no preset runs that way. Presets begin
 * horizontally; a route that begins vertically is one turned by a quarter (ISO/IEC 29500-1, bentConnector2 to 5).
 */
export function connectorShape(route: readonly Point[]): ConnectorShape | null {
  const points = corners(route);
  const [start, second] = points;
  const end = points.at(-1);
  if (start === undefined || second === undefined || end === undefined) return null;
  const pieces = points.length - 1;
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const flat = { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y), w: Math.abs(dx), h: Math.abs(dy) };
  const flips = `${dx < 0 ? ' flipH="1"' : ''}${dy < 0 ? ' flipV="1"' : ''}`;
  if (pieces > 5) return null;
  const sideways = Math.abs(second.y - start.y) < SAME;
  const along = sideways ? ('x' as const) : ('y' as const);
  const across = sideways ? ('y' as const) : ('x' as const);
  const lacks = (axis: 'x' | 'y'): boolean => Math.abs(end[axis] - start[axis]) < SAME;
  if ((pieces > 2 && lacks(along)) || (pieces > 3 && lacks(across))) return null;
  // A straight line is an elbow without height: it stays right-angled when one of its boxes is moved.
  const adjust: number[] = pieces === 1 ? [0.5] : [];
  for (let i = 1; i < pieces - 1; i += 1) {
    const axis = i % 2 === 1 ? along : across;
    adjust.push(share(start[axis], end[axis], points[i]?.[axis] ?? 0));
  }
  const preset = `bentConnector${pieces === 1 ? 3 : pieces}`;
  if (sideways) return { preset, box: flat, turn: flips, adjust };
  const [w, h] = [flat.h, flat.w];
  const box = { x: flat.x + flat.w / 2 - w / 2, y: flat.y + flat.h / 2 - h / 2, w, h };
  const turn =
    dy >= 0
      ? dx <= 0
        ? ' rot="5400000"'
        : ' rot="16200000" flipH="1"'
      : dx <= 0
        ? ' rot="5400000" flipH="1"'
        : ' rot="16200000"';
  return { preset, box, turn, adjust };
}
