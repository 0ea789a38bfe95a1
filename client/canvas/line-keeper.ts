import type { Board, BoardElement, Box, Id, Relation } from '#shared/board/model.ts';
import { elbowRoute } from '#shared/drawing/elbow-route.ts';
import { createRouter, routeBoard } from '#shared/layout/route-board.ts';
import type { Route } from '#shared/relations/define-relation.ts';

/** With more lines than this the first picture has plain elbows, and the lines are laid beside the page meanwhile. */
const AT_ONCE = 250;
/** Milliseconds of a frame that laying lines anew may take while something is dragged. */
const FRAME_SHARE = 10;
/** Lines laid anew in every frame of a drag, whatever it takes. */
const ALWAYS = 12;

/** The lines of a board at rest and while something is moved. */
export interface LineKeeper {
  /** Lines are being laid beside the page; plain elbows stand for them. */
  readonly pending: boolean;
  route(board: Board): ReadonlyMap<Id, Route>;
  /** Lines that follow what is moved. */
  follow(board: Board, boxes: ReadonlyMap<Id, Box>, lines: ReadonlySet<Id>): ReadonlyMap<Id, Route>;
  destroy(): void;
}

interface Elbow {
  readonly from: BoardElement;
  readonly to: BoardElement;
  readonly route: Route;
}

/** Plain elbows, each the same object as long as its ends stay. */
function createElbows(): (board: Board) => ReadonlyMap<Id, Route> {
  const kept = new WeakMap<Relation, Elbow>();
  return (board) => {
    const routes = new Map<Id, Route>();
    for (const line of board.relations.values()) {
      const from = board.elements.get(line.from);
      const to = board.elements.get(line.to);
      if (from === undefined || to === undefined) continue;
      const known = kept.get(line);
      const elbow =
        known !== undefined && known.from === from && known.to === to
          ? known
          : { from, to, route: elbowRoute(from, to) };
      kept.set(line, elbow);
      routes.set(line.id, elbow.route);
    }
    return routes;
  };
}

const shifted = (route: Route, dx: number, dy: number): Route => ({
  ...route,
  points: route.points.map((point) => ({ x: point.x + dx, y: point.y + dy })),
  label: { x: route.label.x + dx, y: route.label.y + dy },
});

/** `arrived` is called when lines that were laid beside the page are here: `route` answers them from then on. */
export function createLineKeeper(arrived: () => void): LineKeeper {
  const router = createRouter();
  const elbows = createElbows();
  let worker: Worker | null = null;
  let started = false;
  let routes: ReadonlyMap<Id, Route> = new Map();
  /** Milliseconds that a line took when lines were last laid during a drag. */
  let cost = 0.15;

  const done = () => {
    worker?.terminate();
    worker = null;
    arrived();
  };

  const layBeside = (board: Board) => {
    worker = new Worker(new URL('./route-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<ReadonlyMap<Id, Route>>) => {
      router.seed(board, event.data);
      done();
    });
    // Where the page may have no worker, the next call lays them here.
    worker.addEventListener('error', done);
    worker.postMessage(board);
  };

  return {
    get pending() {
      return worker !== null;
    },
    route(board) {
      if (!started && board.relations.size > 0) {
        started = true;
        if (board.relations.size > AT_ONCE && typeof Worker !== 'undefined') layBeside(board);
      }
      routes = worker === null ? router.route(board) : elbows(board);
      return routes;
    },
    follow(board, boxes, lines) {
      const out = new Map<Id, Route>();
      const open = new Set<Id>();
      for (const id of lines) {
        const line = board.relations.get(id);
        const route = routes.get(id);
        if (line === undefined) continue;
        const [from, to] = [board.elements.get(line.from), board.elements.get(line.to)];
        const [start, end] = [boxes.get(line.from), boxes.get(line.to)];
        const both = from !== undefined && to !== undefined && start !== undefined && end !== undefined;
        const dx = both ? start.x - from.x : 0;
        const dy = both ? start.y - from.y : 0;
        // What moves as a whole keeps the shape of its lines.
        const whole = both && end.x - to.x === dx && end.y - to.y === dy && start.w === from.w && end.w === to.w;
        if (whole && route !== undefined && start.h === from.h && end.h === to.h) out.set(id, shifted(route, dx, dy));
        else open.add(id);
      }
      if (open.size === 0) return out;
      if (open.size <= ALWAYS || open.size * cost <= FRAME_SHARE) {
        const before = performance.now();
        for (const [id, route] of routeBoard(board, { boxes, only: open })) out.set(id, route);
        // One slow frame does not decide by itself.
        cost += ((performance.now() - before) / open.size - cost) / 4;
        return out;
      }
      // Less each time, so that it is tried again when the machine is free.
      cost *= 0.97;
      for (const id of open) {
        const line = board.relations.get(id);
        const from = line && (boxes.get(line.from) ?? board.elements.get(line.from));
        const to = line && (boxes.get(line.to) ?? board.elements.get(line.to));
        if (from !== undefined && to !== undefined) out.set(id, elbowRoute(from, to));
      }
      return out;
    },
    destroy() {
      worker?.terminate();
      worker = null;
    },
  };
}
