import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { historyTables } from './sqlite-history.ts';
import { roomTables } from './sqlite-rooms.ts';
import { SCHEMA_STEPS } from './sqlite-schema.ts';
import { seatKeyTables } from './sqlite-seat-keys.ts';
import { sessionTables } from './sqlite-sessions.ts';
import { councilTables } from './sqlite-tables.ts';
import type { Storage } from './storage.ts';

export interface SqliteOptions {
  /** File, made with its folder when absent; `:memory:` for none. */
  readonly file: string;
  /** `full`: survives loss of power. `normal`: survives the end of the process only, and is faster. */
  readonly synchronous: 'full' | 'normal';
}

/** Brings the file up to this program's schema; answers whether an older one wrote it. Throws when a newer program did. */
function migrate(db: DatabaseSync, file: string): boolean {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > SCHEMA_STEPS.length) {
    throw new Error(
      `The data in ${file} was written by a newer version of Orgora. Update this server, or choose another file.`,
    );
  }
  SCHEMA_STEPS.slice(version).forEach((step, i) => {
    db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${version + i + 1}; COMMIT;`);
  });
  return version > 0 && version < SCHEMA_STEPS.length;
}

/** One SQLite file through Node's own `node:sqlite`: write-ahead log, one writer, every method one transaction. */
export function openSqlite({ file, synchronous }: SqliteOptions): Storage {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5_000 });
  // Writing back into the file every 16 MB instead of 4: the same pages change again and again meanwhile.
  db.exec(
    `PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA synchronous = ${synchronous === 'full' ? 'FULL' : 'NORMAL'};
    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;`,
  );
  const isOld = migrate(db, file);

  /** Runs all of it or nothing of it. */
  const transaction = <T>(run: () => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = run();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  /** Something was deleted of which the files may still hold a copy. */
  let hasRemains = isOld;
  const leaveRemains = (): void => {
    hasRemains = true;
  };

  const begin = db.prepare('SELECT count(*) AS n FROM rooms');
  const { keepHistory, ...history } = historyTables(db);
  return {
    ...roomTables(db, transaction, keepHistory),
    ...history,
    ...councilTables(db, transaction, leaveRemains),
    ...seatKeyTables(db, transaction),
    ...sessionTables(db, transaction, leaveRemains),
    async wipe() {
      if (!hasRemains) return;
      // Pages that something was moved out of may still hold it, in spite of `secure_delete`: the file is written anew.
      db.exec('VACUUM');
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      hasRemains = false;
    },
    async check() {
      begin.get();
      transaction(() => undefined);
    },
    async close() {
      if (!db.isOpen) return;
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
