import { diffBoards } from '#shared/board/diff/diff-boards.ts';
import { diffJson, diffSentences } from '#shared/board/diff/sentences.ts';
import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';
import { STDIO, writeData } from './files.ts';
import { readBoardFile } from './read-board.ts';

interface Options {
  readonly json: boolean;
}

/** `orgora diff before.json after.json [--json]` */
export const diffCommand: CliCommand = (program) => {
  program
    .command('diff')
    .description('Say what differs between two board files: who moved, what was added, removed and changed.')
    .argument('<before>', 'the earlier board file; - for standard input')
    .argument('<after>', 'the later board file; - for standard input')
    .option('--json', 'as JSON, with ids and values', false)
    .action(async (before: string, after: string, { json }: Options) => {
      if (before === STDIO && after === STDIO) {
        throw new CliError('Standard input can be one of the two boards only: name a file for the other.');
      }
      const diff = diffBoards(await readBoardFile(before), await readBoardFile(after));
      const text = json
        ? JSON.stringify(diffJson(diff), null, 2)
        : diffSentences(diff, Number.POSITIVE_INFINITY).join('\n');
      await writeData(STDIO, `${text}\n`);
    });
};
