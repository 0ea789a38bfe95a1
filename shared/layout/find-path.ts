import type { Box, Id, Point } from '../board/model.ts';
import type { LaidLines } from './laid-lines.ts';
import { BEND, CLEARANCE } from './line-costs.ts';
import type { Obstacles } from './obstacles.ts';
import { type Port, simplify, stubOf, vertical } from './path-shapes.ts';
import { StepQueue } from './step-queue.ts';

export interface Search {
  readonly from: readonly Port[];
  readonly to: readonly Port[];
  readonly open: ReadonlySet<Id>;
  readonly ends: readonly [Id, Id];
  readonly group: string;
  readonly window: Box;
  /** Gives up when the grid has more crossing points. */
  readonly most: number;
  /** Takes the first way it comes upon rather than the best, and gives up after so many steps. */
  readonly hasty?: number;
}

const STEPS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

const sortedUnique = (values: Iterable<number>): readonly number[] =>
  [...new Set([...values].map((value) => Math.round(value)))].sort((a, b) => a - b);

/** The way around boxes with least length, bends and crossings on a grid of lines beside them; `null` when there is none. */
export function findPath(obstacles: Obstacles, laid: LaidLines, search: Search): readonly Point[] | null {
  const { from, to, open, ends, group, window } = search;
  const area = { minX: window.x, minY: window.y, maxX: window.x + window.w, maxY: window.y + window.h };
  const near = obstacles.within(area);
  const xs = new Set<number>();
  const ys = new Set<number>();
  const off = CLEARANCE + 4;
  for (const box of near) {
    for (const x of [box.minX - off, box.maxX + off]) if (x > area.minX && x < area.maxX) xs.add(x);
    for (const y of [box.minY - off, box.maxY + off]) if (y > area.minY && y < area.maxY) ys.add(y);
  }
  for (const port of [...from, ...to]) {
    const stub = stubOf(port);
    xs.add(stub.x);
    ys.add(stub.y);
  }
  for (const x of [area.minX, area.maxX]) xs.add(x);
  for (const y of [area.minY, area.maxY]) ys.add(y);
  const cols = sortedUnique(xs);
  const rows = sortedUnique(ys);
  const wide = cols.length;
  if (wide * rows.length > search.most) return null;
  const node = (p: Point): number => rows.indexOf(Math.round(p.y)) * wide + cols.indexOf(Math.round(p.x));
  const pointOf = (at: number): Point => ({ x: cols[at % wide] ?? 0, y: rows[Math.floor(at / wide)] ?? 0 });
  const goals = new Map<number, Port>();
  for (const port of to) {
    if (!obstacles.blocked(port, stubOf(port), open, ends)) goals.set(node(stubOf(port)), port);
  }
  if (goals.size === 0) return null;
  const targets = [...goals.keys()].map(pointOf);
  const pull = search.hasty === undefined ? 1 : 2.5;
  let left = search.hasty ?? Number.POSITIVE_INFINITY;
  const guess = (p: Point): number => {
    let least = Number.POSITIVE_INFINITY;
    for (const t of targets) least = Math.min(least, Math.abs(p.x - t.x) + Math.abs(p.y - t.y));
    return least * pull;
  };
  const best = new Map<number, number>();
  const back = new Map<number, number>();
  const started = new Map<number, Port>();
  const queue = new StepQueue();
  /** What each piece of the grid costs beside its length, once known. */
  const extras = new Float64Array(wide * rows.length * 2).fill(Number.NaN);
  for (const port of from) {
    const stub = stubOf(port);
    if (obstacles.blocked(port, stub, open, ends)) continue;
    const dir = port.side === 'right' ? 0 : port.side === 'left' ? 1 : port.side === 'bottom' ? 2 : 3;
    const key = node(stub) * 4 + dir;
    best.set(key, 0);
    started.set(key, port);
    queue.push({ key, cost: 0, rank: guess(stub) });
  }
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const { key, cost } = step;
    if (cost > (best.get(key) ?? Number.POSITIVE_INFINITY)) continue;
    left -= 1;
    if (left < 0) return null;
    const at = Math.floor(key / 4);
    const dir = key % 4;
    const goal = goals.get(at);
    if (goal !== undefined && vertical(goal.side) === dir >= 2) {
      const points: Point[] = [goal, pointOf(at)];
      let walk = key;
      for (let up = back.get(walk); up !== undefined; up = back.get(walk)) {
        points.push(pointOf(Math.floor(up / 4)));
        walk = up;
      }
      const start = started.get(walk);
      if (start !== undefined) points.push(start);
      return simplify(points.reverse().map(({ x, y }) => ({ x, y })));
    }
    const here = pointOf(at);
    const column = at % wide;
    const row = Math.floor(at / wide);
    for (let next = 0; next < 4; next += 1) {
      if ((next ^ 1) === dir) continue;
      const [dx, dy] = STEPS[next] ?? [0, 0];
      const [c, r] = [column + dx, row + dy];
      if (c < 0 || r < 0 || c >= wide || r >= rows.length) continue;
      const there = { x: cols[c] ?? 0, y: rows[r] ?? 0 };
      const nextKey = (r * wide + c) * 4 + next;
      const length = Math.abs(there.x - here.x) + Math.abs(there.y - here.y);
      const least = cost + length + (next === dir ? 0 : BEND);
      if (least >= (best.get(nextKey) ?? Number.POSITIVE_INFINITY)) continue;
      const edge = Math.min(at, r * wide + c) * 2 + (dx === 0 ? 1 : 0);
      let extra = extras[edge] ?? Number.NaN;
      if (Number.isNaN(extra)) {
        extra = obstacles.blocked(here, there, open, ends)
          ? Number.POSITIVE_INFINITY
          : laid.cost(here, there, group) + obstacles.overWords(here, there);
        extras[edge] = extra;
      }
      if (extra === Number.POSITIVE_INFINITY) continue;
      const total = least + extra;
      if (total >= (best.get(nextKey) ?? Number.POSITIVE_INFINITY)) continue;
      best.set(nextKey, total);
      back.set(nextKey, key);
      queue.push({ key: nextKey, cost: total, rank: total + guess(there) });
    }
  }
  return null;
}
