import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { boardFromFile, fileText, parseFile } from '#shared/board/file.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board } from '#shared/board/model.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { templateNamed as templateOf } from '../../../server/cli/new-command.ts';
import { here } from './here.ts';
import { orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();
const sample = (name: string): string => fileURLToPath(new URL(`../../shared/import/samples/${name}`, import.meta.url));

function boardIn(text: string): Board {
  const parsed = parseFile(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return boardFromFile(parsed.file);
}

/** "Data steward < Head": each box with its boss, sorted. */
function tree(board: Board): readonly string[] {
  const index = indexBoard(board);
  return [...board.elements.values()]
    .map(({ id, name }) => `${name} < ${board.elements.get(index.bossOf(id) ?? '')?.name ?? ''}`.trimEnd())
    .sort();
}

const TREE = [
  'Campaign manager < Chief marketing officer',
  'Chief marketing officer <',
  'Data steward < VP marketing operations',
  'Reporting analyst < VP marketing operations',
  'VP marketing operations < Chief marketing officer',
];

test('CLIIMPORT-1 a table becomes a board file with titles in place of names, and each repair is told with its line', async () => {
  const ended = await here(['import', sample('orgchart.csv'), '--out', at('board.json')]);
  expect([ended.code, ended.text]).toEqual([0, '']);
  const text = readFileSync(at('board.json'), 'utf8');
  expect(tree(boardIn(text))).toEqual(TREE);
  expect(text).not.toMatch(/Alpha|Delta|"101"/);
  expect(ended.stderr).toMatch(/orgchart\.csv:2: info: .* reports to itself/);
  expect(ended.stderr).toMatch(/4 names of people became titles of roles/);
  expect(ended.stderr).toMatch(/5 boxes and 4 lines\.\n$/);
});

test('CLIIMPORT-2 standard input and output, names kept, a heading mapped and a title given', async () => {
  const input = 'Nr;Cine;Rol\n1;Alpha Beta;Head of web\n';
  const args = [
    'import',
    '-',
    '--out',
    '-',
    '--names',
    'keep',
    '--map',
    'id=Nr',
    '--map',
    'name=cine',
    '--map',
    'title=Rol',
    '--title',
    'Web',
  ];
  const ended = await orgora(args, { input });
  const board = boardIn(ended.text);
  expect(board.meta.title).toBe('Web');
  expect([...board.elements.values()].map(({ name, attributes }) => [name, attributes['lead']])).toEqual([
    ['Alpha Beta', 'Head of web'],
  ]);
  expect(ended.stderr).toContain('standard input: warning:');
});

/** The least workbook there is: one sheet with its texts in the cells. */
function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const cell = (value: string | number): string =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = rows
    .map(
      (row, i) =>
        `<row r="${i + 1}">${row.map((value, j) => cell(value).replace('<c', `<c r="${String.fromCharCode(65 + j)}${i + 1}"`)).join('')}</row>`,
    )
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pack = 'http://schemas.openxmlformats.org/package/2006';
  const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
  });
}

test('CLIIMPORT-3 a workbook is read by its rows; numbers find ids with leading zeros', async () => {
  const rows = [
    ['ID', 'Name', 'Title', 'Manager ID'],
    ['001', 'Alpha Beta', 'Chief marketing officer', ''],
    ['002', 'Gamma Delta', 'Data steward', 1],
  ];
  writeFileSync(at('people.xlsx'), workbook(rows));
  const ended = await here(['import', at('people.xlsx'), '--out', '-']);
  expect(tree(boardIn(ended.text))).toEqual(['Chief marketing officer <', 'Data steward < Chief marketing officer']);
  writeFileSync(at('broken.xlsx'), 'PK no workbook');
  expect(refusal(await here(['import', at('broken.xlsx'), '--out', '-']))).toContain('cannot be read as a spreadsheet');
});

test('CLIIMPORT-4 lists, charts and users are known by what they hold', async () => {
  for (const [name, count] of [
    ['flow.mmd', 8],
    ['graph-users.json', 3],
  ] as const) {
    const ended = await here(['import', sample(name), '--out', '-']);
    expect([name, boardIn(ended.text).elements.size]).toEqual([name, count]);
  }
  const list = await here(['import', '-', '--out', '-'], { input: 'Head of marketing\n  Web\n    Editor\n' });
  expect(tree(boardIn(list.text))).toEqual(['Editor < Web', 'Head of marketing <', 'Web < Head of marketing']);
});

test('CLIIMPORT-5 --update changes a board by a newer table, keeps its places and says how much changed', async () => {
  const table = (rows: string): string => `ID,Name,Title,Reports to\n${rows}`;
  writeFileSync(at('one.csv'), table('1,Alpha Beta,Head,\n2,Gamma Delta,Analyst,1\n3,Eta Theta,Editor,1\n'));
  writeFileSync(at('two.csv'), table('1,Alpha Beta,Head,\n2,Gamma Delta,Lead analyst,1\n4,Iota Kappa,Writer,2\n'));
  await here(['import', at('one.csv'), '--out', at('old.json')]);
  const ended = await here(['import', at('two.csv'), '--update', at('old.json'), '--out', at('new.json')]);
  expect(ended.stderr).toContain('1 added, 1 left, 0 moved, 1 changed, 1 the same.');
  const [before, after] = [at('old.json'), at('new.json')].map((path) => boardIn(readFileSync(path, 'utf8')));
  expect(tree(after as Board)).toEqual(['Head <', 'Lead analyst < Head', 'Writer < Lead analyst']);
  const place = (board: Board | undefined) =>
    [...(board?.elements.values() ?? [])].filter(({ name }) => name === 'Head').map(({ x, y }) => [x, y]);
  expect(place(after)).toEqual(place(before));
});

test('CLIIMPORT-6 a board written as a table or list comes back as the same boxes', async () => {
  const board = boardFromTemplate(templateOf('M4'));
  const template = tree(board);
  writeFileSync(at('m4.json'), fileText(board));
  for (const ending of ['csv', 'txt']) {
    const written = await here(['export', at('m4.json'), '--to', at(`m4.${ending}`)]);
    expect(written.code).toBe(0);
    const read = await here(['import', at(`m4.${ending}`), '--out', '-']);
    expect({ ending, tree: tree(boardIn(read.text)) }).toEqual({ ending, tree: template });
  }
});

test('CLIIMPORT-7 what cannot be read ends with one sentence: no file, no names, a wrong field, a board, a picture', async () => {
  const bad = async (input: string, ...args: readonly string[]) =>
    refusal(await here(['import', '-', '--out', '-', ...args], { input }));
  expect(refusal(await here(['import', at('none.csv'), '--out', '-']))).toContain('no such file');
  expect(await bad('Size,Colour,Shape\n1,2,3\n4,5,6\n')).toContain('--map "name=…"');
  expect(await bad('ID,Name\n1,a\n', '--map', 'tilte=Name')).toContain('Did you mean title?');
  expect(await bad(readFileSync(at('m4.json'), 'utf8'))).toContain('a board file already');
  expect(await bad('%PDF-1.7 and more')).toContain('a picture or a PDF');
});
