import { hiddenByFold } from '../board/folded.ts';
import type { Board, Id } from '../board/model.ts';
import { hiddenByZones } from '../overlays/zone.ts';

const known = new WeakMap<Board, ReadonlySet<Id>>();

/** Elements that are on the board but not in the drawing: in a collapsed zone, or under something folded. */
export function hiddenOn(board: Board): ReadonlySet<Id> {
  let hidden = known.get(board);
  if (hidden === undefined) {
    const zones = hiddenByZones(board);
    const folds = hiddenByFold(board);
    hidden = folds.size === 0 ? zones : zones.size === 0 ? folds : new Set([...zones, ...folds]);
    known.set(board, hidden);
  }
  return hidden;
}
