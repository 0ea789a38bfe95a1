import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Id } from '../board/model.ts';

export interface TreeRow {
  readonly element: BoardElement;
  readonly depth: number;
  /** What it stands under: what it sits in or reports to. */
  readonly above: Id | null;
}

/** Every element once, as a list: what it holds and then who reports to it, each a step deeper. No recursion: a chain may be long. */
export function treeRows(board: Board): readonly TreeRow[] {
  const index = indexBoard(board);
  const said = new Set<Id>();
  const rows: TreeRow[] = [];
  // What stands in a ring of sitting and reporting is under no root.
  const starts = [...index.roots, ...board.elements.values()];
  for (const start of starts) {
    const stack: TreeRow[] = [{ element: start, depth: 0, above: null }];
    for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
      const { element, depth } = row;
      if (said.has(element.id)) continue;
      said.add(element.id);
      rows.push(row);
      const below = [...index.contentsOf(element.id), ...index.reportsOf(element.id)];
      for (const one of below.reverse()) stack.push({ element: one, depth: depth + 1, above: element.id });
    }
  }
  return rows;
}
