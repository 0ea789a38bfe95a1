import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '#shared/import/decode.ts';
import { finish, ImportCancelled } from '#shared/import/steps.ts';
import { readTable, tableFromCells } from '#shared/import/table.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((c) =>
      little ? [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8] : [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255],
    ),
  );
const rows = (text: string) => readTable(text).table;

test('CSV-1 UTF-8 with and without a mark, and UTF-16 of either order with and without one, give the same text', () => {
  const text = 'Name,Șef\nAlpha 😀,Ț\n';
  const plain = new TextEncoder().encode(text);
  expect(decodeText(plain)).toEqual({ text, encoding: 'utf-8', repairs: [] });
  expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...plain])).text).toBe(text);
  const wide = 'ID,Name,Reports to\n1,Data steward,\n';
  expect(decodeText(Uint8Array.from([0xff, 0xfe, ...utf16(wide, true)])).text).toBe(wide);
  expect(decodeText(Uint8Array.from([0xfe, 0xff, ...utf16(wide, false)])).text).toBe(wide);
  for (const little of [true, false]) {
    const found = decodeText(utf16(wide, little));
    expect([found.text, found.repairs[0]?.severity]).toEqual([wide, 'info']);
  }
});

test('CSV-2 what is not UTF-8 is read as a code page of Windows with a warning: 1250 where its letters are Romanian', () => {
  const western = decodeText(bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0x80));
  expect([western.text, western.encoding]).toEqual(['Café €', 'windows-1252']);
  expect(western.repairs[0]).toMatchObject({ severity: 'warning', code: 'encoding' });
  // "Funcția, Șef" as Excel of a Romanian Windows saves it.
  const romanian = decodeText(bytes(0x46, 0x75, 0x6e, 0x63, 0xfe, 0x69, 0x61, 0x2c, 0x20, 0xaa, 0x65, 0x66));
  expect([romanian.text, romanian.encoding]).toEqual(['Funcția, Șef', 'windows-1250']);
  expect(decodeText(bytes(0xe3), { romanian: true }).text).toBe('ă');
  expect(decodeText(bytes(0xe3), { encoding: 'windows-1252' }).text).toBe('ã');
});

test('CSV-3 decoding agrees with the platform on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (data) => {
      for (const page of ['windows-1252', 'windows-1250'] as const) {
        const theirs = new TextDecoder(page)
          .decode(data)
          .replace(/[ŞşŢţ]/g, (c) => ({ Ş: 'Ș', ş: 'ș', Ţ: 'Ț', ţ: 'ț' })[c] ?? c);
        expect(decodeText(data, { encoding: page }).text).toBe(theirs);
      }
      let strict: string | null = null;
      try {
        strict = new TextDecoder('utf-8', { fatal: true }).decode(data);
      } catch {
        strict = null;
      }
      const ours = decodeText(data);
      if (strict !== null && ours.encoding === 'utf-8') expect(ours.text).toBe(strict);
      if (strict === null) expect(ours.encoding).not.toBe('utf-8');
    }),
    { numRuns: 300 },
  );
});

test('CSV-4 commas, semicolons, tabs and bars separate; sep= says so itself', () => {
  for (const sign of [',', ';', '\t', '|']) {
    const text = `${['ID', 'Name', 'Title'].join(sign)}\n${['1', 'A', 'B'].join(sign)}\n${['2', 'C', 'D'].join(sign)}`;
    expect(rows(text).rows).toEqual([
      ['1', 'A', 'B'],
      ['2', 'C', 'D'],
    ]);
  }
  expect(rows('sep=;\r\nID;Name\r\n1;A, B\r\n')).toEqual({
    headings: ['ID', 'Name'],
    rows: [['1', 'A, B']],
    lines: [3],
  });
  expect(rows('"sep=|"\nID|Name\n1|x')).toMatchObject({ rows: [['1', 'x']] });
});

test('CSV-5 lines are those of the file, also after cells with line breaks, blank lines and Windows line ends', () => {
  const { rows: found, lines } = rows('ID,Name\r\n1,"a\r\nb"\r\n\r\n2,"say ""yes"""\r\n,,\r\n3,c\r\n');
  expect(found).toEqual([
    ['1', 'a\nb'],
    ['2', 'say "yes"'],
    ['3', 'c'],
  ]);
  expect(lines).toEqual([2, 5, 7]);
});

test('CSV-6 Excel’s ="001", non-breaking spaces, padding and sleeping formulas are cleaned; ids stay text', () => {
  const { table, repairs } = readTable('ID,Name\n="001",\u00a0Data\u00a0 steward \n002,\'=SUM(A1)\n003,\'-\n');
  expect(table.rows).toEqual([
    ['001', 'Data steward'],
    ['002', '=SUM(A1)'],
    ['003', '-'],
  ]);
  expect(repairs).toMatchObject([{ line: 2, code: 'cleaned' }]);
});

test('CSV-7 a quotation mark that never closes costs its own line, not the rest of the file', () => {
  const { table, repairs } = readTable('ID,Name\n1,"open\n2,fine\n3,"good, too"\n4,x "y" z\n');
  expect(table.rows).toEqual([
    ['1', '"open'],
    ['2', 'fine'],
    ['3', 'good, too'],
    ['4', 'x "y" z'],
  ]);
  expect(repairs).toMatchObject([{ line: 2, code: 'quotes', severity: 'warning' }]);
  const many = `ID,Name\n${Array.from({ length: 3000 }, (_, i) => `${i},"open ${i}`).join('\n')}`;
  expect(rows(many).rows).toHaveLength(3000);
  expect(rows(many).rows[2999]).toEqual(['2999', '"open 2999']);
});

test('CSV-8 short rows are filled, cells beyond the headings are named', () => {
  const { table, repairs } = readTable('ID,Name,Title\n1,a\n2,b,c,extra,more\n');
  expect(table.rows).toEqual([
    ['1', 'a', ''],
    ['2', 'b', 'c'],
  ]);
  expect(repairs).toMatchObject([{ line: 3, code: 'extra-cells', sentence: expect.stringContaining('extra, more') }]);
});

test('CSV-9 cells of a spreadsheet: numbers, dates and blanks are text, a line is a row of the sheet', () => {
  const sheet = [
    ['ID', 'Name', 'Since', 'Open'],
    [],
    [7, 'a', new Date(Date.UTC(2026, 0, 2)), true],
    [null, undefined, null, null],
    [8.5, 'b', null, false],
  ];
  const { table } = finish(tableFromCells(sheet));
  expect(table.rows).toEqual([
    ['7', 'a', '2026-01-02', 'yes'],
    ['8.5', 'b', '', 'no'],
  ]);
  expect(table.lines).toEqual([3, 5]);
});

test('CSV-10 reading tells how far it is and stops when asked', () => {
  const text = `ID,Name\n${Array.from({ length: 10_000 }, (_, i) => `${i},${'name '.repeat(15)}${i}`).join('\n')}`;
  const shares: number[] = [];
  readTable(text, { tell: (share) => shares.push(share) });
  expect(shares.length).toBeGreaterThan(4);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  expect(() => readTable(text, { cancelled: () => true })).toThrow(ImportCancelled);
});

test('CSV-11 what papers over any table of texts is read back cell by cell, with the line each row begins on', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'B', '"', ',', ';', '\n', 'é', '|', "'"), maxLength: 6 })
    .map((text) => `x${text.replaceAll(/\n+/g, '\n')}x`);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (cells) => {
      const written = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
      const { table } = readTable(['ID,Name,Title', ...written].join('\n'));
      expect(table.rows).toEqual(cells);
      let line = 2;
      for (const [i, row] of written.entries()) {
        expect(table.lines[i]).toBe(line);
        line += row.split('\n').length;
      }
    }),
    { numRuns: 200 },
  );
});
