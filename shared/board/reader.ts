import type * as Y from 'yjs';
import type { Board, BoardElement, BrokenItem, Id, StateId } from './model.ts';
import { EMPTY_BOARD } from './model.ts';
import { type EntityOf, isBroken, readEntity, readMeta, schemaOf } from './read-entity.ts';
import { isSound, repair } from './repair.ts';
import { ENTITY_ROOTS, type EntityRoot, entityMap, metaMap, namedRoot, type Root, SCHEMA_VERSION } from './roots.ts';
import { samePlaceInStructure, shareStructure } from './structure.ts';
import { compareIds, sameData, withChanges } from './tables.ts';
import { collectTouched, type Touched } from './touched.ts';

/** Keeps a board up to date with one state of a document by reading again only what was touched. */
export class BoardReader {
  readonly #doc: Y.Doc;
  readonly #state: StateId;
  /** Reads what all states share; `null` in the reader of the first state itself. */
  readonly #shared: BoardReader | null;
  readonly #touched: Record<EntityRoot, Set<string>> = emptySets();
  readonly #broken = new Map<string, BrokenItem>();
  /** Elements as they were last read again. */
  #changed: ReadonlyMap<Id, BoardElement | null> = new Map();
  #metaTouched = true;
  #dirty = true;
  #raw: Board = EMPTY_BOARD;
  #board: Board = EMPTY_BOARD;

  constructor(doc: Y.Doc, state: StateId = 'now', shared: BoardReader | null = null) {
    this.#doc = doc;
    this.#state = state;
    this.#shared = state === 'now' ? null : (shared ?? new BoardReader(doc));
    for (const root of ENTITY_ROOTS) {
      for (const id of entityMap(doc, root, state).keys()) this.#touched[root].add(id);
    }
  }

  /** Says that something may have changed; it is read when the board is next asked for. */
  touch(root: Root, id: string): void {
    if (root === 'images' || root === 'cites') return;
    this.#dirty = true;
    if (root === 'meta') this.#metaTouched = true;
    else this.#touched[root].add(id);
  }

  touchAll(touched: readonly Touched[]): void {
    for (const { root: name, ids } of touched) {
      const found = namedRoot(name);
      if (found === null || (found.state !== null && found.state !== this.#state)) continue;
      for (const id of ids) this.touch(found.root, id);
    }
  }

  /** What the document holds, readable but not repaired. */
  get raw(): Board {
    this.#refresh();
    return this.#raw;
  }

  /** The valid board; the same object as long as nothing changed. */
  get board(): Board {
    this.#refresh();
    return this.#board;
  }

  #refresh(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    const raw = this.#raw;
    const next: Board = {
      meta: this.#shared?.raw.meta ?? this.#readMeta(),
      elements: this.#readTable('elements', raw.elements),
      relations: this.#readTable('relations', raw.relations),
      overlays: this.#readTable('overlays', raw.overlays),
      frames: this.#shared?.raw.frames ?? this.#readTable('frames', raw.frames),
      prompts: this.#shared?.raw.prompts ?? this.#readTable('prompts', raw.prompts),
      broken: this.#readBroken(),
    };
    if (shallowSame(raw, next)) return;
    this.#raw = Object.freeze(next);
    if (OTHER_PARTS.every((part) => raw[part] === next[part]) && this.#keepsStructure(raw)) {
      const { elements } = this.#board;
      const changed = elements === raw.elements ? next.elements : withChanges(elements, this.#changed);
      const board = Object.freeze({ ...this.#board, elements: changed });
      shareStructure(board, this.#board);
      this.#board = board;
      return;
    }
    const board = repair(this.#raw, this.#board);
    if (!shallowSame(this.#board, board)) this.#board = board;
  }

  /** Whether the elements just read changed only in ways that repair need not look at again. */
  #keepsStructure(before: Board): boolean {
    for (const [id, element] of this.#changed) {
      const old = before.elements.get(id);
      if (element === null || old === undefined || this.#board.elements.get(id) !== old) return false;
      if (!samePlaceInStructure(old, element) || !isSound(element)) return false;
    }
    return true;
  }

  #readMeta(): Board['meta'] {
    if (!this.#metaTouched) return this.#raw.meta;
    this.#metaTouched = false;
    const map = metaMap(this.#doc);
    if (schemaOf(map) > SCHEMA_VERSION) {
      const why = 'This board was written by a newer version of Orgora; parts of it may not show. Reload this page.';
      this.#broken.set('meta', Object.freeze({ id: 'meta', why }));
    } else this.#broken.delete('meta');
    const meta = readMeta(map);
    return sameData(meta, this.#raw.meta) ? this.#raw.meta : meta;
  }

  #readTable<R extends EntityRoot>(root: R, table: ReadonlyMap<Id, EntityOf[R]>): ReadonlyMap<Id, EntityOf[R]> {
    const touched = this.#touched[root];
    if (touched.size === 0) return table;
    const map = entityMap(this.#doc, root, this.#state);
    const changes = new Map<Id, EntityOf[R] | null>();
    for (const id of touched) {
      const value = map.get(id);
      const entity = value === undefined ? null : readEntity(root, id, value);
      const key = `${root}/${id}`;
      if (entity !== null && isBroken(entity)) {
        this.#broken.set(key, entity);
        changes.set(id, null);
        continue;
      }
      this.#broken.delete(key);
      const before = table.get(id);
      changes.set(id, entity !== null && before !== undefined && sameData(before, entity) ? before : entity);
    }
    touched.clear();
    if (root === 'elements') this.#changed = changes as Map<Id, BoardElement | null>;
    return withChanges(table, changes);
  }

  /** What of the parts all states share cannot be read. */
  brokenShared(): readonly (readonly [string, BrokenItem])[] {
    this.#refresh();
    return [...this.#broken].filter(([key]) => SHARED_KEYS.test(key));
  }

  #readBroken(): readonly BrokenItem[] {
    const before = this.#raw.broken;
    const broken = [...this.#broken, ...(this.#shared?.brokenShared() ?? [])];
    if (broken.length === 0) return EMPTY_BOARD.broken;
    const items = broken.sort((a, b) => compareIds(a[0], b[0])).map(([, item]) => item);
    return sameData(items, before) ? before : Object.freeze(items);
  }
}

const emptySets = (): Record<EntityRoot, Set<string>> => ({
  elements: new Set(),
  relations: new Set(),
  overlays: new Set(),
  frames: new Set(),
  prompts: new Set(),
});

const SHARED_KEYS = /^(meta$|frames\/|prompts\/)/;

const OTHER_PARTS = ['meta', 'relations', 'overlays', 'frames', 'prompts', 'broken'] as const;
const PARTS = ['elements', ...OTHER_PARTS] as const;

const shallowSame = (a: Board, b: Board): boolean => PARTS.every((part) => a[part] === b[part]);

const readers = new WeakMap<Y.Doc, Map<StateId, BoardReader>>();

/** The one reader of a state of a document, shared by its views and its editors; it follows every transaction. */
export function readerOf(doc: Y.Doc, state: StateId = 'now'): BoardReader {
  const ofDoc = readers.get(doc) ?? followed(doc);
  const known = ofDoc.get(state);
  if (known !== undefined) return known;
  const reader = new BoardReader(doc, state, state === 'now' ? null : readerOf(doc));
  ofDoc.set(state, reader);
  return reader;
}

/**
 * One listener for all readers of a document, those that are made later too: whoever listens after the first reader was made
 * finds every state up to date.
 */
function followed(doc: Y.Doc): Map<StateId, BoardReader> {
  const ofDoc = new Map<StateId, BoardReader>();
  readers.set(doc, ofDoc);
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return;
    const touched = collectTouched(transaction);
    for (const reader of ofDoc.values()) reader.touchAll(touched);
  });
  return ofDoc;
}

/** Tells the readers of a state what the open transaction wrote so far. */
export function touchOpen(doc: Y.Doc, state: StateId): void {
  const open = doc._transaction;
  if (open === null) return;
  const touched = collectTouched(open);
  readerOf(doc).touchAll(touched);
  if (state !== 'now') readerOf(doc, state).touchAll(touched);
}
