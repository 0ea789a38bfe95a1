import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { outlineTree, trunkIn } from './rows.ts';

/** Place among those that hang from the same trunk, counting elements only: "4 of 6". */
function placeOf(board: Board, id: Id): string {
  const tree = outlineTree(board);
  const parent = tree.nodes.get(id)?.parent ?? null;
  const siblings = (parent === null ? tree.top : (tree.nodes.get(parent)?.below ?? [])).filter(
    (key) => tree.nodes.get(key)?.type === 'element',
  );
  return `${siblings.indexOf(id) + 1} of ${siblings.length}`;
}

const spanOf = (board: Board, boss: Id): string => `span now ${indexBoard(board).reportsOf(boss).length}`;

/** What a move means: "Moved under VP marketing, 4 of 6, span now 7." */
export function movedSentence(board: Board, id: Id): string {
  const boss = indexBoard(board).bossOf(id);
  if (boss !== null) return `Moved under ${nameOf(board, boss)}, ${placeOf(board, id)}, ${spanOf(board, boss)}.`;
  const trunk = trunkIn(board, id);
  if (trunk !== null) return `Now sits in ${nameOf(board, trunk)}, ${placeOf(board, id)}.`;
  return `Now reports to nobody, ${placeOf(board, id)}.`;
}

/** What sitting somewhere means for one that may report elsewhere. */
export function seatedSentence(board: Board, id: Id): string {
  const holder = board.elements.get(id)?.sitsIn ?? null;
  if (holder === null) return `${nameOf(board, id)} sits in nothing now.`;
  const inside = indexBoard(board).contentsOf(holder);
  const place = inside.findIndex((one) => one.id === id) + 1;
  return `${nameOf(board, id)} sits in ${nameOf(board, holder)} now, ${place} of ${inside.length}.`;
}

/** What an addition means: "Role added under VP marketing, 4 of 6, span now 7." */
export function addedSentence(board: Board, id: Id, kind: string): string {
  const boss = indexBoard(board).bossOf(id);
  const trunk = trunkIn(board, id);
  const word = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} added`;
  if (trunk === null) return `${word}, ${placeOf(board, id)}.`;
  const where = `${word} ${boss === null ? 'in' : 'under'} ${nameOf(board, trunk)}, ${placeOf(board, id)}`;
  return boss === null ? `${where}.` : `${where}, ${spanOf(board, boss)}.`;
}
