import { boardFromFile, parseFile } from '#shared/board/file.ts';
import type { Board } from '#shared/board/model.ts';
import { CliError } from './cli-error.ts';
import { readText, STDIO } from './files.ts';

/** Reads a board file, or standard input for `-`. Throws `CliError` when it cannot be read or is not a board of this version. */
export async function readBoardFile(path: string): Promise<Board> {
  const parsed = parseFile(await readText(path));
  if ('problem' in parsed) throw new CliError(`${path === STDIO ? 'Standard input' : path}: ${parsed.problem}`);
  return boardFromFile(parsed.file);
}
