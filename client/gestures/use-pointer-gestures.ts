import { useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Id, Point } from '#shared/board/model.ts';
import { toBoard } from '../canvas/camera.ts';
import { type CanvasParts, useCanvas } from '../canvas/canvas-context.ts';
import { resizeImage } from '../tracing/tracing-gesture.ts';
import { begin, hitAt } from './begin.ts';
import type { Gesture, PointerState } from './gesture.ts';
import { createLongPress } from './long-press.ts';
import { addZoneAt, ghostOf, type PaletteDrag, placeElement, placeFriction } from './place.ts';
import { relate } from './relate.ts';
import { type Corner, resize } from './resize.ts';

/** Within this many CSS pixels of an edge the view pans while something is dragged, faster nearer to it. */
const EDGE = 36;
/** Most that the view pans in a frame, in CSS pixels. */
const EDGE_SPEED = 16;
/** Milliseconds after a pen was seen during which touches do nothing but move the board. */
const PEN_REST = 1000;
/** Type of what the palette puts on a drag. */
const TYPE = 'application/x-orgora';

const edgePan = (at: number, size: number): number => {
  if (at < EDGE) return Math.min(1, (EDGE - at) / EDGE) * EDGE_SPEED;
  if (at > size - EDGE) return -Math.min(1, (at - size + EDGE) / EDGE) * EDGE_SPEED;
  return 0;
};

const own = (event: Event): boolean =>
  event.target instanceof Element &&
  event.target.closest('[data-own-pointer],input,textarea,button:not([data-handle])') !== null;

/** On a handle what it belongs to stays hovered, or it would go before it can be pressed. */
const onControl = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest('[data-own-pointer],input,textarea,button') !== null;

/** A press on a handle of the selection: which one, and of what. */
function handleGesture(parts: CanvasParts, event: PointerEvent, start: PointerState): Gesture | null {
  const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
  const image = handle?.dataset['tracing'];
  if (image !== undefined) return resizeImage(parts, image, (handle?.dataset['handle'] ?? 'se') as Corner, start);
  const id = handle?.dataset['of'];
  if (handle === null || id === undefined) return null;
  const what = handle.dataset['handle'] ?? '';
  return what === 'line' ? relate(parts, id, null) : resize(parts, id, what as Corner, start);
}

/**
 * Every gesture with a pointer, on painted and on page elements alike: what is under it is asked from the spatial index, never
 * from the page. React Flow keeps the wheel, the middle button, the hand and touches on empty board.
 */
export function usePointerGestures(root: { readonly current: HTMLElement | null }): { readonly spacePressed: boolean } {
  const parts = useCanvas();
  const flow = useStoreApi();
  const [spacePressed, setSpace] = useState(false);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const { runtime, camera, live } = parts;
    let gesture: Gesture | null = null;
    let pointerId = -1;
    let last: PointerState | null = null;
    let frame = 0;
    let space = false;
    let hoverAt: PointerEvent | null = null;
    let corner = element.getBoundingClientRect();
    const resized = new ResizeObserver(() => {
      corner = element.getBoundingClientRect();
    });
    resized.observe(element);
    const stopper = new AbortController();
    const { signal } = stopper;

    const stateOf = (event: PointerEvent | MouseEvent): PointerState => {
      const inside: Point = { x: event.clientX - corner.left, y: event.clientY - corner.top };
      return {
        at: toBoard(camera.get(), inside),
        client: { x: event.clientX, y: event.clientY },
        shift: event.shiftKey,
        alt: event.altKey,
        mod: event.ctrlKey || event.metaKey,
      };
    };

    const rebased = (pointer: PointerState): PointerState => {
      const inside = { x: pointer.client.x - corner.left, y: pointer.client.y - corner.top };
      return { ...pointer, at: toBoard(camera.get(), inside) };
    };

    const pan = (pointer: PointerState): boolean => {
      const x = edgePan(pointer.client.x - corner.left, corner.width);
      const y = edgePan(pointer.client.y - corner.top, corner.height);
      if (x === 0 && y === 0) return false;
      void flow.getState().panBy({ x, y });
      return true;
    };

    const hover = (event: PointerEvent) => {
      const pointer = stateOf(event);
      runtime.room.show({ cursor: { x: Math.round(pointer.at.x), y: Math.round(pointer.at.y) } });
      const { tool, hovered } = runtime.ui.getState();
      live.setState({
        ghost: tool.tool === 'place' && runtime.can('board.edit') ? ghostOf(tool.kind, pointer.at) : null,
      });
      const hit = onControl(event) ? hovered : (hitAt(parts, pointer)?.id ?? null);
      if (hit !== hovered) runtime.ui.setState({ hovered: hit });
    };

    const tick = () => {
      frame = 0;
      if (gesture !== null && last !== null) {
        const panned = gesture.panAtEdges && pan(last);
        last = rebased(last);
        gesture.move(last);
        runtime.room.show({ cursor: { x: Math.round(last.at.x), y: Math.round(last.at.y) } });
        if (panned) request();
        return;
      }
      if (hoverAt !== null) hover(hoverAt);
      hoverAt = null;
    };
    const request = () => {
      if (frame === 0) frame = requestAnimationFrame(tick);
    };

    const finish = (how: 'end' | 'cancel', pointer: PointerState | null) => {
      const ending = gesture;
      gesture = null;
      cancelAnimationFrame(frame);
      frame = 0;
      if (ending === null) return;
      if (element.hasPointerCapture(pointerId)) element.releasePointerCapture(pointerId);
      if (how === 'cancel' || pointer === null) ending.cancel();
      else {
        ending.move(pointer);
        ending.end(pointer);
      }
    };

    const openMenu = (pointer: PointerState) => {
      finish('cancel', null);
      touchPans = false;
      const on = hitAt(parts, pointer)?.id ?? null;
      const { selection } = runtime.ui.getState();
      runtime.ui.setState({
        overlay: { type: 'context-menu', at: pointer.client, board: pointer.at, on },
        ...(on !== null && !selection.has(on) ? { selection: new Set([on]) } : {}),
      });
    };
    const press = createLongPress(openMenu);
    /** When a pen was last seen here, by the page's clock: until a moment later, touches are a hand that rests. */
    let penAt = Number.NEGATIVE_INFINITY;
    const isPalm = (event: PointerEvent): boolean =>
      event.pointerType === 'touch' && event.timeStamp - penAt < PEN_REST;
    const seePen = (event: PointerEvent) => {
      if (event.pointerType === 'pen') penAt = event.timeStamp;
    };
    let touchPans = false;
    let tapOn: Id | null = null;

    const leaveFollowing = () => {
      if (runtime.ui.getState().following !== null) runtime.ui.setState({ following: null });
    };

    element.addEventListener(
      'pointerdown',
      (event) => {
        seePen(event);
        // Beside a pen a touch only moves the board; the page's own panning does that.
        if (isPalm(event)) return;
        if (event.pointerType === 'touch' && !event.isPrimary) {
          // A second finger zooms: what the first one began is given up.
          press.stop();
          finish('cancel', null);
          return;
        }
        if (gesture !== null || own(event)) return;
        const { tool, overlay, editing } = runtime.ui.getState();
        if (overlay.type === 'context-menu' || overlay.type === 'relation-chooser') {
          runtime.ui.setState({ overlay: { type: 'none' } });
        }
        if (editing !== null) runtime.ui.setState({ editing: null });
        if (event.button === 1 || space || tool.tool === 'hand') leaveFollowing();
        if (event.button !== 0 || space || !event.isPrimary) return;
        corner = element.getBoundingClientRect();
        const start = stateOf(event);
        if (event.pointerType === 'touch') {
          press.start(start);
          const hit = hitAt(parts, start);
          // One finger on empty board or in the body of a zone pans; a tap there is a click.
          tapOn = hit?.id ?? null;
          touchPans = tool.tool === 'select' && (hit === null || (hit.type === 'zone' && !hit.handle));
          if (touchPans) {
            leaveFollowing();
            return;
          }
        }
        gesture = handleGesture(parts, event, start) ?? begin(parts, start);
        if (gesture === null) return;
        pointerId = event.pointerId;
        last = start;
        element.setPointerCapture(pointerId);
      },
      { capture: true, signal },
    );
    // While a gesture of ours runs, a touch must not pan as well.
    element.addEventListener('touchstart', (event) => gesture !== null && event.stopPropagation(), {
      capture: true,
      signal,
    });
    element.addEventListener(
      'pointermove',
      (event) => {
        seePen(event);
        if (isPalm(event)) return;
        if (event.pointerType === 'touch') press.move(stateOf(event));
        if (gesture !== null) {
          if (event.pointerId === pointerId) last = stateOf(event);
        } else hoverAt = event;
        request();
      },
      { signal },
    );
    element.addEventListener(
      'pointerup',
      (event) => {
        if (event.pointerType === 'touch' && press.stop() !== null && touchPans) {
          runtime.ui.setState({ selection: new Set(tapOn === null ? [] : [tapOn]) });
        }
        touchPans = false;
        if (event.pointerId === pointerId) finish('end', stateOf(event));
        if (event.pointerType === 'touch') return;
        // What is under the pointer may be another thing now.
        hoverAt = event;
        request();
      },
      { signal },
    );
    element.addEventListener(
      'pointercancel',
      (event) => {
        press.stop();
        touchPans = false;
        // A browser takes a resting hand back while the pen goes on.
        if (event.pointerId === pointerId || event.pointerType !== 'touch') finish('cancel', null);
      },
      { signal },
    );
    element.addEventListener(
      'pointerleave',
      () => {
        if (gesture !== null) return;
        hoverAt = null;
        live.setState({ ghost: null });
        runtime.ui.setState({ hovered: null });
        runtime.room.show({ cursor: null });
      },
      { signal },
    );
    element.addEventListener('wheel', leaveFollowing, { capture: true, passive: true, signal });
    element.addEventListener(
      'dblclick',
      (event) => {
        if (own(event) || !runtime.can('board.edit') || runtime.ui.getState().tool.tool !== 'select') return;
        const pointer = stateOf(event);
        const hit = hitAt(parts, pointer);
        if (hit === null || (hit.type === 'zone' && !hit.handle)) placeElement(parts, 'unit', pointer.at);
        else if (hit.type !== 'relation' && hit.type !== 'friction') {
          runtime.ui.setState({ selection: new Set([hit.id]), editing: { id: hit.id, initial: null } });
        }
      },
      { signal },
    );
    element.addEventListener(
      'contextmenu',
      (event) => {
        if (own(event)) return;
        event.preventDefault();
        press.stop();
        openMenu(stateOf(event));
      },
      { signal },
    );
    element.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes(TYPE) || !runtime.can('board.edit')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      { signal },
    );
    element.addEventListener(
      'drop',
      (event) => {
        const text = event.dataTransfer?.getData(TYPE) ?? '';
        if (text === '' || !runtime.can('board.edit')) return;
        event.preventDefault();
        const pointer = stateOf(event);
        dropFromPalette(parts, JSON.parse(text) as PaletteDrag, pointer);
      },
      { signal },
    );
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && gesture !== null) {
          event.preventDefault();
          event.stopPropagation();
          finish('cancel', null);
        }
        if (event.code !== 'Space' || own(event)) return;
        space = true;
        setSpace(true);
      },
      { capture: true, signal },
    );
    window.addEventListener(
      'keyup',
      (event) => {
        if (event.code !== 'Space') return;
        space = false;
        setSpace(false);
      },
      { capture: true, signal },
    );
    return () => {
      press.stop();
      finish('cancel', null);
      cancelAnimationFrame(frame);
      resized.disconnect();
      stopper.abort();
    };
  }, [parts, flow, root]);

  return { spacePressed };
}

function dropFromPalette(parts: CanvasParts, drag: PaletteDrag, pointer: PointerState): void {
  if (drag.place !== undefined) placeElement(parts, drag.place, pointer.at);
  else if (drag.tool === 'zone') addZoneAt(parts, { x: pointer.at.x - 200, y: pointer.at.y - 120, w: 400, h: 240 });
  else if (drag.tool === 'friction' && drag.friction !== undefined) {
    placeFriction(parts, drag.friction, hitAt(parts, pointer)?.id ?? null, pointer.at);
  }
}
