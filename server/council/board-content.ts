import * as Y from 'yjs';
import { apiError } from '../http/api-error.ts';

/** A new board's first update and its title. */
export interface BoardContent {
  readonly title: string;
  readonly content: Uint8Array;
}

/** A board from an Orgora board file, with its own title unless another is asked for. @throws ApiError */
export function contentOfFile(_file: unknown, _title: string): BoardContent {
  throw apiError('bad-file', { reason: 'Board files cannot be read yet.' });
}

/** The same board as a new one, without its past. */
export function contentOfCopy(state: Uint8Array, title: string): BoardContent {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  setTitle(doc, title);
  return { title, content: Y.encodeStateAsUpdate(doc) };
}

export function emptyContent(title: string): BoardContent {
  const doc = new Y.Doc();
  setTitle(doc, title);
  return { title, content: Y.encodeStateAsUpdate(doc) };
}

export function setTitle(doc: Y.Doc, title: string): void {
  doc.getMap('meta').set('title', title);
}
