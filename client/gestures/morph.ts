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

/**
 * Moves boxes to new places: written to the document at once, as one undo step, and shown as a glide of 420 ms. Resolves when
 * everything stands still. With reduced motion nothing glides. Answers `false` when the board refused the change.
 */
export function morphTo(runtime: BoardRuntime, boxes: ReadonlyMap<Id, Box>): Promise<boolean> {
  const board = runtime.view.board;
  const steps: { id: Id; from: Box; to: Box }[] = [];
  for (const [id, to] of boxes) {
    const overlay = board.overlays.get(id);
    const from = board.elements.get(id) ?? board.frames.get(id) ?? (overlay?.kind === 'zone' ? overlay : undefined);
    if (from !== undefined) steps.push({ id, from: { x: from.x, y: from.y, w: from.w, h: from.h }, to });
  }
  if (steps.length === 0) return Promise.resolve(true);
  const still = reducedMotion();
  if (!still) runtime.ui.setState({ morph: new Map(steps.map((step) => [step.id, step.from])) });
  const written = attempt(runtime, () => {
    runtime.editor.resize(new Map(steps.map((step) => [step.id, step.to])));
    return true;
  });
  if (written === null || still) {
    runtime.ui.setState({ morph: null });
    return Promise.resolve(written !== null);
  }
  cancelAnimationFrame(running.get(runtime) ?? 0);
  return new Promise((done) => {
    const started = performance.now();
    const frame = () => {
      const t = Math.min(1, (performance.now() - started) / MORPH);
      if (t === 1) {
        running.delete(runtime);
        runtime.ui.setState({ morph: null });
        done(true);
        return;
      }
      const now = ease(t);
      runtime.ui.setState({ morph: new Map(steps.map((step) => [step.id, between(step.from, step.to, now)])) });
      running.set(runtime, requestAnimationFrame(frame));
    };
    running.set(runtime, requestAnimationFrame(frame));
  });
}
