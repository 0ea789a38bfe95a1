import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { soon } from '../support/people.ts';

let app: App;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app?.close();
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

it('PHONE-1 a board opens as its outline; a tap selects and says what it is; add, move under and delete by touch', async () => {
  const bo = await app.person(PHONE);
  await bo.openTemplate('M1');
  const row = (name: string | RegExp) => bo.page.getByRole('treeitem', { name });
  await row('Chief marketing officer').waitFor();
  expect(await bo.page.locator('.board-canvas').count()).toBe(0);
  await row(/^Marketing,/).tap();
  await bo.reads(/Part-time|Reports to Chief marketing officer|sits? in it/);
  const act = (what: 'add' | 'more') => bo.page.locator(`[role="treeitem"] [data-act="${what}"]`);
  for (const button of [act('add'), act('more')]) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  for (const name of [/^More for/, 'Undo', 'Find', 'Add', 'Show the drawing']) {
    const box = await bo.page.getByRole('button', { name, exact: typeof name === 'string' }).boundingBox();
    expect([name, Math.min(box?.width ?? 0, box?.height ?? 0) >= 44]).toEqual([name, true]);
  }
  await act('add').tap();
  const field = bo.page.locator('[role="treeitem"] input');
  await field.fill('Brand');
  await field.press('Enter');
  expect(await bo.bossOf('Brand')).toBe('Marketing');
  await act('more').tap();
  await bo.page.getByRole('menuitem', { name: 'Move under…' }).tap();
  await bo.page.getByRole('combobox', { name: 'Move Brand under' }).fill('Chief');
  await bo.page.getByRole('option', { name: /^Chief marketing officer/ }).tap();
  await expect.poll(() => bo.bossOf('Brand'), soon).toBe('Chief marketing officer');
  await bo.page.getByRole('button', { name: 'More for Brand' }).tap();
  await bo.page.getByRole('menuitem', { name: 'Delete' }).tap();
  await expect.poll(() => bo.names(), soon).not.toContain('Brand');

  await bo.page.getByRole('button', { name: 'Show the drawing' }).tap();
  await bo.page.locator('.board-canvas canvas').first().waitFor();
  expect(await bo.page.getByRole('tree').count()).toBe(0);
  await bo.page.reload();
  await bo.ready();
  expect(await bo.ui('look')).toBe('canvas');
  await bo.page.getByRole('button', { name: 'Show the outline' }).tap();
  await row('Chief marketing officer').waitFor();
  expect(bo.faults).toEqual([]);
  await bo.context.close();
}, 60_000);

it('PHONE-2 who only looks reads the same rows and finds nothing to change them with', async () => {
  const ana = await app.person();
  await ana.openTemplate('M1');
  const eve = await app.person(PHONE);
  await eve.comeTo(ana, 'observer');
  const row = eve.page.getByRole('treeitem', { name: /^Sales,/ });
  await row.tap();
  await expect.poll(() => row.getAttribute('aria-selected'), soon).toBe('true');
  expect(await eve.page.getByRole('button', { name: /^(Add|More for|Undo)/ }).count()).toBe(0);
  await eve.press('Delete');
  await eve.press('x');
  expect(await eve.names()).toEqual(await ana.names());
  await eve.context.close();
}, 60_000);
