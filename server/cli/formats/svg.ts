import type { ExportFormat } from './export-format.ts';
import { PICTURE_OPTIONS, pictureOf } from './picture.ts';

export const svgFormat: ExportFormat = {
  id: 'svg',
  takes: [...PICTURE_OPTIONS, 'fonts'],
  write: async (board, options) => ({ data: await pictureOf(board, options), notice: null }),
};
