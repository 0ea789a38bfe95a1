import type { Box } from '../board/model.ts';
import { boundsOf } from './board-frame.ts';
import { grown, overlaps } from './hull-corridors.ts';

/** Room between a hull and its flag. */
const GAP = 10;

/** What each kind of overlap costs; the place with the least cost wins. */
const COST = { element: 1000, flag: 1000, words: 400, line: 90, container: 120, hull: 30, ownHull: 60 } as const;

export interface FlagSurroundings {
  /** Boxes that nothing may cover: elements that hold nothing. */
  readonly boxes: readonly Box[];
  readonly containers: readonly Box[];
  /** Names of containers and zones, and labels of lines. */
  readonly words: readonly Box[];
  /** Straight pieces of lines. */
  readonly lines: readonly Box[];
  /** Flags placed before. */
  readonly flags: readonly Box[];
  /** Rectangles of this team's hull, and of the others'. */
  readonly own: readonly Box[];
  readonly others: readonly Box[];
}

/** Places beside one member, best first: above, below, right, left; each with its edges aligned, then centred, then a step out. */
function places(member: Box, w: number, h: number): readonly Box[] {
  const { x, y } = member;
  const right = x + member.w;
  const bottom = y + member.h;
  return [
    { x, y: y - GAP - h, w, h },
    { x: right - w, y: y - GAP - h, w, h },
    { x, y: bottom + GAP, w, h },
    { x: right - w, y: bottom + GAP, w, h },
    { x: right + GAP, y, w, h },
    { x: right + GAP, y: bottom - h, w, h },
    { x: x - GAP - w, y, w, h },
    { x: x - GAP - w, y: bottom - h, w, h },
    { x: x + (member.w - w) / 2, y: y - GAP - h, w, h },
    { x: x + (member.w - w) / 2, y: bottom + GAP, w, h },
    { x: right + GAP, y: y + (member.h - h) / 2, w, h },
    { x: x - GAP - w, y: y + (member.h - h) / 2, w, h },
    { x, y: y - GAP - 2 * h, w, h },
    { x: right - w, y: y - GAP - 2 * h, w, h },
    { x, y: bottom + GAP + h, w, h },
    { x: right - w, y: bottom + GAP + h, w, h },
    { x: right + GAP, y: y - h, w, h },
    { x: x - GAP - w, y: y - h, w, h },
    { x: right + GAP, y: bottom, w, h },
    { x: x - GAP - w, y: bottom, w, h },
  ];
}

const count = (place: Box, boxes: readonly Box[]): number => boxes.filter((box) => overlaps(place, box)).length;

/** Where a flag of `w` × `h` stands: beside a member (already grown), over no box where that can be. */
export function placeFlag(members: readonly Box[], w: number, h: number, around: FlagSurroundings): Box {
  let best: Box = { x: members[0]?.x ?? 0, y: (members[0]?.y ?? 0) - GAP - h, w, h };
  let least = Number.POSITIVE_INFINITY;
  // Only what lies round the team can be in the way.
  const reach = grown(boundsOf(members), Math.max(w, 2 * h) + 2 * GAP);
  const near = (boxes: readonly Box[]): readonly Box[] => boxes.filter((box) => overlaps(box, reach));
  const boxes = near(around.boxes);
  const containers = near(around.containers);
  const words = near(around.words);
  const lines = near(around.lines);
  const others = near(around.others);
  for (const [m, member] of members.entries()) {
    for (const [i, place] of places(member, w, h).entries()) {
      const preference = i * 2 + m * 0.5;
      if (preference >= least) continue;
      const clear = grown(place, 4);
      const cost =
        preference +
        count(clear, boxes) * COST.element +
        count(clear, around.flags) * COST.flag +
        count(clear, words) * COST.words +
        count(clear, lines) * COST.line +
        count(place, containers) * COST.container +
        count(place, others) * COST.hull +
        count(place, around.own) * COST.ownHull;
      if (cost < least) {
        least = cost;
        best = place;
      }
    }
  }
  return best;
}
