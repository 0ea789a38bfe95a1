import { isKnownHeading } from './aliases.ts';
import type { ImportField, ImportProgress, ImportTable, Repair } from './import-types.ts';
import { counted, quoted, Repairs } from './repairs.ts';
import { between, finish, type Steps } from './steps.ts';
import { cleanRows, delimiterOf, type RawRow, readRows } from './table-text.ts';

export interface ReadTable {
  readonly table: ImportTable;
  readonly repairs: readonly Repair[];
}

/** A cell of a spreadsheet as a reader of .xlsx files hands it over. */
export type CellValue = string | number | boolean | Date | null | undefined;

interface Preface {
  /** Where the rows begin. */
  readonly start: number;
  readonly lines: number;
  readonly delimiter: string | null;
  readonly hints: Readonly<Partial<Record<ImportField, string>>>;
}

const LINE = /[^\n]*(?:\n|$)/y;

function lineAt(text: string, start: number): string {
  LINE.lastIndex = start;
  return LINE.exec(text)?.[0] ?? '';
}

/** What draw.io's `# connect: {"from":"manager","to":"name"}` says: who the column `from` names stands in column `to`. */
function hintsOf(directive: string): Readonly<Partial<Record<ImportField, string>>> {
  const named = /^#\s*(identity|parent)\s*:\s*(\S.*?)\s*$/.exec(directive);
  if (named !== null && named[2] !== '-') return named[1] === 'parent' ? { sitsIn: named[2] ?? '' } : {};
  const connect = /^#\s*connect\s*:\s*(\{.*\})\s*$/.exec(directive)?.[1];
  const part = (key: string): string => new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`).exec(connect ?? '')?.[1] ?? '';
  if (connect === undefined || part('from') === '') return {};
  const to = part('to');
  return /"dashed|dashed=1/.test(connect)
    ? { dotted: part('from') }
    : { manager: part('from'), ...(to === '' ? {} : { id: to }) };
}

/** Lines before the table: `sep=;`, Entra's `version:v1.0`, draw.io's directives, blank ones. */
function prefaceOf(text: string): Preface {
  let start = 0;
  let lines = 0;
  let delimiter: string | null = null;
  let hints: Preface['hints'] = {};
  while (start < text.length) {
    const line = lineAt(text, start);
    const sep = /^"?sep=(.)"?\s*$/i.exec(line);
    if (sep !== null) delimiter = sep[1] ?? null;
    else if (line.startsWith('#')) hints = { ...hintsOf(line.trimEnd()), ...hints };
    else if (!/^\s*$/.test(line) && !/^"?version:v\d/i.test(line)) break;
    start += line.length;
    lines += 1;
  }
  return { start, lines, delimiter, hints };
}

const filled = (row: RawRow): number => row.cells.filter((cell) => cell !== '').length;

/** Where the headings are: the first row, unless a later one of the first ten has headings we know and it has none. */
function headingAt(rows: readonly RawRow[]): number {
  const known = (row: RawRow | undefined): number => row?.cells.filter(isKnownHeading).length ?? 0;
  if (known(rows[0]) > 0) return 0;
  const later = rows.slice(0, 10).findIndex((row) => known(row) >= 2);
  return Math.max(0, later);
}

function* tableOf(raw: readonly RawRow[], hints: Preface['hints'], repairs: Repairs): Steps<ImportTable> {
  const rows = (yield* cleanRows(raw, repairs)).filter((row) => filled(row) > 0);
  const at = headingAt(rows);
  for (const row of rows.slice(0, at)) {
    repairs.info(
      row.line,
      'before-headings',
      `${quoted(row.cells.join(' ').trim())} stands above the headings and was left out.`,
    );
  }
  const headings = (rows[at]?.cells ?? []).map((cell) => cell.replace(/\n/g, ' '));
  while (
    headings.length > 0 &&
    headings.at(-1) === '' &&
    rows.every((row) => (row.cells[headings.length - 1] ?? '') === '')
  )
    headings.pop();
  const body = rows.slice(at + 1);
  for (const row of body) {
    const extra = row.cells.slice(headings.length).filter((cell) => cell !== '');
    if (extra.length === 0) continue;
    const sentence = `This row has ${counted(extra.length, 'cell')} more than there are headings: ${quoted(extra.join(', '))} was left out.`;
    repairs.warn(row.line, 'extra-cells', sentence);
  }
  const cells = body.map((row) => headings.map((_, i) => row.cells[i] ?? ''));
  const table = { headings, rows: cells, lines: body.map((row) => row.line) };
  return Object.keys(hints).length === 0 ? table : { ...table, hints };
}

/** Rows of delimited text with lines and repairs, in steps. */
export function* readTableSteps(source: string): Steps<ReadTable> {
  const repairs = new Repairs();
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { start, lines, delimiter, hints } = prefaceOf(text);
  const body = text.slice(start);
  const raw = yield* between(readRows(body, delimiter ?? delimiterOf(body), lines + 1, repairs), 0, 0.7);
  const table = yield* between(tableOf(raw, hints, repairs), 0.7, 1);
  return { table, repairs: repairs.list() };
}

/**
 * Rows of a CSV, TSV or pasted range: separator guessed, `sep=` and other first lines understood, line numbers those of the
 * file also when cells hold line breaks. Throws `ImportCancelled` when asked to stop.
 */
export const readTable = (text: string, progress: ImportProgress = {}): ReadTable =>
  finish(readTableSteps(text), progress);

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (typeof value === 'number') return String(value);
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
}

/** The same from the cells of a spreadsheet; a line is a row of the sheet. */
export function* tableFromCells(cells: readonly (readonly CellValue[])[]): Steps<ReadTable> {
  const repairs = new Repairs();
  const raw = cells.map((row, i): RawRow => ({ cells: row.map(cellText), line: i + 1 }));
  const table = yield* tableOf(raw, {}, repairs);
  return { table, repairs: repairs.list() };
}
