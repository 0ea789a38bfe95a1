import { parseFile, writeFile } from '#shared/board/file.ts';
import type { Board, StateBoard } from '#shared/board/model.ts';
import { carriedText } from '../export/carried-board.ts';
import { api } from '../session/api.ts';
import { withKey } from './create-key.ts';
import type { MadeBoard } from './made-board.ts';

export const makeCouncil = (title: string, alone: boolean) =>
  withKey((createKey) => api.createCouncil({ title, alone, ...(createKey === undefined ? {} : { createKey }) }));

/** A board of one's own: a council of one that nobody has to know about, and the board in it. */
export async function makeBoard(
  title: string,
  content?: Board,
  states: readonly StateBoard[] = [],
): Promise<MadeBoard> {
  const council = await makeCouncil(title, true);
  const file = content === undefined ? {} : { file: writeFile(content, states) };
  const board = await api.createBoard(council.id, { title, ...file });
  return { councilId: council.id, boardId: board.id };
}

/** Makes a board from a file a person chose: a board file, or a picture, deck or document that carries one. Throws with the sentence that says what is wrong with it. */
export async function readBoardFile(file: File): Promise<{ readonly title: string; readonly file: unknown }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parsed = parseFile(carriedText(bytes) ?? new TextDecoder().decode(bytes));
  if ('problem' in parsed) throw new Error(parsed.problem);
  return {
    title: parsed.file.board.meta.title || file.name.replace(/\.(?:json|png|svg|pdf|pptx)$/i, ''),
    file: parsed.file,
  };
}
