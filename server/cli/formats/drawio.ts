import { drawioOf } from '#shared/formats/drawio.ts';
import type { ExportFormat } from './export-format.ts';

/** A draw.io file with its lines fastened to the boxes. */
export const drawioFormat: ExportFormat = {
  id: 'drawio',
  takes: [],
  write: (board) => ({ data: drawioOf(board), notice: null }),
};
