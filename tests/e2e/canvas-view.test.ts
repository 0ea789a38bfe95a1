import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';
import { type Lab, serveLab } from '../support/lab.ts';
import { type LabBoard, labBoard } from '../support/lab-board.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await serveLab();
});

afterAll(async () => {
  await lab?.close();
});

async function open(query: string): Promise<LabBoard & { page: Page }> {
  const { page } = await lab.open(query);
  return labBoard(page);
}

const three = [
  { id: 'a', x: 0, y: 0, name: 'Customer data' },
  { id: 'b', x: 400, y: 0, name: 'Measurement' },
  { id: 'c', x: 0, y: 200, name: 'Campaigns' },
];

it('CANVAS-20 elements are nodes of the page from 60 % and painted below it; both can be clicked', async () => {
  const board = await open('template=none');
  await board.add(three);
  await board.look(0.8, { x: -200, y: -200 });
  await board.page.locator('.react-flow__node[data-id="a"]').waitFor();
  expect(await board.page.locator('.react-flow__node').count()).toBe(3);
  await board.look(0.4, { x: -200, y: -200 });
  await board.page.waitForFunction(() => document.querySelectorAll('.react-flow__node').length === 0);
  const painted = await board.middle('b');
  await board.page.mouse.click(painted.x, painted.y);
  expect(await board.selection()).toEqual(['b']);
});

it('CANVAS-21 only elements near the window are nodes of the page', async () => {
  const board = await open('n=600');
  await board.look(1, { x: 0, y: 0 });
  await board.page.locator('.react-flow__node').first().waitFor();
  const nodes = await board.page.locator('.react-flow__node').count();
  expect(nodes).toBeGreaterThan(20);
  expect(nodes).toBeLessThan(150);
});

it('CANVAS-22 an element is focusable and says what it is and whom it reports to', async () => {
  const board = await open('template=none');
  await board.add([
    { id: 'a', x: 0, y: 0, name: 'Chief marketing officer', kind: 'role' },
    { id: 'b', x: 0, y: 200, name: 'Campaigns', boss: 'a' },
  ]);
  await board.look(1, { x: -200, y: -200 });
  const node = board.page.locator('.react-flow__node[data-id="b"]');
  await node.waitFor();
  const label = (await node.getAttribute('aria-label')) ?? '';
  expect(label).toContain('Campaigns');
  expect(label).toContain('Chief marketing officer');
  await node.focus();
  expect(await node.evaluate((element) => element === document.activeElement)).toBe(true);
});

it('CANVAS-23 a role that only looks can select, hover and pan, and moves nothing', async () => {
  const board = await open('n=20&role=observer');
  await board.look(1, { x: -200, y: -200 });
  const before = await board.element('n0001');
  const at = await board.middle('n0001');
  await board.drag(at, { x: at.x + 200, y: at.y + 200 });
  expect(await board.element('n0001')).toEqual(before);
  await board.page.mouse.click(at.x, at.y);
  expect(await board.selection()).toEqual(['n0001']);
  expect(await board.page.getByRole('button', { name: /^Add below/ }).count()).toBe(0);
  await board.page.mouse.dblclick(at.x, at.y);
  expect(await board.page.getByRole('textbox', { name: 'Name' }).count()).toBe(0);
  const shown = await board.screen(0, 0);
  await board.page.mouse.wheel(0, 120);
  await board.page.waitForFunction(
    (y) => (window.orgoraLab?.runtime.control?.toScreen({ x: 0, y: 0 }).y ?? y) < y - 60,
    shown.y,
  );
});

it('CANVAS-24 Ctrl and the wheel zoom around the pointer', async () => {
  const board = await open('n=40');
  await board.look(1, { x: -100, y: -100 });
  await board.page.mouse.move(500, 400);
  const before = await board.page.evaluate(() => window.orgoraLab?.runtime.control?.toBoard({ x: 500, y: 400 }));
  await board.page.keyboard.down('Control');
  await board.page.mouse.wheel(0, -200);
  await board.page.keyboard.up('Control');
  await board.page.waitForFunction(() => (window.orgoraLab?.runtime.ui.getState().zoom ?? 1) > 1.05);
  const after = await board.page.evaluate(() => window.orgoraLab?.runtime.control?.toBoard({ x: 500, y: 400 }));
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 99))).toBeLessThan(1);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThan(1);
});

it('CANVAS-25 others are shown: cursor with alias, what they have selected, who is writing; and I can follow one', async () => {
  const board = await open('template=none');
  await board.add(three);
  await board.look(1, { x: -200, y: -200 });
  await board.page.evaluate(() => {
    const { room } = (window.orgoraLab as NonNullable<Window['orgoraLab']>).runtime;
    const user = { seat: 's', alias: 'Org F', who: 'f', role: 'presenter' };
    const viewport = { x: 0, y: 0, w: 4000, h: 1000 };
    const presence = { user, cursor: { x: 300, y: 300 }, selection: ['b'], editing: 'a', viewport, drag: null };
    room.setOthers([{ client: 7, presence: { ...presence, following: null } }]);
  });
  await board.page.locator('.remote-cursor[data-alias="Org F"]').waitFor();
  await board.page.locator('.remote-pill[data-on="b"]', { hasText: 'Org F' }).waitFor();
  await board.page.locator('.remote-pill[data-on="a"]', { hasText: 'is writing' }).waitFor();
  await board.setUi({ following: 7 });
  await board.page.getByText('Following Org F').waitFor();
  await board.page.waitForFunction(() => (window.orgoraLab?.runtime.control?.visible().w ?? 0) >= 4000);
  await board.page.mouse.move(700, 500);
  await board.page.mouse.wheel(0, 50);
  await board.page.waitForFunction(() => window.orgoraLab?.runtime.ui.getState().following === null);
});

it('CANVAS-26 the box another person drags is shown where they hold it and the document is not changed', async () => {
  const board = await open('template=none');
  await board.add(three);
  await board.look(1, { x: -200, y: -200 });
  await board.page.locator('.react-flow__node[data-id="b"]').waitFor();
  await board.page.evaluate(() => {
    const { room } = (window.orgoraLab as NonNullable<Window['orgoraLab']>).runtime;
    const user = { seat: 's', alias: 'Org F', who: 'f', role: 'presenter' };
    const presence = { user, cursor: null, selection: [], editing: null, viewport: null, following: null };
    room.setOthers([{ client: 7, presence: { ...presence, drag: { b: [400, 300] } } }]);
  });
  // Its own node makes way for the painting of it elsewhere.
  await board.page.locator('.react-flow__node.veiled[data-id="b"]').waitFor();
  expect(await board.element('b')).toMatchObject({ x: 400, y: 0 });
  expect(await board.writes()).toBe(0);
});

it('CANVAS-31 the others are told what I have selected, where I point and which part of the board I see', async () => {
  const board = await open('template=none');
  await board.add(three);
  await board.look(1, { x: -200, y: -200 });
  const a = await board.middle('a');
  await board.page.mouse.click(a.x, a.y);
  await board.page.mouse.move(a.x + 10, a.y);
  const told = await board.page.waitForFunction(() => {
    const all = Object.assign({}, ...(window.orgoraLab?.runtime.room.shown ?? []));
    return all.cursor?.x === 94 && all.selection?.[0] === 'a' ? all : null;
  });
  const seen = await board.page.evaluate(() => window.orgoraLab?.runtime.control?.visible());
  expect(await told.jsonValue()).toMatchObject({ cursor: { x: 94, y: 36 }, viewport: { ...seen } });
});

it('CANVAS-32 the first shape on an empty board does not move the view', async () => {
  const board = await open('template=none');
  const before = await board.page.evaluate(() => window.orgoraLab?.runtime.control?.visible());
  await board.setUi({ tool: { tool: 'place', kind: 'unit' } });
  await board.page.mouse.click(700, 450);
  await board.page.getByRole('textbox', { name: 'Name' }).waitFor();
  await board.page.keyboard.press('Enter');
  expect(await board.page.evaluate(() => window.orgoraLab?.runtime.control?.visible())).toEqual(before);
});
