import { addImage } from '#shared/board/images.ts';
import type { Point } from '#shared/board/model.ts';
import { attempt } from '../gestures/attempt.ts';
import { newId } from '../session/new-id.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { isPicture, prepareImage } from './prepare-image.ts';

/** Share of the window that a new picture takes at most. */
const SHARE = 0.7;

/** The first picture among files of a drop or a clipboard; `null` when there is none. */
export const pictureIn = (files: Iterable<Blob>): Blob | null => [...files].find(isPicture) ?? null;

/**
 * Lays a picture under the drawing, in the middle of the view or at a point, half transparent and selected. What goes wrong is
 * said in a sentence.
 */
export async function pasteImage(runtime: BoardRuntime, blob: Blob, at?: Point): Promise<void> {
  if (!runtime.can('board.edit')) return;
  const { state } = runtime.sync.getState();
  if (state === 'offline' || state === 'unsaved' || state === 'refused') {
    runtime.notify('Pictures need the server. Add this one when the board is saved again.');
    return;
  }
  try {
    const { bytes, w, h } = await prepareImage(blob);
    const seen = runtime.control?.visible() ?? { x: 0, y: 0, w: 1200, h: 800 };
    const scale = Math.min(1, (seen.w * SHARE) / w, (seen.h * SHARE) / h);
    const size = { w: Math.max(16, Math.round(w * scale)), h: Math.max(16, Math.round(h * scale)) };
    const middle = at ?? { x: seen.x + seen.w / 2, y: seen.y + seen.h / 2 };
    const box = { x: Math.round(middle.x - size.w / 2), y: Math.round(middle.y - size.h / 2), ...size };
    const id = newId();
    attempt(runtime, () => addImage(runtime.editor, id, box, bytes));
    runtime.ui.setState({
      selection: new Set(),
      tracing: id,
      announcement: 'Tracing layer added under the drawing. It is not part of exports.',
    });
  } catch (error) {
    runtime.notify(
      error instanceof Error ? error.message : 'This picture cannot be read. Save it as PNG and try again.',
    );
  }
}
