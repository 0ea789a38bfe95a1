import { leftOutOf } from '#shared/formats/csv.ts';
import { outlineOf } from '#shared/formats/outline-text.ts';
import type { ExportFormat } from './export-format.ts';

/** An indented list, with kinds, lines and attributes in braces, which `orgora import` reads back. */
export const textFormat: ExportFormat = {
  id: 'txt',
  takes: [],
  write(board) {
    const left = leftOutOf(board);
    return {
      data: `${outlineOf(board, { exact: true })}\n`,
      notice: left === null ? null : `A list holds boxes and lines only: left out were ${left}.`,
    };
  },
};
