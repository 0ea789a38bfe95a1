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

async function open(): Promise<LabBoard> {
  const { page } = await lab.open('template=none');
  const board = await labBoard(page);
  await board.add([
    { id: 'a', x: 0, y: 0, name: 'Customer data' },
    { id: 'b', x: 400, y: 0, name: 'Measurement' },
  ]);
  await board.look(1, { x: -200, y: -200 });
  return board;
}

it('CANVAS-54 a line dropped on empty board offers what may report there; taking one is one step', async () => {
  const board = await open();
  const { page } = board;
  const a = await board.middle('a');
  await page.mouse.move(a.x, a.y);
  const handle = page.locator('.line-handle[data-of="a"]').first();
  const from = await handle.boundingBox();
  if (from === null) throw new Error('There is no handle to draw a line from.');
  await board.drag({ x: from.x + 5, y: from.y + 5 }, { x: a.x, y: a.y + 260 });
  const menu = page.getByRole('menu', { name: /Customer data/ });
  await menu.waitFor();
  expect(await menu.getByRole('menuitem').allTextContents()).toEqual(expect.arrayContaining(['Team', 'Role']));
  expect(await board.writes()).toBe(0);
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  expect(await board.count()).toBe(2);

  await page.mouse.move(a.x, a.y);
  await board.drag({ x: from.x + 5, y: from.y + 5 }, { x: a.x, y: a.y + 260 });
  await menu.getByRole('menuitem', { name: 'Role' }).click();
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await board.count()).toBe(3);
  const [added] = await board.selection();
  expect(await board.boss(added ?? '')).toBe('a');
  await board.undo();
  expect(await board.count()).toBe(2);
});

it('CANVAS-55 a line of a chosen kind offers only what it may end at', async () => {
  const board = await open();
  await board.setUi({ tool: { tool: 'relate', kind: 'member' } });
  const a = await board.middle('a');
  await board.drag(a, { x: a.x, y: a.y + 260 });
  const items = board.page.getByRole('menuitem');
  await items.first().waitFor();
  expect(await items.allTextContents()).toEqual(['Committee']);
  await items.first().click();
  await board.page.getByRole('textbox', { name: 'Name' }).waitFor();
  const lines = await board.page.evaluate(() =>
    [...(window.orgoraLab?.runtime.view.board.relations.values() ?? [])].map((one) => `${one.kind} ${one.from}`),
  );
  expect(lines).toEqual(['member a']);
});
