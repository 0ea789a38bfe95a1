import { fileText } from '#shared/board/file.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { withLayout } from '#shared/layout/apply-layout.ts';
import { fitToSlide, LEGIBLE_PT } from '#shared/layout/fit-to-slide.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';
import { writeData } from './files.ts';
import { nearest } from './nearest.ts';
import { readWholeFile } from './read-board.ts';

interface Options {
  readonly out: string;
  readonly fit?: string;
  readonly ids?: string;
}

/** `16:9`, `4:3` or a number. Throws `CliError` for anything else. */
function ratioOf(typed: string): number {
  const found = /^(\d+(?:\.\d+)?)(?:[:/x](\d+(?:\.\d+)?))?$/.exec(typed.trim());
  const ratio = Number(found?.[1]) / Number(found?.[2] ?? 1);
  if (Number.isFinite(ratio) && ratio >= 0.2 && ratio <= 5) return ratio;
  throw new CliError(`"${typed}" is not a shape of a slide: write width to height, as 16:9 or 4:3.`);
}

/** The elements named, each with all that reports to it or sits in it. Throws `CliError` for one that is not on the board. */
function branchesOf(board: Board, typed: string): readonly Id[] {
  const ids = new Set<Id>();
  for (const name of typed.split(',').map((part) => part.trim())) {
    if (name === '') continue;
    const named = [...board.elements.values()].find(
      (one) => one.id === name || one.name.toLowerCase() === name.toLowerCase(),
    );
    if (named === undefined) {
      const near = nearest(name, [...board.elements.values()], (one) => [one.id, one.name]);
      throw new CliError(
        `There is no box "${name}" on this board.${near === undefined ? '' : ` Did you mean ${near.id}?`}`,
      );
    }
    for (const id of indexBoard(board).subtreeOf(named.id)) ids.add(id);
  }
  if (ids.size === 0) throw new CliError('--ids names no box: give ids or names, separated by commas.');
  return [...ids];
}

/** `orgora layout board.json --out laid-out.json --fit 16:9` */
export const layoutCommand: CliCommand = (program) => {
  program
    .command('layout')
    .description(
      'Lay out a board file: tidy trees, zones, platforms and committees; or as large as it gets on a slide.',
    )
    .argument('<board>', 'the board file, or a file that carries a board; - for standard input')
    .requiredOption('--out <file>', 'where to write the board file; - for standard output')
    .option('--fit <ratio>', 'fit to a slide of this width to height: 16:9, 4:3')
    .option('--ids <ids>', 'only these boxes and all below them, by id or name, separated by commas')
    .action(async (path: string, options: Options) => {
      const ratio = options.fit === undefined ? null : ratioOf(options.fit);
      const { board, states } = await readWholeFile(path);
      const part = options.ids === undefined ? {} : { ids: branchesOf(board, options.ids) };
      if (ratio === null) {
        // A branch is named on the board as it is; the other states are laid out only as a whole.
        const laid = states.map((state) =>
          options.ids === undefined
            ? { ...state, board: withLayout(state.board, layoutBoard(state.board).boxes) }
            : state,
        );
        await writeData(options.out, fileText(withLayout(board, layoutBoard(board, part).boxes), laid));
        return;
      }
      const { boxes, arrange, smallestPt } = fitToSlide(board, { ...part, ratio });
      await writeData(options.out, fileText(withLayout(board, boxes, arrange), states));
      if (smallestPt < LEGIBLE_PT) {
        const size = smallestPt.toFixed(smallestPt < 2 ? 1 : 0);
        process.stderr.write(
          `Names are ${size} pt on such a slide, less than the ${LEGIBLE_PT} pt that can be read: show a branch at a time, with --ids.\n`,
        );
      }
    });
};
