import { foldsOver } from '#shared/board/folded.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Box, Id, Point } from '#shared/board/model.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import type { Route } from '#shared/relations/define-relation.ts';
import { boxOn } from '../../commands/support.ts';
import type { BoardRuntime } from '../../session/runtime.ts';

/** What placing a pin asks of the canvas. */
export interface PinGround {
  readonly board: Board;
  readonly hidden: ReadonlySet<Id>;
  boxOf(id: Id): Box | null;
  routeOf(id: Id): Route | undefined;
  bounds(): Box | null;
}

export interface PinPlace {
  /** Where the tip is, board coordinates. */
  readonly at: Point;
  /** What it stood on has been removed. */
  readonly gone: boolean;
  /** The folded head, or the collapsed zone, that hides it. */
  readonly under: Id | null;
}

/** How far in from the right edge and how far down from the top edge of a box a pin's tip is, in units. */
const IN = { x: 14, y: 8 } as const;

const corner = (box: Box): Point => ({ x: box.x + box.w - Math.min(IN.x, box.w / 4), y: box.y + IN.y });

const inside = (box: Box, part: Point): Point => ({ x: box.x + part.x * box.w, y: box.y + part.y * box.h });

/** The point half way along a line. */
export function middleOf(points: readonly Point[]): Point | null {
  const [first] = points;
  if (first === undefined) return null;
  const lengths = points.slice(1).map((b, i) => {
    const a = points[i] ?? b;
    return Math.hypot(b.x - a.x, b.y - a.y);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const a = points[i];
    const b = points[i + 1];
    if (a === undefined || b === undefined) continue;
    if (left <= length) {
      const t = length === 0 ? 0 : left / length;
      return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
    }
    left -= length;
  }
  return points.at(-1) ?? first;
}

/** What hides an element: the outermost folded head over it, else the collapsed zone it lies in. */
function hiddenBehind(ground: PinGround, id: Id): Id | null {
  if (!ground.hidden.has(id)) return null;
  const [head] = foldsOver(ground.board, id);
  return (
    head ??
    indexBoard(ground.board)
      .zonesAt(id)
      .find((zone) => zone.collapsed)?.id ??
    null
  );
}

const there = (at: Point): PinPlace => ({ at, gone: false, under: null });

function under(ground: PinGround, head: Id): PinPlace | null {
  const box = ground.boxOf(head);
  return box === null ? null : { at: corner(box), gone: false, under: head };
}

/**
 * Where a pin stands on the board as it is shown now: at the corner of its thing or the part of it that was meant, in the middle
 * of a line, on the head that hides it, or, when the thing was removed, where it stood last.
 */
export function placeOf(anchor: Anchor, ground: PinGround): PinPlace {
  if (anchor.on === 'area') return there({ x: anchor.box.x + anchor.box.w, y: anchor.box.y });
  if (anchor.on === 'board') {
    const bounds = ground.bounds();
    return there(bounds === null ? { x: 0, y: 0 } : { x: bounds.x - 40, y: bounds.y + 8 });
  }
  const { board } = ground;
  const { id, last, part } = anchor;
  const gone = { at: last, gone: true, under: null };
  const line = board.relations.get(id);
  if (line !== undefined) {
    const middle = middleOf(ground.routeOf(id)?.points ?? []);
    if (middle !== null) return there(middle);
    const head = hiddenBehind(ground, line.from) ?? hiddenBehind(ground, line.to);
    return (head === null ? null : under(ground, head)) ?? there(last);
  }
  if (!board.elements.has(id) && !board.overlays.has(id) && !board.frames.has(id)) return gone;
  const head = hiddenBehind(ground, id);
  const rolled = head === null ? null : under(ground, head);
  if (rolled !== null) return rolled;
  const box = ground.boxOf(id);
  if (box === null) return there(last);
  return there(part === undefined ? corner(box) : inside(box, part));
}

/** About where a comment stands, for whoever has no canvas at hand: good enough to bring it into view. */
export function placeOfAnchor(runtime: BoardRuntime, anchor: Anchor): Point | null {
  if (anchor.on === 'board') return null;
  if (anchor.on === 'area') return { x: anchor.box.x + anchor.box.w, y: anchor.box.y };
  const { board } = runtime.view;
  const box = boxOn(board, anchor.id);
  if (box !== null) return anchor.part === undefined ? corner(box) : inside(box, anchor.part);
  const line = board.relations.get(anchor.id);
  const ends = line === undefined ? [] : [board.elements.get(line.from), board.elements.get(line.to)];
  const [a, b] = ends;
  if (a !== undefined && b !== undefined) {
    return { x: (a.x + a.w / 2 + b.x + b.w / 2) / 2, y: (a.y + a.h / 2 + b.y + b.h / 2) / 2 };
  }
  return anchor.last;
}
