import type { SketchItem } from './settle.ts';
import { plain } from './words.ts';

const foldedId = (id: string): string =>
  id
    .toLowerCase()
    .replace(/\.0$/, '')
    .replace(/^0+(?=\w)/, '');
const withoutBrackets = (name: string): string => (name.endsWith(')') ? name.replace(/\s*\([^)]*\)$/, '') : name);
/** What others call it: the person, or the post when nobody is named. */
const nameOf = (item: SketchItem): string => withoutBrackets(item.person === '' ? item.name : item.person);

/** "Last First" of "First Last", as in "Last, First". */
function turned(item: SketchItem): readonly string[] {
  const words = nameOf(item).split(/[\s,]+/);
  if (words.length < 2) return [];
  const [first = '', ...rest] = words;
  return [plain(rest.join('') + first), plain((words.at(-1) ?? '') + words.slice(0, -1).join(''))];
}

/** One item, or several that cannot be told apart. */
type Found = SketchItem | readonly SketchItem[];
type Index = ReadonlyMap<string, Found>;

function indexBy(items: readonly SketchItem[], keysOf: (item: SketchItem) => readonly string[]): Index {
  const index = new Map<string, Found>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const there = index.get(key);
      if (key === '' || there === item) continue;
      if (there === undefined) index.set(key, item);
      else {
        const group = [there].flat() as readonly SketchItem[];
        if (!group.includes(item)) index.set(key, [...group, item]);
      }
    }
  }
  return index;
}

/** Finds rows by how tables refer to people. What a table never needs is never worked out. */
export class PeopleIndex {
  readonly #items: readonly SketchItem[];
  readonly #named: ReadonlySet<SketchItem>;
  readonly #exact: ReadonlyMap<string, SketchItem>;
  readonly #made = new Map<string, Index>();

  /** `named` are items whose key is an id of the table, not made of a name or address: only those are found by it. */
  constructor(items: readonly SketchItem[], named: ReadonlySet<SketchItem>) {
    this.#items = items;
    this.#named = named;
    this.#exact = new Map([...named].map((item) => [item.key, item]));
  }

  has(id: string): boolean {
    return this.#exact.has(id);
  }

  /** Rows meant: by exact id, then id without case and leading zeros, e-mail, and name. Several are never guessed between. */
  find(reference: string): readonly SketchItem[] {
    const exact = this.#exact.get(reference);
    if (exact !== undefined) return [exact];
    const name = plain(withoutBrackets(reference));
    const found =
      this.#index('id', (item) => (this.#named.has(item) ? [foldedId(item.key)] : [])).get(foldedId(reference)) ??
      this.#index('mail', (item) => [item.email.toLowerCase()]).get(reference.toLowerCase()) ??
      this.#index('name', (item) => [plain(nameOf(item))]).get(name) ??
      this.#index('turned', turned).get(name);
    return found === undefined ? [] : ([found].flat() as readonly SketchItem[]);
  }

  #index(name: string, keysOf: (item: SketchItem) => readonly string[]): Index {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const index = indexBy(this.#items, keysOf);
    this.#made.set(name, index);
    return index;
  }
}
