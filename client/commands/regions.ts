import { PanelTop } from 'lucide-react';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, defineCommand } from './define-command.ts';

/** Parts of the page that F6 goes round: the drawing, then every named bar and panel in the order of the page. */
const REGIONS =
  '.board-page nav[aria-label],.board-page aside[aria-label],.board-page section[aria-label],.board-page [role="toolbar"][aria-label],.board-page [role="tree"],[data-region]';

const FOCUSABLE =
  'button:not([disabled],[tabindex="-1"]),a[href],input:not([disabled],[type="hidden"]),textarea:not([disabled]),select:not([disabled]),[tabindex="0"]';

const seen = (one: Element): boolean => one.getClientRects().length > 0;

/** The regions that stand now and hold something to reach. One inside another counts with the outer one. */
function regions(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (one) => seen(one) && (one.matches(FOCUSABLE) || one.querySelector(FOCUSABLE) !== null),
  );
  return all.filter((one) => !all.some((other) => other !== one && other.contains(one)));
}

/** Takes the focus to the next part of the page, round and round; the drawing is one of them. */
function step(runtime: BoardRuntime, by: 1 | -1): void {
  const parts = regions();
  const here = parts.findIndex((one) => one.contains(document.activeElement));
  // The drawing stands before the first part and after the last.
  const next = here === -1 ? (by === 1 ? 0 : parts.length - 1) : here + by;
  const part = parts[next];
  if (part === undefined) {
    runtime.control?.focus();
    runtime.ui.setState({ announcement: 'Drawing' });
    return;
  }
  const first = part.matches(FOCUSABLE) ? part : part.querySelector<HTMLElement>(FOCUSABLE);
  first?.focus();
  runtime.ui.setState({ announcement: part.getAttribute('aria-label') ?? '' });
}

export const REGION_STEPS: readonly Command[] = [
  defineCommand({
    id: 'focus.next',
    title: 'Go to the next part of the page',
    group: 'Look',
    keys: ['F6'],
    icon: PanelTop,
    words: 'focus panel bar details keyboard region',
    run: ({ runtime }) => step(runtime, 1),
  }),
  defineCommand({
    id: 'focus.previous',
    title: 'Go to the part before',
    group: 'Look',
    keys: ['Shift+F6'],
    icon: PanelTop,
    words: 'focus panel bar details keyboard region',
    run: ({ runtime }) => step(runtime, -1),
  }),
];
