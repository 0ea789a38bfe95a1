import type { Board } from '#shared/board/model.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import type { Template } from '#shared/templates/define-template.ts';

const made = new WeakMap<Template, Board>();

/** The laid-out board of a template; worked out once. */
export function templateBoard(template: Template): Board {
  const kept = made.get(template);
  if (kept !== undefined) return kept;
  const board = boardFromTemplate(template);
  made.set(template, board);
  return board;
}

/** Puts one template after the other into the cache while the page is idle; answers how to stop. */
export function prepareTemplates(templates: readonly Template[], onProgress: () => void): () => void {
  const idle = (run: () => void): (() => void) => {
    if ('requestIdleCallback' in window) {
      const handle = window.requestIdleCallback(run, { timeout: 300 });
      return () => window.cancelIdleCallback(handle);
    }
    const handle = setTimeout(run, 16);
    return () => clearTimeout(handle);
  };
  let next = 0;
  let cancel = (): void => undefined;
  const step = (): void => {
    const template = templates[next];
    if (template === undefined) return;
    next += 1;
    templateBoard(template);
    onProgress();
    cancel = idle(step);
  };
  cancel = idle(step);
  return () => cancel();
}

export const isPrepared = (template: Template): boolean => made.has(template);
