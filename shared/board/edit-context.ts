import * as Y from 'yjs';
import { LIMITS } from '../protocol/messages.ts';
import { refuse } from './edit-error.ts';
import { FARTHEST, LARGEST_SIDE, LEAST_SIDE } from './geometry.ts';
import type { Board, BoardElement, Box, Id, Point, StateId } from './model.ts';
import { compareOrder, isOrder, orderBetween } from './order.ts';
import { schemaOf } from './read-entity.ts';
import { readerOf, touchOpen } from './reader.ts';
import { ENTITY_ROOTS, type EntityRoot, entityMap, isId, metaMap, SCHEMA_VERSION } from './roots.ts';
import { writeText } from './text-diff.ts';

export interface EditorOptions {
  /** Origin of this editor's transactions; undo follows it. */
  readonly origin: object;
  readonly newId: () => Id;
  /** May change and unlock what is locked. */
  readonly mayEditLocked?: boolean;
  /** Which state is written to; without it the first. */
  readonly state?: () => StateId;
  /** Whether an earlier moment is shown, in which nobody draws. */
  readonly isPast?: () => boolean;
}

/** What the parts of the editor share: the document, the board as it stands in the middle of a transaction, and the checks. */
export class EditContext {
  readonly doc: Y.Doc;
  readonly options: EditorOptions;

  constructor(doc: Y.Doc, options: EditorOptions) {
    this.doc = doc;
    this.options = options;
  }

  transact<T>(run: () => T): T {
    if (this.options.isPast?.() === true) refuse('past-shown');
    return this.doc.transact(run, this.options.origin);
  }

  /** The state that is written to. */
  get state(): StateId {
    return this.options.state?.() ?? 'now';
  }

  /** The reader of a state, with what the open transaction wrote so far. */
  reader(state: StateId = this.state): ReturnType<typeof readerOf> {
    touchOpen(this.doc, state);
    return readerOf(this.doc, state);
  }

  /** The valid board, with what the open transaction wrote so far. */
  get board(): Board {
    return this.reader().board;
  }

  /** The same before repair: also lines that hang in the air. */
  get raw(): Board {
    return this.reader().raw;
  }

  table(root: EntityRoot): Y.Map<unknown> {
    return entityMap(this.doc, root, this.state);
  }

  /** The map of one thing, or `null` when there is none. */
  find(root: EntityRoot, id: Id): Y.Map<unknown> | null {
    const value = this.table(root).get(id);
    return value instanceof Y.Map ? (value as Y.Map<unknown>) : null;
  }

  /** The map of one thing; refuses with `missing`. */
  need(root: EntityRoot, id: Id): Y.Map<unknown> {
    return this.find(root, id) ?? refuse('missing', { id });
  }

  element(id: Id): BoardElement {
    return this.board.elements.get(id) ?? refuse('missing', { id });
  }

  /** A free id: the wanted one, or a new one. */
  idFor(wanted?: Id): Id {
    const id = wanted ?? this.options.newId();
    if (!isId(id as unknown)) refuse('bad-id', { id });
    if (ENTITY_ROOTS.some((root) => this.table(root).has(id))) refuse('id-taken', { id });
    return id;
  }

  /** Says that the document now holds what an older version would not keep. */
  raiseSchema(): void {
    const meta = metaMap(this.doc);
    if (schemaOf(meta) < SCHEMA_VERSION) meta.set('schema', SCHEMA_VERSION);
  }

  nameOf(id: Id): string {
    const { elements } = this.board;
    return elements.get(id)?.name ?? '';
  }

  isLocked(id: Id): boolean {
    return this.find('elements', id)?.get('locked') === true;
  }

  refuseLocked(ids: Iterable<Id>): void {
    if (this.options.mayEditLocked === true) return;
    for (const id of ids) if (this.isLocked(id)) refuse('locked', { name: this.nameOf(id) });
  }

  /** Writes a key only when it changes, so that nothing is sent and no step is made for nothing. */
  put(map: Y.Map<unknown>, key: string, value: string | number | boolean | null): void {
    if (value === null) {
      if (map.has(key)) map.delete(key);
      return;
    }
    const sent = typeof value === 'string' ? value.toWellFormed() : value;
    if (map.get(key) !== sent) map.set(key, sent);
  }

  putPair(map: Y.Map<unknown>, key: string, a: number, b: number): void {
    const now = map.get(key);
    if (Array.isArray(now) && now[0] === a && now[1] === b) return;
    map.set(key, [a, b]);
  }

  /** Writes a text that two people may type in at once. */
  putText(map: Y.Map<unknown>, key: string, value: string): void {
    checkText(value);
    const now = map.get(key);
    if (now instanceof Y.Text) writeText(now, value.toWellFormed());
    else map.set(key, new Y.Text(value.toWellFormed()));
  }

  /** A key after the last of these. */
  orderAfter(siblings: Iterable<{ readonly order: string; readonly id: Id }>): string {
    let last: { readonly order: string; readonly id: Id } | null = null;
    for (const sibling of siblings) if (last === null || compareOrder(sibling, last) > 0) last = sibling;
    return orderBetween(last?.order ?? null, null);
  }

  checkRoom(root: 'elements' | 'relations', more = 1): void {
    const limit = LIMITS[root];
    if (this.raw[root].size + more > limit) refuse('board-full', { limit, what: root === 'elements' ? root : 'lines' });
  }
}

export function checkText(text: string): void {
  if (text.length > LIMITS.textLength) refuse('text-too-long', { limit: LIMITS.textLength });
}

export function checkPoint(point: Point): void {
  if (!(Math.abs(point.x) <= FARTHEST && Math.abs(point.y) <= FARTHEST)) refuse('bad-number');
}

export function checkBox(box: Box): void {
  checkPoint(box);
  for (const side of [box.w, box.h]) if (!(side >= LEAST_SIDE && side <= LARGEST_SIDE)) refuse('bad-number');
}

export function checkOrder(order: string): void {
  if (!isOrder(order)) refuse('bad-order');
}
