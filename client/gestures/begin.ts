import type { Id } from '#shared/board/model.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { type Hit, hitTest } from '../canvas/hit-test.ts';
import { followLink } from '../links/follow-link.ts';
import { imageAt, moveImage } from '../tracing/tracing-gesture.ts';
import { dragItems } from './drag-items.ts';
import { type Gesture, type PointerState, pressed } from './gesture.ts';
import { marquee } from './marquee.ts';
import { withGroups } from './moving-set.ts';
import { drawArea, placeFriction, placing } from './place.ts';
import { relate } from './relate.ts';

const DEFAULT_FRICTION = 'it-embed-vs-partner';

export const hitAt = ({ scene, camera }: CanvasParts, pointer: PointerState): Hit | null =>
  hitTest(scene, pointer.at, camera.get().zoom);

/** A press on a tracing layer where nothing of the drawing is: a click selects it, a drag moves it. */
function tracing(parts: CanvasParts, start: PointerState): Gesture | null {
  const { runtime } = parts;
  const image = runtime.can('board.edit') ? imageAt(runtime, start.at) : null;
  if (image === null) return null;
  const choose = () =>
    runtime.ui.setState({ selection: new Set(), tracing: image.id, announcement: 'Tracing layer selected.' });
  return pressed(start, choose, (from) => {
    // Only one that is selected moves: elsewhere a drag draws a marquee, as on empty board.
    return runtime.ui.getState().tracing === image.id ? moveImage(parts, image.id, from) : marquee(parts, from);
  });
}

function select(parts: CanvasParts, id: Id, pointer: PointerState): void {
  const { runtime, scene } = parts;
  const { selection } = runtime.ui.getState();
  if (!(pointer.shift || pointer.mod)) {
    runtime.ui.setState({ selection: withGroups(scene.board, [id]) });
    return;
  }
  const next = new Set(selection);
  if (next.has(id)) next.delete(id);
  else for (const one of withGroups(scene.board, [id])) next.add(one);
  runtime.ui.setState({ selection: next });
}

/** Press with the pointer tool: on something a click selects and a drag moves; elsewhere a drag draws a marquee. */
function selecting(parts: CanvasParts, start: PointerState): Gesture {
  const { runtime } = parts;
  const hit = hitAt(parts, start);
  const editor = runtime.can('board.edit');
  const onImage = hit === null ? tracing(parts, start) : null;
  if (onImage !== null) return onImage;
  const movable =
    hit !== null && hit.type !== 'relation' && hit.type !== 'tiger' && (hit.type !== 'zone' || hit.handle);
  const click = (pointer: PointerState) => {
    if (hit !== null && pointer.alt && followLink(runtime, hit.id)) return;
    if (hit !== null) select(parts, hit.id, pointer);
    else if (!(pointer.shift || pointer.mod)) runtime.ui.setState({ selection: new Set(), tracing: null });
  };
  return pressed(start, click, (from) => {
    if (hit === null || !movable || (from.shift && !runtime.ui.getState().selection.has(hit.id))) {
      return marquee(parts, from);
    }
    if (!runtime.ui.getState().selection.has(hit.id)) select(parts, hit.id, { ...from, shift: false, mod: false });
    return editor ? dragItems(parts, from) : null;
  });
}

/** The gesture that a press with the current tool begins; `null` when the press is not for us (a hand pans). */
export function begin(parts: CanvasParts, start: PointerState): Gesture | null {
  const { tool } = parts.runtime.ui.getState();
  if (tool.tool === 'hand') return null;
  if (!parts.runtime.can('board.edit')) return selecting(parts, start);
  switch (tool.tool) {
    case 'select':
      return selecting(parts, start);
    case 'place':
      return placing(parts, tool.kind);
    case 'zone':
    case 'frame':
      return drawArea(parts, tool.tool, start);
    case 'relate': {
      const hit = hitAt(parts, start);
      const from = hit !== null && parts.scene.board.elements.has(hit.id) ? hit.id : null;
      return from === null ? selecting(parts, start) : relate(parts, from, tool.kind);
    }
    case 'friction':
      return pressed(
        start,
        (pointer) =>
          placeFriction(parts, tool.friction ?? DEFAULT_FRICTION, hitAt(parts, pointer)?.id ?? null, pointer.at),
        (from) => marquee(parts, from),
      );
  }
}
