import type { SketchItem } from './settle.ts';
import { plain } from './words.ts';

const foldedId = (id: string): string =>
  id
    .toLowerCase()
    .replace(/\.0$/, '')
    .replace(/^0+(?=\w)/, '');

type Index = Map<string, SketchItem[]>;

function put(index: Index, key: string, item: SketchItem): void {
  if (key === '') return;
  const there = index.get(key);
  if (there === undefined) index.set(key, [item]);
  else if (there.at(-1) !== item) there.push(item);
}

/** Finds rows by how tables refer to people. */
export class PeopleIndex {
  readonly #exact = new Map<string, SketchItem>();
  readonly #folded: Index = new Map();
  readonly #mails: Index = new Map();
  readonly #names: Index = new Map();
  /** "Last First" of "First Last", for "Last, First". */
  readonly #turned: Index = new Map();

  add(item: SketchItem): void {
    if (!this.#exact.has(item.key)) this.#exact.set(item.key, item);
    put(this.#folded, foldedId(item.key), item);
    put(this.#mails, item.email.toLowerCase(), item);
    this.#addName(item, item.person === '' ? item.name : item.person);
    // Posts without a person are referred to by their title.
    if (item.person !== '' && item.name !== item.person) this.#addName(item, item.name);
  }

  #addName(item: SketchItem, name: string): void {
    const bare = name.replace(/\s*\([^)]*\)$/, '');
    put(this.#names, plain(bare), item);
    const words = bare.split(/[\s,]+/);
    if (words.length < 2) return;
    put(this.#turned, plain(words.slice(1).join(' ') + words[0]), item);
    put(this.#turned, plain(words.at(-1) + words.slice(0, -1).join(' ')), item);
  }

  has(id: string): boolean {
    return this.#exact.has(id);
  }

  /** Rows meant: by exact id, then id without case and leading zeros, e-mail, and name. Several are never guessed between. */
  find(reference: string): readonly SketchItem[] {
    const exact = this.#exact.get(reference);
    if (exact !== undefined) return [exact];
    return this.#folded.get(foldedId(reference)) ?? this.#mails.get(reference.toLowerCase()) ?? this.#named(reference);
  }

  #named(reference: string): readonly SketchItem[] {
    const name = plain(reference.replace(/\s*\([^)]*\)$/, ''));
    return this.#names.get(name) ?? this.#turned.get(name) ?? [];
  }
}
