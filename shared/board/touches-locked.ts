import * as Y from 'yjs';
import { itemBefore, plainValue } from './item-before.ts';
import type { Id } from './model.ts';
import { entityMap } from './roots.ts';
import { collectTouched } from './touched.ts';

/**
 * Elements that were locked before the transaction and that it changed, removed or unlocked. To be asked in an
 * `afterTransaction` listener (or before the transaction ends): later, what was removed is gone.
 */
export function touchesLocked(transaction: Y.Transaction): Id[] {
  const elements = entityMap(transaction.doc, 'elements');
  const ids = collectTouched(transaction).find((touched) => touched.root === 'elements')?.ids ?? new Set<Id>();
  return [...ids].filter((id) => {
    const element = itemBefore(elements, id, transaction);
    const type = element?.content instanceof Y.ContentType ? element.content.type : null;
    if (!(type instanceof Y.Map)) return false;
    const locked = itemBefore(type, 'locked', transaction);
    return locked !== null && plainValue(locked) === true;
  });
}
