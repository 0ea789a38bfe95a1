import type { Id } from '#shared/board/model.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { linkOf } from './link-target.ts';

/** Asks the page, which has the router, to go to a path of this product. */
export const GO_EVENT = 'orgora:go';

/** Follows the link of an element. Answers whether there was one. */
export function followLink(runtime: BoardRuntime, id: Id): boolean {
  const element = runtime.view.board.elements.get(id);
  const target = element === undefined ? null : linkOf(element);
  if (target === null) return false;
  if (target.type === 'board') {
    const path = `/c/${encodeURIComponent(runtime.councilId)}/b/${encodeURIComponent(target.id)}`;
    window.dispatchEvent(new CustomEvent(GO_EVENT, { detail: path }));
  } else window.open(target.href, '_blank', 'noopener,noreferrer');
  return true;
}
