import { mermaidOf } from '#shared/formats/mermaid.ts';
import type { ExportFormat } from './export-format.ts';

/** A Mermaid flowchart. */
export const mermaidFormat: ExportFormat = {
  id: 'mmd',
  takes: [],
  write: (board) => ({ data: mermaidOf(board), notice: null }),
};
