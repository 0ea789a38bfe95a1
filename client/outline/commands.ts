import { ArrowUpFromLine, Cable, ListTree, SlidersHorizontal, Tags, Volume2 } from 'lucide-react';
import { type CommandContext, defineCommand } from '../commands/define-command.ts';
import { hasOneElement, hasSelection, onlyElement, selectedIds } from '../commands/support.ts';
import { focusBoard, focusDetails } from './focus-outline.ts';
import { fitting, keepLook, keepSayOthers, keptSayOthers, nextLook } from './kept-look.ts';
import { outlineStore } from './outline-store.ts';

const LOOKS = {
  canvas: 'The drawing.',
  both: 'The drawing with its outline beside it.',
  outline: 'The outline.',
} as const;

export const OUTLINE = defineCommand({
  id: 'view.outline',
  title: 'Outline',
  group: 'Look',
  keys: ['Mod+Shift+O'],
  icon: ListTree,
  words: 'tree list text screen reader beside instead drawing canvas map both',
  run({ runtime }) {
    const look = nextLook(fitting(runtime.ui.getState().look));
    keepLook(look);
    outlineStore(runtime).setState({ holds: look !== 'canvas' });
    runtime.ui.setState({ look, announcement: LOOKS[look] });
    // What is shown next takes the focus once it is in the page, and the drawing is seen whole in the room it now has.
    requestAnimationFrame(() => {
      focusBoard(runtime);
      if (look !== 'outline') requestAnimationFrame(() => runtime.control?.fit({ instant: true }));
    });
  },
});

const onElement = {
  group: 'Grow the tree',
  needs: 'board.edit',
  contextMenu: 'selection',
  enabled: hasOneElement,
} as const;

export const CONNECT = defineCommand({
  ...onElement,
  id: 'outline.connect',
  title: 'Connect to…',
  keys: ['Alt+C'],
  icon: Cable,
  words: 'line relation join tiger team friction draw',
  run({ runtime }) {
    const one = onlyElement(runtime);
    if (one !== null) runtime.ui.setState({ overlay: { type: 'connect', from: one.id } });
  },
});

export const MOVE_UNDER = defineCommand({
  ...onElement,
  id: 'outline.boss',
  title: 'Move under…',
  keys: ['Alt+M'],
  icon: ArrowUpFromLine,
  words: 'boss reports to another manager reparent',
  run({ runtime }) {
    const one = onlyElement(runtime);
    if (one !== null) runtime.ui.setState({ overlay: { type: 'move-under', id: one.id, as: 'report' } });
  },
});

export const SIT_IN = defineCommand({
  ...onElement,
  id: 'outline.seat',
  title: 'Sit in…',
  keys: ['Alt+I'],
  words: 'container put into inside',
  run({ runtime }) {
    const one = onlyElement(runtime);
    if (one !== null) runtime.ui.setState({ overlay: { type: 'move-under', id: one.id, as: 'sits-in' } });
  },
});

/** For everything that has values, one or several at once. */
const settable = (context: CommandContext): boolean =>
  hasSelection(context) && selectedIds(context.runtime).every((id) => !context.runtime.view.board.frames.has(id));

export const SET_VALUE = defineCommand({
  id: 'outline.set',
  title: 'Set a value…',
  group: 'Change',
  keys: ['Alt+E'],
  icon: Tags,
  words: 'attribute function size scope layer load',
  needs: 'board.edit',
  contextMenu: 'selection',
  enabled: settable,
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'set-value' } }),
});

export const DETAILS = defineCommand({
  id: 'outline.details',
  title: 'Go to the details',
  group: 'Look',
  keys: ['F4'],
  icon: SlidersHorizontal,
  words: 'inspector attributes properties panel',
  needs: 'board.edit',
  enabled: hasSelection,
  run: ({ runtime }) => focusDetails(runtime),
});

export const SAY_OTHERS = defineCommand({
  id: 'view.say-others',
  title: 'Say what others change: on, off',
  group: 'Look',
  icon: Volume2,
  words: 'announce screen reader mute quiet voice',
  run({ runtime }) {
    const on = !keptSayOthers();
    keepSayOthers(on);
    outlineStore(runtime).setState({ sayOthers: on });
    runtime.notify(on ? 'What others change is said to screen readers.' : 'What others change is not said any more.');
  },
});
