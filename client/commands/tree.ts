import { ArrowDownToLine, ArrowLeftToLine, ArrowRightToLine, ArrowUpToLine } from 'lucide-react';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { type Board, type BoardElement, type ElementKindId, type Id, reportsId } from '#shared/board/model.ts';
import { orderBetween } from '#shared/board/order.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import { addChild, addSibling } from '../gestures/grow.ts';
import { movingSet } from '../gestures/moving-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { defineCommand } from './define-command.ts';
import { keepTidy } from './keep-tidy.ts';
import { hasOneElement, onlyElement } from './support.ts';

const growing = { group: 'Grow the tree', needs: 'board.edit', enabled: hasOneElement } as const;

/** Space from a row to the next one, in units. */
const ROW_GAP = 48;

export const ADD_BELOW = defineCommand({
  ...growing,
  id: 'tree.below',
  title: 'Add below',
  keys: ['Tab'],
  icon: ArrowDownToLine,
  words: 'child report',
  contextMenu: 'selection',
  run({ runtime }) {
    const one = onlyElement(runtime);
    if (one !== null) addChild(runtime, one.id);
  },
});

export const ADD_BESIDE = defineCommand({
  ...growing,
  id: 'tree.beside',
  title: 'Add beside',
  keys: ['Enter'],
  icon: ArrowRightToLine,
  words: 'sibling after',
  // While a kind is taken, Enter places it.
  enabled: (context) => hasOneElement(context) && context.runtime.ui.getState().tool.tool !== 'place',
  contextMenu: 'selection',
  run({ runtime }) {
    const one = onlyElement(runtime);
    if (one !== null) addSibling(runtime, one.id, 'after');
  },
});

export const ADD_BEFORE = defineCommand({
  ...growing,
  id: 'tree.before',
  title: 'Add before',
  keys: ['Shift+Enter'],
  icon: ArrowLeftToLine,
  words: 'sibling',
  run({ runtime }) {
    const one = onlyElement(runtime);
    if (one !== null) addSibling(runtime, one.id, 'before');
  },
});

/** Kind of a level that is put between: as the boss, else a role or a team. */
function levelKind(one: BoardElement, boss: BoardElement | undefined): ElementKindId | null {
  const fits = (kind: ElementKindId): boolean =>
    RELATIONS.reports.refuse(one, { id: 'new', kind }, {}) === null &&
    (boss === undefined || RELATIONS.reports.refuse({ id: 'new', kind }, boss, {}) === null);
  const wanted: readonly (ElementKindId | undefined)[] = [boss?.kind, one.kind, 'role', 'unit'];
  return wanted.find((kind) => kind !== undefined && fits(kind)) ?? null;
}

interface Level {
  readonly level: BoardElement;
  /** Where everything stands with the new level in, the level included. */
  readonly positions: ReadonlyMap<Id, { readonly x: number; readonly y: number }>;
}

/** Where a new level above `one` goes: between it and its boss, everything below moved down just enough to overlap nothing. */
function levelAbove(board: Board, one: BoardElement, kindId: ElementKindId, bossId: Id | null): Level {
  const kind = ELEMENT_KINDS[kindId];
  const { w, h } = kind.defaultSize;
  const boss = bossId === null ? undefined : board.elements.get(bossId);
  const top = boss === undefined ? one.y - ROW_GAP - h : Math.max(boss.y + boss.h + ROW_GAP, one.y - ROW_GAP - h);
  const down = Math.max(0, top + h + ROW_GAP - one.y);
  const level: BoardElement = {
    id: 'new-level',
    kind: kindId,
    name: kind.defaultName,
    x: Math.round((one.x + one.w / 2 - w / 2) / 8) * 8,
    y: Math.round(top / 8) * 8,
    w,
    h,
    order: one.order,
    sitsIn: one.sitsIn,
    locked: false,
    group: null,
    attributes: {},
  };
  const below = movingSet(board, indexBoard(board).subtreeOf(one.id));
  const elements = new Map(board.elements).set(level.id, level);
  for (const id of below) {
    const element = elements.get(id);
    if (element !== undefined) elements.set(id, { ...element, y: element.y + down });
  }
  const moved = [level, ...[...below].flatMap((id) => elements.get(id) ?? [])];
  const holders = new Set([...board.elements.values()].flatMap((element) => element.sitsIn ?? []));
  const clash = moved.some((a) =>
    [...elements.values()].some(
      (b) => !holders.has(b.id) && !holders.has(a.id) && !below.has(b.id) && b.id !== a.id && boxesOverlap(a, b, 8),
    ),
  );
  const positions = new Map(moved.map((element) => [element.id, { x: element.x, y: element.y }]));
  if (!clash) return { level, positions };
  const relations = new Map(board.relations)
    .set(reportsId(level.id), {
      id: reportsId(level.id),
      kind: 'reports',
      from: level.id,
      to: bossId ?? one.id,
      attributes: {},
    })
    .set(reportsId(one.id), { id: reportsId(one.id), kind: 'reports', from: one.id, to: level.id, attributes: {} });
  if (bossId === null) relations.delete(reportsId(level.id));
  const anchor = bossId ?? level.id;
  const scratch: Board = { ...board, elements, relations };
  const ids = indexBoard(scratch).subtreeOf(anchor);
  for (const [id, box] of layoutBoard(scratch, { ids, anchor }).boxes) positions.set(id, { x: box.x, y: box.y });
  return { level, positions };
}

export const ADD_ABOVE = defineCommand({
  ...growing,
  id: 'tree.above',
  title: 'Put a level above',
  keys: ['Shift+Tab'],
  icon: ArrowUpToLine,
  words: 'parent boss insert',
  run({ runtime }) {
    const one = onlyElement(runtime);
    if (one === null) return;
    const { board } = runtime.view;
    const bossId = indexBoard(board).bossOf(one.id);
    const kind = levelKind(one, bossId === null ? undefined : board.elements.get(bossId));
    if (kind === null) {
      const label = ELEMENT_KINDS[one.kind].label.toLowerCase();
      runtime.notify(`A ${label} reports to nobody. Draw another kind of line.`);
      return;
    }
    const { level, positions } = levelAbove(board, one, kind, bossId);
    const at = positions.get(level.id) ?? level;
    const id = attempt(runtime, () => {
      const { id: _, locked: __, group: ___, ...input } = level;
      const added = runtime.editor.addElement({ ...input, ...at, boss: bossId });
      runtime.editor.reparent([one.id], added);
      const others = new Map(positions);
      others.delete(level.id);
      runtime.editor.move(others);
      keepTidy(runtime, bossId ?? added);
      return added;
    });
    if (id === null) return;
    runtime.ui.setState({ selection: new Set([id]), editing: { id, initial: null } });
    runtime.control?.reveal(runtime.view.board.elements.get(id) ?? { ...at, w: level.w, h: level.h });
  },
});

/** Those that stand in one row with it: same boss, else same container, else the other roots. */
export function siblingsOf(board: Board, one: BoardElement): readonly BoardElement[] {
  const index = indexBoard(board);
  const boss = index.bossOf(one.id);
  if (boss !== null) return index.reportsOf(boss);
  return one.sitsIn === null ? [] : index.contentsOf(one.sitsIn).filter((other) => index.bossOf(other.id) === null);
}

function reorder(runtime: BoardRuntime, by: -1 | 1): void {
  const one = onlyElement(runtime);
  if (one === null) return;
  const { board } = runtime.view;
  const siblings = siblingsOf(board, one);
  const place = siblings.findIndex((other) => other.id === one.id);
  const past = siblings[place + by];
  if (place < 0 || past === undefined) return;
  const next = siblings[place + 2 * by];
  const [low, high] = by === 1 ? [past.order, next?.order ?? null] : [next?.order ?? null, past.order];
  const order = orderBetween(low, high !== null && low !== null && low >= high ? null : high);
  const boss = indexBoard(board).bossOf(one.id);
  const anchor = boss ?? one.sitsIn;
  const scratch: Board = { ...board, elements: new Map(board.elements).set(one.id, { ...one, order }) };
  const boxes =
    anchor === null ? new Map() : layoutBoard(scratch, { ids: indexBoard(scratch).subtreeOf(anchor), anchor }).boxes;
  attempt(runtime, () => {
    runtime.editor.setOrder(one.id, order);
    runtime.editor.resize(boxes);
  });
  runtime.ui.setState({ announcement: `${one.name} is now ${by === 1 ? 'after' : 'before'} ${past.name}.` });
  const at = runtime.view.board.elements.get(one.id);
  if (at !== undefined) runtime.control?.reveal(at);
}

const canReorder = hasOneElement;

export const EARLIER = defineCommand({
  id: 'tree.earlier',
  title: 'Move before the one before',
  group: 'Grow the tree',
  keys: ['Alt+ArrowLeft', 'Alt+ArrowUp'],
  words: 'reorder sibling',
  needs: 'board.edit',
  enabled: canReorder,
  run: ({ runtime }) => reorder(runtime, -1),
});

export const LATER = defineCommand({
  id: 'tree.later',
  title: 'Move after the next one',
  group: 'Grow the tree',
  keys: ['Alt+ArrowRight', 'Alt+ArrowDown'],
  words: 'reorder sibling',
  needs: 'board.edit',
  enabled: canReorder,
  run: ({ runtime }) => reorder(runtime, 1),
});
