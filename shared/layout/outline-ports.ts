import type { Box, ElementKindId } from '../board/model.ts';
import { type Side, vertical } from './path-shapes.ts';

/** Depth of the points of a committee and of a function's tag. */
const POINT = 18;
const CORNER = 12;

/** From where to where on a side of its box lines may end. */
export function portRange(kind: ElementKindId | undefined, box: Box, side: Side): readonly [number, number] {
  const start = vertical(side) ? box.x : box.y;
  const length = vertical(side) ? box.w : box.h;
  let [before, after] = [CORNER, CORNER];
  if (kind === 'centre') {
    const radius = Math.min(box.w, box.h) / 2;
    before = radius * (vertical(side) ? 0.6 : 0.5);
    after = before;
  } else if (kind === 'committee') {
    before = vertical(side) ? POINT + 4 : box.h / 2 - 6;
    after = before;
  } else if (kind === 'function') {
    if (vertical(side)) after = POINT + 4;
    else if (side === 'right') before = after = box.h / 2 - 6;
  }
  const [low, high] = [start + before, start + length - after];
  return low <= high ? [low, high] : [start + length / 2, start + length / 2];
}

/** How far inside its box the outline is, at a place on a side. */
export function inset(kind: ElementKindId | undefined, box: Box, side: Side, at: number): number {
  const [start, length] = vertical(side) ? [box.x, box.w] : [box.y, box.h];
  if (kind === 'centre') {
    const radius = Math.min(box.w, box.h) / 2;
    const off = Math.max(start + radius - at, at - (start + length - radius), 0);
    return radius - Math.sqrt(Math.max(0, radius * radius - off * off));
  }
  if (vertical(side)) return 0;
  if (kind === 'committee' || (kind === 'function' && side === 'right')) {
    return (POINT * Math.abs(at - start - length / 2)) / (length / 2);
  }
  return 0;
}
