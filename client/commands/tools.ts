import { AppWindow, Frame, Hand, Lasso, MousePointer2, Pin, Spline, StickyNote, TriangleAlert, X } from 'lucide-react';
import { boundsOf, growBox } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { FRICTION_KINDS } from '#shared/overlays/friction-kinds.ts';
import { RELATION_LIST } from '#shared/relations/index.ts';
import { ELEMENT_KINDS, KIND_LIST } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import type { Tool } from '../state/ui-store.ts';
import { type Command, defineCommand } from './define-command.ts';
import { leaveFirst, leaveLast } from './lens.ts';
import { hasSelection, selectedBoxes, selectedElements, selectedIds } from './support.ts';

const take = (runtime: BoardRuntime, tool: Tool, words: string): void =>
  runtime.ui.setState({ tool, announcement: words });

export const SELECT = defineCommand({
  id: 'tool.select',
  title: 'Select',
  group: 'Look',
  keys: ['V'],
  icon: MousePointer2,
  run: ({ runtime }) => take(runtime, { tool: 'select' }, 'Select'),
});

export const HAND = defineCommand({
  id: 'tool.hand',
  title: 'Move the board',
  group: 'Look',
  keys: ['H'],
  icon: Hand,
  words: 'pan hand',
  run: ({ runtime }) => take(runtime, { tool: 'hand' }, 'Move the board: drag it'),
});

/** One command for each element kind, with the kind's own key. */
export const PLACE: readonly Command[] = KIND_LIST.map((kind) =>
  defineCommand({
    id: `place.${kind.id}`,
    title: kind.label,
    group: 'Draw',
    keys: [kind.key],
    words: `${kind.term} ${kind.aliases.join(' ')} place new add`,
    needs: 'board.edit',
    run: ({ runtime }) =>
      take(runtime, { tool: 'place', kind: kind.id }, `${kind.label}: click where it goes, or Enter for the middle`),
  }),
);

export const RELATE = defineCommand({
  id: 'tool.relate',
  title: 'Line between two',
  group: 'Draw',
  keys: ['A'],
  icon: Spline,
  words: 'relation arrow connect',
  needs: 'board.edit',
  run({ runtime }) {
    const [from, to] = selectedElements(runtime);
    if (from !== undefined && to !== undefined && selectedIds(runtime).length === 2) {
      const at = runtime.control?.toScreen({ x: to.x + to.w / 2, y: to.y + to.h }) ?? { x: 200, y: 200 };
      runtime.ui.setState({ overlay: { type: 'relation-chooser', at, from: from.id, to: to.id } });
      return;
    }
    take(runtime, { tool: 'relate', kind: null }, 'Line: drag from one box to another');
  },
});

export const LINES: readonly Command[] = RELATION_LIST.map((kind) =>
  defineCommand({
    id: `line.${kind.id}`,
    title: `Line: ${kind.label.toLowerCase()}`,
    group: 'Draw',
    words: kind.term,
    needs: 'board.edit',
    run({ runtime }) {
      const [from, to] = selectedElements(runtime);
      if (from === undefined || to === undefined || selectedIds(runtime).length !== 2) {
        take(runtime, { tool: 'relate', kind: kind.id }, `${kind.label}: drag from one box to another`);
        return;
      }
      const why = kind.refuse(from, to, {});
      if (why !== null) runtime.notify(why);
      else attempt(runtime, () => runtime.editor.relate(kind.id, from.id, to.id));
    },
  }),
);

export const NOTE = defineCommand({
  id: 'place.note',
  title: 'Text, note',
  group: 'Draw',
  keys: ['T', 'N'],
  icon: StickyNote,
  words: 'card text',
  needs: 'board.edit',
  run: ({ runtime }) => take(runtime, { tool: 'place', kind: 'card' }, 'Card: click where it goes'),
});

export const FRAME = defineCommand({
  id: 'tool.frame',
  title: 'Frame around the selection',
  group: 'Draw',
  keys: ['F'],
  icon: Frame,
  words: 'slide window',
  needs: 'board.edit',
  run({ runtime }) {
    const around = boundsOf(selectedBoxes(runtime).map((one) => one.box));
    if (around === null) {
      take(runtime, { tool: 'frame' }, 'Frame: drag from corner to corner');
      return;
    }
    const title = `Frame ${runtime.view.board.frames.size + 1}`;
    const id = attempt(runtime, () => runtime.editor.addFrame({ title, ...growBox(around, 32) }));
    if (id !== null) runtime.ui.setState({ selection: new Set([id]), editing: { id, initial: null } });
  },
});

export const ZONE = defineCommand({
  id: 'tool.zone',
  title: 'Zone',
  group: 'Draw',
  keys: ['Shift+Z'],
  icon: AppWindow,
  words: 'area band scope function region silo',
  needs: 'board.edit',
  run({ runtime }) {
    const around = boundsOf(selectedBoxes(runtime).map((one) => one.box));
    if (around === null) {
      take(runtime, { tool: 'zone' }, 'Zone: drag from corner to corner');
      return;
    }
    const box = growBox(around, 24);
    const id = attempt(runtime, () =>
      runtime.editor.addZone({ zone: 'function', title: 'New zone', ...box, y: box.y - 16, h: box.h + 16 }),
    );
    if (id !== null) runtime.ui.setState({ selection: new Set([id]), editing: { id, initial: null } });
  },
});

/** Load of a new member, in per cent of its capacity. */
const FIRST_LOAD = 20;

export const TIGER = defineCommand({
  id: 'draw.tiger',
  title: 'Tiger team from the selection',
  group: 'Draw',
  keys: ['Shift+T'],
  icon: Lasso,
  words: 'overlay set temporary squad',
  needs: 'board.edit',
  contextMenu: 'selection',
  run({ runtime }) {
    const people = selectedElements(runtime).filter((one) => ELEMENT_KINDS[one.kind].people);
    if (people.length === 0) {
      runtime.notify('Select the teams and roles that lend people, then make the tiger team.');
      return;
    }
    const n = indexBoard(runtime.view.board).tigers.length + 1;
    const id = attempt(runtime, () =>
      runtime.editor.addTiger({
        name: `Tiger team ${n}`,
        members: Object.fromEntries(people.map((one) => [one.id, FIRST_LOAD])),
      }),
    );
    if (id !== null) runtime.ui.setState({ selection: new Set([id]), editing: { id, initial: null } });
  },
});

/** Puts a marker on what is selected, or takes the tool; without a kind the marker asks for it where it stands. */
const addFriction = (runtime: BoardRuntime, friction: string | null): void => {
  const on = selectedIds(runtime).filter((id) => {
    const kind = runtime.view.board.overlays.get(id)?.kind;
    return kind !== 'friction' && !runtime.view.board.frames.has(id);
  });
  if (on.length === 0) {
    take(runtime, { tool: 'friction', friction }, 'Friction: click what rubs');
    return;
  }
  // Taken for the moment, so that whoever asks for the kind knows whether one was named.
  runtime.ui.setState({ tool: { tool: 'friction', friction } });
  const id = attempt(runtime, () => runtime.editor.addFriction({ friction: friction ?? 'unclear-owner', on }));
  runtime.ui.setState({ tool: { tool: 'select' } });
  if (id !== null) runtime.ui.setState({ selection: new Set([id]) });
};

export const FRICTION = defineCommand({
  id: 'tool.friction',
  title: 'Friction on the selection',
  group: 'Draw',
  keys: ['Shift+F'],
  icon: TriangleAlert,
  words: 'marker triangle problem',
  needs: 'board.edit',
  contextMenu: 'selection',
  run: ({ runtime }) => addFriction(runtime, null),
});

export const FRICTIONS: readonly Command[] = FRICTION_KINDS.map((kind) =>
  defineCommand({
    id: `friction.${kind.id}`,
    title: `Friction: ${kind.label}`,
    group: 'Draw',
    words: kind.term,
    needs: 'board.edit',
    run: ({ runtime }) => addFriction(runtime, kind.id),
  }),
);

export const KEEP = defineCommand({
  id: 'tool.keep',
  title: 'Keep the tool',
  group: 'Draw',
  keys: ['Q'],
  icon: Pin,
  needs: 'board.edit',
  run({ runtime }) {
    const keepTool = !runtime.ui.getState().keepTool;
    runtime.ui.setState({
      keepTool,
      announcement: keepTool ? 'The tool stays after one use.' : 'Back to select after one use.',
    });
  },
});

export const DONE = defineCommand({
  id: 'tool.done',
  title: 'Done',
  group: 'Draw',
  keys: ['Escape'],
  icon: X,
  hidden: true,
  run({ runtime }) {
    const { tool, overlay, quiet } = runtime.ui.getState();
    if (overlay.type !== 'none') runtime.ui.setState({ overlay: { type: 'none' } });
    else if (tool.tool !== 'select') take(runtime, { tool: 'select' }, 'Select');
    else if (leaveFirst(runtime)) return;
    else if (hasSelection({ runtime, at: { x: 0, y: 0 }, on: null })) {
      runtime.ui.setState({ selection: new Set(), announcement: 'Nothing selected.' });
    } else if (quiet) runtime.ui.setState({ quiet: false });
    else leaveLast(runtime);
  },
});
