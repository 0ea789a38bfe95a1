import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Friction, Id, Point, TigerTeam, Zone } from '../board/model.ts';
import { frictionMarks } from '../overlays/friction.ts';
import { flagMarks, hullMarks, railMarks, railNumbers } from '../overlays/tiger-team.ts';
import { hiddenByZones, zoneMarks } from '../overlays/zone.ts';
import type { Route } from '../relations/define-relation.ts';
import type { Detail, Finish, Mark } from './mark.ts';
import { middle } from './parts/line.ts';
import { placeTigers } from './place-tigers.ts';

export interface OverlayDrawContext {
  readonly detail: Detail;
  readonly finish: Finish;
  /** Elements that a collapsed zone stands for; none when absent. */
  readonly hidden?: number;
  /** Places of what is being dragged. */
  readonly boxes?: ReadonlyMap<Id, Box>;
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
  const place = placeTigers(board, context.boxes).get(tiger.id);
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

/** Room between two markers on the same item. */
const BESIDE = 36;

function anchorOf(
  board: Board,
  id: Id,
  routes: ReadonlyMap<Id, Route>,
): { readonly corner: Point; readonly middle: Point } | null {
  const zone = board.overlays.get(id);
  const box =
    board.elements.get(id) ?? (zone?.kind === 'zone' ? zone : undefined) ?? placeTigers(board).get(id)?.flagBox;
  if (box !== undefined)
    return { corner: { x: box.x, y: box.y }, middle: { x: box.x + box.w / 2, y: box.y + box.h / 2 } };
  const route = routes.get(id);
  if (route === undefined) return null;
  const at = middle(route.points).at;
  return { corner: at, middle: at };
}

/**
 * Centre of a friction marker: the top-left corner of its item, the middle of its line, the centre of several items, or its own
 * place. Markers on the same item stand side by side.
 */
export function frictionAt(board: Board, friction: Friction, routes: ReadonlyMap<Id, Route>): Point {
  const anchors = friction.on.flatMap((id) => anchorOf(board, id, routes) ?? []);
  const [first] = anchors;
  if (first === undefined) return friction.at;
  const same = friction.on.join(' ');
  const before = indexBoard(board).frictions.filter((f) => f.on.join(' ') === same && f.id < friction.id).length;
  const at =
    anchors.length === 1
      ? first.corner
      : {
          x: anchors.reduce((sum, a) => sum + a.middle.x, 0) / anchors.length,
          y: anchors.reduce((sum, a) => sum + a.middle.y, 0) / anchors.length,
        };
  return { x: at.x + before * BESIDE, y: at.y };
}

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
