import type * as Y from 'yjs';

/** Things of one root type that a transaction changed. The root may be one that boards do not have. */
export interface Touched {
  readonly root: string;
  readonly ids: ReadonlySet<string>;
}

const rootNames = new WeakMap<Y.Doc, WeakMap<Y.AbstractType<unknown>, string>>();

function rootName(doc: Y.Doc, type: Y.AbstractType<unknown>): string | null {
  let names = rootNames.get(doc);
  if (names === undefined) {
    names = new WeakMap();
    rootNames.set(doc, names);
  }
  const known = names.get(type);
  if (known !== undefined && doc.share.get(known) === type) return known;
  for (const [name, root] of doc.share) {
    if ((root as Y.AbstractType<unknown>) === type) {
      names.set(type, name);
      return name;
    }
  }
  return null;
}

/**
 * What a transaction changed, by root type and id: the keys of the root map, also when the change lies deeper (a letter in a
 * name). To be asked while the transaction is open or in an `afterTransaction` listener.
 */
export function collectTouched(transaction: Y.Transaction): readonly Touched[] {
  const byRoot = new Map<string, Set<string>>();
  const add = (root: string, id: string): void => {
    const ids = byRoot.get(root);
    if (ids === undefined) byRoot.set(root, new Set([id]));
    else ids.add(id);
  };
  for (const [changed, keys] of transaction.changed) {
    let type = changed as unknown as Y.AbstractType<unknown>;
    let id: string | null = null;
    while (type._item !== null) {
      id = type._item.parentSub;
      type = type._item.parent as Y.AbstractType<unknown>;
    }
    const root = rootName(transaction.doc, type);
    if (root === null) continue;
    if (id !== null) add(root, id);
    else if (changed === type) {
      // A root map itself changed; `null` stands for list content, which no root of a board has.
      for (const key of keys) add(root, key ?? '');
    } else add(root, '');
  }
  return [...byRoot].map(([root, ids]) => ({ root, ids }));
}

/** Keys of a map of maps under which some of these types lie. */
export function idsUnder(map: object, types: Iterable<Y.AbstractType<unknown>>): Set<string> {
  const ids = new Set<string>();
  for (const start of types) {
    for (let type = start; type._item !== null; type = type._item.parent as Y.AbstractType<unknown>) {
      if (type._item.parent === map && type._item.parentSub !== null) ids.add(type._item.parentSub);
    }
  }
  return ids;
}
