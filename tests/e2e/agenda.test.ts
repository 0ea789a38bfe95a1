import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardSummary, Council, NewLink } from '#shared/protocol/api.ts';
import { type App, startApp } from '../support/app.ts';
import type { Visitor } from '../support/people.ts';

let app: App;
let convenor: Visitor;
let guest: Visitor;
let council: Council;

beforeAll(async () => {
  app = await startApp();
  [convenor, guest] = await Promise.all([
    app.person(),
    app.person({ viewport: { width: 390, height: 844 }, hasTouch: true }),
  ]);
  council = await convenor.ask<Council>('POST', '/api/councils', { title: 'Council' });
  for (const title of ['First', 'Second']) {
    await convenor.ask<BoardSummary>('POST', `/api/councils/${council.id}/boards`, { title });
  }
  const { secret } = await convenor.ask<NewLink>('POST', `/api/councils/${council.id}/links`, { role: 'respondent' });
  await guest.ask('POST', '/api/join', { secret });
  await Promise.all([convenor, guest].map((one) => one.goto(`/c/${council.id}`)));
});

afterAll(() => app.close());

test('AGENDA-10 a session is planned on the council’s page, and everybody on it sees the plan', async () => {
  const { page } = convenor;
  await page.getByRole('button', { name: 'Plan a session' }).click();
  for (const title of ['First', 'Second']) {
    await page.getByRole('combobox', { name: `Who presents ${title}` }).click();
    await page.getByRole('option', { name: 'Org A, you' }).click();
  }
  await page.getByRole('button', { name: 'Second earlier' }).press('Enter');
  const order = guest.page.getByRole('list', { name: 'Running order' }).getByRole('listitem');
  await order.nth(0).filter({ hasText: 'Second' }).filter({ hasText: 'Org A' }).waitFor();
  await guest.reads('Use what you hear. Never say who said it, or where they work.');
  expect(await guest.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('AGENDA-11 what is missing keeps the session from starting; then it starts for all', async () => {
  const { page } = convenor;
  const start = page.getByRole('button', { name: 'Start the session' });
  expect(await start.isDisabled()).toBe(true);
  for (const title of ['First', 'Second']) {
    await page.getByRole('button', { name: `Prepare ${title}` }).click();
    const dialog = convenor.dialog(`Prepare ${title}`);
    await dialog.getByRole('button', { name: 'Checked' }).click();
    await dialog.getByText('Checked. The board can be presented.').waitFor();
    await convenor.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await start.click();
  await guest.page.getByRole('timer').waitFor();
  await guest.page.getByRole('button', { name: 'Go to the boards' }).waitFor();
});

test('END-3 the end is said before it comes, and seals the page for everybody', async () => {
  await convenor.page.getByRole('button', { name: 'End the session' }).click();
  const dialog = convenor.dialog('End the session');
  await dialog.getByText('All links close. Nobody new comes in.').waitFor();
  await dialog.getByRole('button', { name: 'End for everybody' }).click();
  await Promise.all([convenor, guest].map((one) => one.reads(/^Sealed on .*, deleted on /)));
  expect(await guest.page.getByRole('button', { name: 'Delete now' }).count()).toBe(0);
  expect([...convenor.faults, ...guest.faults]).toEqual([]);
});
