import * as Y from 'yjs';

/** The entry of a map's key in the document; a key keeps those it had before to its left. */
export type MapItem = NonNullable<ReturnType<Y.Map<unknown>['_map']['get']>>;

const wasThere = (item: MapItem, transaction: Y.Transaction): boolean =>
  item.id.clock < (transaction.beforeState.get(item.id.client) ?? 0) &&
  (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));

/**
 * The item that was the value of a key before the transaction, or `null`. To be asked at the latest in an `afterTransaction`
 * listener: later, the content of what was removed is gone.
 */
export function itemBefore(map: Y.Map<unknown>, key: string, transaction: Y.Transaction): MapItem | null {
  let item = map._map.get(key) ?? null;
  while (item !== null && !wasThere(item, transaction)) item = item.left;
  return item;
}

/** The plain value in an item; `undefined` for a shared type. */
export function plainValue(item: MapItem): unknown {
  const value: unknown = item.content.getContent().at(-1);
  return value instanceof Y.AbstractType ? undefined : value;
}
