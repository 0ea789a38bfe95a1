import { pdfOf } from '#shared/formats/pdf/pdf.ts';
import { FONT_FILES } from '../../fonts-node.ts';
import type { ExportFormat } from './export-format.ts';
import { pageStyle, SLIDE_OPTIONS, slidesFor, smallNotice } from './slides.ts';

/** Pages of vector shapes and real text: for frames or branches, or the board as one page. */
export const pdfFormat: ExportFormat = {
  id: 'pdf',
  takes: SLIDE_OPTIONS,
  write: async (board, options) => {
    const file = await pdfOf(slidesFor(board, options), pageStyle(options, board.meta.title), FONT_FILES);
    return { data: file.bytes, notice: smallNotice('pages', file.pages, options) };
  },
};
