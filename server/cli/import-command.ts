import { randomUUID } from 'node:crypto';
import { Option } from 'commander';
import * as Y from 'yjs';
import { BoardEditError, createEditor } from '#shared/board/edit.ts';
import {
  boardFromFile,
  citesFromFile,
  documentText,
  fileText,
  fillDocument,
  parseFile,
  statesFromFile,
} from '#shared/board/file.ts';
import { readBoard } from '#shared/board/read.ts';
import { carrierOf, readSource } from '#shared/formats/source/read-source.ts';
import { ENCODINGS, type Encoding } from '#shared/import/decode.ts';
import type { ImportDraft, ImportFormat, NameChoice } from '#shared/import/import-types.ts';
import { findNames } from '#shared/import/names.ts';
import { applyChanges, changesFor } from '#shared/import/reimport.ts';
import { counted } from '#shared/import/repairs.ts';
import { ImportProblem } from '#shared/import/steps.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';
import { readBytes, STDIO, writeData } from './files.ts';
import { readImport } from './import-source.ts';
import { boardTextIn } from './read-board.ts';

interface Options {
  readonly out: string;
  readonly names: NameChoice;
  readonly map: readonly string[];
  readonly update?: string;
  readonly encoding?: Encoding;
  readonly format?: ImportFormat;
  readonly title?: string;
  readonly placeholders: boolean;
}

/** Each repair on a line of its own: `people.csv:12: warning: …`. */
function repairText(path: string, { repairs }: ImportDraft): string {
  const name = path === STDIO ? 'standard input' : path;
  return repairs
    .map(({ line, severity, sentence }) => `${name}${line === null ? '' : `:${line}`}: ${severity}: ${sentence}\n`)
    .join('');
}

function namesText(draft: ImportDraft, names: NameChoice): string {
  const found = findNames(draft).length;
  if (found === 0) return '';
  const people = counted(found, 'name of a person', 'names of people');
  return names === 'titles'
    ? `${people} became titles of roles. Keep them with --names keep.\n`
    : `${people} stand on this board. Leave them out with --names titles.\n`;
}

/** The text of the board file that an import makes, and what it says about that. */
interface Result {
  readonly text: string;
  readonly said: string;
}

function newBoard(draft: ImportDraft, names: NameChoice): Result {
  const board = boardFromDraft(draft, { names });
  const lines = counted(board.relations.size, 'line');
  return { text: fileText(board), said: `${counted(board.elements.size, 'box', 'boxes')} and ${lines}.\n` };
}

/** The board with what a second import of the same people changes. Throws `CliError` when it is no board or cannot take it. */
async function updated(path: string, draft: ImportDraft, names: NameChoice): Promise<Result> {
  const parsed = parseFile(boardTextIn(path, await readBytes(path)));
  if ('problem' in parsed) throw new CliError(`${path}: ${parsed.problem}`);
  const doc = new Y.Doc();
  fillDocument(doc, boardFromFile(parsed.file), null, statesFromFile(parsed.file), citesFromFile(parsed.file));
  const editor = createEditor(doc, { origin: {}, newId: () => randomUUID(), mayEditLocked: false });
  const board = readBoard(doc);
  const changes = changesFor(board, draft, { names });
  applyChanges(editor, board, draft, changes, { names });
  const { added, left, moved, changed, same, locked } = changes;
  const counts = `${added.length} added, ${left.length} left, ${moved.length} moved, ${changed.length} changed, ${same} the same`;
  const kept =
    locked.length === 0 ? '' : `; ${counted(locked.length, 'locked box', 'locked boxes')} stayed as they were`;
  return { text: documentText(doc), said: `${counts}${kept}.\n` };
}

/**
 * The board file in a picture, deck or document, checked and brought to this version, or `null` for a file of another kind. Throws
 * `CliError` when it carries none.
 */
function carriedBoard(path: string, bytes: Buffer): string | null {
  const carrier = carrierOf(bytes);
  if (carrier === null || carrier === 'json') return null;
  // What can be imported otherwise, and what to do with a plain picture, is said there.
  if (carrier !== 'pptx' && readSource(bytes) === null) return null;
  const parsed = parseFile(boardTextIn(path, bytes));
  if ('problem' in parsed) throw new CliError(`${path === STDIO ? 'Standard input' : path}: ${parsed.problem}`);
  return fileText(boardFromFile(parsed.file), statesFromFile(parsed.file));
}

/** `orgora import people.csv --out board.json` */
export const importCommand: CliCommand = (program) => {
  program
    .command('import')
    .description(
      'Make a board file from people or a chart (CSV, TSV, .xlsx, an indented list, Microsoft Graph or SCIM users, draw.io, Mermaid), or take it out of a picture, deck or document that carries it (.png, .svg, .pptx, .pdf).',
    )
    .argument('<file>', 'what to read; - for standard input')
    .requiredOption('--out <file>', 'where to write the board file; - for standard output')
    .addOption(
      new Option('--names <choice>', 'names of people: put titles of roles in their place, or keep them')
        .choices(['titles', 'keep'])
        .default('titles'),
    )
    .option(
      '--map <field=heading>',
      'which column holds a field, where it is not found by itself; may be given more than once',
      (typed: string, all: readonly string[]) => [...all, typed],
      [],
    )
    .option('--update <board>', 'change this board file instead of making a new one: who is new, who left, who moved')
    .addOption(new Option('--encoding <name>', 'of a text file, where it is guessed wrong').choices([...ENCODINGS]))
    .addOption(
      new Option('--format <format>', 'what it is, where that is guessed wrong').choices([
        'table',
        'outline',
        'graph',
        'drawio',
        'mermaid',
      ]),
    )
    .option('--title <text>', 'title of the board; the name of the file when not given')
    .option('--placeholders', 'a box for each manager who is not in the file', false)
    .action(async (path: string, { out, names, update, ...options }: Options) => {
      if (path === STDIO && update === STDIO) {
        throw new CliError('Standard input can be the people or the board only: name a file for the other.');
      }
      const bytes = await readBytes(path);
      const carried = options.format === undefined ? carriedBoard(path, bytes) : null;
      if (carried !== null) {
        if (update !== undefined) {
          throw new CliError(
            `${path} carries a board, and --update takes people: leave --update out, or compare with diff.`,
          );
        }
        await writeData(out, carried);
        return;
      }
      const draft = await readImport(path, bytes, options);
      process.stderr.write(repairText(path, draft));
      try {
        const { text, said } = update === undefined ? newBoard(draft, names) : await updated(update, draft, names);
        await writeData(out, text);
        process.stderr.write(namesText(draft, names) + said);
      } catch (error) {
        if (error instanceof ImportProblem || error instanceof BoardEditError) throw new CliError(error.message);
        throw error;
      }
    });
};
