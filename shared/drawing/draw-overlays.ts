import type { Board, Box, Friction, Id, Point, TigerTeam, Zone } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import type { Detail, Finish, Mark } from './mark.ts';

export interface OverlayDrawContext {
  readonly detail: Detail;
  readonly finish: Finish;
}

/** A tiger team as drawn: under the lines, its flag, where the flag is, and its outline as path data; board coordinates. */
export interface TigerDrawing {
  readonly under: readonly Mark[];
  readonly flag: readonly Mark[];
  readonly flagBox: Box;
  readonly hull: string;
}

/** Marks of a zone relative to its top-left corner. */
export const drawZone = (_zone: Zone, _context: OverlayDrawContext): readonly Mark[] => [];

/** Draws a tiger team with its number, from 1. */
export const drawTiger = (
  _board: Board,
  _tiger: TigerTeam,
  _number: number,
  _context: OverlayDrawContext,
): TigerDrawing => ({
  under: [],
  flag: [],
  flagBox: { x: 0, y: 0, w: 0, h: 0 },
  hull: '',
});

/** Marks of a friction marker with the centre of its triangle at `at`. */
export const drawFriction = (_friction: Friction, _at: Point, _context: OverlayDrawContext): readonly Mark[] => [];

/** Centre of a friction marker: on its item, between its items, or its own place. */
export const frictionAt = (_board: Board, friction: Friction, _routes: ReadonlyMap<Id, Route>): Point => friction.at;
