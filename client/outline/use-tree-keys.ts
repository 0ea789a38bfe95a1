import type { KeyboardEvent } from 'react';
import { isMac } from '../commands/keys.ts';
import { useRuntime } from '../session/runtime.ts';
import { outlineStore, toggle } from './outline-store.ts';
import {
  activeRow,
  addBeside,
  addByNumber,
  addUnder,
  editRow,
  goTo,
  mayRename,
  moveRow,
  removeRow,
  thingOf,
} from './row-actions.ts';
import type { Row } from './rows.ts';

/** Rows that Page Up and Page Down pass over. */
const PAGE = 12;

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** Answers whether the key was one of the tree's. */
type Handle = (event: KeyboardEvent, row: Row) => boolean;

/** The keys of the outline: walk, open and close, select, and for those who may draw: add, name, move, delete. */
export function useTreeKeys(rows: readonly Row[], menuAt: (key: string) => void): (event: KeyboardEvent) => void {
  const runtime = useRuntime();
  const store = outlineStore(runtime);
  const editor = runtime.can('board.edit');

  const step = (event: KeyboardEvent, row: Row, to: number): boolean => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (next === undefined || next.key === row.key) return true;
    const mod = isMac() ? event.metaKey : event.ctrlKey;
    goTo(runtime, next, mod ? 'none' : event.shiftKey ? 'add' : 'only');
    return true;
  };

  const walk: Handle = (event, row) => {
    if (event.altKey) return false;
    const at = rows.findIndex((one) => one.key === row.key);
    switch (event.key) {
      case 'ArrowDown':
        return step(event, row, at + 1);
      case 'ArrowUp':
        return step(event, row, at - 1);
      case 'Home':
        return step(event, row, 0);
      case 'End':
        return step(event, row, rows.length - 1);
      case 'PageDown':
        return step(event, row, at + PAGE);
      case 'PageUp':
        return step(event, row, at - PAGE);
      case 'ArrowRight':
        if (row.open === false) toggle(store, [row.key], true);
        else if (row.open === true) step(event, row, at + 1);
        return true;
      case 'ArrowLeft': {
        if (row.open === true) toggle(store, [row.key], false);
        else if (row.parent !== null) {
          const above = rows.find((one) => one.key === row.parent);
          if (above !== undefined) goTo(runtime, above);
        }
        return true;
      }
      case '*':
        toggle(
          store,
          rows.filter((one) => one.parent === row.parent && one.open !== null).map((one) => one.key),
          true,
        );
        return true;
      default:
        return false;
    }
  };

  const select: Handle = (event, row) => {
    if (event.key === 'Escape') {
      const { selection } = runtime.ui.getState();
      if (selection.size > 0) runtime.ui.setState({ selection: new Set(), announcement: 'Nothing selected.' });
      return true;
    }
    if (event.key !== ' ') return false;
    const thing = thingOf(row);
    if (thing === null) return true;
    const selection = new Set(runtime.ui.getState().selection);
    const on = !selection.delete(thing);
    if (on) selection.add(thing);
    runtime.ui.setState({
      selection,
      announcement: `${row.name}: ${on ? 'selected' : 'not selected'}, ${selection.size} in all.`,
    });
    return true;
  };

  const menu: Handle = (event, row) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return false;
    // Once this key has been dealt with: a menu that opens under it takes it as its own and closes.
    requestAnimationFrame(() => menuAt(row.key));
    return true;
  };

  const MOVES = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const;

  const edit: Handle = (event, row) => {
    const mod = event.ctrlKey || event.metaKey;
    if (event.altKey && event.key in MOVES) {
      moveRow(runtime, row, MOVES[event.key as keyof typeof MOVES]);
      return true;
    }
    if (event.key === 'Enter' && !mod) {
      if (event.altKey) addUnder(runtime, row);
      else if (row.type === 'member') editRow(runtime, row.key);
      else addBeside(runtime, row, event.shiftKey ? 'before' : 'after');
      return true;
    }
    if (mod || event.altKey) return false;
    if (event.key === 'F2') {
      if (mayRename(row)) editRow(runtime, row.key);
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      removeRow(runtime, row);
      return true;
    }
    if (/^[1-8]$/.test(event.key) && row.type !== 'member') {
      addByNumber(runtime, event.key);
      return true;
    }
    if (isLetter(event) && /[\p{L}\p{N}]/u.test(event.key) && mayRename(row)) {
      editRow(runtime, row.key, event.key);
      return true;
    }
    return false;
  };

  /** For those who only look: a letter goes to the next row that begins with it. */
  const find: Handle = (event, row) => {
    if (!isLetter(event) || !/[\p{L}\p{N}]/u.test(event.key)) return false;
    const at = rows.findIndex((one) => one.key === row.key);
    const letter = event.key.toLowerCase();
    const next = [...rows.slice(at + 1), ...rows.slice(0, at)].find((one) => one.name.toLowerCase().startsWith(letter));
    if (next !== undefined) goTo(runtime, next);
    return true;
  };

  return (event) => {
    if (event.nativeEvent.isComposing || (event.target as HTMLElement).closest('input,textarea,button') !== null)
      return;
    if (event.key === '?') return;
    const row = activeRow(runtime);
    if (row === undefined) {
      if (editor && /^[1-8]$/.test(event.key)) {
        addByNumber(runtime, event.key);
        event.preventDefault();
      }
      return;
    }
    const handles: readonly Handle[] = [walk, select, menu, editor ? edit : find];
    if (handles.some((handle) => handle(event, row))) event.preventDefault();
  };
}
