import { boundsOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Box, ElementKindId, Id, Point } from '#shared/board/model.ts';
import { orderBetween } from '#shared/board/order.ts';
import { nameOf } from '#shared/board/sentences.ts';
import type { RELATIONS } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { keepTidy, trunkOf } from '../commands/keep-tidy.ts';
import { attempt } from '../gestures/attempt.ts';
import { refuseReport } from '../gestures/drop-target.ts';
import { freeSpot, GAP, roomFor, spotUnder } from '../gestures/free-spot.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { movedSentence, seatedSentence } from './announce.ts';
import { outlineTree } from './rows.ts';

const say = (runtime: BoardRuntime, announcement: string): void => runtime.ui.setState({ announcement });

/** Moves a box and all that hangs from it so that its corner stands at a point. */
function carry(runtime: BoardRuntime, board: Board, id: Id, to: Point): void {
  const one = board.elements.get(id);
  if (one === undefined) return;
  const positions = new Map<Id, Point>();
  for (const below of indexBoard(board).subtreeOf(id)) {
    const box = board.elements.get(below);
    if (box !== undefined) positions.set(below, { x: box.x + to.x - one.x, y: box.y + to.y - one.y });
  }
  runtime.editor.move(positions);
}

/** Makes a container, and what it sits in, large enough for a box. */
function grow(runtime: BoardRuntime, board: Board, containerId: Id, box: Box): void {
  const sizes = new Map<Id, Box>();
  let inner = box;
  for (const id of [containerId, ...indexBoard(board).ancestorsInside(containerId)]) {
    const container = board.elements.get(id);
    if (container === undefined) break;
    inner = roomFor(container, [inner]);
    if (inner.w === container.w && inner.h === container.h) break;
    sizes.set(id, inner);
  }
  if (sizes.size > 0) runtime.editor.resize(sizes);
}

/** Gives an element another boss, or none, and brings its branch there. Answers whether it was done. */
export function moveUnder(runtime: BoardRuntime, id: Id, boss: Id | null): boolean {
  const { board } = runtime.view;
  const one = board.elements.get(id);
  if (one === undefined) return false;
  const why = boss === null ? null : refuseReport(board, [id], boss);
  if (why !== null) {
    runtime.notify(why);
    say(runtime, why);
    return false;
  }
  const old = trunkOf(board, id);
  const done = attempt(runtime, () => {
    runtime.editor.reparent([id], boss);
    if (boss !== null) {
      const seat = board.elements.get(boss)?.sitsIn ?? null;
      if (seat !== one.sitsIn) runtime.editor.setSitsIn([id], seat);
      if (!keepTidy(runtime, boss)) {
        const spot = spotUnder(board, boss, one, new Set(indexBoard(board).subtreeOf(id)));
        carry(runtime, board, id, spot);
        if (seat !== null) grow(runtime, board, seat, { ...spot, w: one.w, h: one.h });
      }
    }
    if (old !== null && old !== boss) keepTidy(runtime, old);
    return true;
  });
  if (done === null) return false;
  say(runtime, movedSentence(runtime.view.board, id));
  return true;
}

/** Why an element cannot sit in that one, in one sentence, or `null`. */
export function refuseSeat(board: Board, id: Id, holder: Id): string | null {
  const container = board.elements.get(holder);
  if (container === undefined) return 'It is not there any more.';
  const kind = ELEMENT_KINDS[container.kind];
  if (!kind.holds) return `Nothing sits in a ${kind.label.toLowerCase()}.`;
  if (holder === id || indexBoard(board).ancestorsInside(holder).includes(id)) return 'It cannot sit in itself.';
  return null;
}

/** Puts an element into a container, clear of what is there, or takes it out. Answers whether it was done. */
export function sitIn(runtime: BoardRuntime, id: Id, holder: Id | null): boolean {
  const { board } = runtime.view;
  const one = board.elements.get(id);
  if (one === undefined) return false;
  const why = holder === null ? null : refuseSeat(board, id, holder);
  if (why !== null) {
    runtime.notify(why);
    say(runtime, why);
    return false;
  }
  const done = attempt(runtime, () => {
    runtime.editor.setSitsIn([id], holder);
    const container = holder === null ? undefined : board.elements.get(holder);
    if (container === undefined) leave(runtime, board, one);
    else if (!keepTidy(runtime, container.id)) seat(runtime, board, one, container);
    return true;
  });
  if (done === null) return false;
  say(runtime, seatedSentence(runtime.view.board, id));
  return true;
}

/** Under the lowest of what sits there, from the left; the container grows around it. */
function seat(runtime: BoardRuntime, board: Board, one: BoardElement, container: BoardElement): void {
  const insets = ELEMENT_KINDS[container.kind].containerInsets;
  const inside = indexBoard(board)
    .contentsOf(container.id)
    .filter((other) => other.id !== one.id);
  const low = Math.max(container.y + insets.top - GAP.x, ...inside.map((other) => other.y + other.h));
  const spot = { x: container.x + insets.side, y: low + GAP.x };
  carry(runtime, board, one.id, spot);
  grow(runtime, board, container.id, { ...spot, w: one.w, h: one.h });
}

/** To the right of what it sat in. */
function leave(runtime: BoardRuntime, board: Board, one: BoardElement): void {
  const outermost = board.elements.get(indexBoard(board).ancestorsInside(one.id).at(-1) ?? '');
  if (outermost === undefined) return;
  const wanted = { x: outermost.x + outermost.w + GAP.x, y: one.y, w: one.w, h: one.h };
  carry(runtime, board, one.id, freeSpot(board, wanted, new Set([one.id])));
}

/** One step out: to the boss's boss, or out of what it sits in. */
export function moveOut(runtime: BoardRuntime, id: Id): boolean {
  const { board } = runtime.view;
  const index = indexBoard(board);
  const boss = index.bossOf(id);
  if (boss !== null) return moveUnder(runtime, id, index.bossOf(boss));
  const holder = board.elements.get(id)?.sitsIn ?? null;
  if (holder !== null) return sitIn(runtime, id, board.elements.get(holder)?.sitsIn ?? null);
  say(runtime, `${nameOf(board, id)} stands at the top already.`);
  return false;
}

/** One step in: it reports to the one before it, or sits in it where it cannot report. */
export function moveIn(runtime: BoardRuntime, id: Id): boolean {
  const { board } = runtime.view;
  const tree = outlineTree(board);
  const parent = tree.nodes.get(id)?.parent ?? null;
  const siblings = parent === null ? tree.top : (tree.nodes.get(parent)?.below ?? []);
  const before = board.elements.get(siblings[siblings.indexOf(id) - 1] ?? '');
  if (before === undefined) {
    say(runtime, 'Nothing stands before it that it could report to.');
    return false;
  }
  if (refuseReport(board, [id], before.id) !== null && refuseSeat(board, id, before.id) === null) {
    return sitIn(runtime, id, before.id);
  }
  return moveUnder(runtime, id, before.id);
}

/** Changes the order of those that hang from nothing; positions on the board stay. */
export function reorderTop(runtime: BoardRuntime, id: Id, by: -1 | 1): boolean {
  const { board } = runtime.view;
  const one = board.elements.get(id);
  const { top } = outlineTree(board);
  const kin = top.flatMap((key) => board.elements.get(key) ?? []);
  const at = kin.findIndex((other) => other.id === id);
  const past = kin[at + by];
  if (one === undefined || past === undefined) return false;
  const next = kin[at + 2 * by];
  const [low, high] = by === 1 ? [past.order, next?.order ?? null] : [next?.order ?? null, past.order];
  const order = orderBetween(low, low !== null && high !== null && low >= high ? null : high);
  const done = attempt(runtime, () => {
    runtime.editor.setOrder(id, order);
    return true;
  });
  const moved = outlineTree(runtime.view.board).top.indexOf(id) !== top.indexOf(id);
  if (done !== null) {
    say(
      runtime,
      moved
        ? `${nameOf(board, id)} is now ${by === 1 ? 'after' : 'before'} ${nameOf(board, past.id)}.`
        : `${nameOf(board, id)} stays: committees, people, platforms, partners and cards keep this order.`,
    );
  }
  return done !== null;
}

/** Adds an element that reports to nobody, where the board has room for its kind. Answers its id. */
export function addFree(runtime: BoardRuntime, kindId: ElementKindId): Id | null {
  const { board } = runtime.view;
  const { defaultName: name, defaultSize: size } = ELEMENT_KINDS[kindId];
  const all = boundsOf([...board.elements.values()]);
  const spot = all === null ? { x: 0, y: 0 } : freeSpot(board, { ...spotFor(kindId, all, size.h), ...size });
  return attempt(runtime, () => runtime.editor.addElement({ kind: kindId, name, ...spot }));
}

/** Platforms under the drawing, committees over it, everything else at its right. */
function spotFor(kind: ElementKindId, all: Box, height: number): Point {
  if (kind === 'platform') return { x: all.x, y: all.y + all.h + GAP.y };
  if (kind === 'committee') return { x: all.x, y: all.y - GAP.y - height };
  return { x: all.x + all.w + GAP.y, y: all.y };
}

/** Draws a line of a kind; a reporting line brings the branch along. Answers the line's id. */
export function connect(runtime: BoardRuntime, kind: keyof typeof RELATIONS, from: Id, to: Id): Id | null {
  if (kind === 'reports') return moveUnder(runtime, from, to) ? `reports:${from}` : null;
  const { board } = runtime.view;
  // A partner may run a platform, never decide over it: then the line says so from the start.
  const attributes = kind === 'owns' && board.elements.get(from)?.kind === 'partner' ? { right: 'operates' } : {};
  const line = attempt(runtime, () => runtime.editor.relate(kind, from, to, attributes));
  if (line !== null) say(runtime, `${nameOf(runtime.view.board, line)}.`);
  return line;
}
