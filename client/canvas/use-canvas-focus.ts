import { useEffect } from 'react';
import type { Id } from '#shared/board/model.ts';
import { tabMovesFocus } from '../commands/key-settings.ts';
import { useCanvas } from './canvas-context.ts';

const nodeOfTarget = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node') ? target : null;

/** One visible character, typed without a modifier. */
const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  event.key !== ' ' &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.isComposing;

/** What Tab could stop at inside the canvas. */
const STOPS = 'a[href],button:not([tabindex="-1"]),[tabindex]:not([tabindex="-1"])';

/**
 * Focus and selection go together: an element that takes the focus by keyboard is selected and brought into view, and one that
 * is selected by keyboard takes the focus, so that it is read out. Arrows walk among the elements; Tab leaves the canvas
 * when it does not grow the tree. Everything else a key does is the page's commands.
 */
export function useCanvasFocus(root: { readonly current: HTMLElement | null }): void {
  const { runtime, scene } = useCanvas();
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const stopper = new AbortController();
    let frame = 0;
    let leaving = false;

    const onFocus = (event: FocusEvent) => {
      const node = nodeOfTarget(event.target);
      const id = node?.dataset['id'];
      if (leaving || node === null || id === undefined || !node.matches(':focus-visible')) return;
      if (!runtime.ui.getState().selection.has(id)) runtime.ui.setState({ selection: new Set([id]) });
      const box = scene.boxOf(id);
      if (box !== null) runtime.control?.reveal(box);
    };

    const focusNode = (id: Id) => {
      if (runtime.ui.getState().editing !== null) return;
      const node = element.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
      if (node !== null && node !== document.activeElement) node.focus({ preventScroll: true });
    };

    /** Puts the focus at the end of the canvas, so that the browser's own Tab goes on from there. */
    const leave = (back: boolean) => {
      leaving = true;
      const stops = back ? [element] : [...element.querySelectorAll<HTMLElement>(STOPS)].reverse();
      for (const stop of stops) {
        stop.focus({ preventScroll: true });
        if (document.activeElement === stop) break;
      }
      leaving = false;
    };

    const growsByTab = (selection: ReadonlySet<Id>): boolean => {
      const [id] = selection;
      const one = selection.size === 1 && id !== undefined && scene.board.elements.has(id);
      return one && runtime.can('board.edit') && !tabMovesFocus();
    };

    const onKey = (event: KeyboardEvent) => {
      const { selection, editing, singleKeys } = runtime.ui.getState();
      if (event.key === 'Tab' && editing === null && !growsByTab(selection)) leave(event.shiftKey);
      if (singleKeys || editing !== null || selection.size !== 1 || !isLetter(event)) return;
      if (event.target instanceof HTMLElement && event.target.matches('input,textarea,[contenteditable]')) return;
      const [id] = selection;
      if (id === undefined || !scene.board.elements.has(id) || !runtime.can('board.edit')) return;
      event.preventDefault();
      event.stopPropagation();
      runtime.ui.setState({ editing: { id, initial: event.key } });
    };

    element.addEventListener('focusin', onFocus, { signal: stopper.signal });
    element.addEventListener('keydown', onKey, { signal: stopper.signal });
    const stop = runtime.ui.subscribe((now, before) => {
      if (now.selection === before.selection || now.selection.size !== 1 || now.editing !== null) return;
      const focused = document.activeElement;
      if (focused === null || !element.contains(focused) || focused.matches('input,textarea,button')) return;
      const [id] = now.selection;
      // The node may only just be on its way into the page.
      cancelAnimationFrame(frame);
      if (id !== undefined) frame = requestAnimationFrame(() => focusNode(id));
    });
    return () => {
      stopper.abort();
      cancelAnimationFrame(frame);
      stop();
    };
  }, [runtime, scene, root]);
}
