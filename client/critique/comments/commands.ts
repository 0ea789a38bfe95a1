import { CheckCheck, MessageCircle, MessageCirclePlus, MoveDown, MoveUp } from 'lucide-react';
import type { Board, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import { type Command, type CommandContext, defineCommand } from '../../commands/define-command.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import { placeOfAnchor } from '../pins/anchor-place.ts';
import { beginComment, firstKind, markAllRead, pinNext, stepComment } from './actions.ts';

const hasRoom = ({ runtime }: CommandContext): boolean => runtime.critique !== null;

const onOf = (board: Board, id: Id): 'element' | 'relation' | 'overlay' | null =>
  board.elements.has(id) ? 'element' : board.relations.has(id) ? 'relation' : board.overlays.has(id) ? 'overlay' : null;

/** Letters of a name that a comment keeps for when its thing is gone. */
export const LONGEST_NAME = 120;

/** A comment on one thing, begun by keys: its pin stands where pins of its kind stand. */
export function anchorOfThing(runtime: BoardRuntime, id: Id): Anchor | null {
  const { board, states, state } = runtime.view;
  const on = onOf(board, id);
  if (on === null) return null;
  const anchor: Anchor = {
    on,
    id,
    name: nameOf(board, id).slice(0, LONGEST_NAME),
    last: { x: 0, y: 0 },
    ...(states.length > 1 ? { state } : {}),
  };
  const place = placeOfAnchor(runtime, anchor) ?? { x: 0, y: 0 };
  return { ...anchor, last: { x: Math.round(place.x), y: Math.round(place.y) } };
}

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
