import type { Point } from '../board/model.ts';

export interface Rect {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Space between a line and a box it does not end at. */
export const CLEARANCE = 8;
/** Space between parallel lines of different groups. */
export const APART = 8;
/** What a line is said to cost beside its length, in units: a bend, a crossing, a text it runs over. */
export const BEND = 34;
export const CROSSING = 80;
export const OVER_WORDS = 320;

/** The rectangle around a straight piece, grown on all sides. */
export const segment = (a: Point, b: Point, by: number): Rect => ({
  minX: Math.min(a.x, b.x) - by,
  minY: Math.min(a.y, b.y) - by,
  maxX: Math.max(a.x, b.x) + by,
  maxY: Math.max(a.y, b.y) + by,
});
