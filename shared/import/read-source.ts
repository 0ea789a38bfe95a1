import { decodeText, type Encoding } from './decode.ts';
import { detectFormat } from './detect.ts';
import { draftFromDrawioSteps } from './drawio.ts';
import { draftFromGraphSteps } from './graph.ts';
import type { ImportDraft, ImportFormat, ImportMapping, ImportProgress, ImportTable, Repair } from './import-types.ts';
import { guessMapping } from './mapping.ts';
import { draftFromMermaidSteps } from './mermaid.ts';
import { draftFromOutlineSteps } from './outline.ts';
import { type DraftOptions, draftFromTableSteps } from './people.ts';
import { between, finish, ImportProblem, type Steps } from './steps.ts';
import { type CellValue, readTableSteps, tableFromCells } from './table.ts';

/** A file, a paste, or the cells of a spreadsheet. */
export interface Source {
  /** Name of the file, or empty for a paste. */
  readonly name: string;
  readonly content: Uint8Array | string | readonly (readonly CellValue[])[];
}

export interface OpenOptions {
  /** Said by a person; guessed when absent. */
  readonly format?: ImportFormat;
  readonly encoding?: Encoding;
  /** What is not UTF-8 is taken for Windows-1250. */
  readonly romanian?: boolean;
}

/** A source whose text is read and whose columns are guessed: what a person looks at before the draft is made. */
export interface OpenedSource {
  readonly format: ImportFormat;
  /** Title of the board to be: the name of the file without its ending. */
  readonly title: string;
  /** Empty for a table, which is in `table`. */
  readonly text: string;
  readonly table: ImportTable | null;
  readonly mapping: ImportMapping;
  /** Whether the mapping can be used without anybody looking at it. Always so for what is not a table. */
  readonly sure: boolean;
  readonly repairs: readonly Repair[];
}

const titleOf = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim();

const isCells = (content: Source['content']): content is readonly (readonly CellValue[])[] => Array.isArray(content);

/** Files that are none of ours, by how they begin. */
function refuseForeign(name: string, bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const what = name === '' ? 'This' : `“${name}”`;
  if (start.startsWith('PK')) {
    throw new ImportProblem(
      `${what} is a packed file that could not be opened as a spreadsheet: save it as .xlsx or CSV and try again.`,
    );
  }
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw new ImportProblem(
      `${what} is an old Office file or has a password: save it as .xlsx or CSV without one and try again.`,
    );
  }
  if (start.startsWith('%PDF') || start.startsWith('\u0089PNG') || start.startsWith('\u00ff\u00d8\u00ff')) {
    throw new ImportProblem(
      `${what} is a picture or a PDF, which says nothing that can be read: export the people behind it as CSV.`,
    );
  }
}

function nothingIn(name: string): ImportProblem {
  return new ImportProblem(
    `${name === '' ? 'There' : `“${name}”`} is ${name === '' ? 'nothing' : 'empty'}: choose a file or paste a list with one name a line.`,
  );
}

/** Reads a source as far as a person must see it: text, format, rows and what the columns mean. Throws `ImportProblem`. */
export function* openSourceSteps({ name, content }: Source, options: OpenOptions = {}): Steps<OpenedSource> {
  const title = titleOf(name);
  if (isCells(content)) {
    const { table, repairs } = yield* tableFromCells(content);
    if (table.headings.length === 0) throw nothingIn(name);
    return { format: 'table', title, text: '', table, ...guessMapping(table), repairs };
  }
  if (typeof content !== 'string') refuseForeign(name, content);
  const { text, repairs } = typeof content === 'string' ? { text: content, repairs: [] } : decodeText(content, options);
  yield 0.2;
  if (text.trim() === '') throw nothingIn(name);
  const format = options.format ?? detectFormat(name, text);
  if (format !== 'table') return { format, title, text, table: null, mapping: {}, sure: true, repairs };
  const read = yield* between(readTableSteps(text), 0.2, 1);
  if (read.table.headings.length === 0) throw nothingIn(name);
  return {
    format,
    title,
    text: '',
    table: read.table,
    ...guessMapping(read.table),
    repairs: [...repairs, ...read.repairs],
  };
}

/** The draft of an opened source, with another mapping when somebody chose one. Throws `ImportProblem`. */
export function* draftOfSteps(
  opened: OpenedSource,
  mapping: ImportMapping = opened.mapping,
  options: DraftOptions = {},
): Steps<ImportDraft> {
  const draft = yield* draftSteps(opened, mapping, { title: opened.title, ...options });
  return { ...draft, repairs: [...opened.repairs, ...draft.repairs] };
}

function draftSteps(opened: OpenedSource, mapping: ImportMapping, options: DraftOptions): Steps<ImportDraft> {
  const { format, table, text } = opened;
  const title = options.title ?? '';
  switch (format) {
    case 'table':
      return draftFromTableSteps(table ?? { headings: [], rows: [], lines: [] }, mapping, options);
    case 'outline':
      return draftFromOutlineSteps(text, title);
    case 'graph':
      return draftFromGraphSteps(text, options);
    case 'drawio':
      return draftFromDrawioSteps(text, title);
    case 'mermaid':
      return draftFromMermaidSteps(text, title);
    case 'board':
      throw new ImportProblem('This is a board file already: open it instead of importing it.');
  }
}

/** `openSourceSteps` in one go. */
export const openSource = (source: Source, options: OpenOptions = {}, progress: ImportProgress = {}): OpenedSource =>
  finish(openSourceSteps(source, options), progress);

/** `draftOfSteps` in one go. */
export const draftOf = (
  opened: OpenedSource,
  mapping: ImportMapping = opened.mapping,
  options: DraftOptions = {},
  progress: ImportProgress = {},
): ImportDraft => finish(draftOfSteps(opened, mapping, options), progress);
