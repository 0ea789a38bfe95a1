import type { SvgFonts } from '#shared/formats/fonts/svg-fonts.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { contentFor, contentText, type ExportContent } from './content.ts';
import { drawingFor, type ExportOrder } from './pages.ts';

/** The picture of a board as SVG; with `fonts` its letters show everywhere. */
export function pictureSvg(all: ExportContent, order: ExportOrder, fonts?: SvgFonts): string {
  const { choices } = order;
  const content = contentFor(all, choices);
  return svgOf(drawingFor(all, content, order), {
    theme: choices.theme,
    transparent: choices.transparent,
    title: content.board.meta.title || 'Board',
    ...(choices.keep && choices.format === 'svg' ? { embedSource: contentText(content) } : {}),
    ...(fonts === undefined ? {} : { fonts }),
  });
}
