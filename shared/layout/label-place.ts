import { boxesOverlap } from '../board/geometry.ts';
import type { Box, Id, Point, Relation } from '../board/model.ts';
import { measureText } from '../drawing/measure-text.ts';
import { RELATIONS } from '../relations/index.ts';
import type { Obstacles } from './obstacles.ts';

const LABEL = { size: 11, weight: 400, height: 18, side: 6 } as const;
/** Where on a piece a label may stand, best first. */
const PLACES = [0.5, 0.35, 0.65, 0.2, 0.8];
/** A bead in the middle of a line needs this room. */
const LEAST = { w: 20, h: 14 };

interface Piece {
  readonly a: Point;
  readonly b: Point;
  readonly length: number;
}

/** The centre of a line's label: on its longest free piece, over no box and no other label. */
export function labelOf(
  line: Relation,
  points: readonly Point[],
  obstacles: Obstacles,
  open: ReadonlySet<Id>,
  labels: Map<Id, Box>,
): Point {
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [a, b] = [points[i], points[i + 1]];
    if (a !== undefined && b !== undefined) pieces.push({ a, b, length: Math.abs(a.x - b.x) + Math.abs(a.y - b.y) });
  }
  pieces.sort((a, b) => b.length - a.length);
  const words = RELATIONS[line.kind].labelText(line.attributes);
  const room =
    words === '' ? LEAST : { w: measureText(words, LABEL.size, LABEL.weight) + 2 * LABEL.side, h: LABEL.height };
  for (const { a, b } of pieces) {
    for (const share of PLACES) {
      const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
      const box = { x: at.x - room.w / 2, y: at.y - room.h / 2, ...room };
      if (obstacles.covered(box, open) || [...labels.values()].some((other) => boxesOverlap(other, box))) continue;
      if (words !== '') labels.set(line.id, box);
      return at;
    }
  }
  const longest = pieces[0];
  return longest === undefined
    ? { x: 0, y: 0 }
    : { x: (longest.a.x + longest.b.x) / 2, y: (longest.a.y + longest.b.y) / 2 };
}
