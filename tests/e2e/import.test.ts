import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { violations } from '#shared/board/violations.ts';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let dialog: Locator;

/** People as a Romanian office writes them: semicolons, local headings, names in full. */
const PEOPLE = [
  'Marcă;Nume;Funcție;Șef;Observații',
  '001;Ioana Exemplu;Director de marketing;;',
  '002;Matei Exemplu;Marketing operations lead;1;',
  '003;Dana Model;Data steward;002;',
  '004;;Campaign manager;002;',
  '005;Vlad Model;Web analyst;999;',
].join('\r\n');
const NAMES = ['Ioana', 'Matei', 'Dana', 'Vlad', 'Exemplu'];

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.newBoard();
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

beforeEach(() => {
  dialog = ana.dialog('Import people or a chart');
});

/** Opens the dialog from the palette of commands and gives it a file. */
async function bring(name: string, text: string | Buffer): Promise<void> {
  await ana.selectNothing();
  await ana.run('Import people or a chart');
  await dialog.waitFor();
  await dialog
    .getByLabel('File to import')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: typeof text === 'string' ? Buffer.from(text) : text });
}

/** Everything the open document holds, also what was deleted, as bytes. */
async function documentText(): Promise<string> {
  const update = await ana.page.evaluate(() => {
    const doc = window.orgoraBoard?.editor.doc;
    if (doc === undefined) throw new Error('No board is open.');
    // The page has Yjs, the window does not: the document is asked for what it would store.
    return JSON.stringify(doc.toJSON());
  });
  const stored = await ana.context.request.get(`${ana.url}/api/councils/${ana.councilId}/boards/${ana.boardId}/state`);
  const bytes = await stored.body();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return `${update}\n${Buffer.from(Y.encodeStateAsUpdate(doc)).toString('utf8')}`;
}

it('IMPORTUI-30 a file with semicolons and Romanian headings becomes a chart without a name of a person in the document', async () => {
  await bring('oameni.csv', PEOPLE);
  await dialog.getByRole('button', { name: 'Add to this board' }).and(ana.page.locator(':enabled')).waitFor();
  expect(await dialog.getByLabel('Funcție means').inputValue()).toBe('title');
  expect(await dialog.getByLabel('Șef means').inputValue()).toBe('manager');
  expect(await dialog.getByRole('radio', { name: 'Replace by titles of roles' }).isChecked()).toBe(true);
  expect(await dialog.getByRole('region', { name: 'Repairs' }).textContent()).toMatch(/Line 6/);
  expect(await ana.elements()).toEqual([]);
  await dialog.getByRole('button', { name: 'Add to this board' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await ana.names()).toEqual([
    'Campaign manager',
    'Data steward',
    'Director de marketing',
    'Marketing operations lead',
    'Web analyst',
  ]);
  expect(await ana.bossOf('Data steward')).toBe('Marketing operations lead');
  expect(await ana.bossOf('Marketing operations lead')).toBe('Director de marketing');
  expect(await ana.selection()).toHaveLength(5);
  await ana.says('Saved');
  const text = await documentText();
  expect(text).toContain('Data steward');
  expect(NAMES.filter((name) => text.includes(name))).toEqual([]);
  expect(violations(await ana.storedBoard())).toEqual([]);
});

it('IMPORTUI-31 one undo takes it away, one redo brings it back', async () => {
  await ana.selectNothing();
  await ana.undo();
  expect(await ana.elements()).toEqual([]);
  await ana.redo();
  expect(await ana.elements()).toHaveLength(5);
});

it('IMPORTUI-32 the same people again: added, moved, changed and left are shown, then applied as one step', async () => {
  const again = PEOPLE.replace('004;;Campaign manager;002;', '004;;Campaign manager;1;')
    .replace(';Web analyst;', ';Web analytics lead;')
    .replace('003;Dana Model;Data steward;002;', '006;;Content lead;002;');
  await bring('oameni.csv', again);
  const changes = dialog.getByRole('region', { name: 'Changes' });
  await changes.waitFor();
  const said = (await changes.textContent()) ?? '';
  for (const group of ['Added: 1', 'Moved: 1', 'Changed: 1', 'Left: 1']) expect(said).toContain(group);
  expect(said).toContain('Content lead');
  await dialog.getByRole('button', { name: 'Update this board' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await ana.names()).toEqual([
    'Campaign manager',
    'Content lead',
    'Director de marketing',
    'Marketing operations lead',
    'Web analytics lead',
  ]);
  expect(await ana.bossOf('Campaign manager')).toBe('Director de marketing');
  expect(await ana.bossOf('Content lead')).toBe('Marketing operations lead');
  await ana.undo();
  expect(await ana.names()).toContain('Data steward');
  expect(await ana.bossOf('Campaign manager')).toBe('Marketing operations lead');
});

it('IMPORTUI-33 what a person said columns mean is remembered for the same headings', async () => {
  const odd = (row: string) => `Alpha,Beta,Gamma\n1,Brand,\n${row}\n`;
  await bring('odd.csv', odd('2,Events,1'));
  await dialog.getByLabel('Beta means').selectOption('title');
  await dialog.getByLabel('Alpha means').selectOption('id');
  await dialog.getByLabel('Gamma means').selectOption('manager');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await bring('odd-2.csv', odd('3,Media,1'));
  await dialog.getByRole('button', { name: 'Add to this board' }).and(ana.page.locator(':enabled')).waitFor();
  expect(await dialog.getByLabel('Beta means').inputValue()).toBe('title');
  expect(await ana.page.evaluate(() => JSON.stringify({ ...window.localStorage }))).not.toMatch(/Brand|Media/);
  await dialog.getByRole('button', { name: 'Make a new board' }).click();
  await dialog.waitFor({ state: 'detached' });
  // The address changes first, then the other board opens.
  await expect.poll(() => ana.names(), soon).toEqual(['Brand', 'Media']);
  expect(await ana.bossOf('Media')).toBe('Brand');
});

it('DROP-1 a file dropped on the board opens the dialog with it', async () => {
  await ana.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Chief marketing officer\n  Web lead\n'], 'list.txt', { type: 'text/plain' }));
    const at = document.querySelector('.react-flow__pane') ?? document.body;
    at.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    at.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await dialog.getByText('list.txt').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
});

it('IMPORTUI-34 50,000 rows are read beside the page, which goes on answering; the part that fits can be added', async () => {
  const rows = ['Employee ID,Job title,Manager ID'];
  for (let i = 1; i <= 50_000; i += 1) rows.push(`${i},Specialist ${i},${i === 1 ? '' : Math.floor((i - 2) / 8) + 1}`);
  await bring('large.csv', rows.join('\n'));
  // From here on the page has the file: how long it does not answer is measured against how long all of it takes.
  const started = await ana.page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { gaps });
    return last;
  });
  await dialog.getByText(/A board holds 10,000 boxes, and this has 50,000/).waitFor({ timeout: 60_000 });
  await dialog
    .getByRole('button', { name: 'Make a new board' })
    .and(ana.page.locator(':enabled'))
    .waitFor({ timeout: 60_000 });
  expect(await dialog.getByLabel('Part to import').locator('option:checked').textContent()).toMatch(/4,681/);
  const { longest, took } = await ana.page.evaluate((from) => {
    const { gaps } = window as unknown as { gaps: readonly number[] };
    return { longest: Math.max(...gaps), took: performance.now() - from };
  }, started);
  expect(longest).toBeLessThan(Math.max(1_000, took / 3));
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
});
