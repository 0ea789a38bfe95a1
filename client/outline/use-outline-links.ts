import { useEffect } from 'react';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { BoardRuntime, ViewControl } from '../session/runtime.ts';
import type { Tool } from '../state/ui-store.ts';
import { focusOutline } from './focus-outline.ts';
import { fitting } from './kept-look.ts';
import { outlineStore } from './outline-store.ts';
import { activeRow, addByNumber, editRow, showThing } from './row-actions.ts';
import { outlineTree } from './rows.ts';

/** Where the drawing is not in the page, what would bring something into view there shows its row. */
const withoutDrawing = (runtime: BoardRuntime): ViewControl => ({
  toBoard: (point) => point,
  toScreen: () => ({ x: window.innerWidth / 2, y: window.innerHeight / 3 }),
  visible: () => ({ x: 0, y: 0, w: window.innerWidth, h: window.innerHeight }),
  fit({ ids } = {}) {
    const [id] = ids ?? [];
    if (id !== undefined) showThing(runtime, id);
  },
  zoomTo: () => undefined,
  zoomBy: () => undefined,
  reveal: () => undefined,
  contain: () => undefined,
  focus: () => void focusOutline(),
});

/** A tool has no pointer to use it here: a kind is added at once, what needs a place asks for a selection instead. */
function applyTool(runtime: BoardRuntime, tool: Tool): void {
  const { selection } = runtime.ui.getState();
  // Friction is a tool for a moment while it is put on what is selected.
  if (tool.tool === 'select' || tool.tool === 'hand' || (tool.tool === 'friction' && selection.size > 0)) return;
  runtime.ui.setState({ tool: { tool: 'select' } });
  if (tool.tool === 'place') addByNumber(runtime, ELEMENT_KINDS[tool.kind].key);
  else if (tool.tool === 'relate') runtime.notify('Choose a row, then Connect to… in its menu.');
  else runtime.notify('Select the rows it is for, then choose it again.');
}

/**
 * Ties the outline to the rest of the page: what is selected on the drawing is the active row here, a name that a command wants
 * edited is edited here while the outline holds the focus, and Escape comes back from the details.
 */
export function useOutlineLinks(runtime: BoardRuntime): void {
  useEffect(() => {
    const store = outlineStore(runtime);
    const stopper = new AbortController();
    const { signal } = stopper;
    const { selection } = runtime.ui.getState();
    const [first] = selection;
    // Asked for by a command: then it takes the focus that the drawing had.
    const had = document.activeElement;
    const free = had === null || had === document.body || had.closest('.board-canvas') !== null;
    if (store.getState().holds && free) focusOutline();
    if (first !== undefined && store.getState().active === null) showThing(runtime, first);

    document.addEventListener(
      'focusin',
      ({ target }) => {
        if (!(target instanceof Element)) return;
        if (target.closest('[data-outline]') !== null) store.setState({ holds: true });
        else if (target.closest('.board-canvas') !== null) store.setState({ holds: false });
      },
      { signal },
    );
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
        if (event.target.closest('aside[aria-label="Details"]') === null || event.defaultPrevented) return;
        event.preventDefault();
        focusOutline();
      },
      { signal },
    );
    const stop = runtime.ui.subscribe((now, before) => {
      const { look, editing } = now;
      if (fitting(look) === 'outline' && now.tool !== before.tool) applyTool(runtime, now.tool);
      if (editing !== null && editing !== before.editing && (fitting(look) === 'outline' || store.getState().holds)) {
        if (outlineTree(runtime.view.board).nodes.has(editing.id)) editRow(runtime, editing.id, editing.initial);
      }
      if (now.selection === before.selection || now.selection.size !== 1) return;
      const [id] = now.selection;
      const row = activeRow(runtime);
      const mine =
        row !== undefined && (row.key === id || row.id === id || (row.type === 'lines' && row.parent === id));
      if (id !== undefined && !mine) showThing(runtime, id);
    });
    // Only where no drawing has come first; one that comes later puts its own in place.
    const control = runtime.control === null ? withoutDrawing(runtime) : null;
    if (control !== null) runtime.control = control;
    return () => {
      stopper.abort();
      stop();
      if (control !== null && runtime.control === control) runtime.control = null;
    };
  }, [runtime]);
}
