import type { Point } from '../board/model.ts';

/** Something with a size that would like its centre at `wish`. */
export interface Wish {
  readonly size: number;
  readonly wish: number;
}

interface Pool {
  start: number;
  sum: number;
  count: number;
  size: number;
  members: number;
}

/** Starts of things in a line, in the given order, no closer than `gap`, with the least squares of distance from their wishes. */
export function lineUp(things: readonly Wish[], gap: number): readonly number[] {
  const pools: Pool[] = [];
  for (const { size, wish } of things) {
    pools.push({ start: wish - size / 2, sum: wish - size / 2, count: 1, size, members: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined || before.start + before.size + gap <= last.start) break;
      const shift = before.size + gap;
      before.sum += last.sum - shift * last.count;
      before.count += last.count;
      before.members += last.members;
      before.size += gap + last.size;
      before.start = before.sum / before.count;
      pools.pop();
    }
  }
  const starts: number[] = [];
  for (const pool of pools) {
    let at = pool.start;
    for (let i = 0; i < pool.members; i += 1) {
      starts.push(at);
      at += (things[starts.length - 1]?.size ?? 0) + gap;
    }
  }
  return starts;
}

interface Sized {
  readonly w: number;
  readonly h: number;
}

/** Rows and columns of aligned boxes whose whole is as near to `aspect` as can be. */
export function grid(items: readonly Sized[], gap: number, aspect: number): readonly Point[] {
  let best: readonly Point[] = [];
  let score = Number.POSITIVE_INFINITY;
  for (let columns = 1; columns <= Math.min(items.length, 12); columns += 1) {
    const { places, w, h } = inColumns(items, columns, gap);
    const holes = (columns - (items.length % columns)) % columns;
    const off = Math.abs(Math.log(w / h / aspect)) + holes * 0.12;
    if (off < score) {
      score = off;
      best = places;
    }
  }
  return best;
}

/** Boxes in a given number of columns, left-aligned and top-aligned. */
export function inColumns(
  items: readonly Sized[],
  columns: number,
  gap: number,
): { readonly places: readonly Point[]; readonly w: number; readonly h: number } {
  const widths: number[] = [];
  const heights: number[] = [];
  items.forEach((item, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    widths[column] = Math.max(widths[column] ?? 0, item.w);
    heights[row] = Math.max(heights[row] ?? 0, item.h);
  });
  const starts = (sizes: readonly number[]): readonly number[] => {
    const out = [0];
    for (const size of sizes) out.push((out.at(-1) ?? 0) + size + gap);
    return out;
  };
  const xs = starts(widths);
  const ys = starts(heights);
  const places = items.map((_, i) => ({ x: xs[i % columns] ?? 0, y: ys[Math.floor(i / columns)] ?? 0 }));
  return { places, w: (xs[widths.length] ?? 0) - gap, h: (ys[heights.length] ?? 0) - gap };
}

/** Splits a row into as many rows as needed so that none is wider than `width`, of about equal length. */
export function breakRows<T extends Sized>(items: readonly T[], gap: number, width: number): readonly (readonly T[])[] {
  const total = items.reduce((sum, item) => sum + item.w + gap, -gap);
  const rows = Math.max(1, Math.ceil(total / Math.max(width, 1)));
  const each = Math.ceil(items.length / rows);
  const out: T[][] = [];
  for (let i = 0; i < items.length; i += each) out.push(items.slice(i, i + each));
  return out;
}
