import { foldingOf, foldSentence } from '#shared/board/folded.ts';
import { centreOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { hiddenOn } from '#shared/drawing/hidden.ts';
import { attempt } from '../gestures/attempt.ts';
import { shownBoard } from '../gestures/fold.ts';
import { movableBox, movingSet } from '../gestures/moving-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, defineCommand } from './define-command.ts';
import { choose, middleOf, onlyElement, selectedIds } from './support.ts';
import { siblingsOf } from './tree.ts';

type Direction = 'left' | 'right' | 'up' | 'down';

const STEP: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Nearest element in a direction; what lies aside counts double. */
export function nearestTo(
  board: Board,
  from: { readonly x: number; readonly y: number },
  direction: Direction | null,
  without: Id | null = null,
): BoardElement | null {
  const hidden = hiddenOn(board);
  let best: BoardElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const element of board.elements.values()) {
    if (element.id === without || hidden.has(element.id)) continue;
    const at = centreOf(element);
    const dx = at.x - from.x;
    const dy = at.y - from.y;
    const step = direction === null ? null : STEP[direction];
    const along = step === null ? 0 : dx * step.x + dy * step.y;
    if (step !== null && along <= 4) continue;
    const aside = step === null ? Math.hypot(dx, dy) : Math.abs(dx * step.y) + Math.abs(dy * step.x);
    const distance = along + 2 * aside;
    if (distance < least) {
      least = distance;
      best = element;
    }
  }
  return best;
}

/** The neighbour along the tree, or `null` when there is none that way. */
export function neighbour(board: Board, one: BoardElement, direction: Direction): BoardElement | null {
  const index = indexBoard(board);
  if (direction === 'up') {
    const above = index.bossOf(one.id) ?? one.sitsIn;
    return above === null ? null : (board.elements.get(above) ?? null);
  }
  if (direction === 'down') return index.reportsOf(one.id)[0] ?? index.contentsOf(one.id)[0] ?? null;
  const siblings = siblingsOf(board, one);
  const place = siblings.findIndex((other) => other.id === one.id);
  return siblings[place + (direction === 'right' ? 1 : -1)] ?? null;
}

/** Whether the tree says anything about where it stands. */
const inTree = (board: Board, one: BoardElement): boolean => {
  const index = indexBoard(board);
  return (
    index.bossOf(one.id) !== null ||
    one.sitsIn !== null ||
    index.reportsOf(one.id).length > 0 ||
    index.contentsOf(one.id).length > 0
  );
};

function nudge(runtime: BoardRuntime, direction: Direction, by: number): void {
  const { board } = runtime.view;
  const step = STEP[direction];
  const positions = new Map(
    [...movingSet(board, selectedIds(runtime))].flatMap((id) => {
      const box = movableBox(board, id);
      return box === null ? [] : [[id, { x: box.x + step.x * by, y: box.y + step.y * by }] as const];
    }),
  );
  if (positions.size > 0) attempt(runtime, () => runtime.editor.move(positions));
}

function arrow(runtime: BoardRuntime, direction: Direction): void {
  const board = shownBoard(runtime);
  const one = onlyElement(runtime);
  const editor = runtime.can('board.edit');
  if (one === null) {
    if (selectedIds(runtime).length > 0) {
      if (editor) nudge(runtime, direction, 8);
      return;
    }
    const near = nearestTo(board, middleOf(runtime), null);
    if (near !== null) choose(runtime, [near.id], nameOf(board, near.id));
    return;
  }
  if (editor && !inTree(board, one)) {
    nudge(runtime, direction, 8);
    return;
  }
  const fold = direction === 'down' ? foldingOf(board).folds.get(one.id) : undefined;
  if (fold !== undefined) {
    runtime.ui.setState({ announcement: `${nameOf(board, one.id)}: ${foldSentence(fold)}.` });
    return;
  }
  const next = neighbour(board, one, direction) ?? nearestTo(board, centreOf(one), direction, one.id);
  if (next !== null) choose(runtime, [next.id], nameOf(board, next.id));
}

const ARROWS: readonly (readonly [Direction, string])[] = [
  ['left', 'ArrowLeft'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
  ['right', 'ArrowRight'],
];

/** Arrows walk the tree, and nudge a free box by 8 units. */
export const WALK: readonly Command[] = ARROWS.map(([direction, key]) =>
  defineCommand({
    id: `walk.${direction}`,
    title: 'Walk the tree, nudge a free box',
    group: 'Grow the tree',
    keys: [key],
    hidden: true,
    run: ({ runtime }) => arrow(runtime, direction),
  }),
);

export const NUDGE: readonly Command[] = ARROWS.map(([direction, key]) =>
  defineCommand({
    id: `nudge.${direction}`,
    title: 'Nudge by one',
    group: 'Change',
    keys: [`Shift+${key}`],
    hidden: true,
    needs: 'board.edit',
    enabled: ({ runtime }) => selectedIds(runtime).length > 0,
    run: ({ runtime }) => nudge(runtime, direction, 1),
  }),
);
