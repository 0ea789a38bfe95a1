import { expect, test } from 'vitest';
import { outlineOf } from '#shared/formats/outline-text.ts';
import { detectFormat } from '#shared/import/detect.ts';
import { draftFromOutline, readOutlineLines } from '#shared/import/outline.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { repairsOf, tree } from './support.ts';

const depths = (text: string) => readOutlineLines(text).map(({ depth, name }) => `${depth} ${name}`);

test('OUTLINETEXT-1 bullets, numbers, check boxes, tabs and any step of spaces indent', () => {
  expect(depths('Head\n\t- Web\n\t\t* Editor\n\t- Shop\n')).toEqual(['0 Head', '1 Web', '2 Editor', '1 Shop']);
  expect(depths('1. Head\n   a) Web\n      • Editor\n\n   b) Shop\n2. Sales')).toEqual([
    '0 Head',
    '1 Web',
    '2 Editor',
    '1 Shop',
    '0 Sales',
  ]);
  expect(depths('# Marketing\n- [ ] Web\n## Ops\n- **CRM**\n')).toEqual(['0 Marketing', '1 Web', '1 Ops', '2 CRM']);
  expect(depths('    Head\n        Web\n      Shop\n  Sales')).toEqual(['0 Head', '1 Web', '1 Shop', '0 Sales']);
});

test('OUTLINETEXT-2 titles and names are roles, other lines teams; who stands deeper reports to who stands above', () => {
  const found = draftFromOutline(
    'Chief marketing officer\n  Marketing operations\n    Data steward\n    Alpha Beta\n  Web\n',
  );
  expect(found.items.map((item) => item.kind)).toEqual(['role', 'unit', 'role', 'role', 'unit']);
  expect(found.items[3]?.person).toBe('Alpha Beta');
  expect(tree(found)).toEqual([
    'Chief marketing officer <',
    'Marketing operations < Chief marketing officer',
    'Data steward < Marketing operations',
    'Alpha Beta < Marketing operations',
    'Web < Chief marketing officer',
  ]);
});

test('OUTLINETEXT-3 braces say kinds, attributes and lines; what is no note stays part of the name', () => {
  const found = draftFromOutline(
    'Web {id=1; fn=MKT; fte=2.5}\n  Editor {in; vacant}\nCDP {platform; layer=1; serves=1|what=data}\nSpring {2026 plan}\nLost {in=9}\n',
  );
  expect(found.items.map(({ kind, name, sitsIn, attributes }) => ({ kind, name, sitsIn, attributes }))).toEqual([
    { kind: 'unit', name: 'Web', sitsIn: null, attributes: { fn: 'MKT', fte: 2.5 } },
    { kind: 'role', name: 'Editor', sitsIn: 'line 1', attributes: { vacant: true } },
    { kind: 'platform', name: 'CDP', sitsIn: null, attributes: { layer: 1 } },
    { kind: 'unit', name: 'Spring {2026 plan}', sitsIn: null, attributes: {} },
    { kind: 'unit', name: 'Lost', sitsIn: null, attributes: {} },
  ]);
  expect(found.lines).toEqual([{ kind: 'serves', from: 'line 3', to: 'line 1', attributes: { what: 'data' } }]);
  expect(repairsOf(found)).toEqual(['many-roots', '5 unknown-line']);
});

test('OUTLINETEXT-4 a list for people has names only; one that reads back says the rest in braces', () => {
  const board = boardFromDraft(draftFromOutline('Web {fn=MKT}\n  Editor {in}\n  Analyst\n'));
  expect(outlineOf(board)).toBe('Web\n  Editor\n  Analyst');
  expect(outlineOf(board, { exact: true })).toBe('Web {fn=MKT}\n  Editor {in}\n  Analyst');
});

test('OUTLINETEXT-5 a chain of 20,000 lines is read without recursion', () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `${' '.repeat(i % 2_000)}Team ${i}`).join('\n');
  expect(draftFromOutline(text).items).toHaveLength(20_000);
});

test('IMPORT-23 files and pastes are told apart by what they hold, then by their ending', () => {
  expect(detectFormat('a.txt', 'Head of web, digital\n  Editor, news\n')).toBe('outline');
  expect(detectFormat('', 'Name\tTitle\nAlpha Beta\tHead\nGamma Delta\tLead\n')).toBe('table');
  expect(detectFormat('', 'ID;Name;Manager\n1;a;\n')).toBe('table');
  expect(detectFormat('x', 'sep=;\na;b\n')).toBe('table');
  expect(detectFormat('people.csv', 'one column\nonly')).toBe('table');
  expect(detectFormat('', '%% c\ngraph LR\n a --> b')).toBe('mermaid');
  expect(detectFormat('', '```mermaid\nflowchart TD\n')).toBe('mermaid');
  expect(detectFormat('', 'graph of teams\n  web\n')).toBe('outline');
  expect(detectFormat('', '<mxGraphModel dx="1"><root/></mxGraphModel>')).toBe('drawio');
  expect(detectFormat('', '<?xml version="1.0"?>\n<mxfile host="x">')).toBe('drawio');
  expect(detectFormat('', '{ "value": [] }')).toBe('graph');
  expect(detectFormat('b.json', '{\n  "format": "orgora-board",\n')).toBe('board');
  expect(detectFormat('', '- Web, Shop, App\n- Sales, Key accounts, Partners\n- IT, Data, Security\n')).toBe('outline');
});
