import { withPngSource } from '#shared/formats/source/png-source.ts';
import { renderPng } from '../../render-png.ts';
import type { ExportFormat } from './export-format.ts';
import { PICTURE_OPTIONS, pictureOf } from './picture.ts';

export const pngFormat: ExportFormat = {
  id: 'png',
  takes: [...PICTURE_OPTIONS, 'scale'],
  write: async (board, options) => {
    const { png, notice } = renderPng(await pictureOf(board, { ...options, source: null }), options.scale);
    return { data: options.source === null ? png : withPngSource(png, options.source), notice };
  },
};
