import { fileText } from '#shared/board/file.ts';
import type { ExportFormat } from './export-format.ts';

/** The board file itself: read, brought to this version, and written again. */
export const jsonFormat: ExportFormat = {
  id: 'json',
  takes: [],
  write: (board, { states }) => ({ data: fileText(board, states), notice: null }),
};
