import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';
import { type Lab, serveLab } from '../support/lab.ts';
import { type LabBoard, labBoard } from '../support/lab-board.ts';

let lab: Lab;
let board: LabBoard;

beforeAll(async () => {
  lab = await serveLab();
});

afterAll(async () => {
  await lab?.close();
});

beforeEach(async () => {
  const { page } = await lab.open('template=none');
  board = await labBoard(page);
  await board.add([
    { id: 'a', x: 0, y: 0, name: 'First' },
    { id: 'b', x: 400, y: 0, name: 'Second' },
  ]);
  await board.look(1, { x: -200, y: -200 });
});

it('CANVAS-15 a double-click on the empty board draws a team there, its name being edited', async () => {
  const at = await board.screen(300, 300);
  await board.page.mouse.dblclick(at.x, at.y);
  await board.page.getByRole('textbox', { name: 'Name' }).waitFor();
  await board.page.keyboard.type('Web');
  await board.page.keyboard.press('Enter');
  const id = (await board.selection())[0] ?? '';
  const made = await board.element(id);
  expect(made).toMatchObject({ kind: 'unit', name: 'Web' });
  expect(Math.abs((made?.x ?? 0) + (made?.w ?? 0) / 2 - 300)).toBeLessThanOrEqual(8);
});

it('CANVAS-16 a kind dragged from the palette is placed where it is dropped, in the container there', async () => {
  await board.add([{ id: 'core', kind: 'centre', x: 0, y: 200, w: 560, h: 320 }]);
  await board.add([{ id: 'in', x: 80, y: 320, sitsIn: 'core' }]);
  const at = await board.screen(400, 360);
  await board.page.evaluate(({ x, y }) => {
    const data = new DataTransfer();
    data.setData('application/x-orgora', JSON.stringify({ place: 'role' }));
    const target = document.elementFromPoint(x, y) ?? document.body;
    const options = { bubbles: true, cancelable: true, clientX: x, clientY: y, dataTransfer: data };
    target.dispatchEvent(new DragEvent('dragover', options));
    target.dispatchEvent(new DragEvent('drop', options));
  }, at);
  const id = (await board.selection())[0] ?? '';
  expect(await board.element(id)).toMatchObject({ kind: 'role', sitsIn: 'core' });
});

it('CANVAS-17 the context menu opens on what is under the pointer and selects it', async () => {
  const a = await board.middle('a');
  await board.page.mouse.click(a.x, a.y, { button: 'right' });
  expect(await board.ui('overlay')).toMatchObject({ type: 'context-menu', on: 'a', board: { x: 84, y: 36 } });
  expect(await board.selection()).toEqual(['a']);
});

it('CANVAS-18 Tab in a name writes it and adds a report', async () => {
  const a = await board.middle('a');
  await board.page.mouse.dblclick(a.x, a.y);
  await board.page.getByRole('textbox', { name: 'Name' }).waitFor();
  await board.page.keyboard.type('Boss');
  await board.page.keyboard.press('Tab');
  await board.page.waitForFunction(() => window.orgoraLab?.runtime.view.board.elements.size === 3);
  const id = (await board.selection())[0] ?? '';
  expect((await board.element('a'))?.name).toBe('Boss');
  expect(await board.boss(id)).toBe('a');
});

it('CANVAS-19 with single-key shortcuts off, typing begins to name what is selected', async () => {
  await board.setUi({ singleKeys: false });
  const b = await board.middle('b');
  await board.page.mouse.click(b.x, b.y);
  await board.page.keyboard.type('Web');
  await board.page.keyboard.press('Enter');
  expect((await board.element('b'))?.name).toBe('Web');
});

it('CANVAS-27 an element that takes the focus by keyboard is selected', async () => {
  await board.page.locator('.react-flow__node[data-id="a"]').waitFor();
  await board.page.locator('.board-canvas').focus();
  // A key, so that the browser takes what follows for somebody who uses the keyboard.
  await board.page.keyboard.press('Shift');
  await board.page.locator('.react-flow__node[data-id="a"]').focus();
  await board.page.waitForFunction(() => window.orgoraLab?.runtime.ui.getState().selection.size === 1);
  const [id] = await board.selection();
  const focused = await board.page.evaluate(() => (document.activeElement as HTMLElement).dataset['id']);
  expect(focused).toBe(id);
});

it('CANVAS-28 the view keeps a new name clear of the edges of the window', async () => {
  await board.look(1, { x: 100, y: -700 });
  const a = await board.page.evaluate(() => {
    window.orgoraLab?.runtime.ui.setState({ selection: new Set(['b']), editing: { id: 'b', initial: null } });
    return true;
  });
  expect(a).toBe(true);
  await board.page.waitForSelector('.board-canvas[data-moving="false"]');
  const editor = board.page.getByRole('textbox', { name: 'Name' });
  const place = await editor.boundingBox();
  expect(place?.y ?? 0).toBeGreaterThan(70);
  expect((place?.y ?? 900) + (place?.height ?? 0)).toBeLessThan(820);
});

it('CANVAS-29 a friction marker put on an element stands on it and moves with it', async () => {
  await board.setUi({ tool: { tool: 'friction', friction: null } });
  const a = await board.middle('a');
  await board.page.mouse.click(a.x, a.y);
  const on = await board.page.evaluate(() => {
    const overlays = [...(window.orgoraLab?.runtime.view.board.overlays.values() ?? [])];
    return overlays.map((one) => (one.kind === 'friction' ? one.on : null));
  });
  expect(on).toEqual([['a']]);
});

it('CANVAS-30 a frame drawn over the board owns nothing: moving it moves nothing else', async () => {
  await board.setUi({ tool: { tool: 'frame' } });
  await board.drag(await board.screen(-60, -60), await board.screen(300, 140));
  await board.page.keyboard.press('Enter');
  const frames = () => board.page.evaluate(() => [...(window.orgoraLab?.runtime.view.board.frames.values() ?? [])]);
  expect(await frames()).toHaveLength(1);
  const before = (await frames())[0];
  const edge = (before?.y ?? 0) + (before?.h ?? 0);
  await board.drag(await board.screen(120, edge), await board.screen(120, edge + 200));
  const after = (await frames())[0];
  expect((after?.y ?? 0) - (before?.y ?? 0)).toBeGreaterThan(150);
  expect(await board.element('a')).toMatchObject({ x: 0, y: 0 });
});
