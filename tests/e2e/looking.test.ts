import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { COMMANDS } from '../../client/commands/index.ts';
import { keyLines } from '../../client/panels/ShortcutsDialog.tsx';
import { type App, startApp } from '../support/app.ts';
import { MOD, soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.openTemplate('T1');
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

beforeEach(async () => {
  await ana.page.evaluate(() => {
    window.orgoraBoard?.ui.setState({ overlay: { type: 'none' }, editing: null });
    window.orgoraBoard?.control?.fit({ instant: true });
  });
  await ana.selectNothing();
});

it('E2E-70 find goes to a name: what is found is selected and in view', async () => {
  const [one] = (await ana.elements()).sort((a, b) => b.x - a.x);
  const name = one?.name ?? '';
  await ana.page.evaluate(() => window.orgoraBoard?.control?.contain({ x: -9000, y: -9000, w: 800, h: 600 }));
  await ana.press(`${MOD}+f`);
  await ana.page.getByRole('combobox', { name: 'Find on this board' }).fill(name);
  await ana.press('Enter');
  await expect.poll(() => ana.selection(), soon).toEqual([one?.id]);
  const seen = await ana.page.evaluate(() => window.orgoraBoard?.control?.visible());
  expect(seen !== undefined && one !== undefined && seen.x < one.x && seen.x + seen.w > one.x + one.w).toBe(true);
});

it('E2E-71 the command palette lists everything that can be done, runs what is chosen, and Esc leaves it', async () => {
  await ana.press(`${MOD}+k`);
  const field = ana.page.getByRole('combobox', { name: 'Do anything' });
  await field.waitFor();
  await field.fill('quiet');
  await ana.press('Enter');
  await expect.poll(() => ana.ui('quiet'), soon).toBe(true);
  await ana.page.getByRole('navigation', { name: 'Palette' }).waitFor({ state: 'detached' });
  await ana.press(`${MOD}+.`);
  await ana.page.getByRole('navigation', { name: 'Palette' }).waitFor();
  await ana.press(`${MOD}+k`);
  await field.fill('no such thing at all');
  await ana.reads('Nothing by that word.');
  await ana.press('Escape');
  await field.waitFor({ state: 'detached' });
});

it('E2E-72 the help lists every key, from the one list of commands', async () => {
  await ana.press('?');
  const dialog = ana.page.getByRole('dialog').filter({ hasText: 'Every action also has a menu item' });
  await dialog.waitFor();
  const shown = await dialog.locator('dt').allTextContents();
  const lines = keyLines(COMMANDS);
  expect(lines.flatMap((line) => line.keys).sort()).toEqual(COMMANDS.flatMap((one) => one.keys ?? []).sort());
  // What is for a session alone is listed while one runs.
  const here = lines.filter(
    (line) => !COMMANDS.some((one) => one.group === 'Session' && one.keys?.[0] === line.keys[0]),
  );
  expect(here.map((line) => line.title).filter((title) => !shown.includes(title))).toEqual([]);
  await ana.page.getByRole('textbox', { name: 'Find a key' }).fill('undo');
  await expect.poll(() => dialog.locator('dt').allTextContents(), soon).toContain('Undo, redo');
  expect(await dialog.locator('dt').count()).toBeLessThan(shown.length / 2);
  await ana.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('E2E-73 the context menu offers what can be done with what is under the pointer, and with the board', async () => {
  const [one] = (await ana.elements()).filter((element) => element.kind === 'role');
  const at = await ana.middle(one?.name ?? '');
  await ana.page.mouse.click(at.x, at.y, { button: 'right' });
  const menu = ana.page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Add below' }).waitFor();
  expect(await ana.selection()).toEqual([one?.id]);
  await menu.getByRole('menuitem', { name: /^Duplicate/ }).click();
  await menu.waitFor({ state: 'detached' });
  await expect.poll(async () => (await ana.elements()).filter((e) => e.name === one?.name).length, soon).toBe(2);
  await ana.undo();
  await ana.page.mouse.click(300, 860, { button: 'right' });
  await menu.getByRole('menuitem', { name: /Tidy the board/ }).waitFor();
  expect(await menu.getByRole('menuitem', { name: /^Delete/ }).count()).toBe(0);
  await ana.press('Escape');
  await menu.waitFor({ state: 'detached' });
});

it('E2E-74 the legend says what is used, only that, and its switches hide a kind of line on this screen only', async () => {
  const legend = ana.page.getByRole('region', { name: 'Legend' });
  await legend.waitFor();
  const before = fileText(await ana.board());
  const entries = await legend.getByRole('listitem').allTextContents();
  expect(entries.length).toBeGreaterThan(2);
  expect(entries.join(' ')).not.toMatch(/Vendor|Partner/);
  const line = legend.getByRole('switch').first();
  await line.click({ force: true });
  expect(
    ((await ana.page.evaluate(() => [...(window.orgoraBoard?.ui.getState().hiddenRelations ?? [])])) as string[])
      .length,
  ).toBe(1);
  expect(fileText(await ana.board())).toBe(before);
  await line.click({ force: true });
});

it('E2E-75 light and dark are switched in the menu, and stay after a reload', async () => {
  const scheme = () => ana.page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
  const ground = () =>
    ana.page.evaluate(() => getComputedStyle(document.querySelector('.board-canvas') ?? document.body).backgroundColor);
  expect(await scheme()).toBe('light');
  const light = await ground();
  await ana.run('Light, dark');
  await expect.poll(scheme, soon).toBe('dark');
  await expect.poll(ground, soon).not.toBe(light);
  await ana.page.reload();
  await ana.ready();
  expect(await scheme()).toBe('dark');
  await ana.run('Light, dark');
  await expect.poll(scheme, soon).toBe('light');
});

it('E2E-76 zoom by keys and bar: 100 %, in, out, everything', async () => {
  await ana.press('Shift+0');
  await expect.poll(() => ana.ui('zoom'), soon).toBe(1);
  await ana.press(`${MOD}+Minus`);
  await expect.poll(() => ana.ui('zoom'), soon).toBeLessThan(1);
  const bar = ana.page.getByRole('toolbar', { name: 'Zoom and undo' });
  await bar.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect.poll(() => ana.ui('zoom'), soon).toBeCloseTo(1, 3);
  await bar.getByRole('button', { name: /see everything/ }).click();
  const all = await ana.elements();
  await expect
    .poll(async () => {
      const seen = await ana.page.evaluate(() => window.orgoraBoard?.control?.visible());
      return all.every((e) => seen !== undefined && e.x >= seen.x && e.y >= seen.y && e.x + e.w <= seen.x + seen.w);
    }, soon)
    .toBe(true);
});

it('E2E-77 the title is edited in the bar and stands in the tab, for the council too', async () => {
  await ana.page.getByRole('button', { name: /, rename$/ }).click();
  const field = ana.page.getByRole('textbox', { name: 'Board title' });
  await field.fill('Customer data, to be');
  await field.press('Enter');
  await ana.page.waitForFunction(() => document.title.startsWith('Customer data, to be'));
  await ana.says('Saved');
  await expect
    .poll(
      async () =>
        (await ana.ask<{ boards: { title: string }[] }>('GET', `/api/councils/${ana.councilId}`)).boards[0]?.title,
      soon,
    )
    .toBe('Customer data, to be');
});
