import { withOwnFolds } from '#shared/board/folded.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Box, Frame, Friction, Id, Relation, TigerTeam, Zone } from '#shared/board/model.ts';
import { drawTiger, frictionAt, type TigerDrawing } from '#shared/drawing/draw-overlays.ts';
import { type Ground, groundOrder } from '#shared/drawing/ground-order.ts';
import { hiddenOn } from '#shared/drawing/hidden.ts';
import type { Detail } from '#shared/drawing/mark.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { zoneBox } from '#shared/overlays/zone.ts';
import type { Route } from '#shared/relations/define-relation.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { boundsOf } from './geometry.ts';
import { createGlide } from './glide.ts';
import { createLineKeeper } from './line-keeper.ts';
import type { LiveStore } from './live-state.ts';
import { createSpatialIndex, type SpatialIndex } from './spatial-index.ts';

/** Size of a friction marker and its clickable box, in units. */
export const FRICTION = { w: 32, h: 27 };

const NO_IDS: ReadonlySet<Id> = new Set();
const NO_BOXES: ReadonlyMap<Id, Box> = new Map();

/**
 * What is on the canvas now: the board as read, with everything that is being dragged, resized or animated moved to where
 * it is shown, its routed lines and a spatial index. Recomputed when somebody asks after something changed, so that many
 * changes in one frame cost one computation.
 */
export interface Scene {
  readonly board: Board;
  /** Boxes shown elsewhere than the document says: drags of mine and others, handles, an animated layout. */
  readonly moved: ReadonlyMap<Id, Box>;
  readonly routes: ReadonlyMap<Id, Route>;
  /** Lines that follow what is moved, routed anew. */
  readonly movedRoutes: ReadonlyMap<Id, Route>;
  /** Tiger teams with a member that is moved. */
  readonly movedTigers: ReadonlySet<Id>;
  /** What lies in a collapsed zone or under something folded. */
  readonly hidden: ReadonlySet<Id>;
  /** Whether every line is where it will stay. */
  readonly settled: boolean;
  readonly index: SpatialIndex;
  /** Zones and containers in the order of painting. */
  readonly ground: readonly Ground[];
  /** Containers, outermost first. */
  readonly containers: readonly BoardElement[];
  isContainer(id: Id): boolean;
  /** Where it is shown now; `null` when there is no such thing with a box. */
  boxOf(id: Id): Box | null;
  routeOf(id: Id): Route | undefined;
  tiger(team: TigerTeam, number: number, detail: Detail): TigerDrawing;
  /** Everything with a box or a line, as committed or as a layout would have it; `null` for an empty board. */
  bounds(ids?: Iterable<Id>): Box | null;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

interface DrawnTiger {
  readonly board: Board;
  readonly routes: ReadonlyMap<Id, Route>;
  readonly drawing: TigerDrawing;
}

const lineBoxes = (route: Route): Box[] => {
  const boxes: Box[] = [];
  for (let i = 1; i < route.points.length; i += 1) {
    const a = route.points[i - 1];
    const b = route.points[i];
    if (a === undefined || b === undefined) continue;
    boxes.push({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) });
  }
  return boxes;
};

export function createScene(runtime: BoardRuntime, live: LiveStore): Scene {
  const lines = createLineKeeper(() => {
    fresh = false;
    tell();
  });
  const index = createSpatialIndex();
  const listeners = new Set<() => void>();
  let board: Board = runtime.view.board;
  let fresh = false;
  let indexed: Board | null = null;
  let routes: ReadonlyMap<Id, Route> = new Map();
  let hidden: ReadonlySet<Id> = NO_IDS;
  let ground: readonly Ground[] = [];
  let containers: readonly BoardElement[] = [];
  let containerIds: ReadonlySet<Id> = NO_IDS;
  let movedFresh = false;
  let moved: ReadonlyMap<Id, Box> = NO_BOXES;
  let movedRoutes: ReadonlyMap<Id, Route> = new Map();
  let movedTigers: ReadonlySet<Id> = NO_IDS;
  let shown: Board | null = null;
  const tigers = new Map<string, DrawnTiger>();

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const stale = () => {
    movedFresh = false;
    tell();
  };
  const glide = createGlide(stale);

  const reindex = (previous: Board | null, oldRoutes: ReadonlyMap<Id, Route>) => {
    const overlayBoxes = (id: Id): Box[] => {
      const overlay = board.overlays.get(id);
      if (overlay === undefined) return [];
      if (overlay.kind === 'zone') return [zoneBox(overlay)];
      if (overlay.kind === 'friction') {
        if (isAway(overlay, hidden)) return [];
        const at = frictionAt(board, overlay, routes);
        return [{ x: at.x - FRICTION.w / 2, y: at.y - FRICTION.h / 2, w: FRICTION.w, h: FRICTION.h }];
      }
      if (overlay.hidden) return [];
      const number = indexBoard(board).tigers.findIndex((team) => team.id === id) + 1;
      return [scene.tiger(overlay, number, 3).flagBox];
    };
    if (previous === null) {
      const all: [Id, readonly Box[]][] = [];
      for (const element of board.elements.values()) if (!hidden.has(element.id)) all.push([element.id, [element]]);
      for (const [id, route] of routes) all.push([id, lineBoxes(route)]);
      for (const frame of board.frames.values()) all.push([frame.id, [frame]]);
      for (const id of board.overlays.keys()) all.push([id, overlayBoxes(id)]);
      index.load(all);
      return;
    }
    for (const element of previous.elements.values()) {
      if (!board.elements.has(element.id) || hidden.has(element.id)) index.delete(element.id);
    }
    for (const element of board.elements.values()) {
      if (!hidden.has(element.id) && previous.elements.get(element.id) !== element) index.set(element.id, [element]);
    }
    for (const id of oldRoutes.keys()) if (!routes.has(id)) index.delete(id);
    for (const [id, route] of routes) if (oldRoutes.get(id) !== route) index.set(id, lineBoxes(route));
    for (const frame of previous.frames.values()) if (!board.frames.has(frame.id)) index.delete(frame.id);
    for (const frame of board.frames.values()) {
      if (previous.frames.get(frame.id) !== frame) index.set(frame.id, [frame]);
    }
    for (const id of previous.overlays.keys()) if (!board.overlays.has(id)) index.delete(id);
    // Flags and triangles stand where their elements are, so all of them may have moved.
    for (const id of board.overlays.keys()) index.set(id, overlayBoxes(id));
  };

  const routeChanges = (before: ReadonlyMap<Id, Route>): number => {
    let count = 0;
    for (const [id, route] of routes) if (before.get(id) !== route) count += 1;
    return count;
  };

  const refresh = () => {
    if (fresh) return;
    fresh = true;
    movedFresh = false;
    board = withOwnFolds(runtime.view.board, runtime.ui.getState().folds);
    const oldRoutes = routes;
    const oldHidden = hidden;
    hidden = hiddenOn(board);
    ground = groundOrder(board).filter((one) => one.layer === 'zone' || !hidden.has(one.element.id));
    containers = ground.flatMap((one) => (one.layer === 'container' ? [one.element] : []));
    containerIds = new Set(containers.map((one) => one.id));
    const all = lines.route(board);
    routes = hidden.size === 0 ? all : new Map([...all].filter(([id]) => !endsHidden(board.relations.get(id), hidden)));
    const sameHidden = oldHidden.size === hidden.size && [...hidden].every((id) => oldHidden.has(id));
    // Many at once are loaded anew: one by one they would each find their place in the tree.
    const few = indexed !== null && 2 * indexed.elements.size > board.elements.size && routeChanges(oldRoutes) < 400;
    reindex(sameHidden && few ? indexed : null, oldRoutes);
    indexed = board;
  };

  const endsHidden = (relation: Relation | undefined, ids: ReadonlySet<Id>): boolean =>
    relation === undefined || ids.has(relation.from) || ids.has(relation.to);

  const place = (into: Map<Id, Box>, id: Id, x: number, y: number) => {
    const box = board.elements.get(id) ?? board.frames.get(id) ?? zoneOf(board, id);
    if (box !== undefined) into.set(id, { x, y, w: box.w, h: box.h });
    else if (board.overlays.get(id)?.kind === 'friction')
      into.set(id, { x: x - FRICTION.w / 2, y: y - FRICTION.h / 2, ...FRICTION });
  };

  const refreshMoved = () => {
    refresh();
    if (movedFresh) return;
    movedFresh = true;
    const { drag, morph, preview } = runtime.ui.getState();
    const { resizing } = live.getState();
    const next = new Map<Id, Box>();
    for (const other of runtime.room.others) {
      for (const [id, to] of Object.entries(other.presence.drag ?? {})) {
        const at = glide.towards(id, { x: to[0], y: to[1] });
        place(next, id, at.x, at.y);
      }
    }
    glide.keep(new Set(next.keys()));
    for (const [id, box] of morph ?? NO_BOXES) next.set(id, box);
    for (const [id, at] of drag ?? []) place(next, id, at.x, at.y);
    for (const [id, box] of resizing ?? NO_BOXES) next.set(id, box);
    moved = next.size === 0 ? NO_BOXES : next;
    shown = null;
    if (next.size === 0) {
      movedRoutes = new Map();
      movedTigers = NO_IDS;
      return;
    }
    const facts = indexBoard(board);
    const following = new Set<Id>();
    for (const id of next.keys())
      for (const line of facts.relationsOf(id)) if (routes.has(line.id)) following.add(line.id);
    // A layout that is shown at rest has its lines as they would be.
    const shownAtRest = preview !== null && morph === preview.boxes && drag === null && resizing === null;
    movedRoutes = shownAtRest ? laidFor(shownBoard()) : lines.follow(board, next, following);
    movedTigers = new Set(
      facts.tigers.filter((team) => Object.keys(team.members).some((id) => next.has(id))).map((team) => team.id),
    );
  };

  /** All lines of a board that is only shown, of those that are shown at all. */
  const laidFor = (other: Board): ReadonlyMap<Id, Route> =>
    new Map([...routeBoard(other)].filter(([id]) => routes.has(id)));

  /** The board with what is moved where it is shown; only for tiger-team outlines, which need every member's box. */
  const shownBoard = (): Board => {
    refreshMoved();
    if (moved.size === 0) return board;
    if (shown === null) {
      const elements = new Map(board.elements);
      for (const [id, box] of moved) {
        const element = elements.get(id);
        if (element !== undefined) elements.set(id, { ...element, ...box });
      }
      shown = { ...board, elements };
    }
    return shown;
  };

  const scene: Scene = {
    get board() {
      refresh();
      return board;
    },
    get moved() {
      refreshMoved();
      return moved;
    },
    get routes() {
      refresh();
      return routes;
    },
    get movedRoutes() {
      refreshMoved();
      return movedRoutes;
    },
    get movedTigers() {
      refreshMoved();
      return movedTigers;
    },
    get hidden() {
      refresh();
      return hidden;
    },
    get settled() {
      refresh();
      return !lines.pending;
    },
    get index() {
      refresh();
      return index;
    },
    get ground() {
      refresh();
      return ground;
    },
    get containers() {
      refresh();
      return containers;
    },
    isContainer(id) {
      refresh();
      return containerIds.has(id);
    },
    boxOf(id) {
      refreshMoved();
      const over = moved.get(id);
      if (over !== undefined) return over;
      const element: Box | Frame | undefined = board.elements.get(id) ?? board.frames.get(id);
      if (element !== undefined) return element;
      const overlay = board.overlays.get(id);
      if (overlay === undefined) return null;
      if (overlay.kind === 'zone') return zoneBox(overlay);
      if (overlay.kind === 'friction') {
        const at = frictionAt(shownBoard(), overlay, routes);
        return { x: at.x - FRICTION.w / 2, y: at.y - FRICTION.h / 2, w: FRICTION.w, h: FRICTION.h };
      }
      const number = indexBoard(board).tigers.findIndex((team) => team.id === id) + 1;
      return scene.tiger(overlay, number, 3).flagBox;
    },
    routeOf(id) {
      refreshMoved();
      return movedRoutes.get(id) ?? routes.get(id);
    },
    tiger(team, number, detail) {
      const key = `${team.id} ${number} ${detail}`;
      const live = movedFresh && movedTigers.has(team.id);
      const from = live ? shownBoard() : board;
      const known = tigers.get(key);
      if (known !== undefined && known.board === from && known.routes === routes) return known.drawing;
      const drawing = drawTiger(from, team, number, { detail, finish: 'full', routes });
      tigers.set(key, { board: from, routes, drawing });
      return drawing;
    },
    bounds(ids) {
      refresh();
      const boxes: Box[] = [];
      const { preview } = runtime.ui.getState();
      const wanted = ids ?? [...board.elements.keys(), ...board.frames.keys(), ...board.overlays.keys()];
      for (const id of wanted) {
        if (hidden.has(id)) continue;
        const box = preview?.boxes.get(id) ?? board.elements.get(id) ?? board.frames.get(id) ?? scene.boxOf(id);
        if (box !== null) boxes.push(box);
        const route = routes.get(id);
        if (route !== undefined && preview === null) boxes.push(...lineBoxes(route));
      }
      return boundsOf(boxes);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      for (const stop of stops) stop();
      lines.destroy();
      glide.destroy();
      listeners.clear();
    },
  };

  const stops = [
    runtime.view.subscribe(() => {
      fresh = false;
      tell();
    }),
    runtime.ui.subscribe((now, before) => {
      if (now.folds !== before.folds) {
        fresh = false;
        tell();
      } else if (now.drag !== before.drag || now.morph !== before.morph) stale();
    }),
    live.subscribe((now, before) => {
      if (now.resizing !== before.resizing) stale();
    }),
    runtime.room.subscribe(stale),
  ];
  return scene;
}

/** Whether a marker stands only on what is hidden. */
export const isAway = (friction: Friction, hidden: ReadonlySet<Id>): boolean =>
  friction.on.length > 0 && friction.on.every((id) => hidden.has(id));

function zoneOf(board: Board, id: Id): Zone | undefined {
  const overlay = board.overlays.get(id);
  return overlay?.kind === 'zone' ? overlay : undefined;
}
