import type { ImportDraft, ImportedItem } from '#shared/import/import-types.ts';
import type { Branch, Part } from './desk.ts';

const aboveOf = (item: ImportedItem): string | null => item.boss ?? item.sitsIn;

const below = (draft: ImportDraft): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const item of draft.items) {
    const above = aboveOf(item);
    if (above === null) continue;
    const there = found.get(above);
    if (there === undefined) found.set(above, [item.key]);
    else there.push(item.key);
  }
  return found;
};

/** Keys level by level, from those who stand under nobody. */
function levelsOf(draft: ImportDraft): readonly (readonly string[])[] {
  const children = below(draft);
  const keys = new Set(draft.items.map((item) => item.key));
  const seen = new Set<string>();
  const levels: string[][] = [];
  let level = draft.items.flatMap((item) => {
    const above = aboveOf(item);
    return above === null || !keys.has(above) ? [item.key] : [];
  });
  while (level.length > 0) {
    for (const key of level) seen.add(key);
    levels.push(level);
    level = level.flatMap((key) => (children.get(key) ?? []).filter((one) => !seen.has(one)));
  }
  return levels;
}

/** How many items the first levels hold together. */
export function levelCounts(draft: ImportDraft): readonly number[] {
  let sum = 0;
  return levelsOf(draft).map((level) => {
    sum += level.length;
    return sum;
  });
}

/** Heads with all that stands under them, in keys, each counted once. */
function sizes(draft: ImportDraft): ReadonlyMap<string, number> {
  const above = new Map(draft.items.map((item) => [item.key, aboveOf(item)]));
  const size = new Map(draft.items.map((item) => [item.key, 1]));
  // From the deepest level up, so that each branch is complete when it is added to the one above.
  for (const level of [...levelsOf(draft)].reverse()) {
    for (const key of level) {
      const head = above.get(key) ?? null;
      if (head !== null) size.set(head, (size.get(head) ?? 0) + (size.get(key) ?? 0));
    }
  }
  return size;
}

/** The largest branches of at most `room` items, largest first. */
export function branchesWithin(draft: ImportDraft, room: number, most: number): readonly Branch[] {
  const size = sizes(draft);
  return draft.items
    .flatMap((item): Branch[] => {
      const count = size.get(item.key) ?? 0;
      return count > 1 && count <= room ? [{ key: item.key, name: item.title || item.name, count }] : [];
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}

/** The draft with only these items; what they stood under and is not among them is forgotten. */
function only(draft: ImportDraft, keys: ReadonlySet<string>): ImportDraft {
  const kept = (key: string | null): string | null => (key !== null && keys.has(key) ? key : null);
  return {
    ...draft,
    items: draft.items
      .filter((item) => keys.has(item.key))
      .map((item) => ({ ...item, boss: kept(item.boss), sitsIn: kept(item.sitsIn) })),
    lines: draft.lines.filter((line) => keys.has(line.from) && keys.has(line.to)),
  };
}

/** The part of a draft that was asked for. */
export function cutDraft(draft: ImportDraft, part: Part): ImportDraft {
  if (part.part === 'all') return draft;
  if (part.part === 'levels') return only(draft, new Set(levelsOf(draft).slice(0, part.levels).flat()));
  const children = below(draft);
  const keys = new Set<string>();
  const open = [part.key];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (keys.has(key)) continue;
    keys.add(key);
    open.push(...(children.get(key) ?? []));
  }
  return only(draft, keys);
}
