import type { Board, BoardElement, Id } from '../board/model.ts';
import { marksOf, marksOn } from './digest.ts';
import type { ImportDraft, ImportedItem } from './import-types.ts';

export interface Matches {
  /** Elements by the key of their item. */
  readonly byKey: ReadonlyMap<string, Id>;
  /** The file was written from this very board: most of its ids are the board's own. */
  readonly own: boolean;
}

const unique = (
  elements: readonly BoardElement[],
  keyOf: (element: BoardElement) => string,
): ReadonlyMap<string, Id> => {
  const found = new Map<string, Id | null>();
  for (const element of elements) {
    const key = keyOf(element);
    if (key !== '') found.set(key, found.has(key) ? null : element.id);
  }
  return new Map([...found].filter((entry): entry is [string, Id] => entry[1] !== null));
};

const nameKey = (kind: string, name: string): string =>
  name.trim() === '' ? '' : `${kind}\n${name.trim().toLowerCase()}`;

/** Elements of a board that are rows of a draft: by their own id, by the marks of an earlier import, and by a name that only one has. */
export function matchItems(board: Board, draft: ImportDraft): Matches {
  const elements = [...board.elements.values()];
  const byId = unique(elements, (element) => marksOn(element)?.id ?? '');
  const byMail = unique(elements, (element) => marksOn(element)?.mail ?? '');
  const found = new Map<string, Id>();
  const taken = new Set<Id>();
  const match = (items: readonly ImportedItem[], idOf: (item: ImportedItem) => Id | undefined): void => {
    for (const item of items) {
      const id = found.has(item.key) ? undefined : idOf(item);
      if (id === undefined || taken.has(id)) continue;
      found.set(item.key, id);
      taken.add(id);
    }
  };
  match(draft.items, ({ key }) => (board.elements.has(key) ? key : undefined));
  const own = found.size > 0 && found.size * 2 >= draft.items.length;
  match(draft.items, (item) => byId.get(marksOf(item).id));
  match(draft.items, (item) => (item.email === '' ? undefined : byMail.get(marksOf(item).mail)));
  const left = elements.filter((element) => !taken.has(element.id));
  const byName = unique(left, ({ kind, name }) => nameKey(kind, name));
  const names = new Map<string, number>();
  for (const { kind, name } of draft.items) names.set(nameKey(kind, name), (names.get(nameKey(kind, name)) ?? 0) + 1);
  match(draft.items, ({ kind, name }) => {
    const key = nameKey(kind, name);
    return names.get(key) === 1 ? byName.get(key) : undefined;
  });
  return { byKey: found, own };
}
