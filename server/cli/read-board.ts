import { boardFromFile, parseFile, statesFromFile } from '#shared/board/file.ts';
import type { Board, StateBoard } from '#shared/board/model.ts';
import { CliError } from './cli-error.ts';
import { readText, STDIO } from './files.ts';

/** A board as it is, and the other states in its file. */
export interface WholeBoard {
  readonly board: Board;
  readonly states: readonly StateBoard[];
}

/** Reads a board file, or standard input for `-`, as it is now. Throws like `readWholeFile`. */
export const readBoardFile = async (path: string): Promise<Board> => (await readWholeFile(path)).board;

/** Reads a board file with all its states, or standard input for `-`. Throws `CliError` when it cannot be read or is not a board of this version. */
export async function readWholeFile(path: string): Promise<WholeBoard> {
  const parsed = parseFile(await readText(path));
  if ('problem' in parsed) throw new CliError(`${path === STDIO ? 'Standard input' : path}: ${parsed.problem}`);
  return { board: boardFromFile(parsed.file), states: statesFromFile(parsed.file) };
}
