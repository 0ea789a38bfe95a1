import type { Board } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { svgFontsFor } from '#shared/formats/fonts/svg-fonts.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { FONT_FILES } from '../../fonts-node.ts';
import type { ExportOption, ExportOptions } from './export-format.ts';

/** What every picture can follow. */
export const PICTURE_OPTIONS: readonly ExportOption[] = ['finish', 'theme', 'transparent', 'frame', 'legend', 'source'];

/** The board, or one frame of it, as a standalone SVG picture. */
export async function pictureOf(board: Board, options: ExportOptions): Promise<string> {
  const { finish, theme, transparent, frame, fonts, legend, source } = options;
  const drawing = drawBoard(board, {
    finish,
    routes: routeBoard(board),
    title: frame === null,
    legend: legend && frame === null,
    ...(frame === null ? {} : { crop: { x: frame.x, y: frame.y, w: frame.w, h: frame.h } }),
  });
  const marks = drawing.items.flatMap((item) => item.marks);
  return svgOf(drawing, {
    theme,
    transparent,
    title: frame === null ? board.meta.title : frame.title,
    ...(fonts === 'none' ? {} : { fonts: await svgFontsFor(fonts, marks, FONT_FILES) }),
    ...(source === null ? {} : { embedSource: source }),
  });
}
