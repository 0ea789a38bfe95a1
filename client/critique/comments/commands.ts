import { CheckCheck, MessageCircle, MessageCirclePlus, MoveDown, MoveUp } from 'lucide-react';
import { type Command, type CommandContext, defineCommand } from '../../commands/define-command.ts';
import { beginComment, firstKind, markAllRead, pinNext, stepComment } from './actions.ts';
import { anchorOfThing } from './anchor-of-thing.ts';

const hasRoom = ({ runtime }: CommandContext): boolean => runtime.critique !== null;

function pin({ runtime, on }: CommandContext, branch: boolean): void {
  const room = runtime.critique;
  const kind = room === null ? null : firstKind(room);
  if (room === null || kind === null) return;
  const { selection } = runtime.ui.getState();
  const id = on ?? (selection.size === 1 ? [...selection][0] : undefined);
  const anchor = id === undefined ? null : anchorOfThing(runtime, id);
  if (anchor === null) pinNext(runtime, room, kind);
  else beginComment(runtime, room, kind, branch && anchor.on === 'element' ? { ...anchor, on: 'subtree' } : anchor);
}

const hasBranch = (context: CommandContext): boolean => {
  const { runtime, on } = context;
  const { selection } = runtime.ui.getState();
  const id = on ?? (selection.size === 1 ? [...selection][0] : undefined);
  return hasRoom(context) && id !== undefined && runtime.view.board.elements.has(id);
};

const PIN = defineCommand({
  id: 'comment.pin',
  title: 'Comment',
  group: 'Change',
  keys: ['C'],
  icon: MessageCirclePlus,
  words: 'pin question ask works wish friction same here vocabulary critique',
  needs: 'comment.edit',
  contextMenu: 'selection',
  enabled: hasRoom,
  run: (context) => pin(context, false),
});

const PIN_BRANCH = defineCommand({
  id: 'comment.branch',
  title: 'Comment on the branch',
  group: 'Change',
  words: 'pin subtree everything under',
  needs: 'comment.edit',
  enabled: hasBranch,
  run: (context) => pin(context, true),
});

const PANEL = defineCommand({
  id: 'comment.panel',
  title: 'Comments',
  group: 'Look',
  keys: ['Shift+C'],
  icon: MessageCircle,
  words: 'list threads questions pins',
  enabled: hasRoom,
  run({ runtime }) {
    const open = runtime.ui.getState().dock === 'comments';
    runtime.ui.setState({
      dock: open ? null : 'comments',
      announcement: open ? 'Comments closed.' : 'Comments open.',
    });
  },
});

const step = (id: string, title: string, key: string, by: 1 | -1, icon: typeof MoveUp): Command =>
  defineCommand({
    id,
    title,
    group: 'Look',
    keys: [key],
    icon,
    words: 'walk pins threads',
    enabled: hasRoom,
    run({ runtime }) {
      if (runtime.critique !== null) stepComment(runtime, runtime.critique, by);
    },
  });

const READ_ALL = defineCommand({
  id: 'comment.read-all',
  title: 'Mark all comments as read',
  group: 'Look',
  icon: CheckCheck,
  words: 'unread seen',
  enabled: hasRoom,
  run({ runtime }) {
    if (runtime.critique !== null) markAllRead(runtime, runtime.critique);
  },
});

export const COMMENT_COMMANDS: readonly Command[] = Object.freeze([
  PIN,
  PIN_BRANCH,
  PANEL,
  step('comment.next', 'Next comment', 'Alt+]', 1, MoveDown),
  step('comment.previous', 'Previous comment', 'Alt+[', -1, MoveUp),
  READ_ALL,
]);
