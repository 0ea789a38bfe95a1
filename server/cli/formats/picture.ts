import type { Board } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import type { ExportOptions } from './export-format.ts';

/** The board, or one frame of it, as a standalone SVG picture. */
export function pictureOf(board: Board, { finish, theme, transparent, frame }: ExportOptions): string {
  const drawing = drawBoard(board, {
    finish,
    routes: routeBoard(board),
    title: frame === null,
    legend: frame === null,
    ...(frame === null ? {} : { crop: { x: frame.x, y: frame.y, w: frame.w, h: frame.h } }),
  });
  return svgOf(drawing, { theme, transparent, title: frame === null ? board.meta.title : frame.title });
}
