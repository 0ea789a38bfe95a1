import { expect, test } from 'vitest';
import type { ImportDraft } from '#shared/import/import-types.ts';
import { guessMapping } from '#shared/import/mapping.ts';
import { draftFromTable } from '#shared/import/people.ts';
import { readTable } from '#shared/import/table.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { draft, repairsOf } from './support.ts';

const people = (...rows: readonly string[]): ImportDraft => draft(['ID,Name,Title,Reports to', ...rows].join('\n'));
const bosses = ({ items }: ImportDraft): Record<string, string | null> =>
  Object.fromEntries(items.map((item) => [item.key, item.boss]));

test('IMPORT-9 a double id keeps both rows; the same person in the same post again becomes a dotted line', () => {
  const twice = people(
    '1,Alpha Beta,Head,',
    '2,Gamma Delta,Analyst,1',
    '2,Epsilon Zeta,Analyst,1',
    '3,Eta Theta,Lead,1',
    '3,Eta Theta,Lead,2',
  );
  expect(bosses(twice)).toEqual({ 1: null, 2: '1', '2~2': '1', 3: '1' });
  expect(repairsOf(twice)).toEqual(['4 duplicate-id', '6 duplicate-row']);
  expect(twice.lines).toEqual([{ kind: 'dotted', from: '3', to: '2' }]);
});

test('IMPORT-10 a missing id is made of the e-mail, else of the name', () => {
  const found = draft(
    'ID,Name,Title,Email,Reports to\n1,Alpha Beta,Head,,\n,Gamma Delta,Analyst,Gamma@example.com,1\n,Epsilon Zeta,Analyst,,gamma@example.com\n',
  );
  expect(bosses(found)).toEqual({ 1: null, 'gamma@example.com': '1', 'Epsilon Zeta': 'gamma@example.com' });
  expect(repairsOf(found)).toEqual(['3 missing-id', '4 missing-id']);
});

test('IMPORT-11 blank managers in any spelling are roots, unless somebody has that id', () => {
  const blanks = people(
    '1,Alpha Beta,Head,',
    '2,Gamma Delta,Head,-',
    '3,Epsilon Zeta,Head,n/a',
    '4,Eta Theta,Head,NULL',
    '5,Iota Kappa,Head,0',
  );
  expect(Object.values(bosses(blanks))).toEqual([null, null, null, null, null]);
  expect(repairsOf(blanks)).toEqual(['many-roots']);
  expect(bosses(people('0,Alpha Beta,Head,', '1,Gamma Delta,Lead,0'))).toEqual({ 0: null, 1: '0' });
});

test('IMPORT-12 who reports to itself, or to nobody in the file, stands at the top and it is said', () => {
  const found = people('1,Alpha Beta,Head,1', '2,Gamma Delta,Lead,99');
  expect(bosses(found)).toEqual({ 1: null, 2: null });
  expect(repairsOf(found)).toEqual(['many-roots', '2 self-manager', '3 unknown-manager']);
});

test('IMPORT-13 an unknown manager gets an empty box when that is asked for, one for all who name it', () => {
  const { table } = readTable(
    'ID,Name,Title,Reports to\n1,Alpha Beta,Head,99\n2,Gamma Delta,Lead,99\n3,Eta Theta,Lead,Iota Kappa\n',
  );
  const found = draftFromTable(table, guessMapping(table).mapping, { placeholders: true });
  expect(found.items).toHaveLength(5);
  expect(bosses(found)['1']).toBe(bosses(found)['2']);
  const board = boardFromDraft(found);
  expect([...board.elements.values()].filter((one) => /99|Iota/.test(one.name))).toEqual([]);
});

test('IMPORT-14 a name that several people have is never guessed between', () => {
  const found = draft('Name,Title,Manager\nAlpha Beta,Head,\nAlpha Beta,Chief,\nGamma Delta,Lead,Alpha Beta\n');
  expect(found.items.map((item) => item.boss)).toEqual([null, null, null]);
  expect(repairsOf(found)).toEqual(['many-roots', '3 same-name', '4 ambiguous-manager']);
});

test('IMPORT-15 managers are found by id without case and zeros, by e-mail, by name and by "Last, First (Team)"', () => {
  const found = draft(
    'ID,Name,Title,Email,Manager\n00A7,Alpha Beta,Head,alpha@example.com,\n2,Gamma Delta,Lead,,a7\n3,Epsilon Zeta,Lead,,ALPHA@example.com\n4,Eta Theta,Lead,,alpha beta\n5,Iota Kappa,Lead,,"Beta, Alpha (Marketing)"\n6,Mu Nu,Lead,,2.0\n',
  );
  expect(bosses(found)).toEqual({ '00A7': null, 2: '00A7', 3: '00A7', 4: '00A7', 5: '00A7', 6: '2' });
});

test('IMPORT-16 a ring is cut above its earliest row, with an error; 20,000 rows long too', () => {
  const ring = people('1,Alpha Beta,Head,', '2,Gamma Delta,Lead,4', '3,Epsilon Zeta,Lead,2', '4,Eta Theta,Lead,3');
  expect(bosses(ring)).toEqual({ 1: null, 2: null, 3: '2', 4: '3' });
  expect(repairsOf(ring)).toContain('3 cycle');
  const n = 20_000;
  const rows = Array.from({ length: n }, (_, i) => `${i + 1},Lead ${i + 1},Lead,${i + 2 > n ? 1 : i + 2}`);
  const long = people(...rows);
  expect(long.items.filter((item) => item.boss === null).map((item) => item.key)).toEqual(['1']);
  expect(long.repairs.filter((one) => one.code === 'cycle')).toMatchObject([{ line: 2, severity: 'error' }]);
});

test('IMPORT-17 a title without a name, and names like Vacant, TBD, TBH or Open, are vacancies called by their title', () => {
  const found = people(
    '1,Alpha Beta,Head,',
    '2,,Lead,1',
    '3,Vacant,Analyst,1',
    '4,TBD,Buyer,1',
    '5,TBH - spring,Planner,1',
    '6,Open position,Editor,1',
  );
  expect(found.items.slice(1).map((item) => [item.name, item.person, item.attributes['vacant']])).toEqual(
    ['Lead', 'Analyst', 'Buyer', 'Planner', 'Editor'].map((title) => [title, '', true]),
  );
});

test('IMPORT-18 several roots stand side by side; without a column of managers everything is unplaced', () => {
  const roots = people('1,Alpha Beta,Head,', '2,Gamma Delta,Head,');
  expect([roots.unplaced, repairsOf(roots)]).toEqual([false, ['many-roots']]);
  const pool = draft('Name,Title\nAlpha Beta,Head\nGamma Delta,Lead\n');
  expect([pool.unplaced, repairsOf(pool)]).toEqual([true, ['no-manager-column']]);
});

test('IMPORT-19 rows without anything, columns without a meaning and values that fit nowhere are named, never dropped in silence', () => {
  const found = draft(
    'ID,Name,Title,Reports to,Shoe size,Level,Scope,FTE\n1,Alpha Beta,Head,,44,director,planet,lots\n,,,,45,,,\n2,Gamma Delta,Lead,1,46,L3,R,50%\n',
  );
  expect(repairsOf(found)).toEqual([
    'columns-left-out',
    '2 unknown-scope',
    '2 unknown-fte',
    '2 unknown-level',
    '3 empty-row',
  ]);
  expect(found.items[1]?.attributes).toEqual({ scope: 'regional', fte: 0.5, lvl: 3 });
});

test('IMPORT-20 a department that is a function family becomes the function, any other the business line', () => {
  const found = draft(
    'ID,Name,Title,Reports to,Department\n1,A B,Head,,Marketing Ops\n2,C D,Lead,1,juridic\n3,E F,Lead,1,Galaxy 7\n',
  );
  expect(found.items.map((item) => item.attributes)).toEqual([{ fn: 'MOP' }, { fn: 'LEG' }, { bu: 'Galaxy 7' }]);
});

test('IMPORT-21 a column of kinds makes teams, platforms and committees; what cannot report gets the line it can have', () => {
  const found = draft(
    'ID,Type,Name,Reports to,Sits in\n1,Role,Head of data,,\n2,Team,Data,1,\n3,System,Warehouse,1,\n4,Agency,Media house,2,\n5,Role,Data steward,1,2\n6,Role,Web editor,1,Web\n',
  );
  expect(found.items.map((item) => [item.kind, item.boss, item.sitsIn])).toEqual([
    ['role', null, null],
    ['unit', '1', null],
    ['platform', null, null],
    ['partner', null, null],
    ['role', '1', '2'],
    ['role', '1', 'team web'],
    ['unit', null, null],
  ]);
  expect(found.lines).toEqual([
    { kind: 'owns', from: '1', to: '3' },
    { kind: 'serves', from: '4', to: '2' },
  ]);
  expect(repairsOf(found)).toEqual(['teams-made', 'many-roots', '4 other-line', '5 other-line']);
});

test('IMPORT-22 the same table gives the same draft and the same board', () => {
  const text = 'ID,Name,Title,Reports to\n2,Gamma Delta,Lead,1\n1,Alpha Beta,Head,\n3,Eta Theta,Lead,2\n';
  expect(draft(text)).toEqual(draft(text));
  expect(boardFromDraft(draft(text))).toEqual(boardFromDraft(draft(text)));
});
