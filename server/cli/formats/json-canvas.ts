import { jsonCanvasOf } from '#shared/formats/json-canvas.ts';
import type { ExportFormat } from './export-format.ts';

/** JSON Canvas 1.0. */
export const jsonCanvasFormat: ExportFormat = {
  id: 'canvas',
  takes: [],
  write: (board) => ({ data: jsonCanvasOf(board), notice: null }),
};
