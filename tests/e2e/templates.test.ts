import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { type App, startApp } from '../support/app.ts';
import type { Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
});

afterAll(async () => {
  await app?.close();
});

it('E2E-90 the first template of each group opens from the gallery as a board that holds what the template says, saved, without an error', async () => {
  expect(TEMPLATES).toHaveLength(50);
  await ana.goto('/templates');
  // What all 50 hold is tried without a browser; here is the way from the gallery to the board.
  const firsts = TEMPLATES.filter((one) => one === TEMPLATES.find((other) => other.id.charAt(0) === one.id.charAt(0)));
  for (const template of firsts) {
    await ana.page
      .getByRole('button', { name: `${template.name} ${template.id}` })
      .first()
      .click();
    await ana.page
      .getByRole('region', { name: `About ${template.name}` })
      .getByRole('button', { name: 'Use this' })
      .click();
    await ana.page.waitForURL(/\/c\/[^/]+\/b\//);
    await ana.ready();
    await ana.says('Saved');
    const board = await ana.board();
    const wanted = boardFromTemplate(template);
    expect([board.elements.size, board.relations.size, board.overlays.size], template.id).toEqual([
      wanted.elements.size,
      wanted.relations.size,
      wanted.overlays.size,
    ]);
    expect(board.broken, template.id).toEqual([]);
    expect(ana.faults, template.id).toEqual([]);
    await ana.page.goBack();
  }
}, 150_000);

it('E2E-91 the gallery finds by group, by word and by the question one has, and shows what stands behind a template', async () => {
  await ana.goto('/templates');
  const tiles = ana.page.locator('.template-tile');
  await ana.page.getByRole('button', { name: 'Tiger teams', exact: true }).click();
  expect(await tiles.count()).toBe(TEMPLATES.filter((one) => one.group === 'tiger-teams').length);
  await ana.page.getByRole('button', { name: 'All', exact: true }).click();
  await ana.page.getByRole('searchbox', { name: 'Search templates' }).fill('centre of excellence');
  const found = await tiles.count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(50);
  await ana.page.getByRole('searchbox', { name: 'Search templates' }).fill('');
  await ana.page.getByRole('radio').nth(1).check();
  const picked = await tiles.count();
  expect(picked).toBeGreaterThan(0);
  expect(picked).toBeLessThan(50);
  await tiles.first().click();
  await ana.page
    .getByRole('region', { name: /^About/ })
    .getByRole('listitem')
    .first()
    .waitFor();
});

it('E2E-92 a template is inserted into an open board beside what is drawn, as one step', async () => {
  await ana.openTemplate('T1');
  const before = await ana.board();
  await ana.selectNothing();
  await ana.run('Insert a template');
  const dialog = ana.page.getByRole('dialog').filter({ hasText: 'Which one do I need?' });
  await dialog
    .getByRole('button', { name: / M1$| M1 / })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Insert here' }).click();
  await ana.page.waitForFunction((n) => (window.orgoraBoard?.view.board.elements.size ?? 0) > n, before.elements.size);
  const added = (await ana.elements()).filter((one) => !before.elements.has(one.id));
  const right = Math.max(...[...before.elements.values()].map((one) => one.x + one.w));
  expect(added.filter((one) => one.x < right)).toEqual([]);
  await ana.page.evaluate(() => window.orgoraBoard?.control?.focus());
  await ana.undo();
  expect(fileText(await ana.board())).toBe(fileText(before));
});
