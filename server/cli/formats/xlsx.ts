import { xlsxOf } from '#shared/formats/xlsx.ts';
import type { ExportFormat } from './export-format.ts';

/** An Excel workbook: elements, lines and overlays. */
export const xlsxFormat: ExportFormat = {
  id: 'xlsx',
  takes: [],
  write: (board) => ({ data: xlsxOf(board), notice: null }),
};
