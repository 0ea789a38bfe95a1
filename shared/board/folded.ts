import { indexBoard } from './index-board.ts';
import type { Board, BoardElement, Id } from './model.ts';
import { shareStructure } from './structure.ts';

/** A branch shown as its head alone. */
export interface Fold {
  readonly head: Id;
  /** Elements it hides: all that report to the head or sit in it, directly or through others. */
  readonly count: number;
  /** Relations between a hidden element and one that is shown: left out of the drawing, and counted instead. */
  readonly lines: number;
}

export interface Folding {
  readonly hidden: ReadonlySet<Id>;
  /** Only heads that are seen themselves, by id. */
  readonly folds: ReadonlyMap<Id, Fold>;
}

const NONE: Folding = Object.freeze({ hidden: new Set<Id>(), folds: new Map<Id, Fold>() });

/** Whether there is anything that folding it would hide. */
export const canFold = (board: Board, id: Id): boolean =>
  indexBoard(board).reportsOf(id).length > 0 || indexBoard(board).contentsOf(id).length > 0;

const isFolded = (element: BoardElement): boolean => element.attributes['collapsed'] === true;

/** Relations, other than reporting lines, between what is hidden under a head and what is shown. */
function linesLeftOut(board: Board, below: readonly Id[], hidden: ReadonlySet<Id>): number {
  const lines = new Set<Id>();
  for (const id of below) {
    for (const line of indexBoard(board).relationsOf(id)) {
      if (line.kind !== 'reports' && hidden.has(line.from) !== hidden.has(line.to)) lines.add(line.id);
    }
  }
  return lines.size;
}

function foldAll(board: Board): Folding {
  const heads = [...board.elements.values()].filter((one) => isFolded(one) && canFold(board, one.id));
  if (heads.length === 0) return NONE;
  const index = indexBoard(board);
  const below = new Map(heads.map(({ id }) => [id, index.subtreeOf(id).filter((one) => one !== id)]));
  const hidden = new Set([...below.values()].flat());
  const folds = new Map<Id, Fold>();
  for (const [head, ids] of below) {
    if (hidden.has(head)) continue;
    folds.set(head, Object.freeze({ head, count: ids.length, lines: linesLeftOut(board, ids, hidden) }));
  }
  return Object.freeze({ hidden, folds });
}

const known = new WeakMap<Board, Folding>();

/** What the attribute `collapsed` hides, and behind which heads. Worked out once for each board. */
export function foldingOf(board: Board): Folding {
  let folding = known.get(board);
  if (folding === undefined) {
    folding = foldAll(board);
    known.set(board, folding);
  }
  return folding;
}

/** Elements that are hidden because something above or around them is folded. */
export const hiddenByFold = (board: Board): ReadonlySet<Id> => foldingOf(board).hidden;

/** Heads that have to be opened for an element to be seen, the outermost first. */
export function foldsOver(board: Board, id: Id): readonly Id[] {
  if (!hiddenByFold(board).has(id)) return [];
  const index = indexBoard(board);
  return [...board.elements.values()]
    .filter((one) => one.id !== id && isFolded(one) && index.subtreeOf(one.id).includes(id))
    .map((one) => one.id)
    .sort((a, b) => index.subtreeOf(b).length - index.subtreeOf(a).length || (a < b ? -1 : 1));
}

const turned = new WeakMap<BoardElement, BoardElement>();

/** The same element, open where it is folded and folded where it is open; the same object each time. */
function turn(element: BoardElement): BoardElement {
  let other = turned.get(element);
  if (other === undefined) {
    const { collapsed, ...rest } = element.attributes;
    const attributes = collapsed === true ? rest : { ...rest, collapsed: true };
    other = Object.freeze({ ...element, attributes: Object.freeze(attributes) });
    turned.set(element, other);
  }
  return other;
}

/** A board as one window shows it, which folds or opens these heads for itself; the board itself when it does nothing. */
export function withOwnFolds(board: Board, own: ReadonlySet<Id>): Board {
  const heads = [...own].flatMap((id) => board.elements.get(id) ?? []);
  if (heads.length === 0) return board;
  const elements = new Map(board.elements);
  for (const head of heads) elements.set(head.id, turn(head));
  const shown = Object.freeze({ ...board, elements });
  shareStructure(shown, board);
  return shown;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** `12 folded under it, 3 lines left out`: lines to what is hidden are not bent to its head, which would say what is not so. */
export function foldSentence({ count, lines }: Fold): string {
  const left = lines === 0 ? '' : `, ${plural(lines, 'line', 'lines')} left out`;
  return `${count} folded under it${left}`;
}
