import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Box, Id, Relation } from '../board/model.ts';

/** From the left edge of a boss to the trunk that what hangs from it shares, in units. */
export const HANGING = 22;
/** Room for the trunk between the two sides of a stack, at least and at most. */
const BESIDE = { least: 11, most: 60 };

/** What hangs begins so near under its boss; farther down it is entered from above. */
const UNDER = 56;

const below = (boxes: readonly Box[]): boolean =>
  [...boxes].sort((a, b) => a.y - b.y).every((box, i, all) => i === 0 || (all[i - 1]?.y ?? 0) < box.y - 8);

/** Whether all reports hang from one trunk: one under the other at its right, or on both sides of it. */
function hang(boss: Box, reports: readonly Box[]): boolean {
  if (reports.length < 2 || Math.min(...reports.map((box) => box.y)) > boss.y + boss.h + UNDER) return false;
  if (reports.every((box) => box.x > boss.x + HANGING + 6) && below(reports)) return true;
  const trunk = boss.x + boss.w / 2;
  const left = reports.filter((box) => box.x + box.w < trunk);
  const right = reports.filter((box) => box.x > trunk);
  const near = (box: Box): boolean => {
    const gap = box.x > trunk ? box.x - trunk : trunk - box.x - box.w;
    return gap >= BESIDE.least && gap <= BESIDE.most;
  };
  return (
    left.length + right.length === reports.length &&
    reports.length > 2 &&
    reports.every(near) &&
    below(left) &&
    below(right)
  );
}

/** Asks of a reporting line whether it goes to the side of the report: assistants, and all that hang from a trunk. */
export function hangingBeside(board: Board, boxOf: (id: Id) => Box | undefined): (line: Relation) => boolean {
  const index = indexBoard(board);
  const known = new Map<Id, boolean>();
  const isAssistant = (one: BoardElement | undefined): boolean => one?.attributes['assistant'] === true;
  return ({ from, to }) => {
    if (isAssistant(board.elements.get(from))) return true;
    let hangs = known.get(to);
    if (hangs === undefined) {
      const boss = boxOf(to);
      const boxes = index.reportsOf(to).flatMap((one) => (isAssistant(one) ? [] : (boxOf(one.id) ?? [])));
      hangs = boss !== undefined && hang(boss, boxes);
      known.set(to, hangs);
    }
    return hangs;
  };
}
