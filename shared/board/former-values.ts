import * as Y from 'yjs';
import { itemBefore, plainValue } from './item-before.ts';
import type { Id } from './model.ts';
import { NAMED_ROOTS } from './roots.ts';

/**
 * Yjs takes a step back key by key, and leaves out a key that somebody else wrote at the same moment, even when that value is
 * gone too: an element could come back without its position. So the plain values a step replaced are kept with it, and what is
 * missing after undo or redo is filled in from them.
 */
export interface FormerValues {
  /** Keys of maps that stayed. */
  readonly changed: readonly { readonly map: Y.Map<unknown>; readonly key: string; readonly value: unknown }[];
  /** All keys of things that were removed; undo brings such a thing back as another map under the same id. */
  readonly removed: readonly {
    /** Name of the root type it lay in. */
    readonly root: string;
    readonly id: Id;
    readonly keys: ReadonlyMap<string, unknown>;
  }[];
}

function keysBefore(map: Y.Map<unknown>, keys: Iterable<string>, transaction: Y.Transaction): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const key of keys) {
    const item = itemBefore(map, key, transaction);
    const value = item === null ? undefined : plainValue(item);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}

/** What a transaction replaced. To be asked at the latest in an `afterTransaction` listener. */
export function formerValues(transaction: Y.Transaction): FormerValues {
  const changed: { map: Y.Map<unknown>; key: string; value: unknown }[] = [];
  const removed: { root: string; id: Id; keys: ReadonlyMap<string, unknown> }[] = [];
  for (const [type, keys] of transaction.changed) {
    if (!(type instanceof Y.Map)) continue;
    const map = type as Y.Map<unknown>;
    const names = [...keys].filter((key) => key !== null);
    for (const [key, value] of keysBefore(map, names, transaction)) changed.push({ map, key, value });
  }
  for (const { name: root } of NAMED_ROOTS) {
    if (root === 'meta') continue;
    const table = transaction.doc.getMap<unknown>(root);
    for (const id of transaction.changed.get(table as never) ?? []) {
      const item = id === null ? null : itemBefore(table, id, transaction);
      const thing = item?.content instanceof Y.ContentType ? item.content.type : null;
      if (id === null || !(thing instanceof Y.Map)) continue;
      const map = thing as Y.Map<unknown>;
      removed.push({ root, id, keys: keysBefore(map, map._map.keys(), transaction) });
    }
  }
  return { changed, removed };
}

/** Fills in what is missing of the former values where their map is there. To be called inside the transaction of the step. */
export function fillMissing(doc: Y.Doc, former: FormerValues): void {
  const missing = former.changed.filter(({ map, key }) => map._item?.deleted !== true && !map.has(key));
  for (const { root, id, keys } of former.removed) {
    const map = doc.getMap<unknown>(root).get(id);
    if (!(map instanceof Y.Map)) continue;
    for (const [key, value] of keys) {
      if (!map.has(key)) missing.push({ map: map as Y.Map<unknown>, key, value });
    }
  }
  for (const { map, key, value } of missing) map.set(key, value);
}
