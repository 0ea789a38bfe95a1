import type { Repair } from './import-types.ts';

/** Collects what was mended, in the order of the file. */
export class Repairs {
  readonly #all: Repair[] = [];

  info(line: number | null, code: string, sentence: string): void {
    this.#all.push({ line, severity: 'info', code, sentence });
  }

  warn(line: number | null, code: string, sentence: string): void {
    this.#all.push({ line, severity: 'warning', code, sentence });
  }

  error(line: number | null, code: string, sentence: string): void {
    this.#all.push({ line, severity: 'error', code, sentence });
  }

  add(repairs: readonly Repair[]): void {
    this.#all.push(...repairs);
  }

  /** What is about the whole first, then by line; in the order they were found where lines are equal. */
  list(): readonly Repair[] {
    return [...this.#all].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }
}

/** A piece of the source in quotation marks, short enough for a sentence. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** "1 row", "12 rows". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
