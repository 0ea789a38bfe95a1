import { Grid2x2, Rows3, StretchHorizontal } from 'lucide-react';
import type { Box, Id, Point } from '#shared/board/model.ts';
import { morphTo } from '../gestures/morph.ts';
import { movingSet } from '../gestures/moving-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, defineCommand } from './define-command.ts';
import { boxOn, selectedBoxes } from './support.ts';

/** Gap between stacked boxes, in units: three steps of the grid. */
export const STACK_GAP = 24;

type Shape = 'column' | 'row' | 'grid';

interface Placed {
  readonly id: Id;
  readonly box: Box;
}

/** In reading order: by rows, then from the left. Boxes whose middles are near each other are in one row. */
function inOrder(boxes: readonly Placed[], shape: Shape): readonly Placed[] {
  if (shape === 'column') return [...boxes].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  if (shape === 'row') return [...boxes].sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y);
  const rows: Placed[][] = [];
  for (const one of [...boxes].sort((a, b) => a.box.y - b.box.y)) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row !== undefined && head !== undefined && one.box.y < head.box.y + head.box.h / 2) row.push(one);
    else rows.push([one]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x));
}

/** Corners of a tidy column, row or grid with equal gaps that begins where the first of these stands. */
export function stacked(boxes: readonly Placed[], shape: Shape): ReadonlyMap<Id, Point> {
  const order = inOrder(boxes, shape);
  const left = Math.min(...boxes.map(({ box }) => box.x));
  const top = Math.min(...boxes.map(({ box }) => box.y));
  const columns = shape === 'column' ? 1 : shape === 'row' ? order.length : Math.ceil(Math.sqrt(order.length));
  const rows = Math.ceil(order.length / columns);
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(0, ...order.filter((_one, i) => i % columns === c).map(({ box }) => box.w)),
  );
  const heights = Array.from({ length: rows }, (_, r) =>
    Math.max(0, ...order.slice(r * columns, (r + 1) * columns).map(({ box }) => box.h)),
  );
  const before = (sizes: readonly number[], n: number): number =>
    sizes.slice(0, n).reduce((sum, size) => sum + size + STACK_GAP, 0);
  return new Map(
    order.map(({ id }, i) => [
      id,
      { x: left + before(widths, i % columns), y: top + before(heights, Math.floor(i / columns)) },
    ]),
  );
}

/** Glides the selection into its stack; what sits in a box goes with it. */
function stack(runtime: BoardRuntime, shape: Shape): Promise<boolean> {
  const { board } = runtime.view;
  const ids = new Set(selectedBoxes(runtime).map((one) => one.id));
  // What sits in a box that is stacked too keeps its place in it.
  const tops = selectedBoxes(runtime).filter(({ id }) => {
    const inside = board.elements.get(id)?.sitsIn ?? null;
    return inside === null || !ids.has(inside);
  });
  const boxes = new Map<Id, Box>();
  for (const [id, to] of stacked(tops, shape)) {
    const from = boxOn(board, id);
    if (from === null) continue;
    for (const one of movingSet(board, [id])) {
      const box = boxOn(board, one);
      if (box === null || boxes.has(one) || (one !== id && tops.some((top) => top.id === one))) continue;
      boxes.set(one, { ...box, x: box.x + to.x - from.x, y: box.y + to.y - from.y });
    }
  }
  return morphTo(
    runtime,
    new Map([...boxes].map(([id, { x, y, w, h }]) => [id, { x: Math.round(x), y: Math.round(y), w, h }])),
  );
}

export const STACKS: readonly Command[] = (
  [
    ['column', 'Stack in a column', 'Alt+Shift+C', Rows3],
    ['row', 'Stack in a row', 'Alt+Shift+R', StretchHorizontal],
    ['grid', 'Stack in a grid', 'Alt+Shift+G', Grid2x2],
  ] as const
).map(([shape, title, key, icon]) =>
  defineCommand({
    id: `stack.${shape}`,
    title,
    group: 'Arrange',
    keys: [key],
    icon,
    words: 'tidy line up equal gaps',
    needs: 'board.edit',
    contextMenu: 'selection',
    enabled: ({ runtime }) => selectedBoxes(runtime).length > 1,
    async run({ runtime }) {
      if (await stack(runtime, shape)) runtime.ui.setState({ announcement: `Stacked in a ${shape}.` });
    },
  }),
);
