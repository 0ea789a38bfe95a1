import { History } from 'lucide-react';
import { type Command, defineCommand } from '../commands/define-command.ts';

const OPEN = defineCommand({
  id: 'board.history',
  title: 'History',
  group: 'Board',
  keys: ['Alt+Y'],
  icon: History,
  words: 'versions timeline restore before compare diff changes who',
  needs: 'history.read',
  run: ({ runtime }) => {
    const { dock } = runtime.ui.getState();
    runtime.ui.setState({ dock: dock === 'history' ? null : 'history', quiet: false });
  },
});

export const HISTORY_COMMANDS: readonly Command[] = [OPEN];
