import { boxesOverlap, containsBox } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Box, Id } from '#shared/board/model.ts';
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

const layoutUnder = (board: Board, root: Id): Boxes =>
  layoutBoard(board, { ids: indexBoard(board).subtreeOf(root), anchor: root }).boxes;

/** Whether a tree stands where a tidy one would: then growing it may lay it out again; one arranged by hand keeps its places. */
function isTidy(board: Board, root: Id): boolean {
  for (const [id, box] of layoutUnder(board, root)) {
    const now = board.elements.get(id);
    if (now === undefined || SIDES.some((side) => Math.abs(now[side] - box[side]) > NEARLY)) return false;
  }
  return true;
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
    if (!before.elements.has(at) || !isTidy(before, at)) return null;
    const boxes = layoutUnder(after, at);
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
  if (root === null) return false;
  const before = runtime.view.board;
  const after = readBoard(runtime.editor.doc);
  if (!after.elements.has(root)) return false;
  const boxes = relaid(before, after, root) ?? (added === null ? null : pushedAside(before, after, added));
  if (boxes === null) return false;
  runtime.editor.resize(boxes);
  return true;
}
