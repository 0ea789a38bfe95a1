import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import type { Board, Friction, TigerTeam, Zone } from '#shared/board/model.ts';
import { violations } from '#shared/board/violations.ts';
import { type App, startApp } from '../support/app.ts';
import { drawnBoard } from '../support/drawn-board.ts';
import { MOD, soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let start: string;

/** Two branches, a platform and a vendor, with room between them. */
const ORG = drawnBoard((editor) => {
  const role = { kind: 'role', w: 160, h: 56 } as const;
  editor.addElement({ ...role, id: 'cmo', name: 'Chief', x: 0, y: 0 });
  editor.addElement({ ...role, id: 'data', name: 'Head of data', x: -240, y: 140, boss: 'cmo' });
  editor.addElement({ ...role, id: 'web', name: 'Head of web', x: 240, y: 140, boss: 'cmo' });
  editor.addElement({ ...role, id: 'steward', name: 'Data steward', x: -240, y: 280, boss: 'data' });
  editor.addElement({ ...role, id: 'editor', name: 'Web editor', x: 240, y: 280, boss: 'web' });
  editor.addElement({ kind: 'platform', id: 'cdp', name: 'Customer data platform', x: -260, y: 440, w: 200, h: 64 });
  editor.addElement({ kind: 'partner', id: 'agency', name: 'Agency', x: 240, y: 440, w: 168, h: 64 });
  editor.relate('owns', 'data', 'cdp');
});

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.openContent(ORG);
  start = fileText(await ana.board());
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

/** Undoes everything, so that every test starts from the same drawing; that this works is tested on the way. */
beforeEach(async () => {
  await ana.page.evaluate(() => {
    const runtime = window.orgoraBoard;
    runtime?.ui.setState({
      selection: new Set(),
      editing: null,
      overlay: { type: 'none' },
      tool: { tool: 'select' },
      closedPanels: new Set(['prompts']),
    });
    while (runtime?.undo.canUndo === true) runtime.undo.undo();
    runtime?.control?.fit({ instant: true });
    runtime?.control?.focus();
  });
  await ana.page.mouse.move(720, 880);
  expect(fileText(await ana.board())).toBe(start);
});

/** Asserts that what was just done is one step: one undo brings the drawing before it back, and redo brings it again. */
async function isOneStep(before: Board): Promise<void> {
  const after = fileText(await ana.board());
  expect(after).not.toBe(fileText(before));
  expect(violations(await ana.board())).toEqual([]);
  await ana.undo();
  expect(fileText(await ana.board())).toBe(fileText(before));
  await ana.redo();
  expect(fileText(await ana.board())).toBe(after);
}

const overlay = async <K extends 'zone' | 'tiger' | 'friction'>(kind: K) => {
  const found = [...(await ana.board()).overlays.values()].find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind} on the board.`);
  return found as { zone: Zone; tiger: TigerTeam; friction: Friction }[K];
};

it('E2E-40 a line drawn from a handle ends in a chooser: what is allowed can be taken, for the others the reason is said', async () => {
  const from = await ana.middle('Head of data');
  await ana.page.mouse.move(from.x, from.y);
  const handle = ana.page.getByRole('button', { name: 'Draw a line from Head of data' }).first();
  await handle.waitFor();
  const spot = await handle.boundingBox();
  if (spot === null) throw new Error('The handle is not on screen.');
  const before = await ana.board();
  await ana.pull({ x: spot.x + spot.width / 2, y: spot.y + spot.height / 2 }, await ana.middle('Agency'));
  const chooser = ana.page.getByRole('menu').filter({ hasText: 'Head of data … Agency' });
  await chooser.waitFor();
  const items = await chooser.getByRole('menuitem').all();
  const states = await Promise.all(
    items.map(async (item) => ({ text: (await item.textContent()) ?? '', off: await item.isDisabled() })),
  );
  expect(states).toHaveLength(8);
  expect(states.some((one) => !one.off)).toBe(true);
  const refused = states.filter((one) => one.off);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter((one) => !/\.$/.test(one.text))).toEqual([]);
  await chooser.getByRole('menuitem', { disabled: false }).first().click();
  const lines = [...(await ana.board()).relations.values()].filter((line) => !before.relations.has(line.id));
  expect(lines).toMatchObject([{ from: 'data', to: 'agency' }]);
  await isOneStep(before);
});

it('E2E-41 a box dropped on another reports to it with everything below, as one step', async () => {
  const before = await ana.board();
  await ana.reportTo('Head of web', 'Head of data');
  expect(await ana.bossOf('Head of web')).toBe('Head of data');
  expect(await ana.bossOf('Web editor')).toBe('Head of web');
  const [boss, moved, below] = [
    await ana.the('Head of data'),
    await ana.the('Head of web'),
    await ana.the('Web editor'),
  ];
  expect(moved.y).toBeGreaterThan(boss.y + boss.h);
  expect(below.y - moved.y).toBe(140);
  await isOneStep(before);
});

it('E2E-42 a box dropped on one of its own reports is not drawn into a circle', async () => {
  await ana.pull(await ana.middle('Chief'), await ana.middle('Data steward'));
  expect(await ana.bossOf('Data steward')).toBe('Head of data');
  expect(await ana.bossOf('Chief')).toBeNull();
});

it('E2E-43 a zone is drawn from corner to corner, takes what is dropped in it, is resized, moved and collapsed', async () => {
  await ana.press('Shift+Z');
  const from = await ana.screen({ x: 440, y: 120 });
  await ana.pull(from, await ana.screen({ x: 760, y: 420 }));
  await ana.name('Digital');
  const zone = await overlay('zone');
  expect(zone).toMatchObject({ title: 'Digital', collapsed: false });

  const inside = async (name: string) => {
    const z = await overlay('zone');
    const one = await ana.the(name);
    return one.x >= z.x && one.y >= z.y && one.x + one.w <= z.x + z.w && one.y + one.h <= z.y + z.h;
  };
  const agency = await ana.the('Agency');
  await ana.drag('Agency', { x: 600 - agency.x - agency.w / 2, y: 290 - agency.y - agency.h / 2 });
  expect(await inside('Agency')).toBe(true);

  const before = await ana.board();
  const bar = await ana.screen({ x: zone.x + 20, y: zone.y + 12 });
  await ana.page.mouse.click(bar.x, bar.y);
  expect(await ana.selection()).toEqual([zone.id]);
  const corner = await ana.screen({ x: zone.x + zone.w + 4, y: zone.y + zone.h + 4 });
  await ana.pull(corner, await ana.screen({ x: zone.x + zone.w + 84, y: zone.y + zone.h + 64 }));
  expect((await overlay('zone')).w).toBeGreaterThan(zone.w + 60);
  await isOneStep(before);

  const there = await ana.the('Agency');
  await ana.pull(bar, { x: bar.x, y: bar.y + 60 });
  expect((await ana.the('Agency')).y).toBeGreaterThan(there.y + 30);
  expect(await inside('Agency')).toBe(true);

  const details = ana.page.getByRole('complementary', { name: 'Details' });
  await details.getByText('Collapsed', { exact: true }).click();
  await expect.poll(async () => (await overlay('zone')).collapsed, soon).toBe(true);
  await ana.page.locator('.react-flow__node[data-name="Agency"]').waitFor({ state: 'detached' });
});

it('E2E-44 a tiger team is made from a selection and named; loads and sponsor are set in the details', async () => {
  await ana.select('Head of data', 'Web editor');
  const before = await ana.board();
  await ana.press('Shift+T');
  await isOneStepWhileNaming(before);
  await ana.name('Consent sprint');
  expect(await overlay('tiger')).toMatchObject({ name: 'Consent sprint', members: { data: 20, editor: 20 } });
  const details = ana.page.getByRole('complementary', { name: 'Details' });
  const load = details.getByLabel('Load of Head of data');
  await load.fill('60');
  await load.press('Enter');
  await expect.poll(async () => (await overlay('tiger')).members['data'], soon).toBe(60);
  const sponsor = details.getByLabel('Sponsor');
  await sponsor.click();
  await ana.page.getByRole('option', { name: 'Chief', exact: true }).click();
  await expect.poll(async () => (await overlay('tiger')).sponsor, soon).toBe('cmo');
});

/** As `isOneStep`, while the name of what was made is being edited. */
async function isOneStepWhileNaming(before: Board): Promise<void> {
  await ana.nameField.waitFor();
  expect((await ana.board()).overlays.size).toBe(before.overlays.size + 1);
}

it('E2E-45 friction is put on what is selected and stays where it was seen when that is deleted', async () => {
  await ana.select('Web editor');
  const before = await ana.board();
  await ana.press('Shift+F');
  expect(await overlay('friction')).toMatchObject({ on: ['editor'], status: 'open' });
  // Which kind it is may be asked; whoever leaves the question keeps the marker.
  await ana.page.evaluate(() => window.orgoraBoard?.ui.setState({ overlay: { type: 'none' } }));
  await ana.selectNothing();
  await isOneStep(before);
  await ana.select('Web editor');
  await ana.press('Delete');
  expect(await overlay('friction')).toMatchObject({ on: [] });
  expect(violations(await ana.board())).toEqual([]);
});

it('E2E-46 a duplicate keeps the lines among the copies and those to what stays', async () => {
  await ana.select('Head of data', 'Data steward');
  const before = await ana.board();
  await ana.press(`${MOD}+d`);
  const after = await ana.board();
  const copies = await ana.selection();
  expect(copies).toHaveLength(2);
  const copyOf = (name: string) => copies.find((id) => after.elements.get(id)?.name === name) ?? '';
  const [data, steward] = [copyOf('Head of data'), copyOf('Data steward')];
  expect(after.relations.get(`reports:${steward}`)?.to).toBe(data);
  expect(after.relations.get(`reports:${data}`)?.to).toBe('cmo');
  expect([...after.relations.values()]).toContainEqual(
    expect.objectContaining({ kind: 'owns', from: data, to: 'cdp' }),
  );
  await isOneStep(before);
});

it('E2E-47 copy and paste carries a piece of the board as one step, also to another board; outside it is an indented list', async () => {
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ana.url });
  await ana.select('Head of data', 'Data steward');
  const before = await ana.board();
  await ana.press(`${MOD}+c`);
  expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toBe('Head of data\n  Data steward');
  await ana.press(`${MOD}+v`);
  await expect.poll(async () => (await ana.elements()).length, soon).toBe(before.elements.size + 2);
  await isOneStep(before);
  const other = await ana.context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'New board', exact: true }).click();
  await other.waitForFunction(() => window.orgoraBoard?.control !== null && window.orgoraBoard !== undefined);
  await other.keyboard.press(`${MOD}+v`);
  await other.waitForFunction(() => window.orgoraBoard?.view.board.elements.size === 2);
  expect(await other.evaluate(() => window.orgoraBoard?.view.board.relations.size)).toBe(1);
  await other.close();
  await ana.page.bringToFront();
});

it('E2E-48 delete takes the lines with it and leaves those below standing; undo brings all of it back', async () => {
  await ana.select('Head of data');
  const before = await ana.board();
  await ana.press('Delete');
  const after = await ana.board();
  expect(after.elements.has('data')).toBe(false);
  expect(after.elements.has('steward')).toBe(true);
  expect([...after.relations.values()].filter((line) => line.from === 'data' || line.to === 'data')).toEqual([]);
  await isOneStep(before);
});

it('E2E-49 tidy is one step, overlaps nothing, and one undo brings the drawing back as it was', async () => {
  await ana.drag('Head of web', { x: -260, y: 60 });
  const before = await ana.board();
  await ana.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Tidy the board' }).click();
  await expect.poll(async () => fileText(await ana.board()) !== fileText(before), soon).toBe(true);
  const all = await ana.elements();
  const clashes = all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      .map((b) => `${a.name} over ${b.name}`),
  );
  expect(clashes).toEqual([]);
  await ana.page.evaluate(() => window.orgoraBoard?.control?.focus());
  await isOneStep(before);
});

it('E2E-50 the details change one attribute of many at once, as one step', async () => {
  await ana.select('Head of data', 'Head of web');
  const before = await ana.board();
  const details = ana.page.getByRole('complementary', { name: 'Details' });
  await details.getByText('Vacant', { exact: true }).click();
  await expect.poll(async () => (await ana.the('Head of web')).attributes['vacant'], soon).toBe(true);
  expect((await ana.the('Head of data')).attributes['vacant']).toBe(true);
  await ana.page.evaluate(() => window.orgoraBoard?.control?.focus());
  await isOneStep(before);
});

it('E2E-51 arrow keys nudge what is selected, Shift by one, and walk the tree', async () => {
  await ana.select('Agency');
  const { x } = await ana.the('Agency');
  await ana.press('ArrowRight');
  await ana.press('Shift+ArrowRight');
  expect((await ana.the('Agency')).x).toBe(x + 9);
  await ana.select('Data steward');
  await ana.press('ArrowUp');
  expect(await ana.selection()).toEqual(['data']);
  await ana.press('ArrowRight');
  expect(await ana.selection()).toEqual(['web']);
});
