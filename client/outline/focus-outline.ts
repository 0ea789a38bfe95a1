import type { BoardRuntime } from '../session/runtime.ts';
import { outlineStore } from './outline-store.ts';

/** Gives the focus to the outline's active row, or to the first thing to do while it is empty. Answers whether it took it. */
export function focusOutline(): boolean {
  const outline = document.querySelector('[data-outline]');
  const row =
    outline?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]') ??
    outline?.querySelector<HTMLElement>('[data-empty] button') ??
    null;
  row?.focus({ preventScroll: true });
  return row !== null && document.activeElement === row;
}

/** Gives the focus back to the board: to the outline or to the drawing, whichever is there and had it last. */
export function focusBoard(runtime: BoardRuntime): void {
  const { look } = runtime.ui.getState();
  const toOutline = look === 'outline' || (look === 'both' && outlineStore(runtime).getState().holds);
  if (!toOutline || !focusOutline()) runtime.control?.focus();
}

/** Puts the focus on the first field of the details of what is selected, opening them when they were closed. */
export function focusDetails(runtime: BoardRuntime): void {
  runtime.ui.setState(({ closedPanels }) => ({
    closedPanels: new Set([...closedPanels].filter((panel) => panel !== 'inspector')),
  }));
  // The panel is in the page after the next frame.
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>('aside[aria-label="Details"] :is(input,textarea,select,button):not([disabled])')
      ?.focus();
  });
}
