import { beforeEach, describe, expect, it } from 'vitest';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Id } from '#shared/board/model.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { command } from '../../../client/commands/index.ts';
import { contextFor, runCommand } from '../../../client/commands/support.ts';
import { attempt } from '../../../client/gestures/attempt.ts';
import { addChild } from '../../../client/gestures/grow.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
let ids: Record<'top' | 'left' | 'right' | 'a' | 'b' | 'c', Id>;
const run = (id: string): boolean => runCommand(command(id), contextFor(runtime));
const untidy = (root: Id): number =>
  layoutBoard(runtime.board, { ids: indexBoard(runtime.board).subtreeOf(root), anchor: root }).boxes.size;
const placeOf = (id: Id): string => {
  const one = runtime.board.elements.get(id);
  return `${one?.x} ${one?.y}`;
};

beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('convenor');
  const top = runtime.add('unit', 'Top', { x: 400, y: 0 });
  const left = runtime.add('unit', 'Left', { x: 0, y: 340, boss: top });
  const right = runtime.add('unit', 'Right', { x: 900, y: 260, boss: top });
  const [a, b, c] = ['A', 'B', 'C'].map((name, i) => runtime.add('role', name, { x: 90 * i, y: 700, boss: left }));
  ids = { top, left, right, a: a ?? '', b: b ?? '', c: c ?? '' };
  runtime.undo.stop();
});

describe('keeping the tree tidy while somebody draws', () => {
  beforeEach(() => {
    run('arrange.live');
    expect(runtime.ui.getState().keepsTidy).toBe(true);
  });

  it('LIVE-1 adding lays the whole tree out, its top where it was, as one step with what was added', () => {
    const before = [...runtime.board.elements.keys()].map(placeOf);
    const at = placeOf(ids.top);
    const added = addChild(runtime, ids.right);
    expect(added).not.toBeNull();
    expect(untidy(ids.top)).toBe(0);
    expect(placeOf(ids.top)).toBe(at);
    runtime.undo.undo();
    expect([...runtime.board.elements.keys()].map(placeOf)).toEqual(before);
  });

  it.each([
    ['moving to another boss', () => runtime.editor.reparent([ids.c], ids.right)],
    ['removing', () => runtime.editor.remove([ids.b])],
    ['resizing', () => runtime.editor.resize(new Map([[ids.a, { x: 0, y: 700, w: 320, h: 120 }]]))],
    ['saying how reports stand', () => runtime.editor.setAttributes([ids.left], { arrange: 'stack' })],
  ])('LIVE-2 %s lays the tree out, as one step', (_, change) => {
    const before = [...runtime.board.elements.keys()].map(placeOf);
    attempt(runtime, change);
    expect(untidy(ids.top)).toBe(0);
    runtime.undo.undo();
    expect([...runtime.board.elements.keys()].map(placeOf)).toEqual(before);
  });

  it('LIVE-6 a box that is only moved stays where it was put, and so does another tree', () => {
    const lone = runtime.add('unit', 'Other', { x: 3000, y: 0 });
    const under = runtime.add('unit', 'Under other', { x: 3400, y: 500, boss: lone });
    attempt(runtime, () => runtime.editor.move(new Map([[ids.a, { x: -500, y: 900 }]])));
    expect(placeOf(ids.a)).toBe('-500 900');
    addChild(runtime, ids.right);
    expect(placeOf(under)).toBe('3400 500');
  });

  it('LIVE-7 a pinned box stays where it is', () => {
    runtime.editor.setAttributes([ids.b], { pinned: true });
    const at = placeOf(ids.b);
    addChild(runtime, ids.left);
    expect(placeOf(ids.b)).toBe(at);
  });
});

it('LIVE-8 while it is off, a tree arranged by hand keeps its places', () => {
  const before = placeOf(ids.left);
  attempt(runtime, () => runtime.editor.reparent([ids.c], ids.right));
  expect(placeOf(ids.left)).toBe(before);
  expect(untidy(ids.top)).toBeGreaterThan(0);
});

describe('how reports stand, as a command', () => {
  it('ARRANGE-20 lays the branch out at once, as one step, its head where it was', async () => {
    runtime.select(ids.left);
    const [head, before] = [placeOf(ids.left), placeOf(ids.a)];
    run('arrange.reports-stack');
    await expect.poll(() => runtime.board.elements.get(ids.left)?.attributes['arrange']).toBe('stack');
    const ys = [ids.a, ids.b, ids.c].map((id) => runtime.board.elements.get(id)?.y ?? 0);
    expect(ys[0]).toBeLessThan(ys[1] ?? 0);
    expect(ys[1]).toBeLessThan(ys[2] ?? 0);
    expect(placeOf(ids.left)).toBe(head);
    runtime.undo.undo();
    expect(placeOf(ids.a)).toBe(before);
    expect(runtime.board.elements.get(ids.left)?.attributes['arrange']).toBeUndefined();
  });

  it('ARRANGE-21 makes room in a tidy tree, and overlaps nothing', async () => {
    run('arrange.tidy');
    await expect.poll(() => untidy(ids.top)).toBe(0);
    for (const boss of [ids.right, ids.left]) {
      addChild(runtime, boss);
      addChild(runtime, boss);
    }
    runtime.select(ids.left, ids.right);
    run('arrange.reports-stack2');
    await expect.poll(() => runtime.board.elements.get(ids.right)?.attributes['arrange']).toBe('stack2');
    const all = [...runtime.board.elements.values()];
    const over = all.flatMap((a) =>
      all.filter((b) => a.id < b.id && boxesOverlap(a, b, 8)).map((b) => `${a.name} ${b.name}`),
    );
    expect(over).toEqual([]);
  });

  it('ARRANGE-22 automatic removes the word, and an assistant is moved beside the trunk', async () => {
    runtime.select(ids.left);
    run('arrange.reports-grid');
    run('arrange.reports-automatic');
    await expect.poll(() => runtime.board.elements.get(ids.left)?.attributes['arrange']).toBeUndefined();
    runtime.select(ids.b);
    run('arrange.assistant');
    await expect.poll(() => runtime.board.elements.get(ids.b)?.attributes['assistant']).toBe(true);
    const [a, b] = [runtime.board.elements.get(ids.a), runtime.board.elements.get(ids.b)];
    expect(b?.y).toBeLessThan(a?.y ?? 0);
  });

  it('ARRANGE-23 is not offered for a box that nobody reports to', () => {
    runtime.select(ids.a);
    expect(run('arrange.reports-row')).toBe(false);
    expect(run('arrange.pinned')).toBe(true);
    expect(runtime.board.elements.get(ids.a)?.attributes['pinned']).toBe(true);
  });
});
