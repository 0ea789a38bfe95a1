import * as Y from 'yjs';
import type { BoardEditor } from '../edit.ts';
import { refuse } from '../edit-error.ts';
import { fillDocument } from '../file.ts';
import { migrateDocument } from '../migrate.ts';
import type { Board } from '../model.ts';
import { metaMap, ROOTS } from '../roots.ts';
import { sameData } from '../tables.ts';
import { writeText } from '../text-diff.ts';

export interface RestoreOptions {
  /** May change and unlock what is locked. */
  readonly mayEditLocked?: boolean;
}

/** Says what shape a document has; never taken back. */
const SCHEMA_KEY = 'schema';

const plain = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.toJSON() : value);
const copy = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.clone() : value);

/** Whether a change at this place is of something that only who may edit what is locked changes. */
function checkLocked(doc: Y.Doc, target: Y.Doc): void {
  const now = doc.getMap<unknown>('elements');
  const then = target.getMap<unknown>('elements');
  for (const [id, element] of now) {
    if (!(element instanceof Y.Map) || element.get('locked') !== true) continue;
    if (!sameData(plain(element), plain(then.get(id)))) {
      refuse('locked', { name: String(plain(element.get('name')) ?? '') });
    }
  }
}

/** Makes a map hold what another holds, touching only what differs, so that what others type elsewhere meanwhile stays. */
function follow(map: Y.Map<unknown>, target: Y.Map<unknown>, except: ReadonlySet<string>): void {
  for (const key of [...map.keys()]) if (!target.has(key) && !except.has(key)) map.delete(key);
  for (const [key, wanted] of target) {
    if (except.has(key)) continue;
    const now = map.get(key);
    if (wanted instanceof Y.Text && now instanceof Y.Text) writeText(now, wanted.toString());
    else if (wanted instanceof Y.Map && now instanceof Y.Map) follow(now, wanted, NONE);
    else if (wanted instanceof Y.AbstractType || !map.has(key) || !sameData(plain(now), wanted)) {
      map.set(key, copy(wanted));
    }
  }
}

const NONE: ReadonlySet<string> = new Set();
const META_KEPT: ReadonlySet<string> = new Set([SCHEMA_KEY]);

/**
 * Gives a board the content of an earlier moment or of another document, keeping ids: one transaction, one step of undo.
 *
 * @throws BoardEditError `locked` when it would change something locked and may not; nothing was written
 */
export function restoreDocument(editor: BoardEditor, target: Y.Doc, options: RestoreOptions = {}): void {
  migrateDocument(target);
  if (options.mayEditLocked !== true) checkLocked(editor.doc, target);
  editor.transact(() => {
    for (const root of ROOTS) {
      const map = root === 'meta' ? metaMap(editor.doc) : editor.doc.getMap<unknown>(root);
      follow(map, target.getMap<unknown>(root), root === 'meta' ? META_KEPT : NONE);
    }
  });
}

/** The same from a board that was read. @throws BoardEditError as `restoreDocument` */
export function restoreBoard(editor: BoardEditor, target: Board, options: RestoreOptions = {}): void {
  const scratch = new Y.Doc();
  try {
    fillDocument(scratch, target);
    restoreDocument(editor, scratch, options);
  } finally {
    scratch.destroy();
  }
}
