import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';
import { type Lab, serveLab } from '../support/lab.ts';
import { type LabBoard, labBoard } from '../support/lab-board.ts';

interface Finger {
  readonly x: number;
  readonly y: number;
}

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'no-preference',
} as const;

let lab: Lab;
let board: LabBoard;
let cdp: CDPSession;

beforeAll(async () => {
  lab = await serveLab();
});

afterAll(async () => {
  await lab?.close();
});

beforeEach(async () => {
  const { page } = await lab.open('template=none', PHONE);
  cdp = await page.context().newCDPSession(page);
  board = await labBoard(page);
  await board.add([
    { id: 'a', x: 0, y: 0, name: 'Customer data' },
    { id: 'b', x: 0, y: 300, name: 'Measurement' },
  ]);
  await board.look(1, { x: -40, y: -200 });
});

const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: Finger[]) =>
  cdp.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map((at, id) => ({ ...at, id })) });

async function swipe(from: Finger, to: Finger): Promise<void> {
  await touch('touchStart', from);
  for (let i = 1; i <= 6; i += 1) {
    await touch('touchMove', { x: from.x + ((to.x - from.x) * i) / 6, y: from.y + ((to.y - from.y) * i) / 6 });
  }
  await touch('touchEnd');
}

it('CANVAS-50 one finger pans on the empty board, and keeps what is selected; a tap there selects nothing', async () => {
  const a = await board.middle('a');
  await board.page.touchscreen.tap(a.x, a.y);
  expect(await board.selection()).toEqual(['a']);
  await swipe({ x: 200, y: 700 }, { x: 150, y: 600 });
  await board.page.waitForFunction(
    (y) => (window.orgoraLab?.runtime.control?.toScreen({ x: 0, y: 0 }).y ?? y) < y - 40,
    a.y - 36,
  );
  expect(await board.selection()).toEqual(['a']);
  await board.page.touchscreen.tap(200, 790);
  expect(await board.selection()).toEqual([]);
  expect(await board.writes()).toBe(0);
});

it('CANVAS-51 a finger on an element drags it, in one step', async () => {
  const a = await board.middle('a');
  await swipe(a, { x: a.x + 80, y: a.y + 80 });
  const moved = await board.element('a');
  expect(moved?.x).toBeGreaterThan(60);
  expect(await board.writes()).toBe(1);
});

it('CANVAS-52 a finger that rests opens the menu of what is under it', async () => {
  const b = await board.middle('b');
  await touch('touchStart', b);
  await board.page.waitForFunction(() => window.orgoraLab?.runtime.ui.getState().overlay.type === 'context-menu');
  await touch('touchEnd');
  expect(await board.ui('overlay')).toMatchObject({ type: 'context-menu', on: 'b' });
  expect(await board.selection()).toEqual(['b']);
  expect(await board.writes()).toBe(0);
});

it('CANVAS-53 two fingers zoom, also when the first is on an element, which stays', async () => {
  const a = await board.middle('a');
  const other = { x: a.x, y: a.y + 120 };
  await touch('touchStart', a);
  await touch('touchStart', a, other);
  for (let i = 1; i <= 6; i += 1)
    await touch('touchMove', { x: a.x, y: a.y - 10 * i }, { x: a.x, y: other.y + 10 * i });
  await touch('touchEnd');
  await board.page.waitForFunction(() => (window.orgoraLab?.runtime.ui.getState().zoom ?? 1) > 1.3);
  expect(await board.element('a')).toMatchObject({ x: 0, y: 0 });
  expect(await board.writes()).toBe(0);
});
