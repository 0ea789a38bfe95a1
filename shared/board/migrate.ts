import type * as Y from 'yjs';
import type { Migration } from './migrations/define-migration.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { schemaOf } from './read-entity.ts';
import { metaMap, SCHEMA_VERSION } from './roots.ts';

/** Origin of migrations: nobody's undo takes them back. */
export const MIGRATION_ORIGIN = Object.freeze({ migration: true });

/** Whether a document was written by a version newer than this one. It can be read as far as it goes, not written. */
export const isNewerDocument = (doc: Y.Doc): boolean => schemaOf(metaMap(doc)) > SCHEMA_VERSION;

/**
 * Brings a document to the present shape, in one transaction; answers the numbers of the migrations that ran. A newer
 * document is left alone. To be called by somebody who may write, before anything else is written.
 */
export function migrateDocument(doc: Y.Doc, migrations: readonly Migration[] = MIGRATIONS): number[] {
  const meta = metaMap(doc);
  const from = schemaOf(meta);
  const due = migrations.filter((migration) => migration.number > from);
  if (due.length === 0) return [];
  doc.transact(() => {
    for (const migration of due) {
      migration.up(doc);
      meta.set('schema', migration.number);
    }
  }, MIGRATION_ORIGIN);
  return due.map((migration) => migration.number);
}
