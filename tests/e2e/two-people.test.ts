import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { agree, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let ben: Visitor;

beforeAll(async () => {
  app = await startApp();
  [ana, ben] = await Promise.all([app.person(), app.person()]);
  await ana.openTemplate('T1');
  await ben.comeTo(ana, 'presenter');
});

afterAll(async () => {
  await app?.close();
  expect([...ana.faults, ...ben.faults]).toEqual([]);
});

it('E2E-10 one sees the other: a shape to follow, a cursor with an alias, what is selected, what is being written', async () => {
  const alias = await ben.page.evaluate(() => window.orgoraBoard?.room.me?.alias ?? '');
  expect(alias).not.toBe('');
  await ana.page.getByRole('button', { name: alias, exact: true }).waitFor();
  const [first] = (await ben.elements()).filter((one) => one.kind === 'role');
  const name = first?.name ?? '';
  await ben.select(name);
  const at = await ben.middle(name);
  await ben.page.mouse.move(at.x + 3, at.y + 2);
  await ana.page.locator(`.remote-cursor[data-alias="${alias}"]`).waitFor({ state: 'attached' });
  const pill = ana.page.locator(`.remote-pill[data-on="${first?.id}"]`);
  await pill.filter({ hasText: alias }).waitFor();
  await ben.page.mouse.dblclick(at.x, at.y);
  await pill.filter({ hasText: `${alias} is writing` }).waitFor();
  await ben.press('Escape');
});

it('E2E-11 who follows looks where the other looks, until they move the view themselves', async () => {
  const alias = await ben.page.evaluate(() => window.orgoraBoard?.room.me?.alias ?? '');
  await ana.page.getByRole('button', { name: alias, exact: true }).click();
  await ana.page.getByRole('menuitem', { name: `Follow ${alias}` }).click();
  await ana.reads(`Following ${alias}`);
  const [far] = (await ben.elements()).sort((a, b) => b.x + b.y - a.x - a.y);
  await ben.page.evaluate((id) => window.orgoraBoard?.control?.fit({ ids: [id] }), far?.id ?? '');
  await ana.page.waitForFunction((box) => {
    const seen = window.orgoraBoard?.control?.visible();
    if (seen === undefined || box === undefined) return false;
    const middle = { x: seen.x + seen.w / 2, y: seen.y + seen.h / 2 };
    return Math.abs(middle.x - box.x - box.w / 2) < 200 && Math.abs(middle.y - box.y - box.h / 2) < 200;
  }, far);
  await ana.page.getByRole('button', { name: 'Look around' }).click();
  await ana.page.locator('.follow-banner').waitFor({ state: 'detached' });
  for (const person of [ana, ben])
    await person.page.evaluate(() => window.orgoraBoard?.control?.fit({ instant: true }));
});

it('E2E-12 two move, rename and re-report on one template, one of them without a line for a while; all end with one valid board, also after a restart of the server', async () => {
  const roles = (await ana.elements())
    .filter((one) => one.kind === 'role' && one.sitsIn === null)
    .map((one) => one.name);
  const teams = (await ana.elements()).filter((one) => one.kind === 'unit').map((one) => one.name);
  const [r1 = '', r2 = '', r3 = ''] = [...roles, ...teams];
  const first = await ana.the(r1);

  await ana.drag(r1, { x: 40, y: -64 });
  await ben.page.waitForFunction(([id, x]) => window.orgoraBoard?.view.board.elements.get(id as string)?.x !== x, [
    first.id,
    first.x,
  ] as const);
  await ben.rename(r2, 'Named by Ben');
  await ana.page.waitForFunction(() =>
    [...(window.orgoraBoard?.view.board.elements.values() ?? [])].some((one) => one.name === 'Named by Ben'),
  );

  // Undo takes back one's own steps only: Ben's renaming, not Ana's move, although both happened.
  await ben.selectNothing();
  await ben.undo();
  expect(await ben.names()).not.toContain('Named by Ben');
  expect((await ben.the(r1)).x).not.toBe(first.x);
  await ben.redo();
  expect(await ben.names()).toContain('Named by Ben');

  await ben.loseTheLine();
  await ben.says(/Offline|kept here/);
  await ben.rename(r3, 'Named without a line');
  await ben.drag('Named by Ben', { x: -48, y: 72 });
  await ben.says('2 changes kept here');
  await ana.rename(r3, 'Named by Ana');
  await ana.drag('Named by Ben', { x: 0, y: 96 });
  await ana.says('Saved');
  expect(await ana.names()).not.toContain('Named without a line');
  await ben.regainTheLine();
  await agree(ana, ben);

  await ana.selectNothing();
  await ana.undo();
  await ben.selectNothing();
  await ben.undo();
  const before = await agree(ana, ben);

  await app.stop();
  await app.start();
  const after = await agree(ana, ben);
  expect(after).toEqual(before);
});

it('E2E-13 two who re-report the same people at the same moment end with one boss each and no cycle', async () => {
  await ana.newBoard();
  for (const [name, x] of [
    ['One', 400],
    ['Two', 700],
    ['Three', 1000],
  ] as const) {
    await ana.place('Role', { x, y: 300 });
    await ana.name(name);
  }
  await ana.says('Saved');
  await ben.comeTo(ana, 'presenter');
  await ben.page.waitForFunction(() => window.orgoraBoard?.view.board.elements.size === 3);
  await ben.loseTheLine();
  await ben.says(/Offline|kept here/);
  await ben.reportTo('One', 'Two');
  await ana.reportTo('Two', 'One');
  await ana.reportTo('Three', 'One');
  await ben.reportTo('Three', 'Two');
  await ben.regainTheLine();
  const board = await agree(ana, ben);
  const bosses = [...board.relations.values()].filter((line) => line.kind === 'reports');
  expect(new Set(bosses.map((line) => line.from)).size).toBe(bosses.length);
  expect(bosses.length).toBeLessThanOrEqual(2);
});
