import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';
import { type Lab, serveLab } from '../support/lab.ts';
import { type LabBoard, labBoard } from '../support/lab-board.ts';

let lab: Lab;
let board: LabBoard;
let faults: string[];

beforeAll(async () => {
  lab = await serveLab();
  const opened = await lab.open('template=none');
  faults = opened.faults;
  board = await labBoard(opened.page);
});

afterAll(async () => {
  await lab?.close();
  expect(faults).toEqual([]);
});

beforeEach(async () => {
  await board.page.evaluate(() => {
    const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
    const all = runtime.view.board;
    runtime.editor.remove([...all.elements.keys(), ...all.overlays.keys(), ...all.frames.keys()]);
    runtime.ui.setState({ selection: new Set(), editing: null, tool: { tool: 'select' }, overlay: { type: 'none' } });
    runtime.undo.stop();
  });
  await board.page.mouse.move(5, 890);
  await board.look(1, { x: -200, y: -200 });
});

const two = () =>
  board.add([
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 400, y: 0 },
  ]);

it('CANVAS-1 a click selects, Shift adds and takes away, a click on the empty board selects nothing', async () => {
  await two();
  const a = await board.middle('a');
  const b = await board.middle('b');
  await board.page.mouse.click(a.x, a.y);
  expect(await board.selection()).toEqual(['a']);
  await board.page.keyboard.down('Shift');
  await board.page.mouse.click(b.x, b.y);
  expect(await board.selection()).toEqual(['a', 'b']);
  await board.page.mouse.click(a.x, a.y);
  await board.page.keyboard.up('Shift');
  expect(await board.selection()).toEqual(['b']);
  const empty = await board.screen(600, 400);
  await board.page.mouse.click(empty.x, empty.y);
  expect(await board.selection()).toEqual([]);
});

it.each([1, 0.4])('CANVAS-2 a drag writes once, at its end, and one undo takes it back, at zoom %f', async (zoom) => {
  await two();
  await board.look(zoom, { x: -200, y: -200 });
  const a = await board.middle('a');
  const to = await board.screen(84, 36 + 240);
  await board.drag(a, to, async () => {
    expect(await board.writes()).toBe(0);
    expect(
      await board.page.evaluate(() => window.orgoraLab?.runtime.room.shown.at(-2)?.drag?.['a'] !== undefined),
    ).toBe(true);
  });
  expect(await board.writes()).toBe(1);
  const moved = await board.element('a');
  expect(Math.abs((moved?.y ?? 0) - 240)).toBeLessThanOrEqual(10);
  await board.undo();
  expect(await board.element('a')).toMatchObject({ x: 0, y: 0 });
});

it('CANVAS-3 Esc ends a drag and nothing is written', async () => {
  await two();
  await board.drag(await board.middle('a'), await board.screen(84, 300), () => board.page.keyboard.press('Escape'));
  expect(await board.writes()).toBe(0);
  expect(await board.element('a')).toMatchObject({ x: 0, y: 0 });
  expect(await board.ui('drag')).toBeNull();
});

it.each([1, 0.4])('CANVAS-4 a marquee selects what it touches, at zoom %f', async (zoom) => {
  await board.add([
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 400, y: 0 },
    { id: 'c', x: 400, y: 300 },
  ]);
  await board.look(zoom, { x: -200, y: -200 });
  await board.drag(await board.screen(-40, -40), await board.screen(410, 20));
  expect(await board.selection()).toEqual(['a', 'b']);
});

it('CANVAS-5 a box rested on another reports to it, with everything under it, in one step', async () => {
  await board.add([
    { id: 'boss', x: 0, y: 0, kind: 'role', w: 160, h: 56 },
    { id: 'a', x: 400, y: 0, kind: 'role', w: 160, h: 56 },
    { id: 'below', x: 400, y: 160, kind: 'role', w: 160, h: 56, boss: 'a' },
  ]);
  await board.drag(await board.middle('a'), await board.middle('boss'), () =>
    board.page.waitForFunction(() => window.orgoraLab?.runtime.ui.getState().dropTarget?.id === 'boss'),
  );
  expect(await board.writes()).toBe(1);
  expect(await board.boss('a')).toBe('boss');
  expect(await board.boss('below')).toBe('a');
  const [boss, a, below] = await Promise.all([board.element('boss'), board.element('a'), board.element('below')]);
  expect(a?.y).toBeGreaterThan((boss?.y ?? 0) + (boss?.h ?? 0));
  expect((below?.y ?? 0) - (a?.y ?? 0)).toBe(160);
  await board.undo();
  expect(await board.boss('a')).toBeNull();
  expect(await board.element('a')).toMatchObject({ x: 400, y: 0 });
});

it('CANVAS-6 a box dropped in a container sits in it, dropped outside it leaves; the container moves with what it holds', async () => {
  await board.add([
    { id: 'core', kind: 'centre', x: 0, y: 0, w: 560, h: 320 },
    { id: 'in', x: 80, y: 120, sitsIn: 'core' },
    { id: 'a', x: 700, y: 0 },
  ]);
  await board.drag(await board.middle('a'), await board.screen(400, 180));
  expect((await board.element('a'))?.sitsIn).toBe('core');
  await board.drag(await board.middle('a'), await board.screen(800, 300));
  expect((await board.element('a'))?.sitsIn).toBeNull();
  await board.drag(await board.screen(300, 25), await board.screen(300, 145));
  const inner = await board.element('in');
  const core = await board.element('core');
  expect(Math.abs((core?.y ?? 0) - 120)).toBeLessThanOrEqual(10);
  expect((inner?.y ?? 0) - (core?.y ?? 0)).toBe(120);
});

it('CANVAS-7 a corner handle changes the size, never under the least one, in one step', async () => {
  await board.add([{ id: 'a', kind: 'card', x: 0, y: 0, w: 232, h: 86 }]);
  await board.page.mouse.click((await board.middle('a')).x, (await board.middle('a')).y);
  const corner = await board.screen(232 + 4, 86 + 4);
  await board.drag(corner, await board.screen(400, 200));
  const larger = await board.element('a');
  expect(larger?.w).toBeGreaterThan(370);
  expect(await board.writes()).toBe(1);
  const now = await board.screen((larger?.w ?? 0) + 4, (larger?.h ?? 0) + 4);
  await board.drag(now, await board.screen(2, 2));
  expect((await board.element('a'))?.w).toBeGreaterThanOrEqual(80);
  await board.undo();
  expect((await board.element('a'))?.w).toBe(larger?.w);
});

it('CANVAS-8 with Alt a drag leaves the original and moves a copy, lines between copies kept', async () => {
  await board.add([
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 0, y: 160, boss: 'a' },
  ]);
  await board.drag(await board.screen(-40, -40), await board.screen(100, 200));
  await board.page.keyboard.down('Alt');
  await board.drag(await board.middle('a'), await board.screen(484, 36));
  await board.page.keyboard.up('Alt');
  expect(await board.count()).toBe(4);
  expect(await board.element('a')).toMatchObject({ x: 0, y: 0 });
  const copies = await board.selection();
  expect(copies).toHaveLength(2);
  const bosses = await Promise.all(copies.map((id) => board.boss(id)));
  expect(bosses.filter((id) => id !== null && copies.includes(id))).toHaveLength(1);
  await board.undo();
  expect(await board.count()).toBe(2);
});

it('CANVAS-9 what is dropped in a zone is a member of it; the zone moves with what lies in it', async () => {
  await two();
  await board.setUi({ tool: { tool: 'zone' } });
  await board.drag(await board.screen(-60, 200), await board.screen(340, 500));
  await board.page.keyboard.press('Escape');
  const zoneId = (await board.selection())[0] ?? '';
  await board.drag(await board.middle('a'), await board.screen(140, 350));
  const lies = () =>
    board.page.evaluate(async (id) => {
      const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
      const zone = runtime.view.board.overlays.get(id);
      const a = runtime.view.board.elements.get('a');
      if (zone?.kind !== 'zone' || a === undefined) return false;
      return a.x > zone.x && a.y > zone.y && a.x + a.w < zone.x + zone.w && a.y + a.h < zone.y + zone.h;
    }, zoneId);
  expect(await lies()).toBe(true);
  const before = await board.element('a');
  await board.drag(await board.screen(100, 210), await board.screen(300, 210));
  expect(await lies()).toBe(true);
  expect((await board.element('a'))?.x).toBeGreaterThan((before?.x ?? 0) + 150);
});

it('CANVAS-10 a double-click edits the name over its place; Enter writes it in one step, Esc leaves it', async () => {
  await two();
  const a = await board.middle('a');
  await board.page.mouse.dblclick(a.x, a.y);
  const editor = board.page.getByRole('textbox', { name: 'Name' });
  await editor.waitFor();
  const place = await editor.boundingBox();
  expect(Math.abs((place?.y ?? 0) + (place?.height ?? 0) / 2 - a.y)).toBeLessThan(24);
  await board.page.keyboard.type('Customer data');
  expect(await board.writes()).toBe(0);
  await board.page.keyboard.press('Enter');
  expect((await board.element('a'))?.name).toBe('Customer data');
  expect(await board.writes()).toBe(1);
  await board.page.mouse.dblclick(a.x, a.y);
  await board.page.keyboard.type('Something else');
  await board.page.keyboard.press('Escape');
  expect((await board.element('a'))?.name).toBe('Customer data');
  await board.undo();
  expect((await board.element('a'))?.name).toBe('a');
});

it('CANVAS-11 a click with a kind places one there, its name being edited, over no other', async () => {
  await two();
  await board.setUi({ tool: { tool: 'place', kind: 'role' } });
  const a = await board.middle('a');
  await board.page.mouse.click(a.x, a.y);
  await board.page.getByRole('textbox', { name: 'Name' }).waitFor();
  await board.page.keyboard.type('Data steward');
  await board.page.keyboard.press('Enter');
  const id = (await board.selection())[0] ?? '';
  const placed = await board.element(id);
  expect(placed).toMatchObject({ kind: 'role', name: 'Data steward' });
  const clear = (one: { x: number; y: number; w: number; h: number } | null) =>
    one !== null &&
    placed !== null &&
    (placed.x >= one.x + one.w ||
      placed.x + placed.w <= one.x ||
      placed.y >= one.y + one.h ||
      placed.y + placed.h <= one.y);
  expect(clear(await board.element('a'))).toBe(true);
  expect(await board.ui<{ tool: string }>('tool')).toEqual({ tool: 'select' });
});

it('CANVAS-12 the + handles add below and beside, with the reporting line, and edit the name', async () => {
  await board.add([
    { id: 'boss', x: 0, y: 0, kind: 'role', w: 160, h: 56, name: 'Boss' },
    { id: 'a', x: 0, y: 160, kind: 'role', w: 160, h: 56, name: 'First', boss: 'boss' },
  ]);
  await board.page.mouse.click((await board.middle('a')).x, (await board.middle('a')).y);
  await board.page.getByRole('button', { name: 'Add beside First' }).click();
  await board.page.getByRole('textbox', { name: 'Name' }).waitFor();
  await board.page.keyboard.press('Enter');
  const beside = (await board.selection())[0] ?? '';
  expect(await board.boss(beside)).toBe('boss');
  await board.page.getByRole('button', { name: 'Add below New role' }).click();
  await board.page.getByRole('textbox', { name: 'Name' }).waitFor();
  await board.page.keyboard.press('Enter');
  const below = (await board.selection())[0] ?? '';
  expect(await board.boss(below)).toBe(beside);
});

it('CANVAS-13 a line dragged from a handle to a box opens the chooser; with a kind chosen it is drawn at once', async () => {
  await two();
  await board.page.mouse.click((await board.middle('a')).x, (await board.middle('a')).y);
  await board.page.getByRole('button', { name: 'Draw a line from a' }).first().waitFor();
  const handle = await board.screen(-4, 36);
  await board.drag(handle, await board.middle('b'));
  expect(await board.ui('overlay')).toMatchObject({ type: 'relation-chooser', from: 'a', to: 'b' });
  await board.setUi({ overlay: { type: 'none' }, tool: { tool: 'relate', kind: 'dotted' } });
  await board.drag(await board.middle('a'), await board.middle('b'));
  const lines = () => board.page.evaluate(() => [...(window.orgoraLab?.runtime.view.board.relations.values() ?? [])]);
  expect(await lines()).toMatchObject([{ kind: 'dotted', from: 'a', to: 'b' }]);
  await board.undo();
  expect(await lines()).toEqual([]);
});

it('CANVAS-14 group mates are selected and moved together', async () => {
  await board.add([
    { id: 'a', x: 0, y: 0, group: 'g' },
    { id: 'b', x: 400, y: 0, group: 'g' },
  ]);
  await board.drag(await board.middle('a'), await board.screen(84, 236));
  expect(await board.selection()).toEqual(['a', 'b']);
  const [a, b] = await Promise.all([board.element('a'), board.element('b')]);
  expect(a?.y).toBeGreaterThan(150);
  expect(b?.y).toBe(a?.y);
});
