import { boxesOverlap, growBox } from '../board/geometry.ts';
import type { Box } from '../board/model.ts';

const ROOM = 32;
/** Beyond so many fixed boxes only the ways past all of them are tried. */
const MOST_FIXED = 12;

/** The offset nearest to `offset` (already in `moved`) at which no moved box touches a fixed one: as it is, else past some of them. */
export function clearOf(
  moved: readonly Box[],
  fixed: readonly Box[],
  [dx, dy]: readonly [number, number],
): readonly [number, number] {
  const walls = fixed.map((box) => growBox(box, ROOM / 2));
  const free = (x: number, y: number): boolean =>
    !moved.some((box) => {
      const at = growBox({ ...box, x: box.x + x, y: box.y + y }, ROOM / 2);
      return walls.some((wall) => boxesOverlap(at, wall));
    });
  if (free(0, 0)) return [dx, dy];
  const edges = (low: 'x' | 'y', size: 'w' | 'h'): readonly number[] => {
    const first = Math.min(...moved.map((box) => box[low]));
    const last = Math.max(...moved.map((box) => box[low] + box[size]));
    const ends = fixed.length > MOST_FIXED ? [] : fixed;
    const past = [Math.max(...fixed.map((box) => box[low] + box[size])), Math.min(...fixed.map((box) => box[low]))];
    return [
      0,
      (past[0] ?? 0) + ROOM - first,
      (past[1] ?? 0) - ROOM - last,
      ...ends.flatMap((box) => [box[low] + box[size] + ROOM - first, box[low] - ROOM - last]),
      // Past the box itself rather than past the whole: in the gaps of the drawing.
      ...(ends.length * moved.length > 240
        ? []
        : ends.flatMap((box) =>
            moved.flatMap((other) => [
              box[low] + box[size] + ROOM - other[low],
              box[low] - ROOM - other[low] - other[size],
            ]),
          )),
    ];
  };
  const tries: { x: number; y: number; far: number }[] = [];
  const [xs, ys] = [new Set(edges('x', 'w')), new Set(edges('y', 'h'))];
  for (const x of xs) tries.push({ x, y: 0, far: Math.abs(x) });
  for (const y of ys) tries.push({ x: 0, y, far: Math.abs(y) });
  tries.sort((a, b) => a.far - b.far || a.x - b.x || a.y - b.y);
  const found = tries.find(({ x, y }) => free(x, y));
  return found === undefined ? [dx, dy] : [dx + found.x, dy + found.y];
}
