import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { boundsOf } from '#shared/board/geometry.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { type App, startApp } from '../support/app.ts';
import { madeUpOrganisation } from '../support/organisation.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.openContent(madeUpOrganisation({ count: 34, seed: 7 }), 'Organisation');
  await ana.selectNothing();
});

afterAll(async () => {
  expect(ana.faults).toEqual([]);
  await app?.close();
});

const bar = () => ana.page.getByRole('region', { name: 'Layout not yet applied' });

it('PREVIEW-20 tidying a large board is shown with its lines and a bar; Escape keeps the board, Enter applies it as one step', async () => {
  const before = fileText(await ana.board());
  await ana.press('ControlOrMeta+Shift+Enter');
  await bar()
    .getByText(/^Tidy whole board · \d+ boxes move$/)
    .waitFor();
  expect(fileText(await ana.board())).toBe(before);
  expect(await ana.page.evaluate(() => window.orgoraBoard?.ui.getState().morph?.size)).toBeGreaterThan(12);
  await ana.press('Escape');
  await bar().waitFor({ state: 'detached' });
  expect(fileText(await ana.board())).toBe(before);

  await ana.press('ControlOrMeta+Shift+Enter');
  await bar().waitFor();
  await ana.press('Enter');
  await bar().waitFor({ state: 'detached' });
  expect(layoutBoard(await ana.board()).boxes.size).toBe(0);
  expect((await ana.board()).elements.size).toBe(34);
  await ana.undo();
  await expect.poll(async () => fileText(await ana.board()), soon).toBe(before);
  await ana.redo();
});

it('FITSLIDE-30 fitting to a slide says how large names are, is applied by its button, and comes nearer to the slide', async () => {
  const ratio = async (): Promise<number> => {
    const all = boundsOf((await ana.board()).elements.values());
    return (all?.w ?? 1) / (all?.h ?? 1);
  };
  const off = async (): Promise<number> => Math.abs(Math.log((await ratio()) / (4 / 3)));
  const before = await off();
  await ana.run('Fit to 4:3');
  await bar()
    .getByText(/Names are \d+ pt on a slide/)
    .waitFor();
  await bar()
    .getByRole('button', { name: /^Apply/ })
    .click();
  await bar().waitFor({ state: 'detached' });
  expect(await off()).toBeLessThan(before);
  const modes = [...(await ana.board()).elements.values()].filter((one) => one.attributes['arrange'] !== undefined);
  expect(modes.length).toBeGreaterThan(0);
});

it('ARRANGE-30 how reports stand is set by key alone and in the details, and lays the branch out', async () => {
  const top = await ana.the('Role 1');
  await ana.page.evaluate((id) => {
    window.orgoraBoard?.ui.setState({ selection: new Set([id]) });
    window.orgoraBoard?.control?.focus();
  }, top.id);
  await ana.press('Alt+Shift+1');
  await expect.poll(async () => (await ana.the('Role 1')).attributes['arrange'], soon).toBe('row');
  const { elements, relations } = await ana.board();
  const reports = [...relations.values()].filter((line) => line.kind === 'reports' && line.to === top.id);
  expect(reports.length).toBeGreaterThan(1);
  expect(new Set(reports.map(({ from }) => elements.get(from)?.y)).size).toBe(1);
  const group = ana.page.getByRole('radiogroup', { name: 'Reports stand' });
  await expect
    .poll(() => group.getByRole('radio', { name: 'In a row' }).getAttribute('aria-checked'), soon)
    .toBe('true');
  await group.getByRole('radio', { name: 'Automatic' }).click();
  await expect.poll(async () => (await ana.the('Role 1')).attributes['arrange'], soon).toBeUndefined();
});

it('LIVE-20 while the tree is kept tidy, adding with Tab lays it out in the same step', async () => {
  await ana.run('Keep the tree tidy while I draw: on, off');
  await ana.page.evaluate(() => {
    window.orgoraBoard?.ui.setState({ selection: new Set(['b0001']) });
    window.orgoraBoard?.control?.focus();
  });
  const before = await ana.board();
  await ana.press('Tab');
  await ana.name('Newest');
  const after = await ana.board();
  expect(after.elements.size).toBe(before.elements.size + 1);
  const clashes = [...after.elements.values()].flatMap((a) =>
    [...after.elements.values()]
      .filter((b) => a.id < b.id && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      .map((b) => `${a.name} over ${b.name}`),
  );
  expect(clashes).toEqual([]);
  expect(after.relations.get(`reports:${(await ana.the('Newest')).id}`)?.to).toBe('b0001');
});
