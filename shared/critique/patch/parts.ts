import type { Attributes, BoardElement, Frame, Id, Overlay, Relation } from '../../board/model.ts';
import { compareIds, frozenValue, sameData } from '../../board/tables.ts';

/**
 * A thing on a board as keys and values: its fields by their names, each attribute as `a:<id>` and each share of a tiger team as
 * `m:<element>`. Two proposals that touch different keys of one thing do not meet.
 */

export type Thing = BoardElement | Relation | Overlay | Frame;
type Part = readonly [key: string, value: unknown];

const ATTRIBUTE = 'a:';
const MEMBER = 'm:';
/** Fields that are written and taken together: a box never has one's x and another's y. */
const TOGETHER: readonly (readonly string[])[] = [
  ['x', 'y'],
  ['w', 'h'],
];
/** What a thing can be without. */
const OPTIONAL: ReadonlySet<string> = new Set(['subtitle', 'state', 'notes']);

function partsOf(thing: Thing): Map<string, unknown> {
  const parts: Part[] = [];
  for (const [key, value] of Object.entries(thing)) {
    const prefix = key === 'attributes' ? ATTRIBUTE : key === 'members' ? MEMBER : null;
    if (prefix === null) parts.push([key, value]);
    else for (const [inner, one] of Object.entries(value as object)) parts.push([prefix + inner, one]);
  }
  return new Map(parts);
}

/** The keys in which two forms of one thing differ, in order. */
export function differingKeys(before: Thing, after: Thing): readonly string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const keys = new Set<string>();
  for (const key of [...old.keys(), ...now.keys()]) if (!sameData(old.get(key), now.get(key))) keys.add(key);
  for (const pair of TOGETHER) if (pair.some((key) => keys.has(key))) for (const key of pair) keys.add(key);
  return [...keys].sort(compareIds);
}

const record = (parts: Iterable<Part>, prefix: string): Readonly<Record<Id, unknown>> =>
  Object.fromEntries(
    [...parts]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value] as const)
      .sort((a, b) => compareIds(a[0], b[0])),
  );

/** The thing as it is, with these keys as they are wished. A key that the wish lacks is taken away where that can be. */
export function withKeys<T extends Thing>(now: T, wished: T, keys: readonly string[]): T {
  const parts = partsOf(now);
  const wish = partsOf(wished);
  for (const key of keys) {
    const value = wish.get(key);
    if (value !== undefined) parts.set(key, value);
    else if (OPTIONAL.has(key) || key.startsWith(ATTRIBUTE) || key.startsWith(MEMBER)) parts.delete(key);
  }
  const plain = [...parts].filter(([key]) => !key.startsWith(ATTRIBUTE) && !key.startsWith(MEMBER));
  const attributes = record(parts, ATTRIBUTE) as Attributes;
  return Object.freeze({
    ...Object.fromEntries(plain),
    ...('attributes' in now
      ? {
          attributes: Object.freeze(
            Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, frozenValue(value)])),
          ),
        }
      : {}),
    ...('members' in now ? { members: Object.freeze(record(parts, MEMBER)) } : {}),
  }) as T;
}
