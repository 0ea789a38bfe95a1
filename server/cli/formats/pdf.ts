import { fileText } from '#shared/board/file.ts';
import { pdfOf } from '#shared/formats/pdf/pdf.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { LEAST_POINTS } from '#shared/formats/pptx/pptx.ts';
import { FONT_FILES } from '../../fonts-node.ts';
import type { ExportFormat } from './export-format.ts';

/** Pages of vector shapes and real text: one for each frame, or the board as one page. */
export const pdfFormat: ExportFormat = {
  id: 'pdf',
  takes: ['finish', 'theme', 'frame', 'slides', 'ratio', 'source'],
  write: async (board, { finish, theme, frame, slides, ratio, source, states }) => {
    const all =
      frame === null
        ? slidesOf(board, { by: slides })
        : [{ board, window: frame, title: frame.title, subtitle: board.meta.title }];
    const embedSource = source ? { embedSource: fileText(board, states) } : {};
    const file = await pdfOf(all, { finish, theme, ratio, title: board.meta.title, ...embedSource }, FONT_FILES);
    const small = file.pages.filter((page) => page.smallest < LEAST_POINTS);
    const least = Math.min(...file.pages.map((page) => page.smallest));
    const notice =
      small.length === 0
        ? null
        : `${small.length} of ${file.pages.length} pages have text under ${LEAST_POINTS} pt, the smallest ${least.toFixed(1)} pt: draw frames, or add --slides branches.`;
    return { data: file.bytes, notice };
  },
};
