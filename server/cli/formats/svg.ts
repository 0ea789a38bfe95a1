import type { ExportFormat } from './export-format.ts';
import { pictureOf } from './picture.ts';

export const svgFormat: ExportFormat = {
  id: 'svg',
  takes: ['finish', 'theme', 'transparent', 'frame'],
  write: (board, options) => ({ data: pictureOf(board, options), notice: null }),
};
