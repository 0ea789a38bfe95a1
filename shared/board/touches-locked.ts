import * as Y from 'yjs';
import type { Id } from './model.ts';
import { entityMap } from './roots.ts';
import { collectTouched } from './touched.ts';

type MapItem = NonNullable<ReturnType<Y.Map<unknown>['_map']['get']>>;

const wasThere = (item: MapItem, transaction: Y.Transaction): boolean =>
  item.id.clock < (transaction.beforeState.get(item.id.client) ?? 0) &&
  (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));

/** The item that was the value of a key before the transaction. */
function itemBefore(map: Y.Map<unknown>, key: string, transaction: Y.Transaction): MapItem | null {
  let item = map._map.get(key) ?? null;
  while (item !== null && !wasThere(item, transaction)) item = item.left;
  return item;
}

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
    return locked !== null && locked.content.getContent().at(-1) === true;
  });
}
