import { hiddenByFold } from '../board/folded.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Id, Relation } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import { hangingBeside } from './hanging.ts';
import { groupOf } from './line-groups.ts';
import { LineRouter } from './line-router.ts';
import { Obstacles } from './obstacles.ts';
import { wordsOf } from './words.ts';

export interface RouteOptions {
  /** Boxes to use instead of the board's, while dragging. */
  readonly boxes?: ReadonlyMap<Id, Box>;
  /** Only these lines. */
  readonly only?: ReadonlySet<Id>;
}

/** Up to so many lines each takes the best way; on larger boards, and during a drag, the first good one. */
const THOROUGH_UP_TO = 120;
/** How often all lines may be laid again. */
const ROUNDS = 3;
const obstaclesOf = new WeakMap<Board, Obstacles>();

/** Boxes that lines keep clear of: all that is not folded away. */
function boxesOf(board: Board): ReadonlyMap<Id, Box> {
  const folded = hiddenByFold(board);
  return folded.size === 0 ? board.elements : new Map([...board.elements].filter(([id]) => !folded.has(id)));
}

function obstaclesFor(board: Board, boxes: ReadonlyMap<Id, Box> | undefined): Obstacles {
  if (boxes !== undefined && boxes.size > 0) {
    const moved = new Map<Id, Box>(boxesOf(board));
    for (const [id, box] of boxes) if (moved.has(id)) moved.set(id, box);
    return new Obstacles(moved, wordsOf(board, boxes));
  }
  let obstacles = obstaclesOf.get(board);
  if (obstacles === undefined) {
    obstacles = new Obstacles(boxesOf(board), wordsOf(board));
    obstaclesOf.set(board, obstacles);
  }
  return obstacles;
}

/** A router over a board's boxes that knows which containers hold what. */
export function lineRouter(board: Board, boxes?: ReadonlyMap<Id, Box>): LineRouter {
  const index = indexBoard(board);
  const obstacles = obstaclesFor(board, boxes);
  return new LineRouter({
    obstacles,
    around: (id) => index.ancestorsInside(id),
    kindOf: (id) => board.elements.get(id)?.kind,
    thorough: boxes === undefined && board.relations.size <= THOROUGH_UP_TO,
    sideways: hangingBeside(board, (id) => obstacles.box(id)),
    saidByTeam: ({ from, to }) => {
      const team = board.elements.get(from)?.sitsIn ?? null;
      return team !== null && index.bossOf(team) === to;
    },
  });
}

/** Order in which lines are laid: reporting lines first, boss by boss and nearest first; then the short ones before the long. */
export function inOrder(board: Board, lines: Iterable<Relation>, boxes?: ReadonlyMap<Id, Box>): readonly Relation[] {
  const box = (id: Id): Box | undefined => boxes?.get(id) ?? board.elements.get(id);
  const distance = ({ from, to }: Relation): number => {
    const [a, b] = [box(from), box(to)];
    if (a === undefined || b === undefined) return 0;
    return Math.abs(a.x + a.w / 2 - b.x - b.w / 2) + Math.abs(a.y + a.h / 2 - b.y - b.h / 2);
  };
  const keyed = [...lines].map((line) => ({
    line,
    reports: line.kind === 'reports',
    group: line.kind === 'reports' ? groupOf(line) : '',
    distance: distance(line),
  }));
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return keyed
    .sort(
      (a, b) =>
        Number(b.reports) - Number(a.reports) ||
        text(a.group, b.group) ||
        a.distance - b.distance ||
        text(a.line.id, b.line.id),
    )
    .map(({ line }) => line);
}

/** Gives lines another way where those laid after them stand in it now, until none gains by it. */
function layAgain(router: LineRouter, lines: readonly Relation[], routes: Map<Id, Route>): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    let better = false;
    for (const line of lines) {
      const before = routes.get(line.id);
      if (before === undefined) continue;
      const after = router.again(line, before);
      if (after === before) continue;
      routes.set(line.id, after);
      better = true;
    }
    if (!better) return;
  }
}

/**
 * Right-angled lines of a board that keep clear of boxes; a line without points is not drawn, nesting shows it. Pure: the same
 * board gives the same lines.
 */
export function routeBoard(board: Board, options: RouteOptions = {}): ReadonlyMap<Id, Route> {
  const { boxes, only } = options;
  const lines =
    only === undefined
      ? board.relations.values()
      : [...only].map((id) => board.relations.get(id)).filter((line) => line !== undefined);
  const router = lineRouter(board, boxes);
  const routes = new Map<Id, Route>();
  const ordered = inOrder(board, lines, boxes);
  for (const line of ordered) {
    const route = router.route(line);
    if (route !== null) routes.set(line.id, route);
  }
  if (router.thorough) layAgain(router, ordered, routes);
  return routes;
}
