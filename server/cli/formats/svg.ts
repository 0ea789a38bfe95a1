import type { ExportFormat } from './export-format.ts';
import { pictureOf } from './picture.ts';

export const svgFormat: ExportFormat = {
  id: 'svg',
  takes: ['finish', 'theme', 'transparent', 'frame', 'fonts'],
  write: async (board, options) => ({ data: await pictureOf(board, options), notice: null }),
};
