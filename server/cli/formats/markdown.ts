import { markdownOf } from '#shared/formats/markdown.ts';
import type { ExportFormat } from './export-format.ts';

/** The board in words. */
export const markdownFormat: ExportFormat = {
  id: 'md',
  takes: [],
  write: (board) => ({ data: markdownOf(board), notice: null }),
};
