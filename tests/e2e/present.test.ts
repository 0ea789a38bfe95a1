import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let ben: Visitor;

const title = (page: Page) => page.getByTestId('present').getByRole('heading', { level: 1 });
const said = (page: Page) => page.getByTestId('present-said');
const stateOf = (one: Visitor) => one.page.evaluate(() => window.orgoraBoard?.view.state);

/** Whether the middle of the window looks at the middle of this frame. */
const looksAt = (one: Visitor, frame: string) =>
  one.page.evaluate((name) => {
    const runtime = window.orgoraBoard;
    const seen = runtime?.control?.visible();
    const found = [...(runtime?.view.board.frames.values() ?? [])].find((each) => each.title === name);
    if (seen === undefined || found === undefined) return false;
    const dx = seen.x + seen.w / 2 - found.x - found.w / 2;
    return Math.abs(dx) < 20 && seen.w >= found.w && seen.h >= found.h;
  }, frame);

beforeAll(async () => {
  app = await startApp();
  [ana, ben] = await Promise.all([app.person(), app.person()]);
  await ana.openTemplate('M1');
  await ben.comeTo(ana, 'presenter');
  await ana.page.evaluate(() => {
    const runtime = window.orgoraBoard;
    if (runtime === undefined) throw new Error('No board is open.');
    const { editor, view } = runtime;
    const [first, second] = [...view.board.elements.values()];
    if (first === undefined || second === undefined) throw new Error('The template is empty.');
    const around = (at: { x: number; y: number }) => ({ x: at.x - 80, y: at.y - 45, w: 480, h: 270 });
    editor.transact(() => {
      editor.addFrame({ title: 'Who decides', subtitle: 'As it is', notes: 'Pause here.', ...around(first) });
      editor.addState('target', 'Target', 'now');
      editor.addFrame({ title: 'Who will decide', notes: 'Ask for objections.', state: 'target', ...around(second) });
      editor.addFrame({ title: 'Next steps', state: 'now', x: -2_000, y: -2_000, w: 400, h: 300 });
    });
  });
});

afterAll(async () => {
  await app?.close();
  expect([...ana.faults, ...ben.faults]).toEqual([]);
});

it('PRESENT-1 a key puts the board on the full screen, frame by frame, with title and line, announced with what is in it', async () => {
  await ana.press('Alt+p');
  await expect.poll(() => title(ana.page).textContent(), soon).toBe('Who decides');
  await ana.reads('As it is');
  expect(new URL(ana.page.url()).pathname).toMatch(/\/present$/);
  await expect.poll(() => said(ana.page).textContent(), soon).toMatch(/^1 of 3: Who decides\. As it is\. In it: .+\.$/);
  await expect.poll(() => looksAt(ana, 'Who decides'), soon).toBe(true);
  expect(await ana.page.getByRole('toolbar', { name: 'Tools' }).count()).toBe(0);
});

it('PRESENT-2 others are offered to follow, see the frame and its state, and the laser', async () => {
  await ben.page.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect.poll(() => looksAt(ben, 'Who decides'), soon).toBe(true);
  await ana.page.keyboard.press('PageDown');
  await expect.poll(() => title(ana.page).textContent(), soon).toBe('Who will decide');
  await expect.poll(() => stateOf(ana), soon).toBe('target');
  await expect.poll(() => stateOf(ben), soon).toBe('target');
  await expect.poll(() => looksAt(ben, 'Who will decide'), soon).toBe(true);
  await ana.page.getByText('1 follow').waitFor();
  await ana.press('l');
  await ana.page.mouse.move(700, 400);
  await ana.page.mouse.move(740, 430);
  await ben.page.locator('[data-testid="laser"]').waitFor({ state: 'attached' });
  await ana.press('l');
  await ben.page.locator('[data-testid="laser"]').waitFor({ state: 'detached' });
});

it('PRESENT-3 what others draw meanwhile shows, and nothing on the screen can be moved by accident', async () => {
  const first = (await ben.elements())[1];
  const before = await ana.page.evaluate(() => window.orgoraBoard?.undo.canUndo);
  await ben.page.evaluate((id) => window.orgoraBoard?.editor.rename(id, 'Renamed live'), first?.id ?? '');
  await expect.poll(() => ana.names(), soon).toContain('Renamed live');
  await ana.press('ArrowLeft');
  await ana.press('ArrowRight');
  await expect.poll(() => said(ana.page).textContent(), soon).toContain('Renamed live');
  await expect.poll(() => looksAt(ana, 'Who will decide'), soon).toBe(true);
  const at = await ana.middle('Renamed live');
  await ana.page.mouse.move(at.x, at.y);
  await ana.page.mouse.down();
  await ana.page.mouse.move(at.x + 80, at.y + 60);
  await ana.page.mouse.up();
  await ana.press('Delete');
  expect(await ana.page.evaluate(() => window.orgoraBoard?.undo.canUndo)).toBe(before);
  expect((await ana.the('Renamed live')).x).toBe(first?.x);
});

it('PRESENT-4 the window with the notes shows what to say and what comes next, and its keys step', async () => {
  const opened = ana.context.waitForEvent('page');
  await ana.page.mouse.move(600, 500);
  await ana.page.getByRole('button', { name: 'Notes in a second window' }).click();
  const notes = await opened;
  await notes.getByText('Ask for objections.').waitFor();
  await notes.getByText('Next: Next steps').waitFor();
  await notes.keyboard.press('ArrowLeft');
  await notes.getByText('Pause here.').waitFor();
  expect(await title(ana.page).textContent()).toBe('Who decides');
  await notes.keyboard.press('End');
  await notes.getByText('This is the last one').waitFor();
  await notes.close();
});

it('PRESENT-5 without a line the presentation goes on, says so quietly, and is followed again after', async () => {
  await ana.loseTheLine();
  await ana.page.getByText('Offline: you can go on').waitFor();
  await ana.press('Home');
  await expect.poll(() => title(ana.page).textContent(), soon).toBe('Who decides');
  await expect.poll(() => looksAt(ana, 'Who decides'), soon).toBe(true);
  await ana.regainTheLine();
  await ana.page.getByText('Offline: you can go on').waitFor({ state: 'detached' });
  await expect.poll(() => looksAt(ben, 'Who decides'), soon).toBe(true);
});

it('PRESENT-6 all frames stand beside one another; arrows and Enter go to one; the screen blanks', async () => {
  await ana.press('g');
  await ana.dialog('All frames').waitFor();
  await ana.press('ArrowRight');
  await ana.press('Enter');
  await expect.poll(() => title(ana.page).textContent(), soon).toBe('Who will decide');
  await ana.press('b');
  await expect.poll(() => said(ana.page).textContent(), soon).toBe('The screen is blank.');
  await ana.press('b');
  await expect.poll(() => said(ana.page).textContent(), soon).toBe('The slide shows.');
});

it('PRESENT-7 a co-presenter sees the same slide on the full screen, takes over with one key, and hands back', async () => {
  await ben.press('Escape');
  await ben.press('Alt+p');
  await expect.poll(() => title(ben.page).textContent(), soon).toBe('Who will decide');
  await ben.press('ArrowRight');
  expect(await title(ben.page).textContent()).toBe('Who will decide');
  await ben.press('t');
  await ana.reads(/presents now\. Press T to take over\./);
  await ben.press('ArrowRight');
  await expect.poll(() => title(ana.page).textContent(), soon).toBe('Next steps');
  await ana.press('t');
  await ana.press('Home');
  await expect.poll(() => title(ben.page).textContent(), soon).toBe('Who decides');
  await ben.press('ArrowRight');
  expect(await title(ben.page).textContent()).toBe('Who decides');
});

it('PRESENT-8 Escape ends it and the board is back, with its states in the bar', async () => {
  await ana.press('Escape');
  await ana.page.getByRole('toolbar', { name: 'Tools' }).waitFor();
  expect(new URL(ana.page.url()).pathname).not.toMatch(/present/);
  await ana.page.getByRole('button', { name: 'Target', exact: true }).click();
  await expect.poll(() => stateOf(ana), soon).toBe('target');
  await ana.press('Alt+1');
  await expect.poll(() => stateOf(ana), soon).toBe('now');
});

it('FRAMES-3 the list of frames orders, names and removes them by keyboard', async () => {
  await ana.press('Alt+Shift+f');
  const list = ana.page.getByRole('complementary', { name: 'Frames' });
  await list.getByRole('button', { name: '1. Who decides' }).click();
  await list.getByRole('button', { name: 'Move Who decides later' }).focus();
  await ana.press('Enter');
  await list.getByRole('button', { name: '2. Who decides' }).waitFor();
  await list.getByLabel('Line under the title').fill('Until spring');
  await ana.press('Tab');
  const frames = async () => [...(await ana.board()).frames.values()];
  await expect.poll(async () => (await frames()).map(({ subtitle }) => subtitle), soon).toContain('Until spring');
  await list.getByRole('button', { name: 'Remove Who decides' }).click();
  await expect.poll(async () => (await frames()).length, soon).toBe(2);
  await ana.says('Saved');
});
