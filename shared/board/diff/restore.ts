import * as Y from 'yjs';
import type { BoardEditor } from '../edit.ts';
import { refuse } from '../edit-error.ts';
import { fillDocument } from '../file.ts';
import { migrateDocument } from '../migrate.ts';
import type { Board, Id, StateId } from '../model.ts';
import { schemaOf } from '../read-entity.ts';
import { ENTITY_ROOTS, metaMap, NAMED_ROOTS, rootName, STATE_ROOTS } from '../roots.ts';
import { sameData } from '../tables.ts';
import { writeText } from '../text-diff.ts';

export interface RestoreOptions {
  /** May change and unlock what is locked. */
  readonly mayEditLocked?: boolean;
}

/** Key of `meta` that says what shape a document has; never taken back. */
const SCHEMA = 'schema';
const META_KEYS = ['title', 'subtitle', 'state', 'template'] as const;

/** One map that is to become like another. */
interface Pair {
  readonly present: Y.Map<unknown>;
  readonly past: Y.Map<unknown>;
  /** The keys that count; all of them without it. */
  readonly keys?: readonly string[];
}

const plain = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.toJSON() : value);
const copy = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.clone() : value);

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));

function differs(now: unknown, then: unknown): boolean {
  if (now instanceof Y.Map && then instanceof Y.Map) {
    return (
      now.size !== then.size || [...now.keys()].some((key) => !then.has(key) || differs(now.get(key), then.get(key)))
    );
  }
  if (now instanceof Uint8Array && then instanceof Uint8Array) return !sameBytes(now, then);
  return now instanceof Y.AbstractType !== then instanceof Y.AbstractType || !sameData(plain(now), plain(then));
}

/** Makes a map hold what another holds, touching only what differs, so that what others type elsewhere meanwhile stays. */
function follow({ present, past, keys }: Pair): void {
  for (const key of keys ?? new Set([...present.keys(), ...past.keys()])) {
    const wanted = past.get(key);
    const value = present.get(key);
    if (wanted === undefined) {
      if (present.has(key)) present.delete(key);
    } else if (wanted instanceof Y.Text && value instanceof Y.Text) writeText(value, wanted.toString());
    else if (wanted instanceof Y.Map && value instanceof Y.Map) follow({ present: value, past: wanted });
    else if (differs(value, wanted)) present.set(key, copy(wanted));
  }
}

/** Refuses before anything is written; answers how many things will be. */
function check(pairs: readonly Pair[], { mayEditLocked }: RestoreOptions): number {
  let changed = 0;
  for (const { present, past, keys } of pairs) {
    for (const id of keys ?? new Set([...present.keys(), ...past.keys()])) {
      const value = present.get(id);
      if (!differs(value, past.get(id))) continue;
      changed += 1;
      const locked = value instanceof Y.Map && value.get('locked') === true;
      if (locked && mayEditLocked !== true) refuse('locked', { name: String(plain(value.get('name')) ?? '') });
    }
  }
  return changed;
}

function restore(
  editor: BoardEditor,
  target: Y.Doc,
  tables: readonly Pair[],
  meta: Pair | null,
  options: RestoreOptions,
) {
  const changed = check(tables, options);
  const schema = schemaOf(metaMap(target));
  editor.transact(() => {
    for (const table of tables) follow(table);
    if (meta !== null) follow(meta);
    if (changed > 0 && schemaOf(metaMap(editor.doc)) < schema) metaMap(editor.doc).set(SCHEMA, schema);
  });
}

/**
 * Gives a board, with all its states, the content of an earlier moment or of another document, keeping ids: one transaction, one
 * step of undo.
 *
 * @throws BoardEditError `locked` when it would change something locked and may not; nothing was written
 */
export function restoreDocument(editor: BoardEditor, target: Y.Doc, options: RestoreOptions = {}): void {
  migrateDocument(target);
  const { doc } = editor;
  const tables = NAMED_ROOTS.filter(({ root }) => root !== 'meta').map(
    ({ name }): Pair => ({ present: doc.getMap<unknown>(name), past: target.getMap<unknown>(name) }),
  );
  const present = metaMap(doc);
  const past = metaMap(target);
  const keys = [...new Set([...present.keys(), ...past.keys()])].filter((key) => key !== SCHEMA);
  restore(editor, target, tables, { present, past, keys }, options);
}

/**
 * The same from a board that was read, for one state of the board. What the states share (frames, questions, the title) comes
 * along with the first state only; tracing layers stay as they are. With `only`, these things alone are given the target's
 * content, those that all states share too; what the target does not have of them is removed.
 *
 * @throws BoardEditError as `restoreDocument`
 */
export function restoreBoard(
  editor: BoardEditor,
  target: Board,
  options: RestoreOptions & { readonly state?: StateId; readonly only?: ReadonlySet<Id> } = {},
): void {
  const state = options.state ?? 'now';
  const keys = options.only === undefined ? null : [...options.only];
  const scratch = new Y.Doc();
  try {
    fillDocument(scratch, target);
    const roots = state === 'now' || keys !== null ? ENTITY_ROOTS : STATE_ROOTS;
    const tables = roots.map(
      (root): Pair => ({
        present: editor.doc.getMap<unknown>(rootName(root, state)),
        past: scratch.getMap<unknown>(root),
        ...(keys === null ? {} : { keys }),
      }),
    );
    const meta = { present: metaMap(editor.doc), past: metaMap(scratch), keys: META_KEYS };
    restore(editor, scratch, tables, state === 'now' && keys === null ? meta : null, options);
  } finally {
    scratch.destroy();
  }
}
