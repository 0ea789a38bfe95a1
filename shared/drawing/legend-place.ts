import type { Box, Point } from '../board/model.ts';
import { boundsOf } from './board-frame.ts';
import { grown, overlaps } from './hull-corridors.ts';

/** Room between the legend and what is drawn. */
const AROUND = 24;
/** Steps in which a free place is looked for along an edge. */
const STEP = 16;
/** What a unit of an odd shape costs: pictures far wider or taller than a page of 16 : 10 are harder to place. */
const PAGE = 1.6;
const ODD = 0.25;
/** What a legend in another number of columns than two costs, as a share of the picture. */
const UNUSUAL = 0.01;

/** A way to set the legend: its size in so many columns. */
export interface LegendShape {
  readonly columns: number;
  readonly w: number;
  readonly h: number;
}

export interface LegendPlace {
  readonly at: Point;
  readonly columns: number;
}

interface Candidate {
  readonly box: Box;
  readonly columns: number;
}

const free = (box: Box, boxes: readonly Box[]): boolean => {
  const room = grown(box, AROUND);
  return boxes.every((other) => !overlaps(room, other));
};

/** Places inside the picture: along its bottom from the right, then up its right edge, then its other corners. */
function inside(bounds: Box, { columns, w, h }: LegendShape, boxes: readonly Box[]): Candidate | null {
  if (w > bounds.w || h > bounds.h) return null;
  const right = bounds.x + bounds.w - w;
  const bottom = bounds.y + bounds.h - h;
  const corners: Point[] = [{ x: right, y: bottom }];
  for (let x = right - STEP; x > bounds.x; x -= STEP) corners.push({ x, y: bottom });
  corners.push({ x: bounds.x, y: bottom });
  for (let y = bottom - STEP; y > bounds.y; y -= STEP) corners.push({ x: right, y });
  corners.push({ x: right, y: bounds.y }, { x: bounds.x, y: bounds.y });
  for (const corner of corners) {
    const box = { ...corner, w, h };
    if (free(box, boxes)) return { box, columns };
  }
  return null;
}

/** Places that make the picture larger: under what stands at the right or left, and beside what stands at the bottom or top. */
function outside(bounds: Box, { columns, w, h }: LegendShape, boxes: readonly Box[]): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const x of [bounds.x + Math.max(0, bounds.w - w), bounds.x]) {
    const over = boxes.filter((box) => box.x < x + w + AROUND && box.x + box.w > x - AROUND);
    const y = over.reduce((most, box) => Math.max(most, box.y + box.h), bounds.y - AROUND) + AROUND;
    out.push({ box: { x, y, w, h }, columns });
  }
  for (const y of [bounds.y + Math.max(0, bounds.h - h), bounds.y]) {
    const beside = boxes.filter((box) => box.y < y + h + AROUND && box.y + box.h > y - AROUND);
    const x = beside.reduce((most, box) => Math.max(most, box.x + box.w), bounds.x - AROUND) + AROUND;
    out.push({ box: { x, y, w, h }, columns });
  }
  return out;
}

/** How large and how odd in shape the picture becomes, relative to what it is without a legend. */
function cost(bounds: Box, { box, columns }: Candidate): number {
  const all = boundsOf([bounds, box]);
  const odd = Math.abs(Math.log(all.w / all.h / PAGE));
  return ((all.w * all.h) / (bounds.w * bounds.h)) * (1 + ODD * odd) + Math.abs(columns - 2) * UNUSUAL;
}

/**
 * Where the legend stands and in how many columns: in a free place of the picture when there is one, else where it makes the
 * picture least larger. It never stands on anything.
 */
export function legendPlace(bounds: Box, shapes: readonly LegendShape[], boxes: readonly Box[]): LegendPlace {
  let best: Candidate | null = null;
  for (const shape of [...shapes].sort((a, b) => Math.abs(a.columns - 2) - Math.abs(b.columns - 2))) {
    const spot = inside(bounds, shape, boxes);
    if (spot !== null) return { at: { x: spot.box.x, y: spot.box.y }, columns: spot.columns };
    for (const candidate of outside(bounds, shape, boxes)) {
      if (best === null || cost(bounds, candidate) < cost(bounds, best)) best = candidate;
    }
  }
  if (best === null) return { at: { x: bounds.x, y: bounds.y + bounds.h + AROUND }, columns: 2 };
  return { at: { x: best.box.x, y: best.box.y }, columns: best.columns };
}
