import type { Box, Point } from '../board/model.ts';

/** A straight line to show while something snaps: along a shared edge or centre, or across a gap that became equal. */
export interface Guide {
  readonly from: Point;
  readonly to: Point;
  /** It measures a gap, from box to box, that is as wide as the one beside it. */
  readonly gap?: true;
}

/** How far to move so that it lines up, and what it lines up with. */
export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** A box seen along one axis: where it starts and ends on it, and across it. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

interface Pull {
  readonly delta: number;
  readonly guides: readonly (readonly [along: number, low: number, high: number])[];
  /** Gaps are drawn along the axis, alignments across it. */
  readonly gaps: readonly (readonly [across: number, start: number, end: number])[];
}

const NO_PULL: Pull = { delta: 0, guides: [], gaps: [] };
const NEAR = 1e-6;

const onX = ({ x, y, w, h }: Box): Span => ({ start: x, end: x + w, low: y, high: y + h });
const onY = ({ x, y, w, h }: Box): Span => ({ start: y, end: y + h, low: x, high: x + w });
const linesOf = ({ start, end }: Span): readonly number[] => [start, (start + end) / 2, end];

/** Least move that puts an edge on an edge or a centre on a centre; `null` when nothing is near enough. */
function alignment(moving: Span, others: readonly Span[], threshold: number): number | null {
  let best: number | null = null;
  for (const other of others) {
    const lines = linesOf(other);
    linesOf(moving).forEach((line, i) => {
      lines.forEach((target, j) => {
        if ((i === 1) !== (j === 1)) return;
        const delta = target - line;
        if (Math.abs(delta) <= threshold && (best === null || Math.abs(delta) < Math.abs(best))) best = delta;
      });
    });
  }
  return best;
}

/** Those beside it in the same row (or column), by their start. */
const neighbours = (moving: Span, others: readonly Span[]): readonly Span[] =>
  others.filter((o) => o.low < moving.high && moving.low < o.high).sort((a, b) => a.start - b.start);

/** Least move that makes a gap equal to one that is already there: between two others, or as the next in their row. */
function spacing(moving: Span, others: readonly Span[], threshold: number): number | null {
  const row = neighbours(moving, others);
  const size = moving.end - moving.start;
  let best: number | null = null;
  const offer = (start: number): void => {
    const delta = start - moving.start;
    if (Math.abs(delta) <= threshold && (best === null || Math.abs(delta) < Math.abs(best))) best = delta;
  };
  for (let i = 0; i + 1 < row.length; i += 1) {
    const [a, b] = [row[i], row[i + 1]];
    if (a === undefined || b === undefined) continue;
    const gap = b.start - a.end;
    if (gap <= 0) continue;
    offer(b.end + gap);
    offer(a.start - gap - size);
    if (gap > size) offer(a.end + (gap - size) / 2);
  }
  return best;
}

/** What the moved span lines up with: one guide a line, over everything on it. */
function alignedGuides(moved: Span, others: readonly Span[]): Pull['guides'] {
  const guides: [number, number, number][] = [];
  linesOf(moved).forEach((line, i) => {
    const on = others.filter((o) => linesOf(o).some((l, j) => (i === 1) === (j === 1) && Math.abs(l - line) < NEAR));
    if (on.length === 0) return;
    const low = Math.min(moved.low, ...on.map((o) => o.low));
    guides.push([line, low, Math.max(moved.high, ...on.map((o) => o.high))]);
  });
  return guides;
}

/** The equal gaps around the moved span. */
function gapGuides(moved: Span, others: readonly Span[]): Pull['gaps'] {
  const row = [...neighbours(moved, others), moved].sort((a, b) => a.start - b.start);
  const across = (moved.low + moved.high) / 2;
  const at = row.indexOf(moved);
  const gap = (i: number): number => (row[i + 1]?.start ?? 0) - (row[i]?.end ?? 0);
  const pairs = [
    [at - 2, at - 1],
    [at - 1, at],
    [at, at + 1],
  ].filter(([a = -1, b = -1]) => a >= 0 && b + 1 < row.length && gap(a) > 0 && Math.abs(gap(a) - gap(b)) < NEAR);
  return [...new Set(pairs.flat())].map((i) => [across, row[i]?.end ?? 0, row[i + 1]?.start ?? 0] as const);
}

function pull(moving: Span, others: readonly Span[], threshold: number): Pull {
  const aligned = alignment(moving, others, threshold);
  const spaced = spacing(moving, others, threshold);
  // The nearer of the two; of equals the edge or centre.
  const delta = aligned === null || (spaced !== null && Math.abs(spaced) < Math.abs(aligned)) ? spaced : aligned;
  if (delta === null) return NO_PULL;
  const moved = { ...moving, start: moving.start + delta, end: moving.end + delta };
  return { delta, guides: alignedGuides(moved, others), gaps: gapGuides(moved, others) };
}

/**
 * Pulls a box onto the edges, centres and equal gaps of others. `threshold` in board units: nothing farther pulls. What is
 * nearest pulls, an edge or centre before a gap that is as near; the two axes are independent.
 */
export function snap(moving: Box, others: readonly Box[], threshold: number): Snap {
  const x = pull(onX(moving), others.map(onX), threshold);
  const y = pull(onY(moving), others.map(onY), threshold);
  const guides: Guide[] = [
    ...x.guides.map(([at, low, high]) => ({ from: { x: at, y: low + y.delta }, to: { x: at, y: high + y.delta } })),
    ...y.guides.map(([at, low, high]) => ({ from: { x: low + x.delta, y: at }, to: { x: high + x.delta, y: at } })),
    ...x.gaps.map(([at, a, b]) => ({
      from: { x: a, y: at + y.delta },
      to: { x: b, y: at + y.delta },
      gap: true as const,
    })),
    ...y.gaps.map(([at, a, b]) => ({
      from: { x: at + x.delta, y: a },
      to: { x: at + x.delta, y: b },
      gap: true as const,
    })),
  ];
  return { dx: x.delta, dy: y.delta, guides };
}
