import { pickContent } from '#shared/board/content.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Box, Id, Point } from '#shared/board/model.ts';
import { snap } from '#shared/layout/snap.ts';
import { visibleBox } from '../canvas/camera.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { boundsOf, onGrid } from '../canvas/geometry.ts';
import { attempt } from './attempt.ts';
import { type DropTarget, dropTargetAt, seatAt } from './drop-target.ts';
import { roomFor, spotUnder } from './free-spot.ts';
import type { Gesture, PointerState } from './gesture.ts';
import { movableBox, movingSet, topOf } from './moving-set.ts';

/** Milliseconds of rest over a box before a drop on it means something. */
const DWELL = 220;
/** Distance within which edges and centres pull, in CSS pixels. */
const PULL = 6;
/** Boxes shown to the others while they move; more would not fit into one presence message. */
const SHOWN = 60;

const sameTarget = (a: DropTarget | null, b: DropTarget | null): boolean => a?.id === b?.id && a?.as === b?.as;

/** Moves what is selected; the document is written once, at the end. */
export function dragItems(parts: CanvasParts, start: PointerState): Gesture | null {
  const { runtime, scene, live, camera } = parts;
  const board = scene.board;
  const mayLocked = runtime.can('board.edit-locked');
  const all = movingSet(board, runtime.ui.getState().selection);
  const moving = new Set([...all].filter((id) => mayLocked || board.elements.get(id)?.locked !== true));
  if (moving.size === 0) {
    if (all.size > 0) live.setState({ hint: { at: start.at, text: 'Locked by the convenor' } });
    return all.size === 0 ? null : lockedTry(parts);
  }
  const from = new Map<Id, Box>();
  for (const id of moving) {
    const box = movableBox(board, id);
    if (box !== null) from.set(id, box);
  }
  const tops = topOf(board, moving).filter((id) => !scene.hidden.has(id));
  const whole = boundsOf([...from].flatMap(([id, box]) => (scene.hidden.has(id) ? [] : [box])));
  const near = visibleBox(camera.get());
  const others: Box[] = [];
  for (const id of scene.index.search(near)) {
    const element = board.elements.get(id);
    if (element !== undefined && !moving.has(id)) others.push(element);
  }
  let candidate: DropTarget | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let positions: ReadonlyMap<Id, Point> = new Map();
  let lastAt = start.at;

  const aim = (target: DropTarget | null) => {
    if (sameTarget(target, candidate)) return;
    candidate = target;
    clearTimeout(timer);
    runtime.ui.setState({ dropTarget: target === null || target.dwell ? null : { id: target.id, as: target.as } });
    if (target?.dwell === true) {
      timer = setTimeout(() => {
        runtime.ui.setState({ dropTarget: { id: target.id, as: target.as } });
        live.setState({ hint: { at: lastAt, text: wordsOf(board, target) } });
      }, DWELL);
    }
  };

  const shift = (pointer: PointerState): Point => {
    let dx = pointer.at.x - start.at.x;
    let dy = pointer.at.y - start.at.y;
    if (pointer.shift) {
      if (Math.abs(dx) > Math.abs(dy)) dy = 0;
      else dx = 0;
    }
    if (whole === null || pointer.mod || !runtime.ui.getState().snapping) {
      live.setState({ guides: [] });
      return { x: Math.round(dx), y: Math.round(dy) };
    }
    const wanted = { ...whole, x: whole.x + dx, y: whole.y + dy };
    const pull = snap(wanted, others, PULL / camera.get().zoom);
    live.setState({ guides: pull.guides });
    const x = pull.dx !== 0 || pull.guides.length > 0 ? wanted.x + pull.dx : onGrid(wanted.x);
    const y = pull.dy !== 0 || pull.guides.length > 0 ? wanted.y + pull.dy : onGrid(wanted.y);
    return { x: Math.round(x - whole.x), y: Math.round(y - whole.y) };
  };

  const clear = () => {
    clearTimeout(timer);
    live.setState({ guides: [], busy: false, copying: false, hint: null });
    runtime.ui.setState({ drag: null, dropTarget: null });
    runtime.room.show({ drag: null });
  };

  return {
    panAtEdges: true,
    move(pointer) {
      const by = shift(pointer);
      lastAt = pointer.at;
      positions = new Map([...from].map(([id, box]) => [id, { x: box.x + by.x, y: box.y + by.y }]));
      live.setState({ busy: true, copying: pointer.alt });
      runtime.ui.setState({ drag: positions });
      const shown = [...positions].slice(0, SHOWN).map(([id, at]) => [id, [at.x, at.y] as const] as const);
      runtime.room.show({ drag: Object.fromEntries(shown), cursor: pointer.at });
      aim(pointer.alt ? null : dropTargetAt(parts, pointer.at, moving, tops));
      const { dropTarget } = runtime.ui.getState();
      live.setState({ hint: dropTarget === null ? null : { at: pointer.at, text: wordsOf(board, dropTarget) } });
    },
    end(pointer) {
      const target = runtime.ui.getState().dropTarget;
      clear();
      if (positions.size === 0) return;
      if (pointer.alt) duplicate(parts, moving, positions);
      else attempt(runtime, () => drop(parts, { moving, tops, positions, target }));
    },
    cancel: clear,
  };
}

/** What a drop would do, in a few words. */
function wordsOf(board: Board, target: { readonly id: Id; readonly as: 'report' | 'sits-in' }): string {
  const name = board.elements.get(target.id)?.name ?? '';
  return target.as === 'report' ? `Reports to ${name}` : `Sits in ${name}`;
}

const lockedTry = ({ live }: CanvasParts): Gesture => ({
  panAtEdges: false,
  move: (pointer) => live.setState({ hint: { at: pointer.at, text: 'Locked by the convenor' } }),
  end: () => live.setState({ hint: null }),
  cancel: () => live.setState({ hint: null }),
});

function duplicate({ runtime, scene }: CanvasParts, moving: ReadonlySet<Id>, to: ReadonlyMap<Id, Point>): void {
  const content = pickContent(scene.board, moving, { keepContainers: true });
  const moved = <T extends { readonly id: Id; readonly x: number; readonly y: number }>(one: T): T => ({
    ...one,
    ...to.get(one.id),
  });
  const copies = attempt(runtime, () =>
    runtime.editor.addElements({
      ...content,
      elements: content.elements.map(moved),
      frames: content.frames.map(moved),
      overlays: content.overlays.map((one) => (one.kind === 'zone' ? moved(one) : one)),
    }),
  );
  if (copies === null) return;
  const { selection } = runtime.ui.getState();
  runtime.ui.setState({ selection: new Set([...selection].flatMap((id) => copies.get(id) ?? [])) });
}

interface Drop {
  readonly moving: ReadonlySet<Id>;
  readonly tops: readonly Id[];
  readonly positions: ReadonlyMap<Id, Point>;
  readonly target: { readonly id: Id; readonly as: 'report' | 'sits-in' } | null;
}

/** Writes a drop: where things are, what they sit in, whom they report to. */
function drop(parts: CanvasParts, { moving, tops, positions, target }: Drop): void {
  const { runtime, scene } = parts;
  const { editor } = runtime;
  const board = scene.board;
  if (target?.as === 'report') {
    reportTo(parts, tops, target.id, moving);
    return;
  }
  editor.move(positions);
  const boxes = tops.flatMap((id) => {
    const element = board.elements.get(id);
    const at = positions.get(id);
    return element === undefined || at === undefined ? [] : [[id, { ...at, w: element.w, h: element.h }] as const];
  });
  if (target !== null) {
    seatIn(parts, target.id, new Map(boxes));
    return;
  }
  for (const [id, box] of boxes) {
    const seat = seatAt(parts, id, box, moving);
    if (seat === null) editor.setSitsIn([id], null);
    else if (seat !== undefined) seatIn(parts, seat, new Map([[id, box]]));
  }
}

/** Puts boxes into a container and makes it, and what it sits in, large enough. */
function seatIn({ runtime, scene }: CanvasParts, containerId: Id, boxes: ReadonlyMap<Id, Box>): void {
  const board = scene.board;
  runtime.editor.setSitsIn([...boxes.keys()], containerId);
  const sizes = new Map<Id, Box>();
  let inner: readonly Box[] = [...boxes.values()];
  for (const id of [containerId, ...indexBoard(board).ancestorsInside(containerId)]) {
    const container = board.elements.get(id);
    if (container === undefined) break;
    const room = roomFor(container, inner);
    if (room.w === container.w && room.h === container.h) break;
    sizes.set(id, room);
    inner = [room];
  }
  if (sizes.size > 0) runtime.editor.resize(sizes);
}

/** Gives boxes another boss and puts them, with everything under them, beside its other reports. */
function reportTo({ runtime, scene }: CanvasParts, tops: readonly Id[], boss: Id, moving: ReadonlySet<Id>): void {
  const board: Board = scene.board;
  const index = indexBoard(board);
  const positions = new Map<Id, Point>();
  const reporting = tops.filter((id) => {
    const above = index.bossOf(id);
    return above === null || !moving.has(above);
  });
  const placed = new Set<Id>(tops.flatMap((id) => index.subtreeOf(id)));
  let nextX: number | null = null;
  for (const id of reporting) {
    const element = board.elements.get(id);
    if (element === undefined) continue;
    const spot = spotUnder(board, boss, element, placed);
    const at: Point = { x: nextX === null ? spot.x : Math.max(spot.x, nextX), y: spot.y };
    nextX = at.x + element.w + 24;
    for (const below of index.subtreeOf(id)) {
      const one = board.elements.get(below);
      if (one !== undefined) positions.set(below, { x: one.x + at.x - element.x, y: one.y + at.y - element.y });
    }
  }
  runtime.editor.reparent(reporting, boss);
  const container = board.elements.get(boss)?.sitsIn ?? null;
  const seats = reporting.filter((id) => board.elements.get(id)?.sitsIn !== container);
  if (seats.length > 0) runtime.editor.setSitsIn(seats, container);
  runtime.editor.move(positions);
}
