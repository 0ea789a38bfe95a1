import { fileText } from '#shared/board/file.ts';
import type { Board, Box, Frame, Id, StateBoard } from '#shared/board/model.ts';
import { patternOf } from '#shared/redaction/pattern.ts';
import { redactBoard } from '#shared/redaction/redact.ts';
import { type ExportChoices, readerOf } from './choices.ts';

/** What lies on the desk: the board as it is shown, and everything a copy of it holds. */
export interface ExportContent {
  /** The state of the board that is on the screen. */
  readonly board: Board;
  /** The first state; a board file begins with it. */
  readonly now: Board;
  readonly states: readonly StateBoard[];
  /** What was said about the board and everybody in the council may read, as notes; empty or absent: nothing. */
  readonly critique?: string;
}

/** The content as the reader of the file may have it. A pattern is of the state on the screen alone. */
export function contentFor(content: ExportContent, choices: ExportChoices): ExportContent {
  if (choices.pattern) {
    const board = patternOf(content.board);
    return { board, now: board, states: [] };
  }
  const level = readerOf(choices);
  return {
    board: redactBoard(content.board, level),
    now: redactBoard(content.now, level),
    states: content.states.map((state) => ({ ...state, board: redactBoard(state.board, level) })),
    // Nobody's words leave for everybody.
    ...(level === 'public' ? {} : { critique: content.critique ?? '' }),
  };
}

/** The board file of it. */
export const contentText = ({ now, states }: ExportContent): string => fileText(now, states);

const placeOf = ({ x, y, w, h }: Box): string => `${x} ${y} ${w} ${h}`;

/** The same elements in a board whose ids may be others: a pattern keeps places and changes names and ids. */
export function selectionIn(before: Board, after: Board, ids: readonly Id[]): ReadonlySet<Id> {
  if (before === after || ids.every((id) => !before.elements.has(id) || after.elements.has(id))) return new Set(ids);
  const places = new Map([...after.elements.values()].map((one) => [`${one.kind} ${placeOf(one)}`, one.id]));
  const found = ids.flatMap((id) => {
    const one = before.elements.get(id);
    return one === undefined ? [] : (places.get(`${one.kind} ${placeOf(one)}`) ?? []);
  });
  return new Set(found);
}

/** The same frame in such a board. */
export function frameIn(before: Board, after: Board, id: Id): Frame | undefined {
  const frame = before.frames.get(id);
  if (frame === undefined || after.frames.has(id)) return after.frames.get(id);
  return [...after.frames.values()].find((one) => one.order === frame.order && placeOf(one) === placeOf(frame));
}
