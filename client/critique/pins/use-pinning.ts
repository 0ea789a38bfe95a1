import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Box, Id, Point } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import { toBoard } from '../../canvas/camera.ts';
import { type CanvasParts, useCanvas } from '../../canvas/canvas-context.ts';
import { boxBetween } from '../../canvas/geometry.ts';
import { type Hit, hitTest } from '../../canvas/hit-test.ts';
import { DRAG_THRESHOLD } from '../../gestures/gesture.ts';
import { beginComment } from '../comments/actions.ts';
import { LONGEST_NAME } from '../comments/anchor-of-thing.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { placeOf } from './anchor-place.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

/** Only a board with several states has comments that belong to one of them. */
const stateOf = ({ runtime }: CanvasParts): Pick<Extract<Anchor, { on: 'area' }>, 'state'> =>
  runtime.view.states.length > 1 ? { state: runtime.view.state } : {};

/** A comment on a thing: on its branch when it is folded, else on itself. `at` is where it was pointed at. */
export function anchorOn(parts: CanvasParts, id: Id, at: Point | null): Anchor | null {
  const { scene } = parts;
  const { board } = scene;
  const on = board.relations.has(id)
    ? ('relation' as const)
    : board.overlays.has(id)
      ? ('overlay' as const)
      : board.elements.has(id)
        ? ('element' as const)
        : null;
  if (on === null) return null;
  const plain: Anchor = {
    on,
    id,
    name: nameOf(board, id).slice(0, LONGEST_NAME),
    last: { x: 0, y: 0 },
    ...stateOf(parts),
  };
  const box = scene.boxOf(id);
  // In something large the place that was pointed at is what is meant; a small box has its pins at its corner.
  const large = board.overlays.get(id)?.kind === 'zone' || scene.isContainer(id);
  const part =
    at === null || box === null || !large
      ? {}
      : { part: { x: round((at.x - box.x) / Math.max(box.w, 1)), y: round((at.y - box.y) / Math.max(box.h, 1)) } };
  const anchor: Anchor = { ...plain, ...part };
  const { at: tip } = placeOf(anchor, scene);
  return { ...anchor, last: { x: Math.round(tip.x), y: Math.round(tip.y) } };
}

/** A comment on everything that reports to an element or sits in it. */
export function anchorOnBranch(parts: CanvasParts, id: Id): Anchor | null {
  const anchor = anchorOn(parts, id, null);
  if (anchor === null || anchor.on !== 'element') return anchor;
  return indexBoard(parts.scene.board).subtreeOf(id).length > 1 ? { ...anchor, on: 'subtree' } : anchor;
}

const areaOf = (parts: CanvasParts, box: Box): Anchor => ({
  on: 'area',
  box: { x: Math.round(box.x), y: Math.round(box.y), w: Math.round(box.w), h: Math.round(box.h) },
  ...stateOf(parts),
});

/** What a click means: the thing under it; a zone's body counts, a frame does not. */
function anchorAt(parts: CanvasParts, at: Point): Anchor {
  const hit: Hit | null = hitTest(parts.scene, at, parts.camera.get().zoom);
  return (hit === null ? null : anchorOn(parts, hit.id, at)) ?? { on: 'board' };
}

const isControl = (target: Element): boolean => target.closest('[data-own-pointer],input,textarea,button') !== null;

/**
 * While a pin is taken, the pointer is the pin's: a click comments on what is under it, a drag on a part of the board; Enter on
 * what is selected, else on the board; Escape puts the pin away. Answers the rectangle that is being drawn.
 */
export function usePinning(room: CritiqueRoom, ref: RefObject<HTMLElement | null>): Box | null {
  const parts = useCanvas();
  const pinning = useStore(room.ui, (ui) => ui.pinning);
  const [area, setArea] = useState<Box | null>(null);
  useEffect(() => {
    const root = ref.current?.closest<HTMLElement>('.board-canvas') ?? null;
    if (pinning === null || root === null) return undefined;
    const { runtime, camera } = parts;
    const stopper = new AbortController();
    const options = { capture: true, signal: stopper.signal };
    let start: { readonly id: number; readonly client: Point; readonly at: Point } | null = null;
    let dragged: Box | null = null;
    const onBoard = (event: PointerEvent): Point => {
      const corner = root.getBoundingClientRect();
      return toBoard(camera.get(), { x: event.clientX - corner.left, y: event.clientY - corner.top });
    };
    const begin = (anchor: Anchor): void => beginComment(runtime, room, pinning, anchor);
    const leave = (): void => {
      start = null;
      dragged = null;
      setArea(null);
    };
    root.dataset['pinning'] = pinning;
    window.addEventListener(
      'pointerdown',
      (event) => {
        const { target } = event;
        if (!(target instanceof Element) || !root.contains(target) || isControl(target)) return;
        if (start !== null || event.button !== 0 || !event.isPrimary || root.dataset['space'] === 'true') {
          // A second finger zooms: what the first began is given up.
          leave();
          return;
        }
        event.stopPropagation();
        start = { id: event.pointerId, client: { x: event.clientX, y: event.clientY }, at: onBoard(event) };
      },
      options,
    );
    window.addEventListener(
      'touchstart',
      (event) => {
        if (start !== null && event.touches.length === 1) event.stopPropagation();
      },
      options,
    );
    window.addEventListener(
      'pointermove',
      (event) => {
        if (start === null || event.pointerId !== start.id) return;
        const far = Math.hypot(event.clientX - start.client.x, event.clientY - start.client.y);
        if (dragged === null && far < 2 * DRAG_THRESHOLD) return;
        dragged = boxBetween(start.at, onBoard(event));
        setArea(dragged);
      },
      options,
    );
    window.addEventListener(
      'pointerup',
      (event) => {
        if (start === null || event.pointerId !== start.id) return;
        event.stopPropagation();
        const anchor = dragged === null ? anchorAt(parts, start.at) : areaOf(parts, dragged);
        leave();
        begin(anchor);
      },
      options,
    );
    window.addEventListener('pointercancel', leave, options);
    window.addEventListener(
      'keydown',
      (event) => {
        const { target } = event;
        const typing = target instanceof Element && target.closest('input,textarea,[role="dialog"]') !== null;
        if (typing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          room.ui.setState({ pinning: null });
          runtime.ui.setState({ announcement: 'The pin is put away.' });
          return;
        }
        const button = target instanceof Element && target.closest('button,a[href]') !== null;
        if (event.key !== 'Enter' || button) return;
        event.preventDefault();
        event.stopPropagation();
        const [first] = runtime.ui.getState().selection;
        const anchor = first === undefined ? null : anchorOn(parts, first, null);
        begin(anchor ?? { on: 'board' });
      },
      options,
    );
    return () => {
      stopper.abort();
      delete root.dataset['pinning'];
      setArea(null);
    };
  }, [pinning, room, parts, ref]);
  return area;
}
