import Papa from 'papaparse';
import { isKnownHeading } from './aliases.ts';
import { counted, type Repairs } from './repairs.ts';
import type { Steps } from './steps.ts';

/** One row as it stands in the text. */
export interface RawRow {
  readonly cells: readonly string[];
  /** Line of the text it begins on, from 1. */
  readonly line: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
const SLICE = 1 << 17;
/** No row is longer than this; what looks so has a quotation mark that does not close. */
const LONGEST_ROW = SLICE * 2;
/** After so many of them, quotation marks in this file are letters. */
const MOST_UNCLOSED = 40;

/** Cells of a line, without their quotation marks, cut at a sign outside of them. */
export const cellsOfLine = (line: string, delimiter: string): readonly string[] =>
  (line.match(/"(?:[^"]|"")*"|[^"]/g) ?? [])
    .map((part) => (part === delimiter ? '\n' : part.length > 1 ? part.slice(1, -1) : part))
    .join('')
    .split('\n')
    .map((cell) => cell.trim());

const knownOf = (line: string, delimiter: string): number => cellsOfLine(line, delimiter).filter(isKnownHeading).length;

/** The sign that cuts a line into the most headings we know, two at least; else `null`. */
export function headingDelimiter(line: string): string | null {
  const [best] = DELIMITERS.map((sign) => ({ sign, known: knownOf(line, sign) })).sort((a, b) => b.known - a.known);
  return best === undefined || best.known < 2 ? null : best.sign;
}

/** What separates the cells: known by the headings, else guessed from the first rows. */
export function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000);
  const firstLine = start.slice(0, start.indexOf('\n') + 1 || start.length);
  const known = headingDelimiter(firstLine);
  if (known !== null) return known;
  // A copied range of cells has tabs, whatever its texts hold besides.
  if (firstLine.includes('\t') && !firstLine.includes(';') && !firstLine.includes(',')) return '\t';
  return Papa.parse(start, { preview: 20, newline: '\n', delimitersToGuess: DELIMITERS }).meta.delimiter;
}

/** Reads rows out of a text, slice by slice; a quotation mark that never closes costs one row its quoting, not the rest of the file. */
class Rows {
  readonly rows: RawRow[] = [];
  readonly #text: string;
  readonly #delimiter: string;
  readonly #repairs: Repairs;
  #at = 0;
  #line: number;
  #unclosed = 0;

  constructor(text: string, delimiter: string, firstLine: number, repairs: Repairs) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#line = firstLine;
    this.#repairs = repairs;
  }

  *run(): Steps<readonly RawRow[]> {
    let size = SLICE;
    while (this.#at < this.#text.length) {
      const before = this.#at;
      if (this.#unclosed > MOST_UNCLOSED) this.#takeManyPlain();
      else this.#slice(size);
      if (this.#at > before) size = SLICE;
      // A row longer than the slice: take more of the text at once.
      else if (size < LONGEST_ROW) size *= 2;
      else this.#takePlain();
      yield this.#at / this.#text.length;
    }
    return this.rows;
  }

  #slice(size: number): void {
    const last = this.#at + size >= this.#text.length;
    const parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: '\n',
      step: ({ data, errors, meta }) => {
        const cells = data[0] ?? [];
        // A single line with odd quotation marks reads well enough; one that swallowed others does not.
        const end = meta.cursor;
        const lines = this.#linesTo(end);
        const unclosed = errors.some((error) => error.code === 'MissingQuotes');
        if (unclosed || (errors.length > 0 && lines > 1)) {
          parser.abort();
          this.#takePlain();
          return;
        }
        this.rows.push({ cells, line: this.#line });
        this.#line += lines;
        this.#at = end;
      },
    });
    parser.parse(this.#text.slice(this.#at, this.#at + size), this.#at, !last);
  }

  #linesTo(end: number): number {
    let lines = 0;
    for (let i = this.#text.indexOf('\n', this.#at); i >= 0 && i < end; i = this.#text.indexOf('\n', i + 1)) lines += 1;
    return lines;
  }

  #takePlain(): void {
    this.#unclosed += 1;
    const sentence = 'A quotation mark here does not close: the line was read as it stands.';
    if (this.#unclosed <= MOST_UNCLOSED) this.#repairs.warn(this.#line, 'quotes', sentence);
    else this.#repairs.warn(this.#line, 'quotes', `${sentence} So was every line after it.`);
    this.#takeLine();
  }

  #takeManyPlain(): void {
    for (let i = 0; i < 2000 && this.#at < this.#text.length; i += 1) this.#takeLine();
  }

  /** The line as it stands, cut at every delimiter. */
  #takeLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.rows.push({ cells: line.split(this.#delimiter), line: this.#line });
    this.#line += 1;
    this.#at = end < 0 ? this.#text.length : end + 1;
  }
}

/** Rows of delimited text whose line breaks are `\n`. */
export function* readRows(
  text: string,
  delimiter: string,
  firstLine: number,
  repairs: Repairs,
): Steps<readonly RawRow[]> {
  return yield* new Rows(text, delimiter, firstLine, repairs).run();
}

const DIRTY = /^=|^'+[=+\-@]|^[\s\u200b\ufeff]|[\s\u200b\ufeff]$|[^\S \n]|[\u200b\ufeff]| {2}/;

const cleanOne = (cell: string): string =>
  cell
    .replace(/^="([\s\S]*)"$/, '$1')
    // Tables for Excel, ours too, keep formulas asleep with an apostrophe.
    .replace(/^'(?='*[=+\-@])/, '')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

/** Rows without Excel's `="001"`, non-breaking or doubled spaces and padding; says how many cells that concerned. */
export function* cleanRows(rows: readonly RawRow[], repairs: Repairs): Steps<readonly RawRow[]> {
  let cells = 0;
  let first: number | null = null;
  const clean: RawRow[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % 2000 === 1999) yield i / rows.length;
    const dirty = row.cells.filter((cell) => DIRTY.test(cell)).length;
    if (dirty === 0) {
      clean.push(row);
      continue;
    }
    cells += dirty;
    first ??= row.line;
    clean.push({ ...row, cells: row.cells.map((cell) => (DIRTY.test(cell) ? cleanOne(cell) : cell)) });
  }
  if (cells > 0) {
    const sentence = `Extra spaces and Excel's ="…" were taken out of ${counted(cells, 'cell')}, here first.`;
    repairs.info(first, 'cleaned', sentence);
  }
  return clean;
}
