import { boxesOverlap, containsBox } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { type Board, type BoardElement, type Box, EMPTY_BOARD, type Id } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import type { BoardRuntime } from '../session/runtime.ts';

/** Least space between a box that is moved and one that stays, in units. */
const CLEAR = 8;
/** A tree whose boxes stand this near to their tidy places is tidy, in units. */
const NEARLY = 8;
const SIDES = ['x', 'y', 'w', 'h'] as const;
/** Space between two branches when one is pushed aside, in units. */
const BRANCH_GAP = 24;

type Boxes = ReadonlyMap<Id, Box>;

/** Whom an element hangs from: its boss, else what it sits in. */
export function trunkOf(board: Board, id: Id): Id | null {
  return indexBoard(board).bossOf(id) ?? board.elements.get(id)?.sitsIn ?? null;
}

/** A small tree is tidy with its teams in rows, and with them in stacks. */
type Way = 'rows' | 'stacks';
const WAYS: readonly Way[] = ['rows', 'stacks'];

const layoutUnder = (board: Board, root: Id, way?: Way): Boxes =>
  layoutBoard(board, {
    ids: indexBoard(board).subtreeOf(root),
    anchor: root,
    ...(way === undefined ? {} : { stacked: way === 'stacks' }),
  }).boxes;

/** In which way a tree stands as a tidy one would: then growing it may lay it out again; `null` when it is arranged by hand. */
function tidyWay(board: Board, root: Id): Way | null {
  const stands = (way: Way): boolean =>
    [...layoutUnder(board, root, way)].every(([id, box]) => {
      const now = board.elements.get(id);
      return now !== undefined && SIDES.every((side) => Math.abs(now[side] - box[side]) <= NEARLY);
    });
  return WAYS.find(stands) ?? null;
}

/** Whether boxes at these new places keep clear of all that stays, and inside what they sit in. */
function fits(before: Board, after: Board, boxes: Boxes): boolean {
  const index = indexBoard(after);
  for (const [id, box] of boxes) {
    const one = after.elements.get(id);
    if (one === undefined) continue;
    const outside = new Set(index.ancestorsInside(id));
    const holder = one.sitsIn === null ? undefined : after.elements.get(one.sitsIn);
    if (holder !== undefined && !boxes.has(holder.id) && !containsBox(holder, box)) return false;
    const inside = index.contentsOf(id).length > 0;
    for (const other of after.elements.values()) {
      if (other.id === id || boxes.has(other.id) || outside.has(other.id)) continue;
      if (inside && index.ancestorsInside(other.id).includes(id)) continue;
      if (!boxesOverlap(box, other, CLEAR)) continue;
      const was = before.elements.get(id);
      if (was === undefined || !boxesOverlap(was, other, CLEAR)) return false;
    }
  }
  return true;
}

/** New places for the smallest tidy tree around `root` that has room for what was added or taken away. */
function relaid(before: Board, after: Board, root: Id): Boxes | null {
  const seen = new Set<Id>();
  for (let at: Id | null = root; at !== null && !seen.has(at); at = trunkOf(after, at)) {
    seen.add(at);
    const way = before.elements.has(at) ? tidyWay(before, at) : null;
    if (way === null) return null;
    const boxes = layoutUnder(after, at, way);
    if (fits(before, after, boxes)) return boxes;
  }
  return null;
}

/** The branch of a sibling and of all that stand right of it, level by level up the tree: what moves aside for a new box. */
function laterBranches(board: Board, id: Id): Id[] {
  const index = indexBoard(board);
  const later: Id[] = [];
  for (let at = id, boss = index.bossOf(at); boss !== null; at = boss, boss = index.bossOf(at)) {
    const one = board.elements.get(at);
    for (const sibling of index.reportsOf(boss)) {
      if (one !== undefined && sibling.id !== at && sibling.order > one.order)
        later.push(...index.subtreeOf(sibling.id));
    }
  }
  return later;
}

/** In a tree arranged by hand: the new box beside the sibling before it, later branches moved right just enough. */
function pushedAside(before: Board, after: Board, added: Id): Boxes | null {
  const index = indexBoard(after);
  const one = after.elements.get(added);
  const boss = index.bossOf(added);
  if (one === undefined || boss === null) return null;
  const siblings = index.reportsOf(boss);
  const place = siblings.findIndex((sibling) => sibling.id === added);
  const next = siblings[place + 1];
  const previous = siblings[place - 1];
  const beside = previous ?? next;
  if (beside === undefined) return null;
  const x = previous === undefined ? beside.x : previous.x + previous.w + BRANCH_GAP;
  const box: Box = { x, y: beside.y, w: one.w, h: one.h };
  const later = new Set(laterBranches(after, added));
  const moving = [...later].flatMap((id) => after.elements.get(id) ?? []).filter((other) => other.x + other.w > box.x);
  if (moving.some((other) => other.locked)) return null;
  const hit = moving.filter((other) => boxesOverlap(box, other, CLEAR));
  const by = Math.max(0, ...hit.map((other) => box.x + box.w + BRANCH_GAP - other.x));
  const boxes = new Map<Id, Box>([[added, box]]);
  if (by > 0) for (const { id, x: left, y, w, h } of moving) boxes.set(id, { x: left + by, y, w, h });
  return fits(before, after, boxes) ? boxes : null;
}

/**
 * Keeps a tree tidy that has just changed: a new box stands where a tidy tree has it, others make room, locked ones stay.
 * Call inside the transaction of the change. Answers whether it moved anything; when not, the box stays where it was put.
 */
export function keepTidy(runtime: BoardRuntime, root: Id | null, added: Id | null = null): boolean {
  if (root === null || runtime.ui.getState().keepsTidy) return false;
  const before = runtime.view.board;
  const after = readBoard(runtime.editor.doc);
  if (!after.elements.has(root)) return false;
  const boxes = relaid(before, after, root) ?? (added === null ? null : pushedAside(before, after, added));
  if (boxes === null) return false;
  runtime.editor.resize(boxes);
  return true;
}

/** What decides how its tree is laid out, other than its place and name. */
const LAYING = ['arrange', 'assistant', 'pinned', 'collapsed'] as const;

/** Whether the element's tree has to be laid out again after this change; a plain move is what somebody wanted. */
function changesTree(before: Board, after: Board, one: BoardElement): boolean {
  const was = before.elements.get(one.id);
  if (was === one) return trunkOf(before, one.id) !== trunkOf(after, one.id);
  if (was === undefined) return true;
  return (
    trunkOf(before, one.id) !== trunkOf(after, one.id) ||
    was.w !== one.w ||
    was.h !== one.h ||
    was.order !== one.order ||
    LAYING.some((id) => was.attributes[id] !== one.attributes[id])
  );
}

/** The top of the tree that an element is in. */
function topOf(board: Board, id: Id): Id {
  const seen = new Set<Id>();
  let top = id;
  for (let at: Id | null = id; at !== null && !seen.has(at); at = trunkOf(board, at)) {
    seen.add(at);
    top = at;
  }
  return top;
}

/** Tops of the trees that a change touched: of what was added, moved to another boss, resized or reordered, and of what lost something. */
function touchedTops(before: Board, after: Board): ReadonlySet<Id> {
  const tops = new Set<Id>();
  for (const one of after.elements.values()) if (changesTree(before, after, one)) tops.add(topOf(after, one.id));
  for (const one of before.elements.values()) {
    const trunk = trunkOf(before, one.id);
    const left = !after.elements.has(one.id) || trunkOf(after, one.id) !== trunk;
    if (left && trunk !== null && after.elements.has(trunk)) tops.add(topOf(after, trunk));
  }
  return tops;
}

/**
 * Where a tree is kept tidy while it is drawn: lays out every tree that a change has touched, its top staying where it is. The
 * whole board where the tree alone has no room, or zones have to go along. Call at the end of the transaction of the change.
 */
export function layLive(runtime: BoardRuntime): void {
  if (!runtime.ui.getState().keepsTidy || !runtime.can('board.edit')) return;
  const before = runtime.view.board;
  const after = readBoard(runtime.editor.doc);
  for (const top of touchedTops(before, after)) {
    const ids = indexBoard(after).subtreeOf(top);
    if (ids.length < 2) continue;
    const alone = layoutBoard(after, { ids, anchor: top }).boxes;
    const zoned = ids.some((id) => indexBoard(after).zonesAt(id).length > 0);
    const boxes = zoned || !fits(EMPTY_BOARD, after, alone) ? layoutBoard(after, { anchor: top }).boxes : alone;
    runtime.editor.resize(boxes);
    if (boxes !== alone) return;
  }
}

/**
 * New places for branches whose heads changed how their reports stand: the largest tree around each that was tidy before, so
 * that it still is; in one arranged by hand the branch alone. The whole board where that has no room beside the rest. `board` has
 * the change in it already.
 */
export function layBranches(before: Board, board: Board, heads: readonly Id[]): Boxes {
  const roots = new Map<Id, Way | undefined>();
  for (const head of heads) {
    let [root, way]: [Id, Way | undefined] = [head, undefined];
    const seen = new Set([head]);
    for (let at = trunkOf(board, head); at !== null && !seen.has(at); at = trunkOf(board, at)) {
      seen.add(at);
      const stands = tidyWay(before, at);
      if (stands !== null) [root, way] = [at, stands];
    }
    roots.set(root, way);
  }
  const index = indexBoard(board);
  const within = (id: Id, other: Id): boolean => other !== id && index.subtreeOf(other).includes(id);
  const outer = [...roots].filter(([id]) => ![...roots.keys()].some((other) => within(id, other)));
  const boxes = new Map(outer.flatMap(([root, way]) => [...layoutUnder(board, root, way)]));
  const [only] = outer.length === 1 ? outer : [];
  return only === undefined || fits(before, board, boxes) ? boxes : layoutBoard(board, { anchor: only[0] }).boxes;
}
