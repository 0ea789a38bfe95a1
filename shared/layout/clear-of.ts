import { boxesOverlap, growBox } from '../board/geometry.ts';
import type { Box, Id, Point } from '../board/model.ts';

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

/** How often boxes are pushed on before it is given up. */
const MOST_PUSHES = 60;

/**
 * How far each box goes so that none lies on a fixed one, all others keeping their order: everything right of the fixed box goes
 * right, or everything under its top goes down, whichever moves less and keeps the anchor. `null` when that does not end.
 */
export function pushedPast(
  moved: ReadonlyMap<Id, Box>,
  fixed: readonly Box[],
  anchor: Id | undefined,
): ReadonlyMap<Id, Point> | null {
  const at = new Map([...moved].map(([id, box]) => [id, { ...box }]));
  const held = anchor === undefined ? undefined : at.get(anchor);
  for (let i = 0; i < MOST_PUSHES; i += 1) {
    const stone = fixed.find((box) => [...at.values()].some((one) => boxesOverlap(one, box, ROOM / 2)));
    if (stone === undefined) {
      return new Map(
        [...at].map(([id, { x, y }]) => [id, { x: x - (moved.get(id)?.x ?? 0), y: y - (moved.get(id)?.y ?? 0) }]),
      );
    }
    const hit = [...at.values()].filter((one) => boxesOverlap(one, stone, ROOM / 2));
    const right = [...at.values()].filter((one) => one.x + one.w > stone.x - ROOM / 2);
    const down = [...at.values()].filter((one) => one.y + one.h > stone.y - ROOM / 2);
    const byX = stone.x + stone.w + ROOM / 2 - Math.min(...hit.map((one) => one.x));
    const byY = stone.y + stone.h + ROOM / 2 - Math.min(...hit.map((one) => one.y));
    const cost = (boxes: readonly Box[], by: number): number =>
      boxes.length * by + (held !== undefined && boxes.includes(held) ? 1e9 : 0);
    if (cost(right, byX) < cost(down, byY)) for (const one of right) Object.assign(one, { x: one.x + byX });
    else for (const one of down) Object.assign(one, { y: one.y + byY });
  }
  return null;
}
