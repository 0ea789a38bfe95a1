import type { Box, Id, Point } from '#shared/board/model.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { boundsOf, onGrid } from '../canvas/geometry.ts';
import { attempt } from './attempt.ts';
import type { Gesture, PointerState } from './gesture.ts';

export type Corner = 'nw' | 'ne' | 'sw' | 'se';
export const CORNERS: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];

/** Least size of a zone or a frame, in units. */
const LEAST_AREA = { w: 96, h: 64 };

/** Least box: what the kind allows, and for a container what it holds. */
function leastOf(
  { scene }: CanvasParts,
  id: Id,
): { readonly size: { w: number; h: number }; readonly keep: Box | null } {
  const element = scene.board.elements.get(id);
  if (element === undefined) return { size: LEAST_AREA, keep: null };
  const kind = ELEMENT_KINDS[element.kind];
  const inside: Box[] = [];
  for (const one of scene.board.elements.values()) if (one.sitsIn === id) inside.push(one);
  const held = boundsOf(inside);
  const insets = kind.containerInsets;
  const keep =
    held === null
      ? null
      : {
          x: held.x - insets.side,
          y: held.y - insets.top,
          w: held.w + 2 * insets.side,
          h: held.h + insets.top + insets.bottom,
        };
  return { size: kind.leastSize, keep };
}

/** Pulls one corner of a box; the opposite corner stays. */
export function resize(parts: CanvasParts, id: Id, corner: Corner, start: PointerState): Gesture | null {
  const { runtime, scene, live } = parts;
  const from = scene.boxOf(id);
  if (from === null) return null;
  const { size, keep } = leastOf(parts, id);
  const west = corner.endsWith('w');
  const north = corner.startsWith('n');
  let box: Box = from;
  const pulled = (by: Point, free: boolean): Box => {
    const edge = free ? Math.round : onGrid;
    let left = west ? edge(from.x + by.x) : from.x;
    let top = north ? edge(from.y + by.y) : from.y;
    let right = west ? from.x + from.w : edge(from.x + from.w + by.x);
    let bottom = north ? from.y + from.h : edge(from.y + from.h + by.y);
    if (keep !== null) {
      left = west ? Math.min(left, keep.x) : left;
      top = north ? Math.min(top, keep.y) : top;
      right = west ? right : Math.max(right, keep.x + keep.w);
      bottom = north ? bottom : Math.max(bottom, keep.y + keep.h);
    }
    if (west) left = Math.min(left, right - size.w);
    else right = Math.max(right, left + size.w);
    if (north) top = Math.min(top, bottom - size.h);
    else bottom = Math.max(bottom, top + size.h);
    return { x: left, y: top, w: right - left, h: bottom - top };
  };
  const clear = () => live.setState({ resizing: null, busy: false });
  return {
    panAtEdges: true,
    move(pointer) {
      box = pulled({ x: pointer.at.x - start.at.x, y: pointer.at.y - start.at.y }, pointer.mod);
      live.setState({ resizing: new Map([[id, box]]), busy: true });
    },
    end() {
      clear();
      const changed = box.x !== from.x || box.y !== from.y || box.w !== from.w || box.h !== from.h;
      if (changed) attempt(runtime, () => runtime.editor.resize(new Map([[id, box]])));
    },
    cancel: clear,
  };
}
