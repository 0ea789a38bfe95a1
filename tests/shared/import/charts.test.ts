import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { draft, repairsOf, sample, tree } from './support.ts';

const chart = (): string => sample('chart.drawio').toString('utf8');
const packed = (xml: string): string => deflateRawSync(encodeURIComponent(xml)).toString('base64');

test('IMPORT-24 boxes, containers and lines of draw.io are read with the kinds their shapes stand for', () => {
  const found = draft(chart(), 'chart.drawio');
  expect(found.items.map((item) => [item.key, item.kind, item.title || item.name, item.boss, item.sitsIn])).toEqual([
    ['cmo', 'role', 'Chief marketing officer', null, null],
    ['board', 'committee', 'Steering committee', null, null],
    ['ops', 'unit', 'Marketing operations', 'cmo', null],
    ['web', 'unit', 'Web & app', 'cmo', null],
    ['steward', 'role', 'Data steward', null, 'ops'],
    ['cdp', 'platform', 'Customer data platform', null, null],
  ]);
  expect(found.items[0]?.person).toBe('Alpha Beta');
  expect(found.lines.map((line) => `${line.from} ${line.kind} ${line.to}`)).toEqual([
    'ops owns cdp',
    'steward dotted cmo',
    'cmo member board',
  ]);
  expect(repairsOf(found)).toEqual(['24 other-line', '42 loose-line']);
});

test('IMPORT-25 a board made of draw.io keeps the places of its boxes', () => {
  const board = boardFromDraft(draft(chart(), 'chart.drawio'));
  const at = (name: string) => [...board.elements.values()].find((element) => element.name === name);
  const [boss, web, steward] = [at('Chief marketing officer'), at('Web & app'), at('Data steward')];
  expect([boss?.x, boss?.y, web?.x, web?.y]).toEqual([200, 40, 420, 200]);
  expect([steward?.x, steward?.y]).toEqual([60, 260]);
});

test('IMPORT-26 a packed diagram is the same as an open one; a broken or swelling one is refused in a sentence', () => {
  const model = /<mxGraphModel[\s\S]*<\/mxGraphModel>/.exec(chart())?.[0] ?? '';
  const file = (body: string) => `<mxfile><diagram name="Org chart">${body}</diagram></mxfile>`;
  const [open, shut] = [draft(chart(), 'a.drawio'), draft(file(packed(model)), 'a.drawio')];
  const bare = ({ line: _line, ...item }: (typeof open.items)[number]) => item;
  expect(shut.items.map(bare)).toEqual(open.items.map(bare));
  expect(shut.lines).toEqual(open.lines);
  expect(() => draft(file('bm90IGRlZmxhdGVk'), 'a.drawio')).toThrow(/cannot be read/);
  expect(() => draft(file(deflateRawSync(Buffer.alloc(21 * 1024 * 1024, 'x')).toString('base64')), 'a.drawio')).toThrow(
    /too large/,
  );
  expect(() => draft('<mxfile><diagram><mxGraphModel>', 'a.drawio')).toThrow(/cannot be read/);
  expect(() => draft('<!DOCTYPE a [<!ENTITY b "c">]><mxfile></mxfile>', 'a.drawio')).toThrow(
    /defines parts of its own/,
  );
  expect(() => draft('<mxfile></mxfile>', 'a.drawio')).toThrow(/no boxes/);
});

test('IMPORT-27 only the first page with boxes is read, and the others are named', () => {
  const page = (name: string, cell: string) =>
    `<diagram name="${name}"><mxGraphModel><root>${cell}</root></mxGraphModel></diagram>`;
  const box = '<mxCell id="a" value="Web" vertex="1"><mxGeometry x="0" y="0" width="9" height="9"/></mxCell>';
  const found = draft(
    `<mxfile>${page('Cover', '<mxCell id="0"/>')}${page('Now', box)}${page('Later', box)}</mxfile>`,
    'a.drawio',
  );
  expect(found.items.map((item) => item.name)).toEqual(['Web']);
  expect(found.repairs[0]).toMatchObject({ code: 'other-pages', sentence: expect.stringContaining('“Later”') });
});

test('IMPORT-28 arrows that run from below to above are reporting lines all the same', () => {
  const box = (id: string, y: number) =>
    `<mxCell id="${id}" value="Team ${id}" vertex="1"><mxGeometry x="0" y="${y}" width="80" height="40"/></mxCell>`;
  const arrow = (from: string, to: string) =>
    `<mxCell id="${from}${to}" edge="1" source="${from}" target="${to}"><mxGeometry relative="1"/></mxCell>`;
  const file = (cells: string) => `<mxGraphModel><root>${cells}</root></mxGraphModel>`;
  const up = draft(file(box('a', 0) + box('b', 90) + box('c', 90) + arrow('b', 'a') + arrow('c', 'a')), 'a.drawio');
  expect(tree(up)).toEqual(['Team a <', 'Team b < Team a', 'Team c < Team a']);
  const one = draft(file(box('a', 0) + box('b', 90) + arrow('b', 'a')), 'a.drawio');
  expect(tree(one)).toEqual(['Team a <', 'Team b < Team a']);
});

test('IMPORT-29 a Mermaid flowchart gives kinds by shapes, subgraphs as teams, dotted links and labels as lines', () => {
  const found = draft(sample('flow.mmd'), 'flow.mmd');
  expect(found.items.map((item) => [item.key, item.kind, item.boss, item.sitsIn])).toEqual([
    ['CMO', 'role', null, null],
    ['OPS', 'unit', 'CMO', null],
    ['WEB', 'unit', 'CMO', null],
    ['HUB', 'unit', 'OPS', null],
    ['STEWARD', 'role', null, 'HUB'],
    ['ANALYST', 'role', null, 'HUB'],
    ['CDP', 'platform', null, null],
    ['BOARD', 'committee', null, null],
  ]);
  expect(found.lines.map((line) => `${line.from} ${line.kind} ${line.to}`)).toEqual([
    'OPS owns CDP',
    'CDP serves WEB',
    'ANALYST dotted CMO',
    'CMO member BOARD',
  ]);
  expect(repairsOf(found)).toEqual(['looks', '3 other-line']);
});

test('IMPORT-30 Mermaid: labels in every spelling, chains, both ends, named shapes, and what is not understood is said', () => {
  const found = draft(
    'graph LR;\na[A "quoted" one] -->|owns| b@{ shape: cyl, label: "Store" }; c("x; y") === d --o e\nf <--> g & h\ni -. maybe .-> a\nj ~~~ k\nsubgraph only title\nl\nend\n?!\nend\n',
    'x.mmd',
  );
  expect(found.items.map((item) => item.name)).toEqual([
    'A "quoted" one',
    'Store',
    'x; y',
    'd',
    'e',
    'f',
    'g',
    'h',
    'i',
    'j',
    'k',
    'only title',
    'l',
  ]);
  expect(found.items.find((item) => item.key === 'l')?.sitsIn).toBe('only title');
  expect(found.lines.map((line) => `${line.from} ${line.kind} ${line.to}`)).toEqual([
    'a owns b',
    'f partners g',
    'f partners h',
    'a dotted i',
  ]);
  expect(found.items.filter((item) => item.boss !== null).map((item) => `${item.boss}>${item.key}`)).toEqual([
    'c>d',
    'd>e',
  ]);
  expect(repairsOf(found)).toContain('9 not-understood');
  expect(() => draft('sequenceDiagram\nA->>B: hi', 'x.mmd')).toThrow(/Only flowcharts/);
});
