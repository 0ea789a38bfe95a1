import { type Command, Option } from 'commander';
import { STATE_IDS, type StateId } from '#shared/board/model.ts';
import { LEVELS, type Level } from '#shared/redaction/levels.ts';
import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';
import { contentOf, type ExportContent } from './export-content.ts';
import { STDIO, writeData } from './files.ts';
import type { Exported, ExportFormat, ExportOption, ExportOptions } from './formats/export-format.ts';
import { FORMATS } from './formats/index.ts';
import { readWholeFile } from './read-board.ts';

interface Options extends Omit<ExportOptions, 'scale' | 'frame' | 'source' | 'states'> {
  readonly to: string;
  readonly format?: string;
  readonly scale: string;
  readonly frame?: string;
  readonly source: boolean;
  readonly level: Level;
  readonly pattern: boolean;
  readonly state?: StateId;
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

/** How each option is typed, where that is not its own name. */
const TYPED: Readonly<Partial<Record<ExportOption, string>>> = {
  legend: 'no-legend',
  notes: 'no-notes',
  sourceLine: 'source-line',
};

const OPTIONS: readonly Exclude<ExportOption, 'states'>[] = [
  ...(['scale', 'finish', 'theme', 'transparent', 'frame', 'slides', 'ratio', 'fonts', 'legend', 'points'] as const),
  ...(['notes', 'sourceLine', 'alias', 'day', 'mark', 'source'] as const),
];

/** Refuses an option that was given and that the format cannot follow. */
function refuseIdleOptions(format: ExportFormat, command: Command): void {
  const idle = OPTIONS.find((name) => command.getOptionValueSource(name) === 'cli' && !format.takes.includes(name));
  if (idle !== undefined) {
    throw new CliError(`A .${format.id} file has nothing that --${TYPED[idle] ?? idle} could change: leave it out.`);
  }
}

function refuseContradictions({ pattern, alias, to }: Options, format: ExportFormat): void {
  if (pattern && alias !== '') throw new CliError('A pattern names nobody: leave --alias or --pattern out.');
  if (to === STDIO && process.stdout.isTTY && BINARY.has(format.id)) {
    throw new CliError(`A .${format.id} file is not text: name a file with --to, or send it on through a pipe.`);
  }
}

/** What a screen cannot show. */
const BINARY: ReadonlySet<string> = new Set(['png', 'pptx', 'pdf', 'xlsx']);

const exportOptions = (options: Options, { frame, text, states }: ExportContent): ExportOptions => ({
  ...options,
  scale: Number(options.scale),
  source: options.source ? text : null,
  frame,
  states,
});

async function writtenCouncil(paths: readonly string[], options: Options, format: ExportFormat): Promise<Exported> {
  const [first = ''] = paths;
  if (format.writeCouncil === undefined) {
    throw new CliError(`A .${format.id} file holds one board: name one, or write them all to a .pptx file.`);
  }
  if (paths.filter((path) => path === STDIO).length > 1) {
    throw new CliError('Standard input can be one of the boards only: name files for the others.');
  }
  if (options.frame !== undefined) throw new CliError('A frame is of one board: name one board, or leave --frame out.');
  if (options.source) throw new CliError(`A file keeps one board inside: name ${first} alone, or leave --source out.`);
  const contents: ExportContent[] = [];
  for (const path of paths) contents.push(contentOf(await readWholeFile(path), options));
  const [content] = contents;
  if (content === undefined) throw new RangeError('There is no board.');
  return format.writeCouncil(contents, exportOptions(options, content));
}

/** `orgora export board.json --to out.svg` */
export const exportCommand: CliCommand = (program) => {
  const command = program
    .command('export')
    .description(`Write a board as a picture, a deck, a document or a table: ${known}.`)
    .usage('<boards...> --to <file> [options]')
    .argument(
      '<boards...>',
      'the board file, or a file that carries a board; several for one deck; - for standard input',
    )
    .requiredOption('--to <file>', 'where to write; the ending says the format; - for standard output')
    .option('--format <format>', 'the format, when the file name does not say it')
    .optionsGroup('What of the board:')
    .addOption(new Option('--state <state>', 'only this state, where a board has several').choices([...STATE_IDS]))
    .option('--frame <frame>', 'only this frame, by id or title')
    .addOption(
      new Option('--level <level>', 'who may read it: notes, links and names above that level are not in the file')
        .choices([...LEVELS])
        .default('private'),
    )
    .option('--pattern', 'generic labels in place of every name and text', false)
    .option('--source', 'keep the board inside the file, so that it can be opened again', false)
    .optionsGroup('How it looks:')
    .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark']).default('light'))
    .addOption(
      new Option('--finish <finish>', 'with tints, or for print without').choices(['full', 'print']).default('full'),
    )
    .option('--no-legend', 'without the legend')
    .option('--transparent', 'no paper behind a picture', false)
    .addOption(new Option('--scale <times>', 'pixels per unit of a PNG').choices(['1', '2', '4']).default('1'))
    .addOption(
      new Option('--fonts <how>', 'letters of an SVG: by name, with the font inside, or as outlines without any font')
        .choices(['none', 'embed', 'outlines'])
        .default('none'),
    )
    .optionsGroup('Slides and pages:')
    .addOption(
      new Option(
        '--slides <what>',
        'one for each frame, for each branch after an overview, or one for the board; auto takes frames, else what can be read',
      )
        .choices(['auto', 'frames', 'branches', 'board'])
        .default('auto'),
    )
    .addOption(new Option('--ratio <ratio>', 'shape of the slides').choices(['16:9', '4:3']).default('16:9'))
    .option('--points', 'what to talk about, beside the first drawing of each board', false)
    .option('--no-notes', 'without questions and notes of frames in the speaker notes')
    .option('--source-line <text>', 'at the foot: where it comes from', '')
    .option('--day <text>', 'at the foot: the day, as it shall be read', '')
    .option('--alias <text>', 'at the foot: who drew it', '')
    .option('--mark <text>', 'at the foot: who may read it, as "Council confidential"', '')
    .action(async (paths: readonly string[], options: Options) => {
      const format = formatOf(options.to, options.format);
      refuseIdleOptions(format, command);
      refuseContradictions(options, format);
      const [path = '', ...more] = paths;
      let written: Exported;
      if (more.length > 0) written = await writtenCouncil(paths, options, format);
      else {
        const content = contentOf(await readWholeFile(path), options);
        written = await format.write(content.board, exportOptions(options, content));
      }
      await writeData(options.to, written.data);
      if (written.notice !== null) process.stderr.write(`${written.notice}\n`);
    });
};
