import type { Board, Box } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import type { Detail, GroupMark } from '#shared/drawing/mark.ts';
import { marksToSvg } from '#shared/formats/svg.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import type { Route } from '#shared/relations/define-relation.ts';

const routes = new WeakMap<Board, ReadonlyMap<string, Route>>();

/** The lines of a board, routed once however many pictures of it are drawn. */
function routesOf(board: Board): ReadonlyMap<string, Route> {
  const known = routes.get(board);
  if (known !== undefined) return known;
  const made = routeBoard(board);
  routes.set(board, made);
  return made;
}

/** What lies in a box of the board, as the inside of an SVG in the colours of the page. */
export function pictureOf(board: Board, box: Box, detail: Detail): string {
  const { items } = drawBoard(board, { detail, crop: box, routes: routesOf(board) });
  return marksToSvg(
    items.map((item): GroupMark => ({ type: 'group', at: item.at, marks: item.marks })),
    'tokens',
  );
}

export const viewBoxOf = ({ x, y, w, h }: Box): string => `${x} ${y} ${w} ${h}`;

/** A whole SVG of a box of the board, for another window of this page. */
export const svgOfBox = (board: Board, box: Box): string =>
  `<svg viewBox="${viewBoxOf(box)}" preserveAspectRatio="xMidYMid meet">${pictureOf(board, box, 3)}</svg>`;
