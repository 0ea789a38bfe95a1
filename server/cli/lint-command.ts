import type { Board } from '#shared/board/model.ts';
import { type Finding, lintNames } from '#shared/redaction/lint.ts';
import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';
import { STDIO, writeData } from './files.ts';
import { readWholeFile } from './read-board.ts';

interface Options {
  readonly strict: boolean;
  readonly json: boolean;
}

/** Where a finding is, as somebody finds it on the board. */
function placeOf({ id }: Finding, board: Board): string {
  if (id === null) return 'the title';
  const name = board.elements.get(id)?.name.replaceAll(/\s+/g, ' ') ?? '';
  return name === '' ? id : `${id} (${name})`;
}

/** `orgora lint board.json [--strict]` */
export const lintCommand: CliCommand = (program) => {
  program
    .command('lint')
    .description('List what on a board may name a person, a company, a product or an address, before it leaves.')
    .argument('<board>', 'the board file, or a file that carries a board; - for standard input')
    .option('--strict', 'end with exit code 1 when something is found', false)
    .option('--json', 'as JSON, with ids', false)
    .action(async (path: string, { strict, json }: Options) => {
      const { board, states } = await readWholeFile(path);
      const seen = new Set<string>();
      const found = [board, ...states.map((state) => state.board)].flatMap((one) =>
        lintNames(one)
          .filter(({ id, kind, text }) => {
            const key = JSON.stringify([id, kind, text]);
            if (seen.has(key)) return false;
            seen.add(key);
            return true;
          })
          .map((finding) => ({ finding, place: placeOf(finding, one) })),
      );
      const text = json
        ? `${JSON.stringify(
            found.map(({ finding }) => finding),
            null,
            2,
          )}\n`
        : found.map(({ finding, place }) => `${finding.kind} "${finding.text}" in ${place}\n`).join('');
      await writeData(STDIO, text);
      if (!strict || found.length === 0) return;
      const things = found.length === 1 ? 'One name or address is' : `${found.length} names and addresses are`;
      throw new CliError(`${things} on this board: change them, or export it with --pattern.`);
    });
};
