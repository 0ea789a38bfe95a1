import { afterAll, beforeAll, expect, it } from 'vitest';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';
import { type Lab, serveLab } from '../support/lab.ts';
import { labBoard } from '../support/lab-board.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await serveLab();
});

afterAll(async () => {
  await lab?.close();
});

it('CANVAS-61 on a phone the first view can be read, begins at the top of the tree and shows the title whole', async () => {
  const { page } = await lab.open('template=T1', { viewport: { width: 390, height: 844 } });
  await page.locator('.board-title').waitFor();
  await page.waitForFunction(() => (window.orgoraLab?.runtime.ui.getState().zoom ?? 1) < 1);
  const { zoom, top } = await page.evaluate(() => {
    const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
    const boss = [...runtime.view.board.elements.values()].find((one) => one.name === 'Chief marketing officer');
    const at = runtime.control?.toScreen({ x: (boss?.x ?? 0) + (boss?.w ?? 0) / 2, y: boss?.y ?? 0 });
    return { zoom: runtime.ui.getState().zoom, top: at ?? { x: 0, y: 0 } };
  });
  expect(zoom).toBeGreaterThanOrEqual(0.35);
  expect(top.x).toBeGreaterThan(60);
  expect(top.x).toBeLessThan(330);
  expect(top.y).toBeGreaterThan(64);
  expect(top.y).toBeLessThan(600);
  const title = await page.locator('.board-title').boundingBox();
  expect(title?.x ?? -1).toBeGreaterThanOrEqual(0);
  expect((title?.x ?? 0) + (title?.width ?? 999)).toBeLessThanOrEqual(390);
});

it('CANVAS-62 what is selected and has the focus wears one ring', async () => {
  const { page } = await lab.open('template=none');
  const board = await labBoard(page);
  await board.add([{ id: 'a', x: 0, y: 0, name: 'Customer data' }]);
  await board.look(1, { x: -200, y: -200 });
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => {
    const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
    if (runtime.ui.getState().selection.has('a')) return true;
    document.querySelector<HTMLElement>('.react-flow__node[data-id="a"]')?.focus();
    return false;
  });
  const node = page.locator('.react-flow__node[data-id="a"][data-selected="true"]');
  await node.waitFor();
  const drawn = await node.evaluate((element) => ({
    focused: element.matches(':focus-visible'),
    outline: getComputedStyle(element).outlineStyle,
    ring: getComputedStyle(element, '::after').content,
  }));
  expect(drawn).toEqual({ focused: true, outline: 'none', ring: 'none' });
});

it('CANVAS-63 a name far away is written in type one can read and Esc leaves it; the attribution stands at the left of the window', async () => {
  const { page } = await lab.open('template=none');
  const board = await labBoard(page);
  await board.add([{ id: 'a', x: 0, y: 0, name: 'Customer data' }]);
  await board.look(0.4, { x: -200, y: -200 });
  const a = await board.middle('a');
  await page.mouse.dblclick(a.x, a.y);
  const field = page.getByRole('textbox', { name: 'Name' });
  await field.waitFor();
  expect(await field.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(10);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  expect(await board.selection()).toEqual(['a']);
  const attribution = await page.locator('.react-flow__attribution').boundingBox();
  expect((attribution?.x ?? 999) + (attribution?.width ?? 0)).toBeLessThan(200);
});
