import { csvOf, leftOutOf } from '#shared/formats/csv.ts';
import type { ExportFormat } from './export-format.ts';

/** A table of the boxes and lines, which a spreadsheet opens and `orgora import` reads back. */
export const csvFormat: ExportFormat = {
  id: 'csv',
  takes: [],
  write(board) {
    const left = leftOutOf(board);
    return {
      data: csvOf(board, { bom: true }),
      notice: left === null ? null : `A table holds boxes and lines only: left out were ${left}.`,
    };
  },
};
