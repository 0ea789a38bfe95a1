import { XMLValidator } from 'fast-xml-parser';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { tableRows } from '#shared/formats/csv.ts';
import { xlsxOf } from '#shared/formats/xlsx.ts';
import { boardOf, partsOf } from './pptx-parts.ts';

const cells = (rows: readonly (readonly unknown[])[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map((value) => (value === null || value === undefined ? '' : String(value))));

it('XLSX-1 is read back by a reader of Excel files with every cell of the table', async () => {
  const board = boardOf('M3');
  const rows = cells(await readSheet(Buffer.from(xlsxOf(board)), 'Elements'));
  expect(rows).toEqual(tableRows(board).map((row) => [...row]));
});

it('XLSX-2 keeps texts that look like formulas or numbers as the texts they are', async () => {
  const board = boardOf('M1');
  const [first] = [...board.elements.values()];
  if (first === undefined) throw new Error('M1 has no element.');
  for (const name of ['=1+1', '007', '<b>&"x"', '  two  ']) {
    const changed = { ...board, elements: new Map([...board.elements, [first.id, { ...first, name }]]) };
    const rows = cells(await readSheet(Buffer.from(xlsxOf(changed)), 'Elements'));
    expect(rows.flat().map((text) => text.trim())).toContain(name.trim());
  }
});

it('XLSX-3 says lines as sentences and tiger teams with their shares', async () => {
  const bytes = Buffer.from(xlsxOf(boardOf('T1')));
  const lines = cells(await readSheet(bytes, 'Lines'));
  expect(lines.length).toBeGreaterThan(3);
  const overlays = cells(await readSheet(bytes, 'Overlays'));
  expect(overlays.some((row) => row[0] === 'Tiger team' && Number(row[4]) > 0)).toBe(true);
});

it('XLSX-4 is XML in every part and gives equal bytes for equal boards', () => {
  const bytes = xlsxOf(boardOf('T1'));
  for (const [path, xml] of partsOf(bytes)) expect(XMLValidator.validate(xml), path).toBe(true);
  expect(Buffer.from(xlsxOf(boardOf('T1'))).equals(Buffer.from(bytes))).toBe(true);
});
