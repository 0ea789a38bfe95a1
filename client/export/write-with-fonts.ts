import type { FontFiles } from '#shared/formats/fonts/font-files.ts';
import { svgFontsFor } from '#shared/formats/fonts/svg-fonts.ts';
import { pdfOf } from '#shared/formats/pdf/pdf.ts';
import { contentFor, contentText, type ExportContent } from './content.ts';
import { drawingFor, type ExportOrder, leavingSlides, pageStyle } from './pages.ts';
import { pictureSvg } from './picture-svg.ts';
import type { Written } from './write-file.ts';

/** Files that carry letters in them: PDF, and SVG with its font or with outlines. `tell` hears how far it is, from 0 to 1. */
export async function writeWithFonts(
  all: ExportContent,
  order: ExportOrder,
  files: FontFiles,
  tell: (share: number) => void,
): Promise<Written> {
  const { choices } = order;
  const content = contentFor(all, choices);
  if (choices.format === 'pdf') {
    const style = pageStyle(content.board, order);
    const options = {
      ...style,
      theme: choices.theme,
      title: content.board.meta.title,
      ...(choices.keep ? { embedSource: contentText(content) } : {}),
      onPage: (done: number, of: number): void => tell(done / of),
    };
    return (await pdfOf(leavingSlides(content, order), options, files)).bytes;
  }
  const kind = choices.fonts === 'outlines' ? 'outlines' : 'embed';
  const marks = drawingFor(all, content, order).items.flatMap((item) => item.marks);
  return pictureSvg(all, order, await svgFontsFor(kind, marks, files));
}
