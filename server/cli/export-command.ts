import { type Command, Option } from 'commander';
import type { Finish } from '#shared/drawing/mark.ts';
import type { ThemeName } from '#shared/drawing/theme.ts';
import type { SlidesBy } from '#shared/formats/pptx/deck.ts';
import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';
import { STDIO, writeData } from './files.ts';
import { frameNamed } from './find-frame.ts';
import type { ExportFormat, ExportOption, ExportOptions } from './formats/export-format.ts';
import { FORMATS } from './formats/index.ts';
import { readWholeFile } from './read-board.ts';

interface Options {
  readonly to: string;
  readonly format?: string;
  readonly scale: string;
  readonly finish: Finish;
  readonly theme: ThemeName;
  readonly transparent: boolean;
  readonly frame?: string;
  readonly slides: SlidesBy;
  readonly ratio: '16:9' | '4:3';
  readonly fonts: ExportOptions['fonts'];
  readonly source: boolean;
}

const endings = FORMATS.map((format) => `.${format.id}`);
const known = `${endings.slice(0, -1).join(', ')} and ${endings.at(-1)}`;

/** The format asked for by name, else by the ending of the file. Throws `CliError` that says which there are. */
function formatOf(to: string, named: string | undefined): ExportFormat {
  const asked = (named ?? /\.([^./\\]+)$/.exec(to)?.[1] ?? '').replace(/^\./, '').toLowerCase();
  const found = FORMATS.find((format) => format.id === asked);
  if (found !== undefined) return found;
  if (asked !== '') throw new CliError(`There is no format .${asked}: a board can be written as ${known}.`);
  const how = to === STDIO ? 'name one with --format' : 'end the file name with one of them or name it with --format';
  throw new CliError(`"${to}" does not say which format to write: ${how}. There are ${known}.`);
}

/** Refuses an option that was given and that the format cannot follow. */
function refuseIdleOptions(format: ExportFormat, command: Command): void {
  const pictureOptions: readonly ExportOption[] = [
    ...(['scale', 'finish', 'theme', 'transparent', 'frame', 'slides', 'ratio', 'fonts', 'source'] as const),
  ];
  const idle = pictureOptions.find(
    (name) => command.getOptionValueSource(name) === 'cli' && !format.takes.includes(name),
  );
  if (idle !== undefined)
    throw new CliError(`A .${format.id} file has nothing that --${idle} could change: leave it out.`);
}

/** `orgora export board.json --to out.svg` */
export const exportCommand: CliCommand = (program) => {
  const command = program
    .command('export')
    .description(`Write a board file as a picture or as JSON: ${known}.`)
    .argument('<board>', 'the board file; - for standard input')
    .requiredOption('--to <file>', 'where to write; the ending says the format; - for standard output')
    .option('--format <format>', 'the format, when the file name does not say it')
    .addOption(new Option('--scale <times>', 'pixels per unit of a PNG').choices(['1', '2', '4']).default('1'))
    .addOption(
      new Option('--finish <finish>', 'with tints, or for print without').choices(['full', 'print']).default('full'),
    )
    .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark']).default('light'))
    .option('--transparent', 'no paper behind the drawing', false)
    .option('--frame <frame>', 'only this frame, by id or title')
    .addOption(
      new Option('--slides <what>', 'a slide for each frame, for each branch after an overview, or one for the board')
        .choices(['frames', 'branches', 'board'])
        .default('frames'),
    )
    .addOption(new Option('--ratio <ratio>', 'shape of the slides').choices(['16:9', '4:3']).default('16:9'))
    .addOption(
      new Option('--fonts <how>', 'letters of an SVG: by name, with the font inside, or as outlines without any font')
        .choices(['none', 'embed', 'outlines'])
        .default('none'),
    )
    .option('--source', 'keep the board inside the file, so that it can be opened again', false)
    .action(async (path: string, options: Options) => {
      const format = formatOf(options.to, options.format);
      refuseIdleOptions(format, command);
      const { board, states } = await readWholeFile(path);
      const { finish, theme, transparent, slides, ratio, fonts, source } = options;
      const frame = options.frame === undefined ? null : frameNamed(board, options.frame);
      // A frame is shown in the state it is made for.
      const shown = states.find(({ id }) => id === frame?.state)?.board ?? board;
      const { data, notice } = await format.write(shown, {
        ...{ finish, theme, transparent, frame, slides, ratio, fonts, source },
        scale: Number(options.scale),
        states,
      });
      await writeData(options.to, data);
      if (notice !== null) process.stderr.write(`${notice}\n`);
    });
};
