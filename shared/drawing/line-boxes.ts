import type { Board, Box, Id, Point } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import { RELATIONS } from '../relations/index.ts';
import { LABEL, labelWidth } from './parts/line.ts';

/** Half of the width a line is taken to have. */
const HALF = 2;

/** The straight pieces of a line as thin boxes. */
export const lineParts = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((b, i) => {
    const a = points[i] ?? b;
    const x = Math.min(a.x, b.x) - HALF;
    const y = Math.min(a.y, b.y) - HALF;
    return { x, y, w: Math.abs(a.x - b.x) + 2 * HALF, h: Math.abs(a.y - b.y) + 2 * HALF };
  });

/** Where a line's label stands, or `null` for a line without one. */
export function labelBox(board: Board, id: Id, route: Route): Box | null {
  const line = board.relations.get(id);
  const text = line === undefined ? '' : RELATIONS[line.kind].labelText(line.attributes);
  if (text === '') return null;
  const w = labelWidth(text);
  return { x: route.label.x - w / 2, y: route.label.y - LABEL.height / 2, w, h: LABEL.height };
}

export const labelBoxes = (board: Board, routes: ReadonlyMap<Id, Route>): readonly Box[] =>
  lineBoxes(board, routes).labels;

/** What all lines of a board take: their labels, and their straight pieces. */
export interface LineBoxes {
  readonly labels: readonly Box[];
  readonly parts: readonly Box[];
}

const known = new WeakMap<
  ReadonlyMap<Id, Route>,
  { readonly relations: Board['relations']; readonly boxes: LineBoxes }
>();

/** Kept as long as routes and lines are the same, as while elements without lines are dragged. */
export function lineBoxes(board: Board, routes: ReadonlyMap<Id, Route>): LineBoxes {
  const before = known.get(routes);
  if (before?.relations === board.relations) return before.boxes;
  const boxes: LineBoxes = {
    labels: [...routes].flatMap(([id, route]) => labelBox(board, id, route) ?? []),
    parts: [...routes.values()].flatMap((route) => lineParts(route.points)),
  };
  known.set(routes, { relations: board.relations, boxes });
  return boxes;
}
