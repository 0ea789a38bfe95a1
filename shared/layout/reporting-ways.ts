import type { Box, Point } from '../board/model.ts';
import { HANGING } from './hanging.ts';
import { BEND } from './line-costs.ts';
import { leavesOutwards, lengthOf, type Port, portAt, STUB, simplify } from './path-shapes.ts';

/** A report is entered from the side only where its top cannot be reached; one beside the trunk the other way round. */
const SIDEWAYS = 220;

const FROM_AFAR = 4;
/** A trunk of its own beside the shared one. */
const OFF_CENTRE = 60;
/** Reports farther below their boss than this branch off low, so that they share the way down. */
const FAR_BELOW = 160;
const EARLY = 20;
/** Into a container from the side, past its name. */
const INTO = 30;

/** A way a line could take, before it is known what is in it. */
export interface Candidate {
  readonly points: readonly Point[];
  readonly ports: readonly [Port, Port];
  readonly cost: number;
}

export const candidate = (points: readonly Point[], ports: readonly [Port, Port], more: number): Candidate => {
  const plain = simplify(points);
  return { points: plain, ports, cost: lengthOf(plain) + (plain.length - 2) * BEND + more };
};

interface Report {
  readonly from: Box;
  readonly to: Box;
  /** The outermost container around the report that its boss is not in. */
  readonly room: Box | null;
  /** Its place is beside the trunk: its side is the way in. */
  readonly sideways: boolean;
}

/** From the top (or, in stacks and piles, the side) of a report to the bottom of its boss, along the shared trunk. */
export function reportingWays({ from, to, room, sideways }: Report): readonly Candidate[] {
  const boss = portAt(to, 'bottom', to.x + to.w / 2);
  const top = portAt(from, 'top', from.x + from.w / 2);
  const out: Candidate[] = [];
  const [over, beside] = sideways ? [SIDEWAYS, 0] : [0, SIDEWAYS];
  const add = (points: readonly Point[], a: Port, b: Port, more = over): void => {
    if (leavesOutwards(points, a, b)) out.push(candidate(points, [a, b], more));
  };
  const gap = from.y - boss.y;
  if (gap >= 20) {
    const buses = [boss.y + 24, boss.y + 16, from.y - 24, from.y - 16, boss.y + gap / 2].map(Math.round);
    const near = Math.abs(top.x - boss.x);
    const straight = near < 1 || near > Math.min(to.w, from.w) / 2 ? null : portAt(to, 'bottom', top.x);
    if (near < 1) add([top, boss], top, boss);
    else {
      for (const y of buses) {
        const early = gap > FAR_BELOW && y < boss.y + gap / 2 ? EARLY : 0;
        add([top, { x: top.x, y }, { x: boss.x, y }, boss], top, boss, over + early);
      }
    }
    if (straight !== null && near <= 6) add([top, straight], top, straight);
  }
  if (room !== null) {
    for (const side of ['left', 'right'] as const) {
      const end = portAt(from, side, from.y + from.h / 2);
      const trunk = side === 'left' ? room.x - 14 : room.x + room.w + 14;
      for (const y of [boss.y + 24, boss.y + 16]) {
        add([end, { x: trunk, y: end.y }, { x: trunk, y }, { x: boss.x, y }, boss], end, boss, INTO);
      }
    }
  }
  if (from.y + from.h / 2 > boss.y + 12) {
    for (const side of ['left', 'right'] as const) {
      const end = portAt(from, side, from.y + from.h / 2);
      const away = side === 'left' ? -1 : 1;
      if ((boss.x - end.x) * away >= 11) add([end, { x: boss.x, y: end.y }, boss], end, boss, beside);
      const trunk = end.x + 14 * away;
      if (trunk > to.x + 6 && trunk < to.x + to.w - 6) {
        const under = portAt(to, 'bottom', trunk);
        add([end, { x: trunk, y: end.y }, under], end, under, beside + (sideways ? OFF_CENTRE : 0));
      }
      const hung = to.x + HANGING;
      if (side === 'left' && hung < end.x - STUB && hung < boss.x - 6) {
        const under = portAt(to, 'bottom', hung);
        add([end, { x: hung, y: end.y }, under], end, under, beside + FROM_AFAR);
      }
      for (const y of [boss.y + 24, boss.y + 16]) {
        add(
          [end, { x: trunk, y: end.y }, { x: trunk, y }, { x: boss.x, y }, boss],
          end,
          boss,
          beside + (side === 'left' ? 0 : 8),
        );
      }
    }
  }
  return out;
}
