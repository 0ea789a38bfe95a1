import polygonClipping, { type Polygon } from 'polygon-clipping';
import type { Box } from '../board/model.ts';
import { grown, tree } from './hull-corridors.ts';
import { n } from './parts/shapes.ts';

/** Radius of the corners of a tiger team's outline. */
const ROUND = 16;
/** From this distance on, members are joined by a rail and not by a hull. */
export const FAR_APART = 600;

export interface Hull {
  /** Rounded outline as path data; empty when members lie far apart. */
  readonly d: string;
  /** Rectangles it is made of: grown members and corridors. */
  readonly rects: readonly Box[];
  /** The longest gap between two members that follow one another in the tree. */
  readonly longest: number;
}

const polygon = ({ x, y, w, h }: Box): Polygon => [
  [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ],
];

type Corner = readonly [number, number];

const distance = (a: Corner, b: Corner): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** A closed ring with rounded corners; points on a straight line are left out. */
function roundedRing(ring: readonly Corner[]): string {
  const open = ring.slice(0, -1);
  const at = (list: readonly Corner[], i: number): Corner => list[(i + list.length) % list.length] ?? [0, 0];
  const corners = open.filter((b, i) => {
    const a = at(open, i - 1);
    const c = at(open, i + 1);
    return Math.abs((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) > 0.01;
  });
  let d = '';
  for (const [i, b] of corners.entries()) {
    const a = at(corners, i - 1);
    const c = at(corners, i + 1);
    const toA = distance(a, b);
    const toC = distance(b, c);
    const r = Math.min(ROUND, toA / 2, toC / 2);
    const p = [b[0] + ((a[0] - b[0]) / toA) * r, b[1] + ((a[1] - b[1]) / toA) * r] as const;
    const q = [b[0] + ((c[0] - b[0]) / toC) * r, b[1] + ((c[1] - b[1]) / toC) * r] as const;
    d += `${i === 0 ? 'M' : 'L'}${n(p[0])} ${n(p[1])}Q${n(b[0])} ${n(b[1])} ${n(q[0])} ${n(q[1])}`;
  }
  return d === '' ? '' : `${d}Z`;
}

const rounded = (box: Box): Box => {
  const x = Math.round(box.x * 2) / 2;
  const y = Math.round(box.y * 2) / 2;
  return { x, y, w: Math.round((box.x + box.w) * 2) / 2 - x, h: Math.round((box.y + box.h) * 2) / 2 - y };
};

/** Outline around rectangles that touch, with rounded corners. */
export function unionPath(rects: readonly Box[]): string {
  const [first, ...rest] = rects.map((rect) => polygon(rounded(rect)));
  if (first === undefined) return '';
  return polygonClipping
    .union(first, ...rest)
    .flatMap((shape) => shape.map(roundedRing))
    .join('');
}

/**
 * Outline of a tiger team: member boxes grown by `pad`, joined along the cheapest tree by right-angled corridors 36 wide that keep
 * off `foreign` boxes where they can; neighbours less than 48 apart join at full width.
 */
export function hullOf(members: readonly Box[], foreign: readonly Box[], pad: number): Hull {
  const boxes = members.map((box) => grown(box, pad));
  const edges = tree(boxes, foreign);
  const longest = edges.reduce((most, edge) => Math.max(most, edge.length + 2 * pad), 0);
  const rects = [...boxes, ...edges.flatMap((edge) => edge.rects)];
  return { d: longest > FAR_APART ? '' : unionPath(rects), rects, longest };
}
