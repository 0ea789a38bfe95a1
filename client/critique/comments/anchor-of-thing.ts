import type { Board, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import { placeOfAnchor } from '../pins/anchor-place.ts';

const onOf = (board: Board, id: Id): 'element' | 'relation' | 'overlay' | null =>
  board.elements.has(id) ? 'element' : board.relations.has(id) ? 'relation' : board.overlays.has(id) ? 'overlay' : null;

/** Letters of a name that a comment keeps for when its thing is gone. */
export const LONGEST_NAME = 120;

/** A comment on one thing, begun by keys: its pin stands where pins of its kind stand. */
export function anchorOfThing(runtime: BoardRuntime, id: Id): Anchor | null {
  const { board, states, state } = runtime.view;
  const on = onOf(board, id);
  if (on === null) return null;
  const anchor: Anchor = {
    on,
    id,
    name: nameOf(board, id).slice(0, LONGEST_NAME),
    last: { x: 0, y: 0 },
    ...(states.length > 1 ? { state } : {}),
  };
  const place = placeOfAnchor(runtime, anchor) ?? { x: 0, y: 0 };
  return { ...anchor, last: { x: Math.round(place.x), y: Math.round(place.y) } };
}
