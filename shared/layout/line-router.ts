import { growBox } from '../board/geometry.ts';
import type { Box, ElementKindId, Id, Point, Relation } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import { findPath, type Search } from './find-path.ts';
import { labelOf } from './label-place.ts';
import { LaidLines } from './laid-lines.ts';
import { BEND } from './line-costs.ts';
import { groupOf } from './line-groups.ts';
import type { Obstacles } from './obstacles.ts';
import { inset, portRange } from './outline-ports.ts';
import {
  leavesOutwards,
  lengthOf,
  middleOf,
  type Port,
  portAt,
  SIDES,
  type Side,
  shapesBetween,
  sideAt,
  simplify,
  stubOf,
  vertical,
} from './path-shapes.ts';
import { type Candidate, candidate, reportingWays } from './reporting-ways.ts';

/** What the router asks about the board. */
export interface Surroundings {
  readonly obstacles: Obstacles;
  /** The containers an element sits in, from the nearest outwards. */
  around(id: Id): readonly Id[];
  kindOf(id: Id): ElementKindId | undefined;
  /** Its reporting line goes to its side: it stands beside its boss's trunk, or hangs from it with others. */
  sideways(line: Relation): boolean;
  /** The line of its team says the same: the team reports to the same boss. */
  saidByTeam(line: Relation): boolean;
  /** Whether there is time to look for the best way of every line: not on large boards. */
  readonly thorough: boolean;
}

const NOT_DRAWN: Route = Object.freeze({ points: Object.freeze([]), label: Object.freeze({ x: 0, y: 0 }) });
/** Least distance of two ports on a side, and of a port from a corner. */
const PORTS_APART = 12;
const CORNER = 12;
const WINDOW = 160;
/** Crossing points of the grid a way is searched on. */
const MOST_NODES = 14_000;
const FEWER_NODES = 1_600;
/** A line that runs on its trunk all the way still costs this share of its length. */
const MOST_SAVED = 0.4;
/** A line is laid another way when that saves more than this, in units. */
const WORTH = 20;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Lays lines one after the other: each keeps clear of boxes, and of the lines before it as well as it can. */
export class LineRouter {
  readonly #around: Surroundings;
  readonly #laid = new LaidLines();
  /** Ports taken, by element and side. */
  readonly #taken = new Map<string, { at: number; group: string; line: Id }[]>();
  readonly #labels = new Map<Id, Box>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get thorough(): boolean {
    return this.#around.thorough;
  }

  /** Takes a finished line into account. */
  keep(line: Relation, route: Route): void {
    if (route.points.length < 2) return;
    const group = groupOf(line);
    this.#laid.add(line.id, group, route.points);
    for (const [id, point] of [
      [line.from, route.points[0]],
      [line.to, route.points.at(-1)],
    ] as const) {
      const box = this.#around.obstacles.box(id);
      if (box !== undefined && point !== undefined) this.#take(id, sideAt(box, point), point, line);
    }
  }

  /** Takes a line up again, as if it had not been laid. */
  #lift(line: Relation): void {
    this.#laid.remove(line.id);
    this.#labels.delete(line.id);
    for (const id of [line.from, line.to]) {
      for (const side of SIDES) {
        const taken = this.#taken.get(`${id} ${side}`);
        if (taken !== undefined)
          this.#taken.set(
            `${id} ${side}`,
            taken.filter((port) => port.line !== line.id),
          );
      }
    }
  }

  /** The way of a line again, now that those after it are laid too; the same object when none is better. */
  again(line: Relation, route: Route): Route {
    const points = route.points;
    if (points.length < 2) return route;
    const label = this.#labels.get(line.id);
    this.#lift(line);
    const group = groupOf(line);
    const before = this.#costOf(points, group);
    const fresh = this.route(line);
    if (fresh !== null && fresh.points.length > 1) {
      this.#laid.remove(line.id);
      const after = this.#costOf(fresh.points, group);
      this.#laid.add(line.id, group, fresh.points);
      if (after < before - WORTH) return fresh;
    }
    this.#lift(line);
    this.keep(line, route);
    if (label !== undefined) this.#labels.set(line.id, label);
    return route;
  }

  route(line: Relation): Route | null {
    const { obstacles } = this.#around;
    const [from, to] = [obstacles.box(line.from), obstacles.box(line.to)];
    if (from === undefined || to === undefined) return null;
    const outsideFrom = this.#around.around(line.from);
    const outsideTo = this.#around.around(line.to);
    if (outsideFrom.includes(line.to) || outsideTo.includes(line.from)) return this.#nested(line, from, to);
    if (line.kind === 'reports' && this.#around.saidByTeam(line)) return NOT_DRAWN;
    const open = new Set([...outsideFrom, ...outsideTo]);
    const group = groupOf(line);
    const points = this.#path(line, from, to, open, group);
    const label = labelOf(line, points, obstacles, open, this.#labels);
    const route: Route = { points: this.#ontoOutlines(line, points, from, to), label };
    this.keep(line, route);
    return route;
  }

  /** Both ends drawn in from the box to the outline: round ends, points and tags. */
  #ontoOutlines(line: Relation, points: readonly Point[], from: Box, to: Box): readonly Point[] {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return points;
    const drawn = (id: Id, box: Box, point: Point): Point => {
      const side = sideAt(box, point);
      const by = inset(this.#around.kindOf(id), box, side, vertical(side) ? point.x : point.y);
      return by === 0 ? point : stubOf({ ...point, side }, -by);
    };
    return [drawn(line.from, from, first), ...points.slice(1, -1), drawn(line.to, to, last)];
  }

  /** A reporting line to the container one sits in shows by nesting; any other line is a short piece to its side. */
  #nested(line: Relation, from: Box, to: Box): Route {
    if (line.kind === 'reports') return NOT_DRAWN;
    const inner = from.w * from.h <= to.w * to.h ? from : to;
    const outer = inner === from ? to : from;
    const left = inner.x - outer.x <= outer.x + outer.w - inner.x - inner.w;
    const y = Math.round(inner.y + inner.h / 2);
    const [a, b] = left
      ? [
          { x: inner.x, y },
          { x: outer.x, y },
        ]
      : [
          { x: inner.x + inner.w, y },
          { x: outer.x + outer.w, y },
        ];
    const points = inner === from ? [a, b] : [b, a];
    return { points, label: { x: (a.x + b.x) / 2, y: y - 10 } };
  }

  #path(line: Relation, from: Box, to: Box, open: ReadonlySet<Id>, group: string): readonly Point[] {
    const ends = [line.from, line.to] as const;
    const candidates =
      line.kind === 'reports' ? this.#reporting(line, from, to, group) : this.#plain(line, from, to, group);
    const best = this.#cheapest(candidates, open, ends, group);
    const { thorough } = this.#around;
    if (best !== null && (best.extra < 90 || !thorough)) return best.points;
    for (const margin of thorough ? [WINDOW, WINDOW * 4] : [WINDOW / 2]) {
      const path = this.#search(line, from, to, { open, group, margin, most: thorough ? MOST_NODES : FEWER_NODES });
      if (path !== null) {
        const cost = this.#costOf(path, group);
        return best === null || cost < best.cost ? path : best.points;
      }
      if (best !== null) return best.points;
    }
    const round = this.#roundAll(line, from, to, open, group);
    if (round !== null) return round;
    const [first] = [...candidates].sort((a, b) => a.cost - b.cost);
    return first === undefined ? [] : simplify(first.points.map(({ x, y }) => ({ x, y })));
  }

  /** Through the free space between all boxes: where no plain way was found near by. */
  #roundAll(line: Relation, from: Box, to: Box, open: ReadonlySet<Id>, group: string): readonly Point[] | null {
    const { obstacles } = this.#around;
    const ends = [line.from, line.to] as const;
    const reports = line.kind === 'reports';
    const free = (ports: readonly Port[]): readonly Port[] =>
      ports.filter((port) => !obstacles.blocked(port, stubOf(port), open, ends));
    const starts = free(this.#ports(line.from, from, to, group, reports ? 'report' : 'any'));
    const goals = free(this.#goals(line, to, from, group, open));
    const way = obstacles.channels(open).way(
      starts.map((port) => stubOf(port)),
      goals.map((port) => stubOf(port)),
      this.#laid,
      group,
    );
    const [first, last] = [way?.[0], way?.at(-1)];
    if (way === null || first === undefined || last === undefined) return null;
    const at = (ports: readonly Port[], point: Point): Point =>
      ports.find((port) => stubOf(port).x === point.x && stubOf(port).y === point.y) ?? point;
    const points = simplify([at(starts, first), ...way, at(goals, last)].map(({ x, y }) => ({ x, y })));
    return this.#blocked(points, open, ends) ? null : points;
  }

  #search(
    line: Relation,
    from: Box,
    to: Box,
    { margin, ...how }: Pick<Search, 'open' | 'group' | 'most' | 'hasty'> & { readonly margin: number },
  ): readonly Point[] | null {
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    const window = growBox(
      { x, y, w: Math.max(from.x + from.w, to.x + to.w) - x, h: Math.max(from.y + from.h, to.y + to.h) - y },
      margin,
    );
    const reports = line.kind === 'reports';
    return findPath(this.#around.obstacles, this.#laid, {
      from: this.#ports(line.from, from, to, how.group, reports ? 'report' : 'any'),
      to: this.#goals(line, to, from, how.group, how.open),
      ...{ ...how, ends: [line.from, line.to], window },
    });
  }

  #costOf(points: readonly Point[], group: string): number {
    let cost = lengthOf(points) + (points.length - 2) * BEND;
    for (let i = 0; i + 1 < points.length; i += 1) {
      const [a, b] = [points[i], points[i + 1]];
      if (a !== undefined && b !== undefined) {
        cost += this.#laid.cost(a, b, group) + this.#around.obstacles.overWords(a, b);
      }
    }
    return cost;
  }

  /** The best of the candidates that keep clear; `extra` is what other lines add to it. */
  #cheapest(
    candidates: readonly Candidate[],
    open: ReadonlySet<Id>,
    ends: readonly [Id, Id],
    group: string,
  ): { readonly points: readonly Point[]; readonly cost: number; readonly extra: number } | null {
    let best: { points: readonly Point[]; cost: number; extra: number } | null = null;
    for (const candidate of [...candidates].sort((a, b) => a.cost - b.cost)) {
      if (best !== null && candidate.cost * MOST_SAVED >= best.cost) break;
      const points = simplify(candidate.points.map(({ x, y }) => ({ x, y })));
      if (this.#blocked(points, open, ends)) continue;
      const extra = this.#costOf(points, group) - lengthOf(points) - (points.length - 2) * BEND;
      const cost = candidate.cost + extra;
      if (best === null || cost < best.cost) best = { points, cost, extra };
    }
    return best;
  }

  #blocked(points: readonly Point[], open: ReadonlySet<Id>, ends: readonly [Id, Id]): boolean {
    for (let i = 0; i + 1 < points.length; i += 1) {
      const [a, b] = [points[i], points[i + 1]];
      if (a !== undefined && b !== undefined && this.#around.obstacles.blocked(a, b, open, ends)) return true;
    }
    return false;
  }

  #reporting(line: Relation, from: Box, to: Box, group: string): readonly Candidate[] {
    const ways = reportingWays({
      from,
      to,
      room: this.#outerRoom(line, from),
      sideways: this.#around.sideways(line),
    });
    return ways.length > 0 ? ways : this.#plain(line, from, to, group);
  }

  /** The outermost container around a report that its boss is not in. */
  #outerRoom(line: Relation, from: Box): Box | null {
    const held = this.#around.around(line.to);
    const outer = this.#around
      .around(line.from)
      .filter((id) => id !== line.to && !held.includes(id))
      .at(-1);
    const room = outer === undefined ? undefined : this.#around.obstacles.box(outer);
    return room === undefined || room === from ? null : room;
  }

  #plain(line: Relation, from: Box, to: Box, group: string): readonly Candidate[] {
    const out: Candidate[] = [];
    const box = { from, to };
    const starts = this.#ports(line.from, from, to, group, 'any');
    const ends = this.#ports(line.to, to, from, group, 'any');
    const straights = this.#straights(line, from, to, group);
    for (const [a, b] of straights) out.push(candidate([a, b], [a, b], 0));
    for (const a of starts) {
      for (const b of ends) {
        for (const points of shapesBetween(a, b, box)) {
          if (leavesOutwards(points, a, b)) out.push(candidate(points, [a, b], 0));
        }
      }
    }
    return out;
  }

  /** Straight pieces where the two boxes face each other. */
  #straights(line: Relation, from: Box, to: Box, group: string): readonly (readonly [Port, Port])[] {
    const out: (readonly [Port, Port])[] = [];
    const offer = (sideA: Side, sideB: Side, low: number, high: number, wishes: readonly number[]): void => {
      if (high - low < 2) return;
      for (const wish of wishes) {
        for (const by of [0, PORTS_APART, -PORTS_APART, 2 * PORTS_APART, -2 * PORTS_APART]) {
          const at = clamp(wish, low, high) + by;
          if (at < low || at > high) continue;
          if (!this.#onSide(line.from, from, sideA, at) || !this.#onSide(line.to, to, sideB, at)) continue;
          if (this.#free(line.from, sideA, at, group) && this.#free(line.to, sideB, at, group)) {
            out.push([portAt(from, sideA, at), portAt(to, sideB, at)]);
            break;
          }
        }
      }
    };
    const [x0, x1] = [Math.max(from.x, to.x) + CORNER, Math.min(from.x + from.w, to.x + to.w) - CORNER];
    const xs = [to.x + to.w / 2, from.x + from.w / 2, (x0 + x1) / 2];
    if (from.y + from.h + 24 <= to.y) offer('bottom', 'top', x0, x1, xs);
    if (to.y + to.h + 24 <= from.y) offer('top', 'bottom', x0, x1, xs);
    const [y0, y1] = [Math.max(from.y, to.y) + CORNER, Math.min(from.y + from.h, to.y + to.h) - CORNER];
    const ys = [to.y + to.h / 2, from.y + from.h / 2, (y0 + y1) / 2];
    if (from.x + from.w + 24 <= to.x) offer('right', 'left', y0, y1, ys);
    if (to.x + to.w + 24 <= from.x) offer('left', 'right', y0, y1, ys);
    return out;
  }

  /** A free place on each side, as near as can be to facing the other box, else to the middle. */
  #ports(id: Id, box: Box, other: Box, group: string, use: 'any' | 'boss' | 'report'): readonly Port[] {
    if (use === 'boss') return [portAt(box, 'bottom', box.x + box.w / 2)];
    if (use === 'report') {
      return SIDES.filter((side) => side !== 'bottom').map((side) => portAt(box, side, middleOf(box, side)));
    }
    const out: Port[] = [];
    for (const side of SIDES) {
      const middle = middleOf(box, side);
      const facing = vertical(side) ? other.x + other.w / 2 : other.y + other.h / 2;
      const spots = new Set([this.#spot(id, box, side, middle, group), this.#spot(id, box, side, facing, group)]);
      for (const at of spots) out.push(portAt(box, side, at));
    }
    return out;
  }

  /** Where a line may end: a reporting line under its boss, or at its sides when something stands close under it. */
  #goals(line: Relation, to: Box, from: Box, group: string, open: ReadonlySet<Id>): readonly Port[] {
    if (line.kind !== 'reports') return this.#ports(line.to, to, from, group, 'any');
    const under = this.#ports(line.to, to, from, group, 'boss');
    const ends = [line.from, line.to] as const;
    return under.some((port) => !this.#around.obstacles.blocked(port, stubOf(port), open, ends))
      ? under
      : SIDES.filter((side) => !vertical(side)).map((side) => portAt(to, side, middleOf(to, side)));
  }

  #onSide(id: Id, box: Box, side: Side, at: number): boolean {
    const [low, high] = portRange(this.#around.kindOf(id), box, side);
    return at >= low && at <= high;
  }

  #spot(id: Id, box: Box, side: Side, wish: number, group: string): number {
    const [low, high] = portRange(this.#around.kindOf(id), box, side);
    const length = high - low;
    const middle = clamp(wish, low, high);
    for (let by = 0; by <= length; by += PORTS_APART) {
      for (const at of [middle + by, middle - by]) {
        if (at >= low && at <= high && this.#free(id, side, at, group)) return Math.round(at);
      }
    }
    return Math.round(middle);
  }

  #free(id: Id, side: Side, at: number, group: string): boolean {
    const taken = this.#taken.get(`${id} ${side}`);
    return (
      taken === undefined || taken.every((port) => port.group === group || Math.abs(port.at - at) >= PORTS_APART - 1)
    );
  }

  #take(id: Id, side: Side, point: Point, line: Relation): void {
    const key = `${id} ${side}`;
    const at = vertical(side) ? point.x : point.y;
    const taken = this.#taken.get(key);
    const port = { at, group: groupOf(line), line: line.id };
    if (taken === undefined) this.#taken.set(key, [port]);
    else taken.push(port);
  }
}
