import { FileUp } from 'lucide-react';
import { defineCommand } from './define-command.ts';

export const IMPORT = defineCommand({
  id: 'board.import',
  title: 'Import people or a chart',
  group: 'Board',
  icon: FileUp,
  words: 'csv excel xlsx spreadsheet table list draw.io mermaid graph upload open',
  needs: 'board.edit',
  contextMenu: 'board',
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'import' } }),
});
