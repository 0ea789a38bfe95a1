import type { Box } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import { middle } from './parts/line.ts';

/** The plainest right-angled way between two boxes, for a line that no router has placed; it does not look at other boxes. */
export function elbowRoute(from: Box, to: Box): Route {
  const a = { x: from.x + from.w / 2, y: from.y + from.h / 2 };
  const b = { x: to.x + to.w / 2, y: to.y + to.h / 2 };
  const above = to.y + to.h <= from.y;
  const below = from.y + from.h <= to.y;
  if (above || below) {
    const start = { x: a.x, y: above ? from.y : from.y + from.h };
    const end = { x: b.x, y: above ? to.y + to.h : to.y };
    const y = (start.y + end.y) / 2;
    const points = start.x === end.x ? [start, end] : [start, { x: start.x, y }, { x: end.x, y }, end];
    return { points, label: middle(points).at };
  }
  const rightwards = b.x >= a.x;
  const start = { x: rightwards ? from.x + from.w : from.x, y: a.y };
  const end = { x: rightwards ? to.x : to.x + to.w, y: b.y };
  const x = (start.x + end.x) / 2;
  const points = start.y === end.y ? [start, end] : [start, { x, y: start.y }, { x, y: end.y }, end];
  return { points, label: middle(points).at };
}
