import { renderPng } from '../../render-png.ts';
import type { ExportFormat } from './export-format.ts';
import { pictureOf } from './picture.ts';

export const pngFormat: ExportFormat = {
  id: 'png',
  takes: ['scale', 'finish', 'theme', 'transparent', 'frame'],
  write: async (board, options) => {
    const { png, notice } = renderPng(await pictureOf(board, options), options.scale);
    return { data: png, notice };
  },
};
