import type { Board, Id, Relation } from '#shared/board/model.ts';
import type { Route } from '#shared/relations/define-relation.ts';

interface Piece {
  readonly line: Relation;
  /** Level pieces have `at` as their height, upright ones as their distance from the left. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function piecesOf(
  board: Board,
  routes: ReadonlyMap<Id, Route>,
): { readonly level: Piece[]; readonly upright: Piece[] } {
  const level: Piece[] = [];
  const upright: Piece[] = [];
  for (const [id, { points }] of routes) {
    const line = board.relations.get(id);
    if (line === undefined) continue;
    points.slice(1).forEach((b, i) => {
      const a = points[i] ?? b;
      if (a.y === b.y) level.push({ line, at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
      else upright.push({ line, at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
    });
  }
  return { level, upright };
}

const branches = (a: Relation, b: Relation): boolean => a.kind === b.kind && (a.from === b.from || a.to === b.to);
const inside = (at: number, { from, to }: Piece): boolean => at > from + 1 && at < to - 1;

/** Places where lines cross as one sees them: branches of one trunk do not, and a trunk of several lines crosses once. */
export function crossingsOf(board: Board, routes: ReadonlyMap<Id, Route>): number {
  const { level, upright } = piecesOf(board, routes);
  const places = new Set<string>();
  for (const a of level) {
    for (const b of upright) {
      if (a.line === b.line || branches(a.line, b.line)) continue;
      if (inside(b.at, a) && inside(a.at, b)) places.add(`${b.at} ${a.at}`);
    }
  }
  return places.size;
}

/** Length of all lines in units; where several run on one another they count once. */
export function inkOf(board: Board, routes: ReadonlyMap<Id, Route>): number {
  const { level, upright } = piecesOf(board, routes);
  let ink = 0;
  for (const pieces of [level, upright]) {
    let [at, end] = [Number.NaN, 0];
    for (const piece of pieces.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
      if (piece.at !== at) [at, end] = [piece.at, Number.NEGATIVE_INFINITY];
      ink += Math.max(0, piece.to - Math.max(end, piece.from));
      end = Math.max(end, piece.to);
    }
  }
  return ink;
}
