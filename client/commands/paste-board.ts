import { boundsOf } from '#shared/board/geometry.ts';
import type { Board, Box, Id } from '#shared/board/model.ts';
import { attempt } from '../gestures/attempt.ts';
import { freeSpot } from '../gestures/free-spot.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { middleOf } from './support.ts';

/** Around everything in a piece that has a place, or `null`. */
function around(piece: Board): Box | null {
  const boxes: Box[] = [...piece.elements.values(), ...piece.frames.values()];
  for (const overlay of piece.overlays.values()) if (overlay.kind === 'zone') boxes.push(overlay);
  return boundsOf(boxes);
}

/** The same piece of board where it is in view and overlaps nothing. */
export function inFreeSpot(runtime: BoardRuntime, piece: Board): Board {
  const box = around(piece);
  const middle = middleOf(runtime);
  const wanted = box === null ? null : { ...box, x: middle.x - box.w / 2, y: middle.y - box.h / 2 };
  const spot = wanted === null ? null : freeSpot(runtime.view.board, wanted);
  const dx = box === null || spot === null ? 24 : Math.round(spot.x - box.x);
  const dy = box === null || spot === null ? 24 : Math.round(spot.y - box.y);
  const moved = <T extends { readonly x: number; readonly y: number }>(one: T): T => ({
    ...one,
    x: one.x + dx,
    y: one.y + dy,
  });
  const each = <T>(table: ReadonlyMap<Id, T>, change: (one: T) => T): ReadonlyMap<Id, T> =>
    new Map([...table].map(([id, one]) => [id, change(one)]));
  return {
    ...piece,
    elements: each(piece.elements, moved),
    overlays: each(piece.overlays, (one) =>
      one.kind === 'zone' ? moved(one) : one.kind === 'friction' ? { ...one, at: moved(one.at) } : one,
    ),
    frames: each(piece.frames, moved),
  };
}

/** Adds a piece of board in view, overlapping nothing, as one step; it is selected after. Answers the new ids. */
export function pasteBoard(runtime: BoardRuntime, piece: Board): readonly Id[] {
  const placed = inFreeSpot(runtime, piece);
  const made = attempt(runtime, () =>
    runtime.editor.addElements({
      elements: [...placed.elements.values()],
      relations: [...placed.relations.values()],
      overlays: [...placed.overlays.values()],
      frames: [...placed.frames.values()],
      prompts: [...placed.prompts.values()],
    }),
  );
  if (made === null) return [];
  const ids = [...piece.elements.keys(), ...piece.overlays.keys(), ...piece.frames.keys()].flatMap(
    (id) => made.get(id) ?? [],
  );
  runtime.ui.setState({ selection: new Set(ids), announcement: `${ids.length} pasted.` });
  const box = around(placed);
  if (box !== null) runtime.control?.reveal(box);
  return ids;
}
