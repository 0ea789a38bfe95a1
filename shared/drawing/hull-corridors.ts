import type { Box } from '../board/model.ts';

/** Width of a corridor between members. */
export const CORRIDOR = 36;
/** Members closer than this join at full width. */
const NEIGHBOURS = 48;
/** What running over a box that is not a member costs, as a detour in units. */
const FOREIGN = 500;

const right = (b: Box): number => b.x + b.w;
const bottom = (b: Box): number => b.y + b.h;

export const grown = (b: Box, by: number): Box => ({ x: b.x - by, y: b.y - by, w: b.w + 2 * by, h: b.h + 2 * by });
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);

const span = (x1: number, y1: number, x2: number, y2: number): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  w: Math.abs(x2 - x1),
  h: Math.abs(y2 - y1),
});

/** A way between two members: its rectangles, how long it is, and what it costs. */
export interface Corridor {
  readonly rects: readonly Box[];
  readonly length: number;
  readonly cost: number;
  /** Foreign boxes it runs over. */
  readonly over: readonly Box[];
}

const across = (x1: number, x2: number, y: number): Box => span(x1, y - CORRIDOR / 2, x2, y + CORRIDOR / 2);
const down = (x: number, y1: number, y2: number): Box => span(x - CORRIDOR / 2, y1, x + CORRIDOR / 2, y2);

/** Places for a straight corridor in a shared range: its middle, then both ends. */
const places = (from: number, to: number): readonly number[] =>
  [(from + to) / 2, from + CORRIDOR / 2, to - CORRIDOR / 2].filter((at, i, all) => all.indexOf(at) === i);

/** All the ways worth trying between two grown members. */
function ways(a: Box, b: Box): readonly (readonly Box[])[] {
  const gapX = Math.max(a.x, b.x) - Math.min(right(a), right(b));
  const gapY = Math.max(a.y, b.y) - Math.min(bottom(a), bottom(b));
  const shared = { top: Math.max(a.y, b.y), bottom: Math.min(bottom(a), bottom(b)) };
  const common = { left: Math.max(a.x, b.x), right: Math.min(right(a), right(b)) };
  if (gapX <= 0 && gapY <= 0) return [[]];
  const [x1, x2] = [Math.min(right(a), right(b)), Math.max(a.x, b.x)];
  const [y1, y2] = [Math.min(bottom(a), bottom(b)), Math.max(a.y, b.y)];
  const [ax, ay] = [a.x + a.w / 2, a.y + a.h / 2];
  const [bx, by] = [b.x + b.w / 2, b.y + b.h / 2];
  const out: (readonly Box[])[] = [];
  if (shared.bottom - shared.top >= CORRIDOR && gapX > 0) {
    if (gapX < NEIGHBOURS) return [[span(x1 - 1, shared.top, x2 + 1, shared.bottom)]];
    for (const y of places(shared.top, shared.bottom)) out.push([across(x1 - 1, x2 + 1, y)]);
  }
  if (common.right - common.left >= CORRIDOR && gapY > 0) {
    if (gapY < NEIGHBOURS) return [[span(common.left, y1 - 1, common.right, y2 + 1)]];
    for (const x of places(common.left, common.right)) out.push([down(x, y1 - 1, y2 + 1)]);
  }
  const half = CORRIDOR / 2;
  const signX = Math.sign(bx - ax);
  const signY = Math.sign(by - ay);
  // One corner: out of the side of one, into the top or bottom of the other.
  out.push([across(ax, bx + signX * half, ay), down(bx, ay - signY * half, by)]);
  out.push([down(ax, ay, by + signY * half), across(ax - signX * half, bx, by)]);
  // Two corners, turning half-way between them.
  if (gapY > CORRIDOR) {
    const y = (y1 + y2) / 2;
    out.push([
      down(ax, ay, y + signY * half),
      across(ax - signX * half, bx + signX * half, y),
      down(bx, y - signY * half, by),
    ]);
  }
  if (gapX > CORRIDOR) {
    const x = (x1 + x2) / 2;
    out.push([
      across(ax, x + signX * half, ay),
      down(x, ay - signY * half, by + signY * half),
      across(x - signX * half, bx, by),
    ]);
  }
  return out;
}

/** Room between a corridor that goes round and what it goes round. */
const ROUND = 12;
/** Closer than this a corridor that goes round squeezes past a box, which costs so much. */
const AIR = ROUND;
const TIGHT = 240;

/** Ways round what stands between: over and under it, or past it on either side; `extra` is how much longer they are. */
function detours(
  a: Box,
  b: Box,
  between: readonly Box[],
): readonly { readonly rects: readonly Box[]; readonly extra: number }[] {
  const half = CORRIDOR / 2;
  const [ax, ay] = [a.x + a.w / 2, a.y + a.h / 2];
  const [bx, by] = [b.x + b.w / 2, b.y + b.h / 2];
  const over = (y: number) => ({
    rects: [
      down(ax, Math.min(ay, y - half), Math.max(ay, y + half)),
      across(Math.min(ax, bx) - half, Math.max(ax, bx) + half, y),
      down(bx, Math.min(by, y - half), Math.max(by, y + half)),
    ],
    extra: Math.abs(ay - y) + Math.abs(by - y),
  });
  const past = (x: number) => ({
    rects: [
      across(Math.min(ax, x - half), Math.max(ax, x + half), ay),
      down(x, Math.min(ay, by) - half, Math.max(ay, by) + half),
      across(Math.min(bx, x - half), Math.max(bx, x + half), by),
    ],
    extra: Math.abs(ax - x) + Math.abs(bx - x),
  });
  return [
    over(Math.min(...between.map((box) => box.y)) - ROUND - half),
    over(Math.max(...between.map(bottom)) + ROUND + half),
    past(Math.min(...between.map((box) => box.x)) - ROUND - half),
    past(Math.max(...between.map(right)) + ROUND + half),
  ];
}

/** The cheapest way between two grown members: short, and over as few foreign boxes as can be. */
export function corridor(a: Box, b: Box, foreign: readonly Box[]): Corridor {
  const gapX = Math.max(0, Math.max(a.x, b.x) - Math.min(right(a), right(b)));
  const gapY = Math.max(0, Math.max(a.y, b.y) - Math.min(bottom(a), bottom(b)));
  const length = gapX + gapY;
  const reach = span(
    Math.min(a.x, b.x),
    Math.min(a.y, b.y),
    Math.max(right(a), right(b)),
    Math.max(bottom(a), bottom(b)),
  );
  const near = foreign.filter((box) => overlaps(box, reach));
  let best: Corridor | null = null;
  for (const [i, rects] of ways(a, b).entries()) {
    const over = near.filter((box) => rects.some((rect) => overlaps(rect, box)));
    const cost = length + over.length * FOREIGN + i * 0.01 + rects.length * 4;
    if (best === null || cost < best.cost) best = { rects, length, cost, over };
  }
  return best ?? { rects: [], length, cost: length, over: [] };
}

/** The same corridor led round what it would run over, when that is cheaper. */
function ledRound(a: Box, b: Box, way: Corridor, foreign: readonly Box[]): Corridor {
  if (way.over.length === 0) return way;
  let best = way;
  const near = detours(a, b, way.over);
  const beyond = foreign.filter((box) => near.some(({ rects }) => rects.some((rect) => overlaps(rect, box))));
  const far = beyond.length === 0 ? [] : detours(a, b, [...way.over, ...beyond]);
  for (const { rects, extra } of [...near, ...far]) {
    const over = foreign.filter((box) => rects.some((rect) => overlaps(rect, box)));
    const tight = foreign.filter((box) => rects.some((rect) => overlaps(grown(rect, AIR), box))).length - over.length;
    const cost = way.length + extra + over.length * FOREIGN + tight * TIGHT + rects.length * 4;
    if (cost < best.cost) best = { rects, length: way.length, cost, over };
  }
  return best;
}

/** Edges of the cheapest tree over the members, with their corridors. */
export function tree(members: readonly Box[], foreign: readonly Box[]): readonly Corridor[] {
  const inside = new Set([0]);
  const best = members.map((box, i) => (i === 0 ? null : corridor(members[0] ?? box, box, foreign)));
  const nearest = members.map(() => 0);
  const edges: Corridor[] = [];
  while (inside.size < members.length) {
    let next = -1;
    for (let i = 0; i < members.length; i++) {
      const way = best[i];
      if (inside.has(i) || way === null || way === undefined) continue;
      if (next === -1 || way.cost < (best[next]?.cost ?? Number.POSITIVE_INFINITY)) next = i;
    }
    const way = best[next];
    const from = members[next];
    if (way === null || way === undefined || from === undefined) break;
    edges.push(ledRound(members[nearest[next] ?? 0] ?? from, from, way, foreign));
    inside.add(next);
    for (const [i, box] of members.entries()) {
      if (inside.has(i)) continue;
      const other = corridor(from, box, foreign);
      if (other.cost >= (best[i]?.cost ?? Number.POSITIVE_INFINITY)) continue;
      best[i] = other;
      nearest[i] = next;
    }
  }
  return edges;
}
