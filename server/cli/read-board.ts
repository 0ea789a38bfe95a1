import { boardFromFile, parseFile, statesFromFile } from '#shared/board/file.ts';
import type { Board, StateBoard } from '#shared/board/model.ts';
import { carrierOf, readSource } from '#shared/formats/source/read-source.ts';
import { CliError } from './cli-error.ts';
import { readBytes, STDIO } from './files.ts';

/** A board as it is, and the other states in its file. */
export interface WholeBoard {
  readonly board: Board;
  readonly states: readonly StateBoard[];
}

const CARRIERS = { png: 'picture', svg: 'drawing', pptx: 'deck', pdf: 'document' } as const;

/**
 * The text of the board file in some bytes: they are one, or they are a picture, deck or document that carries one. Throws
 * `CliError` when it carries none.
 */
export function boardTextIn(path: string, bytes: Uint8Array): string {
  const carrier = carrierOf(bytes);
  // What is neither is read as a board file, which says what is wrong with it.
  if (carrier === null || carrier === 'json') return Buffer.from(bytes).toString('utf8');
  const found = readSource(bytes);
  if (found !== null) return found.text;
  const name = path === STDIO ? 'Standard input' : path;
  throw new CliError(
    `${name} is a ${CARRIERS[carrier]} without its board inside: export it again with --source, or take the board file.`,
  );
}

/** Reads a board file, or standard input for `-`, as it is now. Throws like `readWholeFile`. */
export const readBoardFile = async (path: string): Promise<Board> => (await readWholeFile(path)).board;

/**
 * Reads a board file with all its states, or a file that carries one, or standard input for `-`. Throws `CliError` when it cannot
 * be read or is not a board of this version.
 */
export async function readWholeFile(path: string): Promise<WholeBoard> {
  const parsed = parseFile(boardTextIn(path, await readBytes(path)));
  if ('problem' in parsed) throw new CliError(`${path === STDIO ? 'Standard input' : path}: ${parsed.problem}`);
  return { board: boardFromFile(parsed.file), states: statesFromFile(parsed.file) };
}
