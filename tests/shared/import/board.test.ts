import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type BoardEditor, createEditor } from '#shared/board/edit.ts';
import { fillDocument } from '#shared/board/file.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import { violations } from '#shared/board/violations.ts';
import { csvOf } from '#shared/formats/csv.ts';
import { applyNames, findNames } from '#shared/import/names.ts';
import { applyChanges, changesFor } from '#shared/import/reimport.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { looksLikePerson } from '#shared/import/words.ts';
import { draft } from './support.ts';

const HEAD = 'ID,Name,Title,Email,Reports to,Dotted line\n';
const FIRST = `${HEAD}E-501,Alpha Beta,Chief marketing officer,alpha@example.com,,
E-502,Gamma Delta,Data steward,gamma@example.com,E-501,
E-503,Epsilon Zeta,,epsilon@example.com,E-501,E-502
E-504,Vacant,Web editor,,E-501,
`;

const named = (board: Board, name: string): BoardElement => {
  const found = [...board.elements.values()].find((element) => element.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

/** A document with a board in it, and an editor of it. */
function opened(board: Board): { readonly doc: Y.Doc; readonly editor: BoardEditor } {
  const doc = new Y.Doc();
  fillDocument(doc, board);
  return { doc, editor: createEditor(doc, { origin: {}, newId: () => randomUUID() }) };
}

test('IMPORT-31 names of people are found, and become titles or numbered roles; nothing of them is on the board', () => {
  const people = draft(FIRST);
  expect(findNames(people)).toEqual(['E-501', 'E-502', 'E-503']);
  expect(applyNames(people, 'titles').items.map((item) => item.name)).toEqual([
    'Chief marketing officer',
    'Data steward',
    'Role 1',
    'Web editor',
  ]);
  const text = JSON.stringify([...boardFromDraft(people).elements.values()]);
  expect(text).not.toMatch(/Alpha|Beta|Gamma|Epsilon|Zeta|example|E-50|502/);
});

test('IMPORT-32 names are kept only when that is asked for, with the title as the lead', () => {
  const board = boardFromDraft(draft(FIRST), { names: 'keep' });
  expect(named(board, 'Gamma Delta').attributes).toMatchObject({ lead: 'Data steward' });
  expect(JSON.stringify([...board.elements.values()])).not.toMatch(/example|E-50/);
});

test('IMPORT-33 titles, teams, systems and codes are not taken for names of people; names in several shapes are', () => {
  for (const text of [
    'Data Steward',
    'Marketing Operations',
    'Web',
    'Key Account Lead',
    'CRM',
    'EMEA',
    'Team 7',
    'brand studio',
    'Chief of Staff',
    'Vânzări',
  ])
    expect({ text, person: looksLikePerson(text) }).toEqual({ text, person: false });
  for (const text of [
    'Alpha Beta',
    'Beta, Alpha',
    'Alpha van der Beta',
    'Alpha B. Gamma',
    'Șapte-Opt Țările',
    'Alpha Beta (Contractor)',
  ])
    expect({ text, person: looksLikePerson(text) }).toEqual({ text, person: true });
});

test('IMPORT-34 the board of a draft is valid and laid out, bosses over those who report to them', () => {
  const board = boardFromDraft(draft(FIRST, 'Org chart 2026.csv'));
  expect([board.meta.title, violations(board)]).toEqual(['Org chart 2026', []]);
  const [boss, steward] = [named(board, 'Chief marketing officer'), named(board, 'Data steward')];
  expect(steward.y).toBeGreaterThan(boss.y + boss.h);
  const boxes = [...board.elements.values()];
  const overlap = boxes.some((a) =>
    boxes.some((b) => a !== b && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
  );
  expect(overlap).toBe(false);
  expect([...board.relations.values()].filter((line) => line.kind === 'dotted')).toHaveLength(1);
});

test('IMPORT-35 more than a board holds is refused with a sentence', () => {
  const rows = Array.from({ length: 10_001 }, (_, i) => `${i},Lead ${i},,,,`).join('\n');
  expect(() => boardFromDraft(draft(HEAD + rows))).toThrow(/10,001 boxes here and a board holds 10,000/);
});

test('IMPORT-36 importing the same file again changes nothing', () => {
  const board = boardFromDraft(draft(FIRST));
  const changes = changesFor(board, draft(FIRST));
  expect([changes.same, changes.added, changes.left, changes.moved, changes.changed]).toEqual([4, [], [], [], []]);
});

const SECOND = `${HEAD}E-501,Alpha Beta,Chief marketing officer,alpha@example.com,E-505,
N-7,Gamma Delta,Data lead,gamma@example.com,E-501,
E-504,Iota Kappa,Web editor,iota@example.com,N-7,E-501
E-505,Mu Nu,Chief executive,mu@example.com,,
E-506,Xi Omicron,Web analyst,xi@example.com,E-504,
`;

test('IMPORT-37 a second import shows who is new, who left, who moved and what else changed, found by id and then by address', () => {
  const board = boardFromDraft(draft(FIRST));
  const id = (name: string) => named(board, name).id;
  const changes = changesFor(board, draft(SECOND));
  expect(changes.added.map((item) => item.name)).toEqual(['Chief executive', 'Web analyst']);
  expect(changes.left).toEqual([id('Role 1')]);
  expect(changes.moved).toEqual([
    { id: id('Chief marketing officer'), from: null, to: 'E-505' },
    { id: id('Web editor'), from: id('Chief marketing officer'), to: 'N-7' },
  ]);
  expect(changes.changed).toEqual([
    { id: id('Data steward'), what: ['name'] },
    { id: id('Web editor'), what: ['vacant', 'dotted lines'] },
  ]);
  expect(changes.same).toBe(0);
});

test('IMPORT-38 applying it is one step, leaves everything else in its place, and a third import finds nothing to do', () => {
  const board = boardFromDraft(draft(FIRST));
  const { doc, editor } = opened(board);
  let steps = 0;
  doc.on('afterTransaction', () => {
    steps += 1;
  });
  applyChanges(editor, readBoard(doc), draft(SECOND), changesFor(readBoard(doc), draft(SECOND)));
  expect(steps).toBe(1);
  const after = readBoard(doc);
  const bossOf = (name: string) => after.elements.get(indexBoard(after).bossOf(named(after, name).id) ?? '')?.name;
  expect([bossOf('Chief marketing officer'), bossOf('Data lead'), bossOf('Web editor'), bossOf('Web analyst')]).toEqual(
    ['Chief executive', 'Chief marketing officer', 'Data lead', 'Web editor'],
  );
  expect(named(after, 'Web editor').attributes['vacant']).toBeUndefined();
  const [old, now] = [named(board, 'Web editor'), named(after, 'Web editor')];
  expect([now.x, now.y]).toEqual([old.x, old.y]);
  expect(named(after, 'Chief executive').y).toBeGreaterThan(
    Math.max(...[...board.elements.values()].map((one) => one.y)),
  );
  const third = changesFor(after, draft(SECOND));
  expect([third.same, third.added, third.left, third.moved, third.changed]).toEqual([5, [], [], [], []]);
});

test('IMPORT-39 two who change places, boxes drawn by hand and locked boxes come through a second import', () => {
  const { doc, editor } = opened(boardFromDraft(draft(`${HEAD}1,,Head,,,\n2,,Lead,,1,\n3,,Analyst,,2,\n`)));
  const before = readBoard(doc);
  const own = editor.addElement({ kind: 'unit', name: 'Drawn by hand', x: 900, y: 0, boss: named(before, 'Head').id });
  editor.setLocked([named(before, 'Analyst').id], true);
  const swapped = draft(`${HEAD}2,,Lead,,,\n1,,Head,,2,\n`);
  const changes = changesFor(readBoard(doc), swapped);
  expect(changes.left).toEqual([]);
  expect(changes.locked).toEqual([named(before, 'Analyst').id]);
  applyChanges(editor, readBoard(doc), swapped, changes);
  const after = readBoard(doc);
  expect(indexBoard(after).bossOf(named(after, 'Head').id)).toBe(named(after, 'Lead').id);
  expect(indexBoard(after).bossOf(named(after, 'Lead').id)).toBeNull();
  expect(after.elements.has(own)).toBe(true);
});

test('IMPORT-40 a table written from a board, changed and read again, changes that board by its own ids', () => {
  const { doc, editor } = opened(boardFromDraft(draft(FIRST)));
  editor.addElement({ kind: 'platform', name: 'Content system', x: 0, y: 900, attributes: { layer: 2 } });
  const rows = csvOf(readBoard(doc)).replace('Content system', 'Content hub').split('\r\n');
  const edited = draft(rows.filter((row) => !row.includes('Web editor')).join('\r\n'));
  const changes = changesFor(readBoard(doc), edited);
  expect([changes.left, changes.same, changes.added]).toEqual([[named(readBoard(doc), 'Web editor').id], 3, []]);
  applyChanges(editor, readBoard(doc), edited, changes);
  expect(named(readBoard(doc), 'Content hub').attributes).toEqual({ layer: 2 });
});
