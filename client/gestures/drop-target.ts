import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Box, Id, Point } from '#shared/board/model.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { centreOf, covers } from '../canvas/geometry.ts';
import { hitTest } from '../canvas/hit-test.ts';

export interface DropTarget {
  readonly id: Id;
  readonly as: 'report' | 'sits-in';
  /** Needs a short rest over it, because a box is only passing most of the time. */
  readonly dwell: boolean;
}

/** Height of the strip at the foot of a team, where a drop means "sits in", in units. */
const FOOT = 28;

/** Innermost container, not moving itself, in which a point lies. */
export function containerAt(parts: CanvasParts, at: Point, moving: ReadonlySet<Id>): BoardElement | null {
  let found: BoardElement | null = null;
  for (const container of parts.scene.containers) {
    if (!moving.has(container.id) && ELEMENT_KINDS[container.kind].holds && covers(container, at)) found = container;
  }
  return found;
}

/** Whether `boss` is one of these or stands anywhere under one of them. */
function standsUnder(board: Board, boss: Id, ids: ReadonlySet<Id>): boolean {
  const index = indexBoard(board);
  const seen = new Set<Id>();
  for (let at: Id | null = boss; at !== null && !seen.has(at); at = index.bossOf(at)) {
    if (ids.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** Why these cannot report to that one, in one sentence, or `null`. */
export function refuseReport(board: Board, ids: readonly Id[], boss: Id): string | null {
  const to = board.elements.get(boss);
  if (to === undefined) return 'It is not there any more.';
  for (const id of ids) {
    const from = board.elements.get(id);
    if (from === undefined) continue;
    const why = RELATIONS.reports.refuse(from, to, {});
    if (why !== null) return why;
  }
  if (standsUnder(board, boss, new Set(ids))) return 'It stands under what you are moving.';
  return null;
}

/** What a drop at this point would do, or `null` for a plain move. */
export function dropTargetAt(
  parts: CanvasParts,
  at: Point,
  moving: ReadonlySet<Id>,
  tops: readonly Id[],
): DropTarget | null {
  const { scene } = parts;
  const board = scene.board;
  if (tops.length === 0) return null;
  const hit = hitTest(scene, at, parts.camera.get().zoom, moving);
  if (hit !== null && hit.type === 'element') {
    const target = board.elements.get(hit.id);
    if (target === undefined) return null;
    const holds = ELEMENT_KINDS[target.kind].holds;
    if (holds && at.y > target.y + target.h - FOOT) return { id: hit.id, as: 'sits-in', dwell: true };
    if (refuseReport(board, tops, hit.id) === null) return { id: hit.id, as: 'report', dwell: true };
    return holds ? { id: hit.id, as: 'sits-in', dwell: true } : null;
  }
  const container = containerAt(parts, at, moving);
  if (container === null) return null;
  if (hit?.type === 'container' && hit.handle && refuseReport(board, tops, container.id) === null) {
    const all = tops.every((id) => board.elements.get(id)?.sitsIn === container.id);
    if (!all) return { id: container.id, as: 'report', dwell: true };
  }
  const inside = tops.every((id) => board.elements.get(id)?.sitsIn === container.id);
  return inside ? null : { id: container.id, as: 'sits-in', dwell: false };
}

/** Container each of these sits in when it is dropped where its box is, `undefined` for no change. */
export function seatAt(parts: CanvasParts, id: Id, box: Box, moving: ReadonlySet<Id>): Id | null | undefined {
  const element = parts.scene.board.elements.get(id);
  if (element === undefined) return undefined;
  const container = containerAt(parts, centreOf(box), moving)?.id ?? null;
  return container === element.sitsIn ? undefined : container;
}
