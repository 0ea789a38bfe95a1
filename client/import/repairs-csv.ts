import type { Repair } from '#shared/import/import-types.ts';

/** Spreadsheets run what begins with these as a formula. */
const RUNS = /^[=+\-@\t\r]/;

const cell = (value: string): string => `"${(RUNS.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** The repairs as a table that spreadsheets open, with a mark that tells them it is UTF-8. */
export const repairsAsCsv = (repairs: readonly Repair[]): string =>
  `\ufeff${[
    ['Line', 'Severity', 'What happened'],
    ...repairs.map(({ line, severity, sentence }) => [line === null ? '' : String(line), severity, sentence]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`;
