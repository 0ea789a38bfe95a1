import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Anchor } from '#shared/critique/comment.ts';
import { createLiveStore } from '../../../client/canvas/live-state.ts';
import { createScene, type Scene } from '../../../client/canvas/scene.ts';
import { middleOf, placeOf } from '../../../client/critique/pins/anchor-place.ts';
import { groupPins, kindCounts, placePins, REACH, splitOf } from '../../../client/critique/pins/pin-groups.ts';
import { setFolded } from '../../../client/gestures/fold.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';
import { onElement, shown } from './sample.ts';

let runtime: FakeRuntime;
let scene: Scene;
beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('presenter');
  scene = createScene(runtime, createLiveStore());
});
afterEach(() => {
  scene.destroy();
  runtime.destroy();
});

const at = (anchor: Anchor): { x: number; y: number } => placeOf(anchor, scene).at;

describe('where a pin stands', () => {
  it('PIN-11 stands on its element and rides along while it is dragged and when it has moved', () => {
    const id = runtime.add('unit', 'Web', { x: 100, y: 100 });
    const before = at(onElement(id));
    const box = runtime.board.elements.get(id);
    expect(before.x).toBeGreaterThan(100);
    expect(before.x).toBeLessThan(100 + (box?.w ?? 0));
    runtime.ui.setState({ drag: new Map([[id, { x: 300, y: 180 }]]) });
    expect(at(onElement(id))).toEqual({ x: before.x + 200, y: before.y + 80 });
    runtime.ui.setState({ drag: null });
    runtime.editor.move(new Map([[id, { x: 140, y: 100 }]]));
    expect(at(onElement(id))).toEqual({ x: before.x + 40, y: before.y });
  });

  it('PIN-12 keeps the part of a large thing that was meant when it is resized', () => {
    const id = runtime.add('unit', 'Web', { x: 0, y: 0 });
    const anchor: Anchor = { on: 'element', id, name: 'Web', last: { x: 0, y: 0 }, part: { x: 0.5, y: 0.25 } };
    const { w, h } = runtime.board.elements.get(id) ?? { w: 0, h: 0 };
    expect(at(anchor)).toEqual({ x: w / 2, y: h / 4 });
  });

  it('PIN-13 stands in the middle of a line', () => {
    expect(
      middleOf([
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 60 },
      ]),
    ).toEqual({ x: 80, y: 0 });
    expect(middleOf([])).toBeNull();
    const a = runtime.add('unit', 'Web', { x: 0, y: 0 });
    const b = runtime.add('unit', 'Data', { x: 600, y: 0 });
    const id = runtime.editor.relate('serves', a, b);
    const place = placeOf({ on: 'relation', id, name: 'Web serves Data', last: { x: 0, y: 0 } }, scene);
    expect(place.gone).toBe(false);
    expect(place.at.x).toBeGreaterThan(168);
    expect(place.at.x).toBeLessThan(600);
  });

  it('PIN-14 stands where it stood last when its thing is removed, and on it again after undo', () => {
    const id = runtime.add('unit', 'Web', { x: 100, y: 100 });
    const there = at(onElement(id));
    runtime.undo.stop();
    runtime.editor.remove([id]);
    expect(placeOf(onElement(id), scene)).toEqual({ at: { x: 900, y: 400 }, gone: true, under: null });
    runtime.undo.undo();
    expect(placeOf(onElement(id), scene)).toEqual({ at: there, gone: false, under: null });
  });

  it('PIN-15 rolls up on the folded head, and comes down when it is opened', () => {
    const head = runtime.add('role', 'Chief', { x: 0, y: 0 });
    const below = runtime.add('unit', 'Web', { x: 0, y: 200, boss: head });
    setFolded(runtime, [head], true);
    expect(placeOf(onElement(below), scene).under).toBe(head);
    expect(at(onElement(below))).toEqual(at(onElement(head)));
    const placed = placePins([shown('c1', onElement(below)), shown('c2', onElement(below))], scene, 'now');
    expect(placed.pins).toEqual([]);
    expect(groupPins(placed, 1)).toMatchObject([{ under: head, pins: [{}, {}] }]);
    setFolded(runtime, [head], false);
    expect(placeOf(onElement(below), scene).under).toBeNull();
  });

  it('PIN-16 stands at the corner of its part of the board, and those on the whole board at its top left', () => {
    expect(at({ on: 'area', box: { x: 10, y: 20, w: 100, h: 50 } })).toEqual({ x: 110, y: 20 });
    runtime.add('unit', 'Web', { x: 200, y: 300 });
    expect(at({ on: 'board' }).x).toBeLessThan(200);
    const { pins } = placePins([shown('c1', { on: 'board' }), shown('c2', { on: 'board' })], scene, 'now');
    expect(Math.abs((pins[0]?.at.y ?? 0) - (pins[1]?.at.y ?? 0))).toBeGreaterThanOrEqual(REACH);
  });

  it('PIN-17 counts comments on another state instead of showing them', () => {
    const id = runtime.add('unit', 'Web');
    const there: Anchor = { ...onElement(id), state: 'target' } as Anchor;
    const placed = placePins([shown('c1', there), shown('c2', onElement(id))], scene, 'now');
    expect(placed.pins.map((pin) => pin.comment.id)).toEqual(['c2']);
    expect([...placed.elsewhere]).toEqual([['target', 1]]);
    expect(placePins([shown('c1', there)], scene, 'target').pins).toHaveLength(1);
  });
});

describe('pins that would lie over one another', () => {
  const apart = (units: number) => {
    const pins = [0, 1].map((i) => ({
      comment: shown(`c${i}`, onElement(`e${i}`), {}, i === 0 ? 'question' : 'works'),
      at: { x: i * units, y: 0 },
      gone: false,
    }));
    return { pins, rolled: new Map(), elsewhere: new Map() };
  };

  it('PIN-21 join when they are nearer than 28 pixels on screen, and only then', () => {
    expect(groupPins(apart(40), 1)).toHaveLength(2);
    expect(groupPins(apart(40), 0.69)).toHaveLength(1);
    expect(groupPins(apart(40), 0.71)).toHaveLength(2);
    expect(groupPins(apart(27), 1)).toHaveLength(1);
  });

  it('PIN-22 tell how many of each kind they are', () => {
    const [group] = groupPins(apart(10), 1);
    expect(kindCounts(group?.pins ?? [])).toEqual([
      { kind: 'question', count: 1 },
      { kind: 'works', count: 1 },
    ]);
  });

  it('PIN-23 fall apart at the zoom that a click goes to', () => {
    const [group] = groupPins(apart(10), 1);
    const split = group === undefined ? null : splitOf(group);
    expect(split).not.toBeNull();
    expect(groupPins(apart(10), split?.zoom ?? 0)).toHaveLength(2);
    const [never] = groupPins(apart(0), 1);
    expect(never === undefined ? undefined : splitOf(never)).toBeNull();
  });

  it('PIN-24 stand beside one another on the same thing at full size, in the order of reading', () => {
    const id = runtime.add('unit', 'Web', { x: 0, y: 0 });
    const many = Array.from({ length: 6 }, (_, i) => shown(`c${i}`, onElement(id)));
    const placed = placePins(many, scene, 'now');
    expect(groupPins(placed, 1)).toHaveLength(6);
    const rows = placed.pins.map((pin) => pin.at.y);
    expect([...rows].sort((a, b) => a - b)).toEqual(rows);
  });

  it('PIN-25 hold every comment exactly once, two hundred as two', () => {
    const ids = Array.from({ length: 50 }, (_, i) =>
      runtime.add('unit', `Team ${i}`, { x: (i % 10) * 240, y: Math.floor(i / 10) * 160 }),
    );
    const many = Array.from({ length: 200 }, (_, i) => shown(`c${i}`, onElement(ids[i % 50] ?? '')));
    const placed = placePins(many, scene, 'now');
    const groups = groupPins(placed, 0.2);
    expect(groups.flatMap((group) => group.pins)).toHaveLength(200);
    expect(groups.length).toBeLessThan(100);
  });
});
