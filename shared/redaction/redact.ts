import type { Attributes, Board, Id, Overlay } from '../board/model.ts';
import { attribute } from '../vocabulary/attributes.ts';
import { isWithin, type Level, levelOfAttribute } from './levels.ts';
import { sealedBoard } from './sealed-board.ts';

function within(attributes: Attributes, reader: Level): Attributes {
  // An attribute that this version does not know may hold anything: it is for those who draw.
  const levelOf = (id: string): Level => (attribute(id) === undefined ? 'private' : levelOfAttribute(id));
  const kept = Object.entries(attributes).filter(([id]) => isWithin(levelOf(id), reader));
  return kept.length === Object.keys(attributes).length ? attributes : Object.freeze(Object.fromEntries(kept));
}

const mapped = <T extends { readonly id: Id }>(table: ReadonlyMap<Id, T>, change: (one: T) => T): ReadonlyMap<Id, T> =>
  new Map([...table].map(([id, one]) => [id, change(one)]));

function overlayWithin(overlay: Overlay, board: Board, reader: Level): Overlay {
  if (isWithin('council', reader) || overlay.kind === 'zone') return overlay;
  if (overlay.kind === 'friction') return { ...overlay, mitigation: '', owner: '' };
  // A sponsor that is a box of the board is as public as the box.
  return { ...overlay, purpose: '', sponsor: board.elements.has(overlay.sponsor) ? overlay.sponsor : '' };
}

/**
 * The board as somebody of this level may have it: fields above it are not there at all. Notes of frames and answers to
 * questions are for the council; `private` takes nothing away.
 */
export function redactBoard(board: Board, reader: Level): Board {
  if (reader === 'private') return board;
  const prompts = mapped(board.prompts, (prompt) => (isWithin('council', reader) ? prompt : { ...prompt, answer: '' }));
  return sealedBoard({
    ...board,
    elements: mapped(board.elements, (one) => ({ ...one, attributes: within(one.attributes, reader) })),
    relations: mapped(board.relations, (one) => ({ ...one, attributes: within(one.attributes, reader) })),
    overlays: mapped(board.overlays, (one) => overlayWithin(one, board, reader)),
    frames: mapped(board.frames, (frame) => ({ ...frame, notes: '' })),
    prompts,
    broken: [],
  });
}
