import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Network,
} from 'lucide-react';
import { boundsOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Box, Id, Point } from '#shared/board/model.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { morphTo } from '../gestures/morph.ts';
import { movingSet } from '../gestures/moving-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, defineCommand } from './define-command.ts';
import { boxOn, hasElements, selectedBoxes, selectedElements } from './support.ts';

/** Glides selected things to new corners, each with what sits in it. */
function moveTo(runtime: BoardRuntime, corners: ReadonlyMap<Id, Point>): Promise<boolean> {
  const { board } = runtime.view;
  const boxes = new Map<Id, Box>();
  for (const [id, to] of corners) {
    const from = boxOn(board, id);
    if (from === null) continue;
    for (const one of movingSet(board, [id])) {
      const box = boxOn(board, one);
      if (box !== null && !boxes.has(one) && (one === id || !corners.has(one))) {
        boxes.set(one, { x: box.x + to.x - from.x, y: box.y + to.y - from.y, w: box.w, h: box.h });
      }
    }
  }
  return morphTo(runtime, boxes);
}

const ALIGN: readonly {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  readonly icon: Command['icon'];
  readonly corner: (box: Box, all: Box) => Point;
}[] = [
  { id: 'left', title: 'Align left', key: 'A', icon: AlignStartVertical, corner: (b, all) => ({ x: all.x, y: b.y }) },
  {
    id: 'right',
    title: 'Align right',
    key: 'D',
    icon: AlignEndVertical,
    corner: (b, all) => ({ x: all.x + all.w - b.w, y: b.y }),
  },
  { id: 'top', title: 'Align top', key: 'W', icon: AlignStartHorizontal, corner: (b, all) => ({ x: b.x, y: all.y }) },
  {
    id: 'bottom',
    title: 'Align bottom',
    key: 'S',
    icon: AlignEndHorizontal,
    corner: (b, all) => ({ x: b.x, y: all.y + all.h - b.h }),
  },
  {
    id: 'across',
    title: 'Centre across',
    key: 'H',
    icon: AlignCenterVertical,
    corner: (b, all) => ({ x: all.x + (all.w - b.w) / 2, y: b.y }),
  },
  {
    id: 'down',
    title: 'Centre down',
    key: 'V',
    icon: AlignCenterHorizontal,
    corner: (b, all) => ({ x: b.x, y: all.y + (all.h - b.h) / 2 }),
  },
];

export const ALIGNS: readonly Command[] = ALIGN.map(({ id, title, key, icon, corner }) =>
  defineCommand({
    id: `align.${id}`,
    title,
    group: 'Arrange',
    keys: [`Alt+${key}`],
    ...(icon === undefined ? {} : { icon }),
    needs: 'board.edit',
    enabled: ({ runtime }) => selectedBoxes(runtime).length > 1,
    async run({ runtime }) {
      const boxes = selectedBoxes(runtime);
      const all = boundsOf(boxes.map((one) => one.box));
      if (all !== null) await moveTo(runtime, new Map(boxes.map((one) => [one.id, corner(one.box, all)])));
    },
  }),
);

function distribute(runtime: BoardRuntime, axis: 'x' | 'y'): Promise<boolean> {
  const size = axis === 'x' ? 'w' : 'h';
  const boxes = selectedBoxes(runtime).sort((a, b) => a.box[axis] - b.box[axis]);
  const all = boundsOf(boxes.map((one) => one.box));
  if (all === null) return Promise.resolve(false);
  const used = boxes.reduce((sum, one) => sum + one.box[size], 0);
  const gap = (all[size] - used) / (boxes.length - 1);
  let at = all[axis];
  const corners = new Map<Id, Point>();
  for (const { id, box } of boxes) {
    corners.set(id, { x: box.x, y: box.y, [axis]: Math.round(at) });
    at += box[size] + gap;
  }
  return moveTo(runtime, corners);
}

export const DISTRIBUTES: readonly Command[] = (
  [
    ['x', 'Equal gaps across', 'Alt+Shift+H', AlignHorizontalDistributeCenter],
    ['y', 'Equal gaps down', 'Alt+Shift+V', AlignVerticalDistributeCenter],
  ] as const
).map(([axis, title, key, icon]) =>
  defineCommand({
    id: `distribute.${axis}`,
    title,
    group: 'Arrange',
    keys: [key],
    icon,
    words: 'distribute space',
    needs: 'board.edit',
    enabled: ({ runtime }) => selectedBoxes(runtime).length > 2,
    async run({ runtime }) {
      await distribute(runtime, axis);
    },
  }),
);

export const TIDY = defineCommand({
  id: 'arrange.tidy',
  title: 'Tidy the board',
  group: 'Arrange',
  keys: ['Mod+Shift+Enter'],
  icon: Network,
  words: 'layout arrange automatic clean',
  needs: 'board.edit',
  contextMenu: 'board',
  enabled: ({ runtime }) => runtime.view.board.elements.size > 1,
  async run({ runtime }) {
    const { boxes } = layoutBoard(runtime.view.board);
    const done = morphTo(runtime, boxes);
    runtime.control?.fit();
    if (await done) runtime.ui.setState({ announcement: 'The board is tidy. Undo brings it back as it was.' });
  },
});

export const TIDY_SELECTION = defineCommand({
  id: 'arrange.tidy-selection',
  title: 'Tidy the selection',
  group: 'Arrange',
  keys: ['Mod+Enter'],
  icon: Network,
  words: 'layout subtree below branch',
  needs: 'board.edit',
  contextMenu: 'selection',
  enabled: hasElements,
  async run({ runtime }) {
    const { board } = runtime.view;
    const elements = selectedElements(runtime);
    const [first] = elements;
    if (first === undefined) return;
    // One box means the branch below it; it stays where it is.
    const ids = elements.length === 1 ? indexBoard(board).subtreeOf(first.id) : elements.map((one) => one.id);
    await morphTo(runtime, layoutBoard(board, elements.length === 1 ? { ids, anchor: first.id } : { ids }).boxes);
  },
});
