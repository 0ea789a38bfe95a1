import type { Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { ELEMENT_KINDS, KIND_LIST } from '#shared/vocabulary/index.ts';
import { command } from '../commands/index.ts';
import { boxOn, contextFor, runCommand } from '../commands/support.ts';
import { attempt } from '../gestures/attempt.ts';
import { addChild, addSibling } from '../gestures/grow.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { addedSentence } from './announce.ts';
import { addFree, moveIn, moveOut, reorderTop } from './edit.ts';
import { activate, outlineStore, toggle } from './outline-store.ts';
import { outlineTree, type Row, rowsAbove, visibleRows } from './rows.ts';

/** The thing that is selected with a row; `null` for a heading. */
export const thingOf = (row: Row): Id | null => (row.type === 'lines' ? row.parent : row.id);

const rowsNow = (runtime: BoardRuntime): readonly Row[] =>
  visibleRows(outlineTree(runtime.view.board), outlineStore(runtime).getState().toggled);

/** The active row, or the first one. */
export function activeRow(runtime: BoardRuntime): Row | undefined {
  const rows = rowsNow(runtime);
  const { active } = outlineStore(runtime).getState();
  return rows.find((row) => row.key === active) ?? rows[0];
}

/** Makes a row the active one, selects its thing and brings it into view on the drawing. */
export function goTo(runtime: BoardRuntime, row: Row, select: 'only' | 'add' | 'none' = 'only', focus = true): void {
  activate(outlineStore(runtime), row.key, focus);
  if (select === 'none') return;
  const thing = thingOf(row);
  const { selection } = runtime.ui.getState();
  const kept = select === 'add' ? selection : [];
  runtime.ui.setState({ selection: new Set([...kept, ...(thing === null ? [] : [thing])]) });
  const box = thing === null ? null : boxOn(runtime.view.board, thing);
  if (box !== null) runtime.control?.reveal(box);
}

/** Opens everything above a thing and makes its row the active one. */
export function showThing(runtime: BoardRuntime, id: Id, focus = false): void {
  const store = outlineStore(runtime);
  const tree = outlineTree(runtime.view.board);
  if (!tree.nodes.has(id)) return;
  toggle(store, rowsAbove(tree, id), true);
  activate(store, id, focus);
}

/** Begins to write the name of a row, or the share of a membership. */
export function editRow(runtime: BoardRuntime, key: string, initial: string | null = null): void {
  showThing(runtime, key);
  outlineStore(runtime).setState({ editing: { key, initial } });
  // The drawing's own field stays away: the name is written here.
  runtime.ui.setState({ editing: null });
}

function added(runtime: BoardRuntime, id: Id | null): void {
  if (id === null) return;
  const { board } = runtime.view;
  const element = board.elements.get(id);
  if (element === undefined) return;
  runtime.ui.setState({
    selection: new Set([id]),
    announcement: addedSentence(board, id, ELEMENT_KINDS[element.kind].label.toLowerCase()),
  });
  editRow(runtime, id);
}

/** The element a row stands for or hangs from: what an addition goes beside or under. */
export function elementOf(runtime: BoardRuntime, row: Row): Id | null {
  const { elements } = runtime.view.board;
  if (row.type === 'element') return row.id;
  if (row.type === 'member') return row.member;
  const tree = outlineTree(runtime.view.board);
  return rowsAbove(tree, row.key).find((key) => elements.has(key)) ?? null;
}

export function addUnder(runtime: BoardRuntime, row: Row): void {
  const id = elementOf(runtime, row);
  if (id !== null) added(runtime, addChild(runtime, id));
}

export function addBeside(runtime: BoardRuntime, row: Row, side: 'after' | 'before'): void {
  const id = elementOf(runtime, row);
  if (id !== null) added(runtime, addSibling(runtime, id, side));
}

/** Adds one that reports to nobody: kinds by their number, 1 to 8. */
export function addByNumber(runtime: BoardRuntime, number: string): void {
  const kind = KIND_LIST.find((one) => one.key === number);
  if (kind !== undefined) added(runtime, addFree(runtime, kind.id));
}

export const mayRename = (row: Row): boolean => ['element', 'zone', 'tiger', 'frame', 'member'].includes(row.type);

/** Writes what was typed into a row. */
export function rename(runtime: BoardRuntime, row: Row, text: string): void {
  const { board } = runtime.view;
  const { id, member } = row;
  if (id === null) return;
  if (row.type === 'member' && member !== null) {
    const share = Number.parseFloat(text.replace(',', '.'));
    if (Number.isNaN(share)) {
      runtime.notify('A share is a number from 0 to 100.');
      return;
    }
    attempt(runtime, () => runtime.editor.setLoad(id, member, Math.min(100, Math.max(0, share))));
    return;
  }
  const name = board.elements.get(id)?.kind === 'card' ? text.trimEnd() : text.replace(/\s+/g, ' ').trim();
  if (name !== rawName(runtime, row)) attempt(runtime, () => runtime.editor.rename(id, name));
}

/** The text that a row's field begins with. */
export function rawName(runtime: BoardRuntime, { id, member, type }: Row): string {
  const { elements, overlays, frames } = runtime.view.board;
  const overlay = overlays.get(id ?? '');
  if (type === 'member') return overlay?.kind === 'tiger' ? `${overlay.members[member ?? ''] ?? ''}` : '';
  if (overlay?.kind === 'zone') return overlay.title;
  if (overlay?.kind === 'tiger') return overlay.name;
  return elements.get(id ?? '')?.name ?? frames.get(id ?? '')?.title ?? '';
}

/** Deletes what a row stands for, or what is selected with it, and goes to the row that follows. */
export function removeRow(runtime: BoardRuntime, row: Row): void {
  const rows = rowsNow(runtime);
  const at = rows.findIndex((one) => one.key === row.key);
  const { id, member } = row;
  if (row.type === 'member' && id !== null && member !== null) {
    const words = `${row.name} is not lent to ${nameOf(runtime.view.board, id)} any more.`;
    const done = attempt(runtime, () => {
      runtime.editor.setLoad(id, member, null);
      return true;
    });
    if (done !== null) runtime.ui.setState({ announcement: words });
  } else if (row.type !== 'lines' && row.type !== 'group' && id !== null) {
    const { selection } = runtime.ui.getState();
    if (!selection.has(id)) runtime.ui.setState({ selection: new Set([id]) });
    runCommand(command('selection.delete'), contextFor(runtime));
  }
  const left = rowsNow(runtime);
  const keys = new Set(left.map((one) => one.key));
  const next =
    rows.slice(at + 1).find((one) => keys.has(one.key)) ??
    rows
      .slice(0, at)
      .reverse()
      .find((one) => keys.has(one.key));
  const goal = keys.has(row.key) ? row : next;
  if (goal === undefined) activate(outlineStore(runtime), null, true);
  else goTo(runtime, goal, 'only');
}

/** Moves an element among its siblings, in or out, and keeps its row in view. */
export function moveRow(runtime: BoardRuntime, row: Row, way: 'up' | 'down' | 'in' | 'out'): void {
  if (row.type !== 'element' || row.id === null) return;
  runtime.ui.setState({ selection: new Set([row.id]) });
  if (way === 'in') moveIn(runtime, row.id);
  else if (way === 'out') moveOut(runtime, row.id);
  else if (row.parent === null) reorderTop(runtime, row.id, way === 'up' ? -1 : 1);
  else runCommand(command(way === 'up' ? 'tree.earlier' : 'tree.later'), contextFor(runtime));
  showThing(runtime, row.id, true);
}
