import type { Box, Id, Point } from '#shared/board/model.ts';
import { contains, covers, distanceTo, touches } from './geometry.ts';
import type { Scene } from './scene.ts';

export type HitType = 'element' | 'container' | 'relation' | 'zone' | 'frame' | 'tiger' | 'friction';

export interface Hit {
  readonly id: Id;
  readonly type: HitType;
  /** Its title bar or edge was met, not only its body. Always true for what has no body. */
  readonly handle: boolean;
}

/** How near a line counts as on it, in CSS pixels. */
const LINE_REACH = 6;
/** The same for the edge of a zone or a frame. */
const EDGE_REACH = 6;
const TITLE = 28;

const RANK: Readonly<Record<HitType, number>> = {
  friction: 0,
  tiger: 1,
  element: 2,
  relation: 3,
  container: 4,
  zone: 5,
  frame: 6,
};

const onEdge = (box: Box, at: Point, reach: number): boolean =>
  covers(box, at, reach) &&
  !(at.x > box.x + reach && at.x < box.x + box.w - reach && at.y > box.y + reach && at.y < box.y + box.h - reach);

function hitOf(scene: Scene, id: Id, at: Point, zoom: number): Hit | null {
  const board = scene.board;
  const element = board.elements.get(id);
  if (element !== undefined) {
    if (!covers(element, at)) return null;
    const container = scene.isContainer(id);
    return { id, type: container ? 'container' : 'element', handle: !container || at.y < element.y + 44 };
  }
  const route = scene.routes.get(id);
  if (route !== undefined) {
    const reach = LINE_REACH / zoom;
    for (let i = 1; i < route.points.length; i += 1) {
      const a = route.points[i - 1];
      const b = route.points[i];
      if (a !== undefined && b !== undefined && distanceTo(at, a, b) <= reach) {
        return { id, type: 'relation', handle: true };
      }
    }
    return null;
  }
  const frame = board.frames.get(id);
  if (frame !== undefined) return onEdge(frame, at, EDGE_REACH / zoom) ? { id, type: 'frame', handle: true } : null;
  const overlay = board.overlays.get(id);
  if (overlay === undefined) return null;
  const box = scene.boxOf(id);
  if (box === null || !covers(box, at)) return null;
  if (overlay.kind !== 'zone') return { id, type: overlay.kind, handle: true };
  return { id, type: 'zone', handle: at.y < overlay.y + TITLE || onEdge(overlay, at, EDGE_REACH / zoom) };
}

const area = (box: Box | null): number => (box === null ? 0 : box.w * box.h);

/**
 * What is under a point of the board, the topmost first: friction, flags, elements, lines, containers (innermost), zones,
 * frames. `without` are ids that do not count (what is being dragged).
 */
export function hitTest(scene: Scene, at: Point, zoom: number, without?: ReadonlySet<Id>): Hit | null {
  const reach = LINE_REACH / zoom;
  const near = scene.index.search({ x: at.x - reach, y: at.y - reach, w: 2 * reach, h: 2 * reach });
  let best: Hit | null = null;
  for (const id of near) {
    if (without?.has(id) === true) continue;
    const hit = hitOf(scene, id, at, zoom);
    if (hit === null) continue;
    if (best === null || RANK[hit.type] < RANK[best.type]) best = hit;
    else if (RANK[hit.type] === RANK[best.type] && area(scene.boxOf(hit.id)) < area(scene.boxOf(best.id))) best = hit;
  }
  return best;
}

/** Everything a marquee touches; containers, zones and frames only when they are wholly in it. */
export function idsIn(scene: Scene, box: Box): Id[] {
  const found: Id[] = [];
  for (const id of scene.index.search(box)) {
    const board = scene.board;
    const element = board.elements.get(id);
    if (element !== undefined) {
      if (scene.isContainer(id) ? contains(box, element) : touches(element, box)) found.push(id);
      continue;
    }
    const frame = board.frames.get(id);
    const overlay = board.overlays.get(id);
    if (frame !== undefined) {
      if (contains(box, frame)) found.push(id);
    } else if (overlay !== undefined) {
      if (overlay.kind === 'friction' || (overlay.kind === 'zone' && contains(box, overlay))) found.push(id);
    }
  }
  return found.sort();
}
