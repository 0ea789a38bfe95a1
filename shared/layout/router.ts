import { hiddenByFold } from '../board/folded.ts';
import { boxesOverlap, growBox } from '../board/geometry.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Box, Id, Relation } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import { inOrder, lineRouter, routeBoard } from './lay-lines.ts';

export interface Router {
  /** Lines of a board; those whose ends and neighbourhood did not change since the last call are the same objects. */
  route(board: Board): ReadonlyMap<Id, Route>;
  /** Takes over lines of a board that were laid elsewhere, so that the next call only lays what changed since. */
  seed(board: Board, routes: ReadonlyMap<Id, Route>): void;
}

/** A change within this distance of a line lays it again. */
const NEAR = 12;

const spanOf = ({ points }: Route): Box => {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
};

const sameBox = (a: BoardElement | undefined, b: BoardElement | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.x === b.x &&
  a.y === b.y &&
  a.w === b.w &&
  a.h === b.h &&
  a.sitsIn === b.sitsIn;

/** Places that changed: where moved, new and removed elements are and were. */
function changedPlaces(
  before: Board,
  after: Board,
): { readonly ids: ReadonlySet<Id>; readonly places: readonly Box[] } {
  const ids = new Set<Id>();
  const places: Box[] = [];
  const note = (id: Id, ...boxes: (Box | undefined)[]): void => {
    ids.add(id);
    for (const box of boxes) if (box !== undefined) places.push(growBox(box, NEAR));
  };
  for (const [id, element] of after.elements) {
    const old = before.elements.get(id);
    if (old !== element && !sameBox(old, element)) note(id, old, element);
  }
  for (const [id, element] of before.elements) if (!after.elements.has(id)) note(id, element);
  const [folded, wasFolded] = [hiddenByFold(after), hiddenByFold(before)];
  if (folded !== wasFolded) {
    for (const id of folded) if (!wasFolded.has(id)) note(id, before.elements.get(id));
    for (const id of wasFolded) if (!folded.has(id)) note(id, after.elements.get(id));
  }
  return { ids, places };
}

class CachedRouter implements Router {
  #board: Board | null = null;
  #routes: ReadonlyMap<Id, Route> = new Map();

  seed(board: Board, routes: ReadonlyMap<Id, Route>): void {
    this.#board = board;
    this.#routes = routes;
  }

  route(board: Board): ReadonlyMap<Id, Route> {
    const before = this.#board;
    if (before === board) return this.#routes;
    const stale = before === null ? null : this.#stale(before, board);
    this.#board = board;
    this.#routes =
      before === null || stale === null || stale.length > board.relations.size / 2
        ? routeBoard(board)
        : this.#again(board, stale);
    return this.#routes;
  }

  #stale(before: Board, board: Board): readonly Relation[] {
    const { ids, places } = changedPlaces(before, board);
    const out = new Set<Relation>();
    for (const line of board.relations.values()) {
      const route = this.#routes.get(line.id);
      const old = before.relations.get(line.id);
      const moved = ids.has(line.from) || ids.has(line.to);
      const other =
        old === undefined || old.from !== line.from || old.to !== line.to || old.attributes !== line.attributes;
      if (route === undefined || moved || other || this.#crossed(route, places)) out.add(line);
    }
    return [...out];
  }

  #crossed(route: Route, places: readonly Box[]): boolean {
    if (route.points.length === 0 || places.length === 0) return false;
    const span = spanOf(route);
    return places.some((place) => boxesOverlap(span, place, 1));
  }

  #again(board: Board, stale: readonly Relation[]): ReadonlyMap<Id, Route> {
    const routes = new Map<Id, Route>();
    const router = lineRouter(board);
    const dirty = new Set(stale);
    const index = indexBoard(board);
    const touching = new Set(stale.flatMap(({ from, to }) => [...index.relationsOf(from), ...index.relationsOf(to)]));
    for (const line of board.relations.values()) {
      const route = this.#routes.get(line.id);
      if (dirty.has(line) || route === undefined) continue;
      routes.set(line.id, route);
      if (touching.has(line) || stale.length < 40) router.keep(line, route);
    }
    for (const line of inOrder(board, stale)) {
      const route = router.route(line);
      if (route !== null) routes.set(line.id, route);
    }
    return routes;
  }
}

/** A router that keeps the lines of the board it saw last. */
export const createRouter = (): Router => new CachedRouter();
