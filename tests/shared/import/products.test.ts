import { expect, test } from 'vitest';
import { openSource } from '#shared/import/read-source.ts';
import { draft, repairsOf, sample, tree } from './support.ts';

const TREE = [
  'Chief marketing officer <',
  'VP marketing operations < Chief marketing officer',
  'Data steward < VP marketing operations',
  'Reporting analyst < VP marketing operations',
  'Campaign manager < Chief marketing officer',
];

const PRODUCTS = [
  'orgchart.csv',
  'orgplus.csv',
  'visio.csv',
  'organimi.csv',
  'pingboard.csv',
  'functionly.tsv',
  'lattice.csv',
  'bamboohr.csv',
  'drawio.csv',
  'workday.csv',
];

const read = (name: string) => draft(sample(name), name);

test('IMPORT-1 tables as ten products write them give the same tree, with nobody asked what a column means', () => {
  for (const name of PRODUCTS) {
    expect({ name, sure: openSource({ name, content: sample(name) }).sure }).toEqual({ name, sure: true });
    expect({ name, tree: tree(read(name)) }).toEqual({ name, tree: TREE });
  }
});

test('IMPORT-2 of all these, the post nobody holds is a vacancy and the people are roles with their names apart', () => {
  for (const name of PRODUCTS) {
    const { items } = read(name);
    expect({
      name,
      vacant: items.filter((item) => item.attributes['vacant'] === true).map((item) => item.name),
    }).toEqual({
      name,
      vacant: ['Campaign manager'],
    });
    const people = items.map((item) => item.person.replace(' (On Leave)', ''));
    expect(people).toEqual(['Alpha Beta', 'Gamma Delta', 'Epsilon Zeta', 'Eta Theta', '']);
  }
});

test('IMPORT-3 second bosses of OrgPlus and Organimi are dotted lines, assistants stand apart', () => {
  for (const [name, ids] of [
    ['orgplus.csv', ['A4>A1', 'A4>A3']],
    ['organimi.csv', ['4>1', '4>3']],
  ] as const) {
    expect(read(name).lines.map((line) => `${line.from}>${line.to} ${line.kind}`)).toEqual(
      ids.map((id) => `${id} dotted`),
    );
  }
  for (const name of ['orgchart.csv', 'orgplus.csv', 'flowbreeze.csv']) {
    const assistants = read(name).items.filter((item) => item.attributes['assistant'] === true);
    expect(assistants.map((item) => item.title)).toEqual(['Campaign manager']);
  }
});

test('IMPORT-4 FlowBreeze is read by the order of its columns, and somebody should look at it', () => {
  const opened = openSource({ name: 'flowbreeze.csv', content: sample('flowbreeze.csv') });
  expect(opened.sure).toBe(false);
  expect(opened.mapping).toEqual({ id: 0, manager: 1, name: 2, title: 3, assistant: 4 });
  expect(tree(read('flowbreeze.csv'))).toEqual(TREE);
});

test('IMPORT-5 users of Microsoft Entra have no managers: everybody stands apart, and it is said', () => {
  for (const name of ['entra.csv', 'entra-bulk.csv']) {
    const people = read(name);
    expect(people.unplaced).toBe(true);
    expect(repairsOf(people)).toContain('no-manager-column');
    expect(people.items[1]).toMatchObject({
      person: 'Gamma Delta',
      title: 'VP marketing operations',
      email: 'gamma@example.com',
      attributes: { fn: 'MOP' },
    });
  }
  expect(read('entra-bulk.csv').items[0]?.line).toBe(3);
});

test('IMPORT-6 lines above the headings are left out and said; draw.io says itself which column holds the boss', () => {
  expect(repairsOf(read('workday.csv')).filter((one) => one.includes('before-headings'))).toEqual([
    '1 before-headings',
    '2 before-headings',
  ]);
  expect(read('drawio.csv').items.map((item) => item.line)).toEqual([8, 9, 10, 11, 12]);
});

test('IMPORT-7 Romanian headings, departments and halves are understood', () => {
  const people = read('romanian.csv');
  expect(tree(people)).toEqual([
    'Director de marketing <',
    'Coordonator operațiuni < Director de marketing',
    'Analist date < Coordonator operațiuni',
    'Specialist campanii < Director de marketing',
  ]);
  expect(people.items.map((item) => item.attributes)).toEqual([
    { fn: 'MKT', fte: 1 },
    { fn: 'MOP', fte: 1 },
    { fn: 'DAT', fte: 0.5 },
    { fn: 'MKT', fte: 1, vacant: true },
  ]);
  expect(people.items[0]?.person).toBe('Alpha Beta');
});

test('IMPORT-8 users of Microsoft Graph with their managers, and of SCIM, give the tree', () => {
  for (const name of ['graph-users.json', 'scim-users.json']) {
    const people = read(name);
    expect(people.format).toBe('graph');
    expect(tree(people)).toEqual(TREE.slice(0, 3));
    expect(people.items.map((item) => item.email)).toEqual(
      name.startsWith('graph')
        ? ['alpha@example.com', 'gamma@example.com', 'epsilon@example.com']
        : ['alpha@example.com', 'gamma', 'epsilon'],
    );
  }
  expect(() => draft('{"value":', 'a.json')).toThrow(/cut off/);
  expect(() => draft('{"a":1}', 'a.json')).toThrow(/no list of users/);
});
