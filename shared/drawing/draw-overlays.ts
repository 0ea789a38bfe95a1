import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Friction, Id, Point, TigerTeam, Zone } from '../board/model.ts';
import { frictionMarks } from '../overlays/friction.ts';
import { flagMarks, hullMarks, railMarks, railNumbers } from '../overlays/tiger-team.ts';
import { hiddenByZones, zoneMarks } from '../overlays/zone.ts';
import type { Route } from '../relations/define-relation.ts';
import type { Detail, Finish, Mark } from './mark.ts';
import { placeTigers } from './place-tigers.ts';

export { frictionAt } from './friction-place.ts';

export interface OverlayDrawContext {
  readonly detail: Detail;
  readonly finish: Finish;
  /** Elements that a collapsed zone stands for; none when absent. */
  readonly hidden?: number;
  /** Places of what is being dragged. */
  readonly boxes?: ReadonlyMap<Id, Box>;
  /** Routed lines: flags keep off them and their labels. */
  readonly routes?: ReadonlyMap<Id, Route>;
}

/** A tiger team as drawn: under the lines, its flag, where the flag is, and its outline as path data; board coordinates. */
export interface TigerDrawing {
  readonly under: readonly Mark[];
  readonly flag: readonly Mark[];
  readonly flagBox: Box;
  /** The hull, or the rail of a team whose members lie far apart; empty when nothing is drawn. */
  readonly hull: string;
}

/** Marks of a zone relative to its top-left corner. */
export const drawZone = (zone: Zone, context: OverlayDrawContext): readonly Mark[] =>
  zoneMarks(zone, context.detail, context.finish, context.hidden ?? 0);

const NOTHING: TigerDrawing = Object.freeze({ under: [], flag: [], flagBox: { x: 0, y: 0, w: 0, h: 0 }, hull: '' });

/** Draws a tiger team with its number, from 1; nothing when it is hidden or has no member on the board. */
export function drawTiger(board: Board, tiger: TigerTeam, number: number, context: OverlayDrawContext): TigerDrawing {
  const place = placeTigers(board, context.boxes, context.routes).get(tiger.id);
  if (place === undefined) return NOTHING;
  const { detail, finish } = context;
  const flag = flagMarks(board, tiger, number, place.flagBox, detail, finish);
  return {
    under: place.rail ? railMarks(place.d, number, finish) : hullMarks(place.d, number, detail, finish),
    flag: place.rail ? [...railNumbers(place.members, number, finish), ...flag] : flag,
    flagBox: place.flagBox,
    hull: place.d,
  };
}

/** Marks of a friction marker with the centre of its triangle at `at`. */
export const drawFriction = (friction: Friction, at: Point, context: OverlayDrawContext): readonly Mark[] =>
  frictionMarks(friction, at, context.detail);

/** How many elements each collapsed zone stands for. */
export function hiddenCounts(board: Board): ReadonlyMap<Id, number> {
  const hidden = hiddenByZones(board);
  const counts = new Map<Id, number>();
  const index = indexBoard(board);
  for (const id of hidden) {
    for (const zone of index.zonesAt(id)) {
      if (zone.collapsed) counts.set(zone.id, (counts.get(zone.id) ?? 0) + 1);
    }
  }
  return counts;
}
