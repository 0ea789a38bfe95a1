import RBush from 'rbush';
import type { Board, Id, Point, Relation } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import { RELATION_LIST, RELATIONS } from '../relations/index.ts';

interface Piece {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly line: Relation;
}

const RANK: ReadonlyMap<string, number> = new Map(RELATION_LIST.map((kind, i) => [kind.id, i]));

/** Whether the first line gives way: the thinner one, of equals the one later in the palette, of the same kind the level one. */
function givesWay(level: Relation, upright: Relation): boolean {
  const widths = RELATIONS[level.kind].width - RELATIONS[upright.kind].width;
  if (widths !== 0) return widths < 0;
  return (RANK.get(level.kind) ?? 0) >= (RANK.get(upright.kind) ?? 0);
}

/** Lines of one kind with a common end share a trunk: where they meet is a branch and not a crossing. */
const branches = (a: Relation, b: Relation): boolean => a.kind === b.kind && (a.from === b.from || a.to === b.to);

function piecesOf(line: Relation, points: readonly Point[]): readonly Piece[] {
  return points.slice(1).map((b, i) => {
    const a = points[i] ?? b;
    return {
      line,
      minX: Math.min(a.x, b.x),
      minY: Math.min(a.y, b.y),
      maxX: Math.max(a.x, b.x),
      maxY: Math.max(a.y, b.y),
    };
  });
}

/** Crossings by the line that breaks there. */
function gapsOf(board: Board, routes: ReadonlyMap<Id, Route>): ReadonlyMap<Id, readonly Point[]> {
  const level: Piece[] = [];
  const upright: Piece[] = [];
  for (const [id, route] of routes) {
    const line = board.relations.get(id);
    if (line === undefined) continue;
    for (const piece of piecesOf(line, route.points)) {
      if (piece.maxY - piece.minY < 0.5) level.push(piece);
      else if (piece.maxX - piece.minX < 0.5) upright.push(piece);
    }
  }
  const tree = new RBush<Piece>().load(upright);
  const gaps = new Map<Id, Point[]>();
  for (const piece of level) {
    for (const other of tree.search(piece)) {
      if (other.line === piece.line || branches(piece.line, other.line)) continue;
      const at = { x: other.minX, y: piece.minY };
      const through = at.x > piece.minX + 1 && at.x < piece.maxX - 1 && at.y > other.minY + 1 && at.y < other.maxY - 1;
      if (!through) continue;
      const { id } = givesWay(piece.line, other.line) ? piece.line : other.line;
      const known = gaps.get(id);
      if (known === undefined) gaps.set(id, [at]);
      else if (!known.some((gap) => gap.x === at.x && gap.y === at.y)) known.push(at);
    }
  }
  return gaps;
}

/** A broken route is kept as long as its crossings stay, so that what is drawn from it is kept too. */
const kept = new WeakMap<Route, { readonly key: string; readonly route: Route }>();

function broken(route: Route, gaps: readonly Point[]): Route {
  const key = gaps.map((gap) => `${gap.x},${gap.y}`).join(' ');
  const known = kept.get(route);
  if (known?.key === key) return known.route;
  const fresh: Route = { ...route, gaps };
  kept.set(route, { key, route: fresh });
  return fresh;
}

/** The routes with a gap in the thinner line wherever two lines cross; a route that is not broken stays the same object. */
export function breakCrossings(board: Board, routes: ReadonlyMap<Id, Route>): ReadonlyMap<Id, Route> {
  const gaps = gapsOf(board, routes);
  if (gaps.size === 0) return routes;
  return new Map(
    [...routes].map(([id, route]) => {
      const own = gaps.get(id);
      return [id, own === undefined ? route : broken(route, own)];
    }),
  );
}
