import type { Box, Point } from '../board/model.ts';
import type { LaidLines } from './laid-lines.ts';
import { BEND, CLEARANCE } from './line-costs.ts';
import { StepQueue } from './step-queue.ts';

/** A free rectangle: as wide as nothing stands in it, between two heights at which some box starts or ends. */
interface Cell {
  readonly slab: number;
  readonly x0: number;
  readonly x1: number;
}

interface Slab {
  readonly y0: number;
  readonly y1: number;
  /** Its cells are these, from left to right. */
  readonly first: number;
  readonly end: number;
}

/** Beyond everything that stands on the board. */
const FAR = 4_000_000;
/** So far outside the boxes a line may go round them all. */
const AROUND = 48;
/** Two cells touch when a line fits through. */
const THROUGH = 2;
/** How far to the sides of both ends a way is looked for first, in units. */
const NEAR_BY = 640;

/**
 * The free space between boxes as rectangles, from which there is a way to wherever there is one at all. Slower lines to find
 * than plain shapes, but never through a box; work grows with how many rectangles lie between the ends, not with their
 * distance.
 */
export class Channels {
  readonly #cells: Cell[] = [];
  readonly #slabs: Slab[] = [];
  /** Of a search, by cell: what it cost to come there, where it was entered, from which cell. Kept for the next one. */
  #best: Float64Array | null = null;
  #atX: Float64Array | null = null;
  #back: Int32Array | null = null;

  constructor(boxes: Iterable<Box>) {
    const walls = [...boxes].map(({ x, y, w, h }) => ({
      x0: x - CLEARANCE,
      y0: y - CLEARANCE,
      x1: x + w + CLEARANCE,
      y1: y + h + CLEARANCE,
    }));
    const heights = [...new Set(walls.flatMap(({ y0, y1 }) => [y0, y1]))].sort((a, b) => a - b);
    const [top, bottom] = [heights[0] ?? 0, heights.at(-1) ?? 0];
    const edges = [top - FAR, top - AROUND, ...heights, bottom + AROUND, bottom + FAR];
    const starting = walls.toSorted((a, b) => a.y0 - b.y0);
    let next = 0;
    let open: typeof starting = [];
    for (let i = 0; i + 1 < edges.length; i += 1) {
      const [y0 = 0, y1 = 0] = [edges[i], edges[i + 1]];
      open = open.filter((wall) => wall.y1 > y0);
      for (let wall = starting[next]; wall !== undefined && wall.y0 <= y0; wall = starting[next]) {
        if (wall.y1 > y0) open.push(wall);
        next += 1;
      }
      this.#addSlab(y0, y1, open);
    }
  }

  #addSlab(y0: number, y1: number, walls: readonly { readonly x0: number; readonly x1: number }[]): void {
    const slab = this.#slabs.length;
    const first = this.#cells.length;
    let x = -FAR;
    for (const wall of walls.toSorted((a, b) => a.x0 - b.x0)) {
      if (wall.x0 - x >= THROUGH) this.#cells.push({ slab, x0: x, x1: wall.x0 });
      x = Math.max(x, wall.x1);
    }
    if (FAR - x >= THROUGH) this.#cells.push({ slab, x0: x, x1: FAR });
    this.#slabs.push({ y0, y1, first, end: this.#cells.length });
  }

  #slabAt(y: number): number {
    let [low, high] = [0, this.#slabs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#slabs[middle]?.y0 ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The cell that holds a point, or -1 when something stands there. */
  #cellAt({ x, y }: Point): number {
    const slab = this.#slabs[this.#slabAt(y)];
    for (let i = slab?.first ?? 0; i < (slab?.end ?? 0); i += 1) {
      const cell = this.#cells[i];
      if (cell !== undefined && cell.x0 <= x && x <= cell.x1) return i;
    }
    return -1;
  }

  /** First cell of a slab that reaches to the right of `x`. */
  #firstPast(slab: Slab, x: number): number {
    let [low, high] = [slab.first, slab.end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cells[middle]?.x1 ?? 0) < x + THROUGH) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * A way from one of the starts to one of the goals, which lie outside all boxes; right-angled, its ends included. `null` when
   * there is none.
   */
  way(starts: readonly Point[], goals: readonly Point[], laid: LaidLines, group: string): readonly Point[] | null {
    const ends = new Map<number, Point>();
    for (const goal of goals) {
      const cell = this.#cellAt(goal);
      if (cell >= 0 && !ends.has(cell)) ends.set(cell, goal);
    }
    if (ends.size === 0) return null;
    const targets = [...ends.values()];
    const guess = (x: number, y: number): number => {
      let least = Number.POSITIVE_INFINITY;
      for (const target of targets) least = Math.min(least, Math.abs(x - target.x) + Math.abs(y - target.y));
      return least;
    };
    const [x0, x1] = [
      Math.min(...starts.map((point) => point.x), ...targets.map((point) => point.x)),
      Math.max(...starts.map((point) => point.x), ...targets.map((point) => point.x)),
    ];
    // Nearly always the way lies near by; only where it does not is the whole board looked at.
    for (const [low, high] of [
      [x0 - NEAR_BY, x1 + NEAR_BY],
      [-FAR, FAR],
    ] as const) {
      const found = this.#search(starts, ends, guess, low, high);
      if (found !== null) return this.#draw(found.cells, found.start, found.goal, laid, group);
    }
    return null;
  }

  #search(
    starts: readonly Point[],
    ends: ReadonlyMap<number, Point>,
    guess: (x: number, y: number) => number,
    low: number,
    high: number,
  ): { readonly cells: readonly number[]; readonly start: Point; readonly goal: Point } | null {
    this.#best ??= new Float64Array(this.#cells.length);
    this.#atX ??= new Float64Array(this.#cells.length);
    this.#back ??= new Int32Array(this.#cells.length);
    const [best, atX, back] = [this.#best, this.#atX, this.#back];
    best.fill(Number.POSITIVE_INFINITY);
    const started = new Map<number, Point>();
    const queue = new StepQueue();
    const at = (key: number): Point => {
      const start = started.get(key);
      if (start !== undefined) return start;
      const from = back[key] ?? 0;
      const [slab, before] = [this.#cells[key]?.slab ?? 0, this.#cells[from]?.slab ?? 0];
      return { x: atX[key] ?? 0, y: this.#slabs[Math.max(slab, before)]?.y0 ?? 0 };
    };
    for (const start of starts) {
      const cell = this.#cellAt(start);
      if (cell < 0 || started.has(cell)) continue;
      started.set(cell, start);
      best[cell] = 0;
      queue.push({ key: cell, cost: 0, rank: guess(start.x, start.y) });
    }
    for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
      const { key, cost } = step;
      if (cost > (best[key] ?? Number.POSITIVE_INFINITY)) continue;
      const goal = ends.get(key);
      if (goal !== undefined) {
        const cells = [key];
        for (let up = key; !started.has(up); ) {
          up = back[up] ?? -1;
          cells.push(up);
        }
        const start = started.get(cells.at(-1) ?? -1);
        return start === undefined ? null : { cells: cells.reverse(), start, goal };
      }
      const cell = this.#cells[key];
      const own = cell === undefined ? undefined : this.#slabs[cell.slab];
      if (cell === undefined || own === undefined) continue;
      const here = at(key);
      for (const by of [-1, 1]) {
        const beside = this.#slabs[cell.slab + by];
        if (beside === undefined) continue;
        const y = by < 0 ? own.y0 : own.y1;
        const [left, right] = [Math.max(cell.x0, low), Math.min(cell.x1, high)];
        for (let i = this.#firstPast(beside, left); i < beside.end; i += 1) {
          const other = this.#cells[i];
          if (other === undefined || other.x0 > right - THROUGH) break;
          const x = clamp(here.x, Math.max(cell.x0, other.x0), Math.min(cell.x1, other.x1));
          const aside = Math.abs(here.x - x);
          const total = cost + aside + Math.abs(here.y - y) + (aside > 0 ? 2 * BEND : 0);
          if (total >= (best[i] ?? 0) || started.has(i)) continue;
          best[i] = total;
          atX[i] = x;
          back[i] = key;
          queue.push({ key: i, cost: total, rank: total + guess(x, y) });
        }
      }
    }
    return null;
  }

  /** Draws a way through cells with as few bends as they allow, each piece where the least runs already. */
  #draw(path: readonly number[], start: Point, goal: Point, laid: LaidLines, group: string): readonly Point[] {
    const cells = path.flatMap((key) => this.#cells[key] ?? []);
    const runs: { readonly x: number; readonly from: number; readonly to: number }[] = [];
    let x = start.x;
    for (let i = 0; i + 1 < cells.length; ) {
      const { reach, low, high } = straightFrom(cells, i);
      const [y0, y1] = [this.#middle(cells[i]), this.#middle(cells[reach])];
      const last = reach === cells.length - 1;
      x = this.#lane([x, ...(last ? [goal.x] : []), (low + high) / 2], low, high, (at) => {
        const run = laid.cost({ x: at, y: y0 }, { x: at, y: y1 }, group);
        return run + Math.abs(at - x) + (last ? Math.abs(at - goal.x) : 0) + (at === x ? 0 : BEND);
      });
      runs.push({ x, from: i, to: reach });
      i = reach;
    }
    const points: Point[] = [start];
    let before = start;
    runs.forEach((run, i) => {
      const slab = this.#slabs[cells[run.from]?.slab ?? 0];
      const y =
        i === 0 || slab === undefined
          ? start.y
          : this.#lane([before.y, (slab.y0 + slab.y1) / 2, slab.y0, slab.y1], slab.y0, slab.y1, (at) =>
              laid.cost({ x: before.x, y: at }, { x: run.x, y: at }, group),
            );
      before = { x: run.x, y };
      points.push({ x: points.at(-1)?.x ?? start.x, y }, before);
    });
    points.push({ x: before.x, y: goal.y }, goal);
    return points;
  }

  #middle(cell: Cell | undefined): number {
    const slab = this.#slabs[cell?.slab ?? 0];
    return ((slab?.y0 ?? 0) + (slab?.y1 ?? 0)) / 2;
  }

  /** The place between two that costs least: wishes first, then every few units. */
  #lane(wishes: readonly number[], low: number, high: number, cost: (at: number) => number): number {
    let best = clamp(wishes[0] ?? low, low, high);
    let least = Number.POSITIVE_INFINITY;
    const places = new Set(wishes.map((wish) => clamp(wish, low, high)));
    const near = clamp(wishes[0] ?? low, low, high);
    for (let by = LANE; by <= 4 * LANE; by += LANE) {
      places.add(clamp(near - by, low, high));
      places.add(clamp(near + by, low, high));
    }
    for (const place of places) {
      const at =
        Math.round(place) < low ? Math.ceil(low) : Math.round(place) > high ? Math.floor(high) : Math.round(place);
      const total = cost(at);
      if (total < least) [best, least] = [at, total];
    }
    return best;
  }
}

/** Between two lines in one channel. */
const LANE = 10;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** How far one goes straight up or down from a cell, and between which places. */
function straightFrom(
  cells: readonly Cell[],
  from: number,
): { readonly reach: number; readonly low: number; readonly high: number } {
  const way = Math.sign((cells[from + 1]?.slab ?? 0) - (cells[from]?.slab ?? 0));
  let [low, high] = [cells[from]?.x0 ?? 0, cells[from]?.x1 ?? 0];
  let reach = from;
  for (let i = from + 1; i < cells.length; i += 1) {
    const [cell, last] = [cells[i], cells[i - 1]];
    if (cell === undefined || last === undefined || Math.sign(cell.slab - last.slab) !== way) break;
    const [left, right] = [Math.max(low, cell.x0), Math.min(high, cell.x1)];
    if (right - left < THROUGH / 2) break;
    [low, high, reach] = [left, right, i];
  }
  return { reach, low, high };
}
