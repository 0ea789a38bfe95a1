import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { boardFromFile, checkFile, fillDocument, statesFromFile } from '#shared/board/file.ts';
import { copyImages } from '#shared/board/images.ts';
import { type Board, EMPTY_BOARD, type StateBoard } from '#shared/board/model.ts';
import { readBoard, readStateBoards } from '#shared/board/read.ts';
import { apiError } from '../http/api-error.ts';
import { newId } from '../seats/secrets.ts';

/** A new board's first update and its title. */
export interface BoardContent {
  readonly title: string;
  readonly content: Uint8Array;
}

/** `from` is the document it is a copy of, whose tracing layers come along. */
function contentOf(
  board: Board,
  title: string,
  states: readonly StateBoard[] = [],
  from: Y.Doc | null = null,
): BoardContent {
  const doc = new Y.Doc();
  fillDocument(doc, { ...board, meta: { ...board.meta, title } }, null, states);
  if (from !== null) copyImages(from, doc);
  const content = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { title, content };
}

/** A board from an Orgora board file, with the file's title unless another is asked for. @throws ApiError */
export function contentOfFile(file: unknown, title: string): BoardContent {
  const parsed = checkFile(file);
  if ('problem' in parsed) throw apiError('bad-file', { reason: parsed.problem });
  const board = boardFromFile(parsed.file);
  return contentOf(board, title === '' ? board.meta.title : title, statesFromFile(parsed.file));
}

/** The same board as a new one, without its past: what was deleted from it does not come along. */
export function contentOfCopy(state: Uint8Array, title: string): BoardContent {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const copy = contentOf(readBoard(doc), title, readStateBoards(doc), doc);
  doc.destroy();
  return copy;
}

export const emptyContent = (title: string): BoardContent => contentOf(EMPTY_BOARD, title);

/** The server renames a board as an editor would. */
export function setTitle(doc: Y.Doc, title: string): void {
  createEditor(doc, { origin: setTitle, newId }).setMeta({ title });
}
