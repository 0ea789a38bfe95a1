import { foldingOf } from '#shared/board/folded.ts';
import type { Board, Box, Id } from '#shared/board/model.ts';
import { structureOf } from '#shared/board/structure.ts';
import type { Route } from '#shared/relations/define-relation.ts';
import { boundsOf, grown } from './geometry.ts';

/** Room for what stands out of a box or a line: heads, badges, labels, in units. */
const AROUND = 48;

type Routes = ReadonlyMap<Id, Route>;

/** What was painted, and what is to be. */
export interface Painted {
  readonly board: Board;
  /** Lines with their gaps: a line elsewhere breaks anew when one that crosses it moves. */
  readonly routes: Routes;
}

function* routeBoxes(route: Route | undefined): Generator<Box> {
  if (route === undefined) return;
  for (const point of route.points) yield { ...point, w: 0, h: 0 };
  // A label is written about its place.
  yield { x: route.label.x - 80, y: route.label.y - 12, w: 160, h: 24 };
}

/**
 * The part of the drawing in which two boards differ; `null` when that cannot be told from places alone: structure, zones,
 * tiger teams and friction reach farther than their boxes. Nothing outside the part looks otherwise.
 */
export function changedPart(before: Painted, now: Painted): Box | null {
  if (structureOf(before.board) !== structureOf(now.board)) return null;
  if (now.board.overlays.size > 0 || now.board.frames !== before.board.frames) return null;
  // Frames of one state come and go with it.
  if ([...now.board.frames.values()].some((frame) => frame.state !== undefined)) return null;
  if (foldingOf(before.board).folds.size > 0 || foldingOf(now.board).folds.size > 0) return null;
  const boxes: Box[] = [];
  for (const [id, element] of now.board.elements) {
    const old = before.board.elements.get(id);
    if (old === element) continue;
    // What holds others may cover what it did not: their order of painting is the whole board's.
    boxes.push(element);
    if (old !== undefined) boxes.push(old);
  }
  for (const [id, route] of now.routes) {
    const old = before.routes.get(id);
    if (old !== route) boxes.push(...routeBoxes(old), ...routeBoxes(route));
  }
  for (const [id, route] of before.routes) if (!now.routes.has(id)) boxes.push(...routeBoxes(route));
  const part = boundsOf(boxes);
  return part === null ? { x: 0, y: 0, w: 0, h: 0 } : grown(part, AROUND);
}
