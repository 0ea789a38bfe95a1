import { boundsOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Box, Id } from '#shared/board/model.ts';
import { reducedMotion } from '../canvas/view-control.ts';
import { attempt } from '../gestures/attempt.ts';
import { glide, morphTo, stepsTo } from '../gestures/morph.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import type { LayoutPreview } from '../state/ui-store.ts';

/** A layout that moves more boxes than this is shown before it is applied; undo is enough for a smaller one. */
export const SHOWN_FROM = 12;

/** Margin that showing exactly a part of the board adds at each side, in CSS pixels. */
const EDGE = 8;

/** Where each window looked before a layout was shown, to look there again when it is not applied. */
const lookedAt = new WeakMap<BoardRuntime, Box>();

/** How many boxes of elements a layout moves. */
export const movedBy = (runtime: BoardRuntime, boxes: ReadonlyMap<Id, Box>): number =>
  [...boxes.keys()].filter((id) => runtime.view.board.elements.has(id)).length;

/** Writes how reports stand, element by element. Call inside a transaction. */
export function writeArrange(runtime: BoardRuntime, arrange: LayoutPreview['arrange']): void {
  for (const [id, mode] of arrange) {
    if (runtime.view.board.elements.has(id)) runtime.editor.setAttributes([id], { arrange: mode });
  }
}

/** Applies a small layout at once; shows a large one, to be applied or dropped. Answers whether it was applied. */
export async function offerLayout(runtime: BoardRuntime, preview: LayoutPreview, whole: boolean): Promise<boolean> {
  dropPreview(runtime, true);
  if (movedBy(runtime, preview.boxes) > SHOWN_FROM) {
    await showPreview(runtime, preview, whole);
    return false;
  }
  const done = morphTo(runtime, preview.boxes, () => writeArrange(runtime, preview.arrange));
  if (whole) runtime.control?.fit();
  return done;
}

/** Shows where boxes would go, without writing anything. */
async function showPreview(runtime: BoardRuntime, preview: LayoutPreview, whole: boolean): Promise<void> {
  const { control, ui } = runtime;
  const seen = control?.visible();
  if (seen !== undefined) lookedAt.set(runtime, seen);
  const steps = stepsTo(runtime, preview.boxes);
  const still = reducedMotion();
  ui.setState({
    preview,
    morph: still ? preview.boxes : new Map(steps.map((step) => [step.id, step.from])),
    announcement: `${preview.title}. Enter applies it, Escape keeps it as it was.`,
  });
  if (whole) control?.fit();
  else {
    const around = boundsOf(preview.boxes.values());
    if (around !== null) control?.reveal(around);
  }
  if (still) return;
  await glide(runtime, steps);
  if (ui.getState().preview === preview) ui.setState({ morph: preview.boxes });
}

/** Writes what is shown, as one step of undo. Answers whether the board took it. */
export function applyPreview(runtime: BoardRuntime): boolean {
  const { preview } = runtime.ui.getState();
  if (preview === null) return false;
  const { board } = runtime.view;
  const zones = new Set(indexBoard(board).zones.map((zone) => zone.id));
  const still = new Map([...preview.boxes].filter(([id]) => board.elements.has(id) || zones.has(id)));
  const done = attempt(runtime, () => {
    writeArrange(runtime, preview.arrange);
    runtime.editor.resize(still);
    return true;
  });
  lookedAt.delete(runtime);
  runtime.ui.setState({
    preview: null,
    morph: null,
    ...(done === null ? {} : { announcement: 'Done. Undo brings it back as it was.' }),
  });
  return done !== null;
}

/** Puts everything back to where it is on the board; at once, or on its way. */
export function dropPreview(runtime: BoardRuntime, atOnce = false): void {
  const { preview, morph } = runtime.ui.getState();
  if (preview === null) return;
  const seen = lookedAt.get(runtime);
  lookedAt.delete(runtime);
  if (atOnce || reducedMotion()) {
    runtime.ui.setState({ preview: null, morph: null });
    return;
  }
  const back = stepsTo(runtime, preview.boxes).map(({ id, from, to }) => ({
    id,
    from: morph?.get(id) ?? to,
    to: from,
  }));
  runtime.ui.setState({ preview: null, announcement: 'Kept as it was.' });
  if (seen !== undefined) {
    const { zoom } = runtime.ui.getState();
    const edge = EDGE / zoom;
    runtime.control?.contain({ x: seen.x + edge, y: seen.y + edge, w: seen.w - 2 * edge, h: seen.h - 2 * edge });
  }
  void glide(runtime, back).then(() => {
    if (runtime.ui.getState().preview === null) runtime.ui.setState({ morph: null });
  });
}
