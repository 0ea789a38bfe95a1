import { foldingOf } from '#shared/board/folded.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Box, Id } from '#shared/board/model.ts';
import { centreOf, covers } from '../canvas/geometry.ts';

/** Box of anything that can be moved; a friction marker moves only while it is free. */
export function movableBox(board: Board, id: Id): Box | null {
  const box = board.elements.get(id) ?? board.frames.get(id);
  if (box !== undefined) return box;
  const overlay = board.overlays.get(id);
  if (overlay?.kind === 'zone') return overlay;
  if (overlay?.kind === 'friction' && overlay.on.length === 0) return { ...overlay.at, w: 0, h: 0 };
  return null;
}

/** Ids with everyone of the same group. */
export function withGroups(board: Board, ids: Iterable<Id>): Set<Id> {
  const all = new Set(ids);
  const groups = new Set<string>();
  for (const id of all) {
    const group = board.elements.get(id)?.group ?? null;
    if (group !== null) groups.add(group);
  }
  if (groups.size > 0) {
    for (const element of board.elements.values()) {
      if (element.group !== null && groups.has(element.group)) all.add(element.id);
    }
  }
  return all;
}

/** Everything that moves when these are dragged: group mates, what sits in containers or is folded, what lies in zones. */
export function movingSet(board: Board, ids: Iterable<Id>): Set<Id> {
  const index = indexBoard(board);
  const moving = new Set<Id>();
  const { folds } = foldingOf(board);
  const add = (id: Id) => {
    if (moving.has(id) || movableBox(board, id) === null) return;
    moving.add(id);
    for (const content of index.contentsOf(id)) add(content.id);
    // What is folded under it is found where it was left, beside its head.
    if (folds.has(id)) for (const below of index.subtreeOf(id)) add(below);
    const overlay = board.overlays.get(id);
    if (overlay?.kind !== 'zone') return;
    for (const element of board.elements.values()) if (covers(overlay, centreOf(element))) add(element.id);
  };
  for (const id of withGroups(board, ids)) add(id);
  return moving;
}

/** Those of them that sit in nothing which moves too. */
export const topOf = (board: Board, moving: ReadonlySet<Id>): Id[] =>
  [...moving].filter((id) => {
    const element = board.elements.get(id);
    return element !== undefined && (element.sitsIn === null || !moving.has(element.sitsIn));
  });
