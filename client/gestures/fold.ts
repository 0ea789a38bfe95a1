import { canFold, foldingOf, foldSentence, foldsOver, hiddenByFold, withOwnFolds } from '#shared/board/folded.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { attempt } from './attempt.ts';

/** The board as this window shows it, with the folds that are its own. */
export const shownBoard = (runtime: BoardRuntime): Board =>
  withOwnFolds(runtime.view.board, runtime.ui.getState().folds);

export const isFolded = (runtime: BoardRuntime, id: Id): boolean => foldingOf(shownBoard(runtime)).folds.has(id);

/** Shows heads folded or open in this window only. */
function turnHere(runtime: BoardRuntime, ids: readonly Id[]): void {
  runtime.ui.setState(({ folds }) => {
    const next = new Set(folds);
    for (const id of ids) if (!next.delete(id)) next.add(id);
    return { folds: next };
  });
}

/** Whether this seat folds for everybody: it may draw, and nothing of it is locked for it. */
const foldsForAll = (runtime: BoardRuntime, ids: readonly Id[]): boolean =>
  runtime.can('board.edit') &&
  (runtime.can('board.edit-locked') || !ids.some((id) => runtime.view.board.elements.get(id)?.locked === true));

/** What is selected but no longer seen gives its place to the head over it. */
function liftSelection(runtime: BoardRuntime): void {
  const board = shownBoard(runtime);
  const hidden = hiddenByFold(board);
  const { selection } = runtime.ui.getState();
  if (![...selection].some((id) => hidden.has(id))) return;
  const next = new Set([...selection].map((id) => foldsOver(board, id)[0] ?? id));
  runtime.ui.setState({ selection: next });
}

/**
 * Folds or opens branches, all the same way. Who may draw folds for everybody, as one step of undo; others fold for
 * themselves.
 */
export function setFolded(runtime: BoardRuntime, ids: readonly Id[], folded: boolean): void {
  const before = shownBoard(runtime);
  const change = ids.filter(
    (id) => canFold(before, id) && (before.elements.get(id)?.attributes['collapsed'] === true) !== folded,
  );
  if (change.length === 0) return;
  if (foldsForAll(runtime, change)) {
    const own = runtime.ui.getState().folds;
    // What this window alone shows that way already is now so for everybody.
    if (change.some((id) => own.has(id)))
      turnHere(
        runtime,
        change.filter((id) => own.has(id)),
      );
    const written = attempt(runtime, () => {
      runtime.editor.setAttributes(change, { collapsed: folded ? true : null });
      return true;
    });
    if (written === null) return;
  } else turnHere(runtime, change);
  liftSelection(runtime);
  const board = shownBoard(runtime);
  const said = change.map((id) => {
    const fold = foldingOf(board).folds.get(id);
    return `${nameOf(board, id)}: ${fold === undefined ? 'open' : foldSentence(fold)}.`;
  });
  runtime.ui.setState({ announcement: said.join(' ') });
}

/** Opens in this window what hides these, so that they can be seen; writes nothing. */
export function openTo(runtime: BoardRuntime, ids: readonly Id[]): void {
  const board = shownBoard(runtime);
  const heads = new Set(ids.flatMap((id) => foldsOver(board, id)));
  if (heads.size > 0) turnHere(runtime, [...heads]);
}
