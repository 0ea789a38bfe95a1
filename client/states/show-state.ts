import type { Board, Box, Id, StateId } from '#shared/board/model.ts';
import { reducedMotion } from '../canvas/view-control.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { fadeStep } from './step-fade.ts';

/** Milliseconds of a step from one state to another (design, motion). */
export const STEP = 420;

const ease = (t: number): number => (t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2);

interface Glide {
  readonly id: Id;
  readonly from: Box;
  readonly to: Box;
}

const boxOf = ({ x, y, w, h }: Box): Box => ({ x, y, w, h });
const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

/** What stands elsewhere in the other board, by id: elements and zones. */
export function glidesBetween(before: Board, after: Board): Glide[] {
  const glides: Glide[] = [];
  const add = (id: Id, from: Box | undefined, to: Box): void => {
    if (from !== undefined && !sameBox(from, to)) glides.push({ id, from: boxOf(from), to: boxOf(to) });
  };
  for (const [id, element] of after.elements) add(id, before.elements.get(id), element);
  for (const [id, overlay] of after.overlays) {
    const was = before.overlays.get(id);
    if (overlay.kind === 'zone' && was?.kind === 'zone') add(id, was, overlay);
  }
  return glides;
}

const running = new WeakMap<BoardRuntime, number>();

const at = ({ from, to }: Glide, t: number): Box => ({
  x: from.x + (to.x - from.x) * t,
  y: from.y + (to.y - from.y) * t,
  w: from.w + (to.w - from.w) * t,
  h: from.h + (to.h - from.h) * t,
});

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** What a step says to those who do not see it. */
export function stepSentence(title: string, before: Board, after: Board): string {
  const added = [...after.elements.keys()].filter((id) => !before.elements.has(id)).length;
  const gone = [...before.elements.keys()].filter((id) => !after.elements.has(id)).length;
  const both = `${added} new, ${gone} gone`;
  const news = added + gone === 0 ? 'the same as before' : both;
  return `${title}: ${count(after.elements.size, 'element')}, ${news}.`;
}

/**
 * Shows another state of the board. What is in both glides from where it stood to where it stands, by id; what is new or gone
 * fades. With reduced motion it cuts. A state the board does not have is passed over.
 */
export function showState(runtime: BoardRuntime, state: StateId): void {
  const { view, ui } = runtime;
  const title = view.states.find(({ id }) => id === state)?.title;
  if (title === undefined || view.state === state) return;
  const before = view.board;
  const after = view.readState(state) ?? before;
  const still = reducedMotion();
  const glides = still ? [] : glidesBetween(before, after);
  const { selection } = ui.getState();
  const kept = [...selection].filter(
    (id) => after.elements.has(id) || after.relations.has(id) || after.overlays.has(id) || after.frames.has(id),
  );
  cancelAnimationFrame(running.get(runtime) ?? 0);
  ui.setState({
    editing: null,
    drag: null,
    ...(kept.length === selection.size ? {} : { selection: new Set(kept) }),
    morph: glides.length === 0 ? null : new Map(glides.map((glide) => [glide.id, glide.from])),
    announcement: stepSentence(title, before, after),
  });
  view.show(state);
  if (!still) fadeStep(runtime, before, after, STEP);
  if (glides.length === 0) return;
  const started = performance.now();
  const frame = (): void => {
    const t = Math.min(1, (performance.now() - started) / STEP);
    const eased = ease(t);
    ui.setState({ morph: t === 1 ? null : new Map(glides.map((glide) => [glide.id, at(glide, eased)])) });
    if (t === 1) running.delete(runtime);
    else running.set(runtime, requestAnimationFrame(frame));
  };
  running.set(runtime, requestAnimationFrame(frame));
}
