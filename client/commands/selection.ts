import {
  BringToFront,
  Copy,
  Group,
  Lock,
  LogOut,
  Pencil,
  Repeat2,
  SendToBack,
  SquareDashed,
  SquareDashedMousePointer,
  Trash2,
  Ungroup,
} from 'lucide-react';
import { pickContent } from '#shared/board/content.ts';
import { boundsOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Id, Relation } from '#shared/board/model.ts';
import { ordersBetween } from '#shared/board/order.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { choiceLabel, FUNCTIONS } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS, KIND_LIST } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import { freeSpot } from '../gestures/free-spot.ts';
import { movingSet, withGroups } from '../gestures/moving-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, type CommandContext, defineCommand } from './define-command.ts';
import { keepTidy, trunkOf } from './keep-tidy.ts';
import { choose, hasElements, hasSelection, selectedElements, selectedIds } from './support.ts';
import { removeTracing } from './tracing.ts';

const change = { group: 'Change', needs: 'board.edit' } as const;
const onSelection = { ...change, contextMenu: 'selection', enabled: hasSelection } as const;
const onElements = { ...change, contextMenu: 'selection', enabled: hasElements } as const;

export const RENAME = defineCommand({
  ...change,
  id: 'selection.rename',
  title: 'Edit the name',
  keys: ['F2'],
  icon: Pencil,
  words: 'rename text',
  contextMenu: 'selection',
  enabled({ runtime }) {
    const [id, other] = selectedIds(runtime);
    if (id === undefined || other !== undefined) return false;
    const { elements, overlays, frames } = runtime.view.board;
    const overlay = overlays.get(id);
    return elements.has(id) || frames.has(id) || (overlay !== undefined && overlay.kind !== 'friction');
  },
  run({ runtime }) {
    const [id] = selectedIds(runtime);
    if (id !== undefined) runtime.ui.setState({ editing: { id, initial: null } });
  },
});

export const REMOVE = defineCommand({
  ...onSelection,
  id: 'selection.delete',
  title: 'Delete',
  keys: ['Delete', 'Backspace'],
  icon: Trash2,
  words: 'remove',
  enabled: (context) => hasSelection(context) || context.runtime.ui.getState().tracing !== null,
  run({ runtime }) {
    if (removeTracing(runtime)) return;
    const { board } = runtime.view;
    const ids = selectedIds(runtime);
    const [first] = ids;
    const words = ids.length === 1 && first !== undefined ? nameOf(board, first) : `${ids.length} things`;
    const done = attempt(runtime, () => {
      const gone = new Set(ids);
      const trunks = new Set(ids.map((id) => trunkOf(board, id)));
      runtime.editor.remove(ids);
      for (const trunk of trunks) if (trunk !== null && !gone.has(trunk)) keepTidy(runtime, trunk);
      return true;
    });
    if (done !== null) runtime.ui.setState({ selection: new Set(), announcement: `${words} deleted.` });
  },
});

/** Lines from picked elements to others that stay: a copy keeps them where one more is allowed. */
function outerLines(runtime: BoardRuntime, picked: ReadonlySet<Id>): readonly Relation[] {
  return [...runtime.view.board.relations.values()].filter((line) => picked.has(line.from) !== picked.has(line.to));
}

export const DUPLICATE = defineCommand({
  ...onSelection,
  id: 'selection.duplicate',
  title: 'Duplicate',
  keys: ['Mod+D'],
  icon: Copy,
  words: 'copy twice lines kept',
  run({ runtime }) {
    const { board } = runtime.view;
    const selected = selectedIds(runtime);
    const picked = new Set([...movingSet(board, selected), ...selected]);
    const content = pickContent(board, picked, { keepContainers: true });
    const around = boundsOf([...content.elements, ...content.frames]);
    const spot = around === null ? null : freeSpot(board, { ...around, x: around.x + around.w + 24 });
    const dx = around === null || spot === null ? 32 : spot.x - around.x;
    const dy = around === null || spot === null ? 32 : spot.y - around.y;
    const moved = <T extends { readonly x: number; readonly y: number }>(one: T): T => ({
      ...one,
      x: one.x + dx,
      y: one.y + dy,
    });
    const copies = attempt(runtime, () => {
      const ids = runtime.editor.addElements({
        ...content,
        elements: content.elements.map(moved),
        frames: content.frames.map(moved),
        overlays: content.overlays.map((one) =>
          one.kind === 'zone' ? moved(one) : one.kind === 'friction' ? { ...one, at: moved(one.at) } : one,
        ),
      });
      for (const line of outerLines(runtime, picked)) {
        const from = ids.get(line.from) ?? line.from;
        const to = ids.get(line.to) ?? line.to;
        if (line.kind !== 'reports') runtime.editor.relate(line.kind, from, to, line.attributes);
        else if (from !== line.from) runtime.editor.reparent([from], to);
      }
      return ids;
    });
    if (copies === null) return;
    const made = selected.flatMap((id) => copies.get(id) ?? []);
    choose(runtime, made, `${made.length} duplicated.`);
  },
});

export const SELECT_ALL = defineCommand({
  id: 'selection.all',
  title: 'Select all',
  group: 'Change',
  keys: ['Mod+A'],
  icon: SquareDashedMousePointer,
  contextMenu: 'board',
  run({ runtime }) {
    const { elements, overlays, frames } = runtime.view.board;
    runtime.ui.setState({
      selection: new Set([...elements.keys(), ...overlays.keys(), ...frames.keys()]),
      announcement: `${elements.size} elements selected.`,
    });
  },
});

const allLocked = ({ runtime }: CommandContext): boolean => selectedElements(runtime).every((one) => one.locked);

export const LOCK = defineCommand({
  ...onElements,
  id: 'selection.lock',
  title: 'Lock, unlock',
  keys: ['Mod+Shift+L'],
  icon: Lock,
  needs: 'board.edit-locked',
  run(context) {
    const { runtime } = context;
    const locked = !allLocked(context);
    const ids = selectedElements(runtime).map((one) => one.id);
    attempt(runtime, () => runtime.editor.setLocked(ids, locked));
    runtime.ui.setState({ announcement: locked ? 'Locked.' : 'Unlocked.' });
  },
});

export const GROUP = defineCommand({
  ...change,
  id: 'selection.group',
  title: 'Group',
  keys: ['Mod+G'],
  icon: Group,
  contextMenu: 'selection',
  enabled: ({ runtime }) => selectedElements(runtime).length > 1,
  run({ runtime }) {
    const ids = selectedElements(runtime).map((one) => one.id);
    const [first] = ids;
    if (first === undefined) return;
    // The group is called after its first member at the time: unique among groups, and needs no chance.
    attempt(runtime, () => runtime.editor.setGroup(ids, `group:${first}`.slice(0, 64)));
  },
});

export const UNGROUP = defineCommand({
  ...change,
  id: 'selection.ungroup',
  title: 'Ungroup',
  keys: ['Mod+Shift+G'],
  icon: Ungroup,
  contextMenu: 'selection',
  enabled: ({ runtime }) => selectedElements(runtime).some((one) => one.group !== null),
  run({ runtime }) {
    const ids = [...withGroups(runtime.view.board, selectedIds(runtime))];
    attempt(runtime, () => runtime.editor.setGroup(ids, null));
  },
});

/** Zones and tiger teams lie over one another by order; elements stand in order among their siblings. */
function toEnd(runtime: BoardRuntime, end: 'front' | 'back'): void {
  const { board } = runtime.view;
  const ids = selectedIds(runtime).filter((id) => board.elements.has(id) || board.overlays.has(id));
  const picked = new Set(ids);
  const orders = [...board.elements.values(), ...board.overlays.values()]
    .filter((one) => !picked.has(one.id))
    .flatMap((one) => ('order' in one ? [one.order] : []))
    .sort((a, b) => (a < b ? -1 : 1));
  const made =
    end === 'front'
      ? ordersBetween(orders.at(-1) ?? null, null, ids.length)
      : ordersBetween(null, orders[0] ?? null, ids.length);
  attempt(runtime, () => {
    ids.forEach((id, i) => {
      const order = made[i];
      const overlay = board.overlays.get(id);
      if (order === undefined || overlay?.kind === 'friction') return;
      if (overlay?.kind === 'zone') runtime.editor.updateZone(id, { order });
      else if (overlay?.kind === 'tiger') runtime.editor.updateTiger(id, { order });
      else runtime.editor.setOrder(id, order);
    });
  });
}

export const FRONT = defineCommand({
  ...onSelection,
  id: 'selection.front',
  title: 'To front',
  keys: [']'],
  icon: BringToFront,
  words: 'order last',
  run: ({ runtime }) => toEnd(runtime, 'front'),
});

export const BACK = defineCommand({
  ...onSelection,
  id: 'selection.back',
  title: 'To back',
  keys: ['['],
  icon: SendToBack,
  words: 'order first',
  run: ({ runtime }) => toEnd(runtime, 'back'),
});

export const KINDS: readonly Command[] = KIND_LIST.map((kind) =>
  defineCommand({
    ...change,
    id: `kind.${kind.id}`,
    title: `Change to ${kind.label.toLowerCase()}`,
    icon: Repeat2,
    words: 'kind turn into',
    enabled: ({ runtime }) => selectedElements(runtime).some((one) => one.kind !== kind.id),
    run({ runtime }) {
      attempt(runtime, () => {
        for (const one of selectedElements(runtime)) if (one.kind !== kind.id) runtime.editor.setKind(one.id, kind.id);
      });
    },
  }),
);

export const SET_FUNCTION: readonly Command[] = FUNCTIONS.map((fn) =>
  defineCommand({
    ...change,
    id: `function.${fn.code}`,
    title: `Function: ${choiceLabel('fn', fn.code)}`,
    words: `${fn.code} tag colour`,
    enabled: hasElements,
    run({ runtime }) {
      const ids = selectedElements(runtime)
        .filter((one) => ELEMENT_KINDS[one.kind].attributes.includes('fn'))
        .map((one) => one.id);
      attempt(runtime, () => runtime.editor.setAttributes(ids, { fn: fn.code }));
    },
  }),
);

const takesVacant = (runtime: BoardRuntime) =>
  selectedElements(runtime).filter((one) => ELEMENT_KINDS[one.kind].attributes.includes('vacant'));

export const VACANT = defineCommand({
  ...change,
  id: 'selection.vacant',
  title: 'Mark vacant, filled',
  icon: SquareDashed,
  words: 'open post hire empty',
  contextMenu: 'selection',
  enabled: ({ runtime }) => takesVacant(runtime).length > 0,
  run({ runtime }) {
    const posts = takesVacant(runtime);
    const vacant = !posts.every((one) => one.attributes['vacant'] === true);
    const ids = posts.map((one) => one.id);
    attempt(runtime, () => runtime.editor.setAttributes(ids, { vacant: vacant ? true : null }));
  },
});

export const TAKE_OUT = defineCommand({
  ...change,
  id: 'selection.take-out',
  title: 'Take out of what it sits in',
  icon: LogOut,
  words: 'remove from container lift',
  contextMenu: 'selection',
  enabled: ({ runtime }) => selectedElements(runtime).some((one) => one.sitsIn !== null),
  run({ runtime }) {
    const { board } = runtime.view;
    const inside = selectedElements(runtime).filter((one) => one.sitsIn !== null);
    attempt(runtime, () => {
      runtime.editor.setSitsIn(
        inside.map((one) => one.id),
        null,
      );
      const positions = new Map(
        inside.flatMap((one) => {
          const holder = one.sitsIn === null ? undefined : board.elements.get(one.sitsIn);
          if (holder === undefined) return [];
          const spot = freeSpot(board, { x: holder.x + holder.w + 24, y: one.y, w: one.w, h: one.h });
          return [[one.id, spot] as const];
        }),
      );
      runtime.editor.move(positions);
    });
  },
});

export const SELECT_SUBTREE = defineCommand({
  id: 'selection.subtree',
  title: 'Select all below',
  group: 'Change',
  words: 'subtree branch reports',
  contextMenu: 'selection',
  enabled: hasElements,
  run({ runtime }) {
    const index = indexBoard(runtime.view.board);
    const ids = selectedElements(runtime).flatMap((one) => index.subtreeOf(one.id));
    runtime.ui.setState({ selection: new Set(ids), announcement: `${new Set(ids).size} selected.` });
  },
});

/** Changes the kind of the selected lines where their ends allow it. */
export const SWAP_ENDS = defineCommand({
  ...change,
  id: 'line.swap',
  title: 'Swap the ends of the line',
  words: 'reverse direction relation',
  icon: Repeat2,
  contextMenu: 'selection',
  enabled: ({ runtime }) => selectedIds(runtime).some((id) => runtime.view.board.relations.has(id)),
  run: ({ runtime }) => {
    for (const id of selectedIds(runtime)) swapEnds(runtime, id);
  },
});

export function swapEnds(runtime: BoardRuntime, id: Id): void {
  const { board } = runtime.view;
  const line = board.relations.get(id);
  const from = board.elements.get(line?.from ?? '');
  const to = board.elements.get(line?.to ?? '');
  if (line === undefined || from === undefined || to === undefined) return;
  const why = RELATIONS[line.kind].refuse(to, from, line.attributes);
  if (why !== null) {
    runtime.notify(why);
    return;
  }
  const next = attempt(runtime, () => {
    runtime.editor.remove([id]);
    return runtime.editor.relate(line.kind, to.id, from.id, line.attributes);
  });
  if (next !== null) runtime.ui.setState({ selection: new Set([next]) });
}
