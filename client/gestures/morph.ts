import type { Box, Id } from '#shared/board/model.ts';
import { reducedMotion } from '../canvas/view-control.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { attempt } from './attempt.ts';

/** Milliseconds of an animated layout (design, motion). */
const MORPH = 420;

const ease = (t: number): number => (t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2);

const between = (a: Box, b: Box, t: number): Box => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  w: a.w + (b.w - a.w) * t,
  h: a.h + (b.h - a.h) * t,
});

const running = new WeakMap<BoardRuntime, number>();

interface Step {
  readonly id: Id;
  readonly from: Box;
  readonly to: Box;
}

/** Shows boxes on their way; resolves when they stand at their ends, which stay shown. A later glide ends an earlier one. */
export function glide(runtime: BoardRuntime, steps: readonly Step[]): Promise<void> {
  cancelAnimationFrame(running.get(runtime) ?? 0);
  return new Promise((done) => {
    const started = performance.now();
    const frame = () => {
      const t = Math.min(1, (performance.now() - started) / MORPH);
      const now = ease(t);
      runtime.ui.setState({ morph: new Map(steps.map((step) => [step.id, between(step.from, step.to, now)])) });
      if (t === 1) {
        running.delete(runtime);
        done();
      } else running.set(runtime, requestAnimationFrame(frame));
    };
    running.set(runtime, requestAnimationFrame(frame));
  });
}

/** What moves, from where it is on the board; `null` for what has no place of its own. */
export function stepsTo(runtime: BoardRuntime, boxes: ReadonlyMap<Id, Box>): Step[] {
  const { board } = runtime.view;
  return [...boxes].flatMap(([id, to]) => {
    const overlay = board.overlays.get(id);
    const from = board.elements.get(id) ?? board.frames.get(id) ?? (overlay?.kind === 'zone' ? overlay : undefined);
    return from === undefined ? [] : [{ id, from: { x: from.x, y: from.y, w: from.w, h: from.h }, to }];
  });
}

/**
 * Moves boxes to new places: written to the document at once, as one undo step, and shown as a glide of 420 ms. Resolves when
 * everything stands still. With reduced motion nothing glides. `more` is written in the same step. Answers `false` when the
 * board refused the change.
 */
export async function morphTo(runtime: BoardRuntime, boxes: ReadonlyMap<Id, Box>, more?: () => void): Promise<boolean> {
  const steps = stepsTo(runtime, boxes);
  if (steps.length === 0 && more === undefined) return true;
  const still = reducedMotion() || steps.length === 0;
  if (!still) runtime.ui.setState({ morph: new Map(steps.map((step) => [step.id, step.from])) });
  const written = attempt(runtime, () => {
    more?.();
    runtime.editor.resize(new Map(steps.map((step) => [step.id, step.to])));
    return true;
  });
  if (written !== null && !still) await glide(runtime, steps);
  runtime.ui.setState({ morph: null });
  return written !== null;
}
