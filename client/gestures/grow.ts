import { indexBoard } from '#shared/board/index-board.ts';
import type { BoardElement, ElementKindId, Id } from '#shared/board/model.ts';
import { orderBetween } from '#shared/board/order.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { keepTidy } from '../commands/keep-tidy.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { attempt } from './attempt.ts';
import { freeSpot, GAP, roomFor, spotUnder } from './free-spot.ts';

const NONE: ReadonlySet<Id> = new Set();

/** Kind of a new report: the same as the boss's other reports, else the boss's own, else a role or a team. */
function reportKind(runtime: BoardRuntime, boss: BoardElement): ElementKindId | null {
  const siblings = indexBoard(runtime.view.board).reportsOf(boss.id);
  const wanted: (ElementKindId | undefined)[] = [siblings.at(-1)?.kind, boss.kind, 'role', 'unit'];
  for (const kind of wanted) {
    if (kind !== undefined && RELATIONS.reports.refuse({ id: '', kind }, boss, {}) === null) return kind;
  }
  return null;
}

function edit(runtime: BoardRuntime, id: Id): void {
  runtime.ui.setState({ selection: new Set([id]), editing: { id, initial: null } });
  const added = runtime.view.board.elements.get(id);
  if (added !== undefined) runtime.control?.reveal(added);
}

/** Keeps what was just put into a container inside it. */
function makeRoom(
  runtime: BoardRuntime,
  container: BoardElement | undefined,
  box: { x: number; y: number; w: number; h: number },
) {
  if (container === undefined) return;
  const room = roomFor(container, [box]);
  if (room.w !== container.w || room.h !== container.h) runtime.editor.resize(new Map([[container.id, room]]));
}

/** Adds a report under an element and edits its name. Answers its id, or `null` when nothing may report to it. */
export function addChild(runtime: BoardRuntime, bossId: Id): Id | null {
  const board = runtime.view.board;
  const boss = board.elements.get(bossId);
  if (boss === undefined) return null;
  const kind = reportKind(runtime, boss);
  if (kind === null) {
    runtime.notify(`Nothing reports to a ${ELEMENT_KINDS[boss.kind].label.toLowerCase()}. Draw another kind of line.`);
    return null;
  }
  const { defaultName, defaultSize } = ELEMENT_KINDS[kind];
  const spot = spotUnder(board, bossId, defaultSize, NONE);
  const container = boss.sitsIn === null ? undefined : board.elements.get(boss.sitsIn);
  const id = attempt(runtime, () => {
    // What is added must be seen.
    if (boss.attributes['collapsed'] === true) runtime.editor.setAttributes([bossId], { collapsed: null });
    const added = runtime.editor.addElement({ kind, name: defaultName, ...spot, boss: bossId, sitsIn: boss.sitsIn });
    if (!keepTidy(runtime, bossId, added)) makeRoom(runtime, container, { ...spot, ...defaultSize });
    return added;
  });
  if (id !== null) edit(runtime, id);
  return id;
}

/** Adds another one beside an element: same boss, same container, after it or before it. */
export function addSibling(runtime: BoardRuntime, id: Id, side: 'after' | 'before' = 'after'): Id | null {
  const board = runtime.view.board;
  const beside = board.elements.get(id);
  if (beside === undefined) return null;
  const index = indexBoard(board);
  const bossId = index.bossOf(id);
  const siblings = bossId === null ? [...index.contentsOf(beside.sitsIn ?? '')] : [...index.reportsOf(bossId)];
  const place = siblings.findIndex((one) => one.id === id);
  const before = side === 'after' ? beside.order : (siblings[place - 1]?.order ?? null);
  const after = side === 'after' ? (siblings[place + 1]?.order ?? null) : beside.order;
  const order = before !== null && after !== null && before >= after ? null : orderBetween(before, after);
  const size = { w: beside.w, h: beside.h };
  const kind = ELEMENT_KINDS[beside.kind];
  const box = index.contentsOf(id).length > 0 ? kind.defaultSize : size;
  const x = side === 'after' ? beside.x + beside.w + GAP.x : beside.x - box.w - GAP.x;
  const spot = freeSpot(board, { x, y: beside.y, ...box });
  const container = beside.sitsIn === null ? undefined : board.elements.get(beside.sitsIn);
  const fn = beside.attributes['fn'];
  const added = attempt(runtime, () => {
    const one = runtime.editor.addElement({
      kind: beside.kind,
      name: kind.defaultName,
      ...spot,
      ...box,
      ...(order === null ? {} : { order }),
      ...(bossId === null ? {} : { boss: bossId }),
      ...(fn === undefined ? {} : { attributes: { fn } }),
      sitsIn: beside.sitsIn,
    });
    if (!keepTidy(runtime, bossId ?? beside.sitsIn, one)) makeRoom(runtime, container, { ...spot, ...box });
    return one;
  });
  if (added !== null) edit(runtime, added);
  return added;
}
