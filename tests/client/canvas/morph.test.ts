import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLabRuntime, type LabRuntime } from '../../../client/debug/canvas-lab/lab-runtime.ts';
import { morphTo } from '../../../client/gestures/morph.ts';

let runtime: LabRuntime;

const motion = (reduced: boolean) =>
  vi.stubGlobal('matchMedia', () => ({ matches: reduced }) as unknown as MediaQueryList);

beforeEach(() => {
  runtime = createLabRuntime('presenter');
  for (const [id, x] of [
    ['a', 0],
    ['b', 400],
  ] as const) {
    runtime.editor.addElement({ kind: 'unit', id, x, y: 0, w: 168, h: 72 });
  }
  runtime.undo.stop();
});

afterEach(() => {
  vi.unstubAllGlobals();
  runtime.destroy();
});

const target = new Map([
  ['a', { x: 800, y: 400, w: 168, h: 72 }],
  ['b', { x: 800, y: 600, w: 200, h: 72 }],
]);

it('CANVAS-48 an animated layout is written at once and shown on its way; one undo takes all of it back', async () => {
  motion(false);
  const places: number[] = [];
  const stop = runtime.ui.subscribe(({ morph }) => {
    const at = morph?.get('a');
    if (at !== undefined) places.push(at.x);
  });
  const moved = morphTo(runtime, target);
  expect(runtime.view.board.elements.get('a')).toMatchObject({ x: 800, y: 400 });
  expect(runtime.ui.getState().morph?.get('a')).toMatchObject({ x: 0, y: 0 });
  expect(await moved).toBe(true);
  stop();
  expect(runtime.ui.getState().morph).toBeNull();
  expect(places.some((x) => x > 0 && x < 800)).toBe(true);
  runtime.undo.undo();
  expect(runtime.view.board.elements.get('a')).toMatchObject({ x: 0, y: 0 });
  expect(runtime.view.board.elements.get('b')).toMatchObject({ x: 400, w: 168 });
});

it('CANVAS-49 with reduced motion a layout is there at once', async () => {
  motion(true);
  const seen = vi.fn();
  const stop = runtime.ui.subscribe(({ morph }) => morph !== null && seen());
  expect(await morphTo(runtime, target)).toBe(true);
  stop();
  expect(seen).not.toHaveBeenCalled();
  expect(runtime.view.board.elements.get('b')).toMatchObject({ x: 800, y: 600, w: 200 });
});
