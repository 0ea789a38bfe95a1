import type { Board, Box, Id, StateId } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import type { BoardPatch } from '#shared/critique/patch.ts';
import { newId } from '../../session/new-id.ts';
import type { CritiqueRoom } from '../critique-room.ts';

const stated = (state: StateId): { readonly state?: StateId } => (state === 'now' ? {} : { state });

const anchorOn = (on: 'element' | 'overlay', board: Board, id: Id, box: Box, state: StateId): Anchor => ({
  on,
  id,
  name: nameOf(board, id),
  last: { x: box.x + box.w, y: box.y },
  ...stated(state),
});

/**
 * What a proposal's comment stands on: the first thing on the board that it changes or removes; for something quite new the
 * place it takes.
 */
export function anchorOfPatch(board: Board, patch: BoardPatch): Anchor {
  const { state } = patch;
  const lines = patch.relations.map((line) => line.from);
  const ends = patch.removed.flatMap((id) => board.relations.get(id)?.from ?? []);
  const structural = patch.relations.filter((line) => line.kind === 'reports').map((line) => line.from);
  const changed = patch.elements.map((element) => element.id);
  for (const id of [...structural, ...patch.removed, ...changed, ...lines, ...ends]) {
    const element = board.elements.get(id);
    if (element !== undefined) return anchorOn('element', board, id, element, state);
  }
  for (const id of [...patch.overlays.map((overlay) => overlay.id), ...patch.removed]) {
    const overlay = board.overlays.get(id);
    if (overlay?.kind === 'zone') return anchorOn('overlay', board, id, overlay, state);
  }
  const [added] = patch.elements;
  const [frame] = patch.frames;
  const box = added ?? frame;
  return box === undefined
    ? { on: 'board' }
    : { on: 'area', box: { x: box.x, y: box.y, w: box.w, h: box.h }, ...stated(state) };
}

export interface WhatIf {
  readonly board: Board;
  readonly patch: BoardPatch;
  readonly reason: string;
  readonly anchor: Anchor | null;
}

/** Sends a what-if as a comment. Answers the comment's id, or `null` when the server refused; it has then said why. */
export async function sendWhatIf(room: CritiqueRoom, { board, patch, reason, anchor }: WhatIf): Promise<Id | null> {
  const id = newId();
  const sent = await room.send({
    type: 'comment.add',
    comment: {
      id,
      board: room.boardId ?? '',
      kind: 'what-if',
      anchor: anchor ?? anchorOfPatch(board, patch),
      text: reason.trim(),
      patch,
    },
  });
  return sent ? id : null;
}
