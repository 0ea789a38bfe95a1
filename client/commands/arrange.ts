import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
} from 'lucide-react';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Box, Id, Point } from '#shared/board/model.ts';
import { morphTo } from '../gestures/morph.ts';
import { movingSet } from '../gestures/moving-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, defineCommand } from './define-command.ts';
import { boxOn, selectedBoxes } from './support.ts';

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
