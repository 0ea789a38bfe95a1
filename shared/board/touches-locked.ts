import * as Y from 'yjs';
import { itemBefore, plainValue } from './item-before.ts';
import type { Id } from './model.ts';
import { entityMap, namedRoot } from './roots.ts';
import { collectTouched } from './touched.ts';

/**
 * Elements of any state that were locked before the transaction and that it changed, removed or unlocked. To be asked in an
 * `afterTransaction` listener (or before the transaction ends): later, what was removed is gone.
 */
export function touchesLocked(transaction: Y.Transaction): Id[] {
  return collectTouched(transaction).flatMap(({ root, ids }) => {
    const found = namedRoot(root);
    if (found?.root !== 'elements') return [];
    const elements = entityMap(transaction.doc, 'elements', found.state ?? 'now');
    return [...ids].filter((id) => wasLocked(elements, id, transaction));
  });
}

function wasLocked(elements: Y.Map<unknown>, id: Id, transaction: Y.Transaction): boolean {
  const element = itemBefore(elements, id, transaction);
  const type = element?.content instanceof Y.ContentType ? element.content.type : null;
  if (!(type instanceof Y.Map)) return false;
  const locked = itemBefore(type, 'locked', transaction);
  return locked !== null && plainValue(locked) === true;
}
