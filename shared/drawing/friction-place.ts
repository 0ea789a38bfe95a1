import { centreOf } from '../board/geometry.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Friction, Id, Point } from '../board/model.ts';
import { wordsOf } from '../layout/words.ts';
import type { Route } from '../relations/define-relation.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { hiddenOn } from './hidden.ts';
import { grown, overlaps } from './hull-corridors.ts';
import { lineBoxes } from './line-boxes.ts';
import { placeTigers } from './place-tigers.ts';

/** Room between two markers on the same item. */
const BESIDE = 36;
/** Half of the room a triangle takes, with its halo. */
const HALF = { w: 19, h: 17 } as const;
/** How far from where it belongs a marker may stand, and in what steps it is moved. */
const REACH = 208;
const STEP = 16;
/** Steps away from the corner of an item, and what a unit of them costs. */
const CORNER_STEPS = [0, 6, 12] as const;
const CORNER_WAY = 4;
/** What standing on each thing costs, as a way in units. */
const COST = { box: 400, words: 300, line: 60 } as const;

/** What a marker had better not cover. */
interface Surroundings {
  readonly boxes: readonly Box[];
  readonly words: readonly Box[];
  readonly lines: readonly Box[];
}

export const frictionBox = (at: Point): Box => ({
  x: at.x - HALF.w,
  y: at.y - HALF.h,
  w: 2 * HALF.w,
  h: 2 * HALF.h,
});

function surroundings(board: Board, routes: ReadonlyMap<Id, Route>): Surroundings {
  const index = indexBoard(board);
  const hidden = hiddenOn(board);
  const leaves = [...board.elements.values()].filter((e) => !hidden.has(e.id) && index.contentsOf(e.id).length === 0);
  const lines = lineBoxes(board, routes);
  const flags = [...placeTigers(board, undefined, routes).values()].map((place) => place.flagBox);
  return {
    boxes: [...leaves, ...flags],
    words: [...wordsOf(board), ...lines.labels],
    lines: lines.parts,
  };
}

const count = (box: Box, boxes: readonly Box[]): number => boxes.filter((other) => overlaps(box, other)).length;

/** The cheapest of the places, which come in the order of the way to them; the first of equals. */
function cheapest(places: readonly { readonly at: Point; readonly way: number }[], around: Surroundings): Point {
  let best: Point = places[0]?.at ?? { x: 0, y: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const { at, way } of places) {
    if (way >= least) break;
    const box = frictionBox(at);
    const cost =
      way +
      count(box, around.boxes) * COST.box +
      count(box, around.words) * COST.words +
      count(box, around.lines) * COST.line;
    if (cost < least) {
      least = cost;
      best = at;
    }
  }
  return best;
}

const near = (around: Surroundings, at: Point): Surroundings => {
  const reach = grown({ x: at.x, y: at.y, w: 0, h: 0 }, REACH + 2 * HALF.w);
  const only = (boxes: readonly Box[]): readonly Box[] => boxes.filter((box) => overlaps(box, reach));
  return { boxes: only(around.boxes), words: only(around.words), lines: only(around.lines) };
};

/** A free place near a point. */
function freeNear(centre: Point, around: Surroundings): Point {
  const places: { at: Point; way: number }[] = [];
  for (let dy = -REACH; dy <= REACH; dy += STEP) {
    for (let dx = -REACH; dx <= REACH; dx += STEP) {
      places.push({ at: { x: centre.x + dx, y: centre.y + dy }, way: Math.abs(dx) + Math.abs(dy) });
    }
  }
  places.sort((a, b) => a.way - b.way);
  return cheapest(places, near(around, centre));
}

/** A free place on a line, near its middle; lines that only cross there do not count. */
function freeOn(points: readonly Point[], around: Surroundings): Point {
  const pieces = points.slice(1).map((b, i) => {
    const a = points[i] ?? b;
    return { a, b, length: Math.hypot(b.x - a.x, b.y - a.y) };
  });
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const places: { at: Point; way: number }[] = [];
  let done = 0;
  for (const { a, b, length } of pieces) {
    const steps = Math.max(1, Math.round(length / 8));
    for (let i = 0; i <= steps; i++) {
      const at = { x: a.x + ((b.x - a.x) * i) / steps, y: a.y + ((b.y - a.y) * i) / steps };
      places.push({ at, way: Math.abs(done + (length * i) / steps - total / 2) });
    }
    done += length;
  }
  places.sort((p, q) => p.way - q.way);
  return cheapest(places, { ...around, lines: [] });
}

function boxOf(board: Board, id: Id, routes: ReadonlyMap<Id, Route>): Box | undefined {
  const zone = board.overlays.get(id);
  return (
    board.elements.get(id) ??
    (zone?.kind === 'zone' ? zone : undefined) ??
    placeTigers(board, undefined, routes).get(id)?.flagBox
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The corner itself, or a step further out when a name or a label stands there. */
function atCorner(corner: Point, around: Surroundings): Point {
  const places = CORNER_STEPS.flatMap((up) =>
    CORNER_STEPS.map((left) => ({ at: { x: corner.x - left, y: corner.y - up }, way: (left + up) * CORNER_WAY })),
  ).sort((a, b) => a.way - b.way);
  return cheapest(places, { boxes: [], words: near(around, corner).words, lines: [] });
}

/** Where a marker for one thing belongs, and the middle of the thing; `null` when it is not drawn. */
function anchorOf(
  board: Board,
  id: Id,
  routes: ReadonlyMap<Id, Route>,
  around: Surroundings,
): { readonly home: Point; readonly middle: Point } | null {
  const box = boxOf(board, id, routes);
  if (box !== undefined) {
    const element = board.elements.get(id);
    const taken = element === undefined ? 0 : (ELEMENT_KINDS[element.kind].cornerTaken ?? 0);
    return { home: atCorner({ x: box.x - taken, y: box.y }, around), middle: centreOf(box) };
  }
  const route = routes.get(id);
  if (route === undefined || route.points.length < 2) return null;
  const at = freeOn(route.points, around);
  return { home: at, middle: at };
}

function placeOne(board: Board, friction: Friction, routes: ReadonlyMap<Id, Route>, around: Surroundings): Point {
  const anchors = friction.on.flatMap((id) => anchorOf(board, id, routes, around) ?? []);
  const [first] = anchors;
  if (first === undefined) return friction.at;
  if (anchors.length > 1) {
    return freeNear({ x: mean(anchors.map((a) => a.middle.x)), y: mean(anchors.map((a) => a.middle.y)) }, around);
  }
  const same = friction.on.join(' ');
  const before = indexBoard(board).frictions.filter((f) => f.on.join(' ') === same && f.id < friction.id).length;
  return { x: first.home.x + before * BESIDE, y: first.home.y };
}

interface Placed {
  readonly routes: ReadonlyMap<Id, Route>;
  readonly around: Surroundings;
  readonly places: ReadonlyMap<Id, Point>;
}

const placed = new WeakMap<Board, Placed>();

/** All markers: those of one item first, as their places are fixed; the others keep clear of them and of one another. */
function placeAll(board: Board, routes: ReadonlyMap<Id, Route>): Placed {
  const known = placed.get(board);
  if (known !== undefined && known.routes === routes) return known;
  let around = surroundings(board, routes);
  const places = new Map<Id, Point>();
  const several = (friction: Friction): number => (friction.on.length > 1 ? 1 : 0);
  const all = [...indexBoard(board).frictions].sort((a, b) => several(a) - several(b) || (a.id < b.id ? -1 : 1));
  for (const friction of all) {
    const at = placeOne(board, friction, routes, around);
    places.set(friction.id, at);
    around = { ...around, boxes: [...around.boxes, frictionBox(at)] };
  }
  const fresh = { routes, around, places };
  placed.set(board, fresh);
  return fresh;
}

/**
 * Centre of a friction marker: the top-left corner of its item; a free place on its line, near the middle; a free place near the
 * centre of several items; or its own place. Markers on the same item stand side by side.
 */
export function frictionAt(board: Board, friction: Friction, routes: ReadonlyMap<Id, Route>): Point {
  const { places, around } = placeAll(board, routes);
  const at = board.overlays.get(friction.id) === friction ? places.get(friction.id) : undefined;
  return at ?? placeOne(board, friction, routes, around);
}
