import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeFile } from '#shared/board/file.ts';
import type { BoardSummary } from '#shared/protocol/api.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

const card = (title: string) =>
  ana.page.getByRole('article').filter({ has: ana.page.getByRole('heading', { name: title, exact: true }) });

it('E2E-60 a council is made from home, renamed on its page, and listed at home', async () => {
  await ana.goto('/');
  await ana.page.getByRole('button', { name: 'New council' }).click();
  await ana.dialog('New council').getByLabel('Title').fill('Marketing leads');
  await ana.dialog('New council').getByRole('button', { name: 'Create' }).click();
  await ana.page.getByRole('textbox', { name: 'Council title' }).waitFor();
  await ana.page.getByRole('textbox', { name: 'Council title' }).fill('Marketing and IT');
  await ana.press('Enter');
  await ana.page.getByRole('link', { name: 'Marketing and IT' }).first().waitFor();
});

it('E2E-61 boards show as pictures of what is drawn, and the picture follows what another page draws', async () => {
  const wanted = TEMPLATES.find((one) => one.id === 'T1');
  if (wanted === undefined) throw new Error('There is no template T1.');
  const title = 'Three tiers';
  const { id } = await ana.ask<BoardSummary>('POST', `/api/councils/${ana.councilId}/boards`, {
    title,
    file: writeFile(boardFromTemplate(wanted)),
  });
  const picture = card(title).locator('svg').first();
  await picture.waitFor();
  const before = await picture.innerHTML();
  const board = await ana.context.newPage();
  await board.goto(`/c/${ana.councilId}/b/${id}`);
  await board.waitForFunction(() => window.orgoraBoard?.sync.getState().state === 'saved');
  await board.evaluate(() =>
    window.orgoraBoard?.editor.addElement({ kind: 'unit', name: 'Drawn meanwhile', x: -400, y: -400 }),
  );
  await board.waitForFunction(() => window.orgoraBoard?.sync.getState().state === 'saved');
  await board.close();
  await ana.page.waitForFunction(
    ([old]) => {
      const svg = document.querySelector('.board-card svg');
      return svg !== null && svg.innerHTML !== old;
    },
    [before],
  );
});

it('E2E-62 a board is renamed, duplicated, deleted and put back where it is listed', async () => {
  const more = (title: string) => card(title).getByRole('button', { name: `More for ${title}` });
  await more('Three tiers').click();
  await ana.page.getByRole('menuitem', { name: 'Rename' }).click();
  await ana.page.getByRole('textbox', { name: 'Board title' }).fill('As it is');
  await ana.press('Enter');
  await card('As it is').waitFor();

  await more('As it is').click();
  await ana.page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await ana.page.getByRole('article').nth(1).waitFor();
  const titles = await ana.page.getByRole('article').getByRole('heading').allTextContents();
  expect(titles).toHaveLength(2);
  const copy = titles.find((title) => title !== 'As it is') ?? '';

  await more(copy).click();
  await ana.page.getByRole('menuitem', { name: 'Delete' }).click();
  await card(copy).waitFor({ state: 'detached' });
  await ana.page.getByRole('button', { name: 'Put it back' }).first().click();
  await card(copy).waitFor();

  await more(copy).click();
  await ana.page.getByRole('menuitem', { name: 'Delete' }).click();
  await ana.page.getByRole('heading', { name: /^Deleted/ }).waitFor();
  await ana.page.reload();
  await ana.page.getByRole('listitem').filter({ hasText: copy }).getByRole('button', { name: 'Put it back' }).click();
  await card(copy).waitFor();
  expect(await card(copy).locator('svg').first().innerHTML()).not.toBe('');
});

it('E2E-69 a council that gets another name has it on every open page, without a reload', async () => {
  await ana.ask('PATCH', `/api/councils/${ana.councilId}`, { title: 'Autumn council' });
  await expect
    .poll(() => ana.page.getByRole('textbox', { name: 'Council title' }).inputValue(), soon)
    .toBe('Autumn council');
});

it('E2E-63 who has a deleted board open is told, and sees nothing of it any more', async () => {
  const ben = await app.person();
  const board = await ana.ask<BoardSummary>('POST', `/api/councils/${ana.councilId}/boards`, { title: 'Short lived' });
  const { secret } = await ana.link('presenter');
  await ben.goto(`/join#${secret}`);
  await ben.page.getByRole('heading', { name: 'Boards', exact: true }).waitFor();
  await ben.goto(`/c/${ana.councilId}/b/${board.id}`);
  await ben.ready();
  await ana.page.reload();
  await card('Short lived').getByRole('button', { name: 'More for Short lived' }).click();
  await ana.page.getByRole('menuitem', { name: 'Delete' }).click();
  await ben.reads('This board was deleted.');
  expect(await ben.page.locator('.board-canvas').count()).toBe(0);
  await ben.context.close();
});
