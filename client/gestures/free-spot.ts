import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Box, Id, Point } from '#shared/board/model.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { onGrid, overlaps } from '../canvas/geometry.ts';

/** Space kept between boxes that are placed for the person, in units. */
export const GAP = { x: 24, y: 48 };

const inTheWay = (board: Board, without: ReadonlySet<Id>): BoardElement[] => {
  const holders = new Set<Id>();
  for (const element of board.elements.values()) if (element.sitsIn !== null) holders.add(element.sitsIn);
  return [...board.elements.values()].filter((one) => !without.has(one.id) && !holders.has(one.id));
};

/** The place nearest to the wanted one, going right and then down, where the box overlaps no other. */
export function freeSpot(board: Board, wanted: Box, without: ReadonlySet<Id> = new Set()): Point {
  const others = inTheWay(board, without);
  const rows = 24;
  for (let row = 0; row < rows; row += 1) {
    const y = wanted.y + row * (wanted.h + GAP.x);
    let box = { ...wanted, y };
    for (let tries = 0; tries < 40; tries += 1) {
      const met = others.find((one) =>
        overlaps(box, { ...one, x: one.x - 8, y: one.y - 8, w: one.w + 16, h: one.h + 16 }),
      );
      if (met === undefined) return { x: onGrid(box.x), y: onGrid(box.y) };
      box = { ...box, x: met.x + met.w + GAP.x };
      if (box.x - wanted.x > 6 * (wanted.w + GAP.x)) break;
    }
  }
  return { x: onGrid(wanted.x), y: onGrid(wanted.y) };
}

/** Where a new or moved report of `boss` goes: right of its last report, else centred below it. */
export function spotUnder(
  board: Board,
  boss: Id,
  { w, h }: { readonly w: number; readonly h: number },
  without: ReadonlySet<Id>,
): Point {
  const above = board.elements.get(boss);
  if (above === undefined) return { x: 0, y: 0 };
  const reports = indexBoard(board)
    .reportsOf(boss)
    .filter((one) => !without.has(one.id));
  const last = reports.reduce<BoardElement | null>(
    (far, one) => (far === null || one.x + one.w > far.x + far.w ? one : far),
    null,
  );
  const wanted =
    last === null
      ? { x: above.x + above.w / 2 - w / 2, y: above.y + above.h + GAP.y, w, h }
      : { x: last.x + last.w + GAP.x, y: Math.min(...reports.map((one) => one.y)), w, h };
  return freeSpot(board, wanted, without);
}

/** Box a container needs to hold these boxes with its insets; never smaller than it is. */
export function roomFor(container: BoardElement, boxes: readonly Box[]): Box {
  const insets = ELEMENT_KINDS[container.kind].containerInsets;
  const left = Math.min(container.x, ...boxes.map((box) => box.x - insets.side));
  const top = Math.min(container.y, ...boxes.map((box) => box.y - insets.top));
  const right = Math.max(container.x + container.w, ...boxes.map((box) => box.x + box.w + insets.side));
  const bottom = Math.max(container.y + container.h, ...boxes.map((box) => box.y + box.h + insets.bottom));
  return { x: left, y: top, w: right - left, h: bottom - top };
}
