import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let ben: Visitor;

/** An edit by somebody, committed. */
async function edit(who: Visitor, run: string): Promise<void> {
  await who.page.evaluate(`(() => {
    const { editor, view } = window.orgoraBoard;
    const id = (name) => [...view.board.elements.values()].find((one) => one.name === name).id;
    ${run}
  })()`);
  await who.page.waitForFunction(() => window.orgoraBoard?.sync.getState().state === 'saved');
}

const names = async (who: Visitor): Promise<string[]> => (await who.elements()).map((one) => one.name).sort();

beforeAll(async () => {
  app = await startApp();
  [ana, ben] = await Promise.all([app.person(), app.person()]);
  await ana.openTemplate('P1');
  await ben.comeTo(ana, 'presenter');
});

afterAll(async () => {
  await app?.close();
  expect([...ana.faults, ...ben.faults]).toEqual([]);
});

it('HISTORY-23 the timeline says who did what, a key shows each moment, nobody draws in it, and Escape goes back', async () => {
  await edit(ben, `editor.rename(id('Marketing'), 'Marketing and brand');`);
  await edit(ana, `editor.remove([id('IT development bench')]);`);
  await ana.press('Alt+y');
  const panel = ana.page.getByRole('region', { name: 'History' });
  const alias = await ben.page.evaluate(() => window.orgoraBoard?.room.me?.alias ?? '');
  await panel
    .getByRole('button', { name: `${alias}` })
    .filter({ hasText: 'is now called Marketing and brand' })
    .waitFor();
  await panel.getByText('The board was made with 11 elements.').waitFor();
  await panel.getByText('IT development bench removed.').waitFor();

  await panel.getByRole('slider').focus();
  await ana.page.keyboard.press('Home');
  await ana.page
    .locator('[data-past]')
    .getByText(/^You look at \d\d:\d\d\./)
    .waitFor();
  expect(await names(ana)).toContain('IT development bench');
  expect(await ana.page.evaluate(() => window.orgoraBoard?.can('board.edit'))).toBe(false);
  await ana.page.getByRole('button', { name: 'Undo', exact: true }).waitFor({ state: 'detached' });
  const refused = await ana.page.evaluate(() => {
    try {
      window.orgoraBoard?.editor.setMeta({ title: 'No' });
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  });
  expect(refused).toContain('Go back to now');
  // What others draw goes on behind it.
  await edit(ben, `editor.rename(id('Marketing operations'), 'Operations');`);
  expect(await names(ana)).toContain('Marketing operations');
  await ana.page.keyboard.press('Escape');
  await expect.poll(() => names(ana), soon).toContain('Operations');
  expect(await names(ana)).not.toContain('IT development bench');
});

it('VERSION-2 a named version can be shown, and restored as one step that undo takes back', async () => {
  const panel = ana.page.getByRole('region', { name: 'History' });
  await panel.getByRole('textbox', { name: 'Name this version' }).fill('Before the council');
  await panel.getByRole('button', { name: 'Keep', exact: true }).click();
  const version = panel.locator('[data-version="Before the council"]');
  await version.waitFor();
  await edit(
    ana,
    `editor.transact(() => { editor.remove([id('Martech steering committee')]);
    editor.addElement({ kind: 'role', name: 'Privacy lead', x: 900, y: 60, boss: id('Chief marketing officer') }); });`,
  );
  await version.getByRole('button').first().click();
  await ana.page.locator('[data-past]').getByText('You look at “Before the council”.').waitFor();
  await ana.page.getByRole('button', { name: 'Restore this' }).click();
  await expect.poll(() => names(ben), soon).toContain('Martech steering committee');
  expect(await names(ben)).not.toContain('Privacy lead');
  await ana.page.evaluate(() => window.orgoraBoard?.undo.undo());
  await expect.poll(() => names(ben), soon).toContain('Privacy lead');
});

it('DIFF-25 two moments compared: sentences, what each points at lit, and signs on the canvas', async () => {
  const panel = ana.page.getByRole('region', { name: 'History' });
  await panel.getByText('Compare', { exact: true }).click();
  await panel.getByText('1 role added, 1 committee removed, span of Chief marketing officer 3 to 4.').waitFor();
  const line = panel.getByRole('button', { name: 'Privacy lead added under Chief marketing officer.' });
  await line.hover();
  const lit = await ana.page.evaluate(() => [...(window.orgoraBoard?.ui.getState().lit ?? [])]);
  expect(lit).toEqual((await ana.elements()).flatMap((one) => (one.name === 'Privacy lead' ? [one.id] : [])));
  const compared = await ana.page.evaluate(() => {
    const comparison = window.orgoraBoard?.ui.getState().comparison;
    return comparison == null ? null : [comparison.title, comparison.as];
  });
  expect(compared).toEqual(['Before the council', 'changes']);
  await panel.getByRole('button', { name: 'Close the history' }).click();
  await panel.waitFor({ state: 'detached' });
  const after = await ana.page.evaluate(() => {
    const { comparison, lit } = window.orgoraBoard?.ui.getState() ?? {};
    return [comparison === null, lit === null];
  });
  expect(after).toEqual([true, true]);
});

it('HISTORY-24 who only looks is not offered the history', async () => {
  const guest = await app.person();
  await guest.comeTo(ana, 'respondent');
  await guest.page.getByRole('button', { name: 'Board menu' }).click();
  await guest.page.getByRole('menuitem', { name: 'Export' }).waitFor();
  expect(await guest.page.getByRole('menuitem', { name: 'History' }).count()).toBe(0);
  await guest.press('Escape');
  await guest.press('Alt+y');
  expect(await guest.page.locator('[data-history]').count()).toBe(0);
  expect(guest.faults).toEqual([]);
});
