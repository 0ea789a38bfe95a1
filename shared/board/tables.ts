import type { AttributeValue } from './model.ts';

/** Helpers for the maps of a board, whose order is by id, and for comparing plain values. */

export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A map in the order of its ids. */
export function sortedMap<T>(entries: Iterable<readonly [string, T]>): Map<string, T> {
  return new Map([...entries].sort((a, b) => compareIds(a[0], b[0])));
}

/** The map with some entries replaced, added or (by `null`) removed, still in order; the same map when nothing changes. */
export function withChanges<T>(
  table: ReadonlyMap<string, T>,
  changes: ReadonlyMap<string, T | null>,
): ReadonlyMap<string, T> {
  const real = [...changes].filter(([id, value]) => (table.get(id) ?? null) !== value);
  if (real.length === 0) return table;
  const added = real.filter(([id]) => !table.has(id)).map(([id]) => id);
  const next = new Map(table);
  for (const [id, value] of real) {
    if (value === null) next.delete(id);
    else next.set(id, value);
  }
  if (added.length === 0) return next;
  added.sort(compareIds);
  const merged = new Map<string, T>();
  let i = 0;
  const takeAdded = (before: string | null): void => {
    for (let id = added[i]; id !== undefined && (before === null || id < before); id = added[i]) {
      merged.set(id, next.get(id) as T);
      i += 1;
    }
  };
  for (const id of table.keys()) {
    takeAdded(id);
    const value = next.get(id);
    if (value !== undefined) merged.set(id, value);
  }
  takeAdded(null);
  return merged;
}

/** Equality of plain data: primitives, arrays and records. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value, i) => sameData(value, b[i]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  return keys.every((key) => Object.hasOwn(right, key) && sameData(left[key], right[key]));
}

/** A frozen copy of an attribute's value with its keys in order. */
export function frozenValue(value: AttributeValue): AttributeValue {
  if (Array.isArray(value)) return Object.freeze([...(value as readonly string[])]);
  if (typeof value === 'object') {
    const record = value as Readonly<Record<string, number>>;
    return Object.freeze(
      Object.fromEntries(
        Object.keys(record)
          .sort(compareIds)
          .map((key) => [key, record[key] as number]),
      ),
    );
  }
  return value;
}
