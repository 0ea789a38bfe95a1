import type { Board, Box, Id } from '../board/model.ts';
import { elbowRoute } from '../drawing/elbow-route.ts';
import type { Route } from '../relations/define-relation.ts';

export interface RouteOptions {
  /** Boxes to use instead of the board's, while dragging. */
  readonly boxes?: ReadonlyMap<Id, Box>;
  /** Only these lines. */
  readonly only?: ReadonlySet<Id>;
}

export interface Router {
  route(board: Board): ReadonlyMap<Id, Route>;
}

export function routeBoard(board: Board, options: RouteOptions = {}): ReadonlyMap<Id, Route> {
  const routes = new Map<Id, Route>();
  for (const line of board.relations.values()) {
    const from = options.boxes?.get(line.from) ?? board.elements.get(line.from);
    const to = options.boxes?.get(line.to) ?? board.elements.get(line.to);
    if (from && to && (options.only?.has(line.id) ?? true)) routes.set(line.id, elbowRoute(from, to));
  }
  return routes;
}

export const createRouter = (): Router => ({ route: (board) => routeBoard(board) });
