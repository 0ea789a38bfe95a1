import type { DatabaseSync } from 'node:sqlite';
import type { SessionItem, SessionMethods } from './storage.ts';

/** Critique sessions, item by item. */
export function sessionTables(db: DatabaseSync, transaction: <T>(run: () => T) => T): SessionMethods {
  const items = db.prepare('SELECT kind, id, data FROM session_items WHERE council = ? ORDER BY kind, id');
  const put = db.prepare(
    `INSERT INTO session_items (council, kind, id, data) VALUES (?, ?, ?, ?)
    ON CONFLICT (council, kind, id) DO UPDATE SET data = excluded.data`,
  );
  const remove = db.prepare('DELETE FROM session_items WHERE council = ? AND kind = ? AND id = ?');
  const setPhase = db.prepare('UPDATE councils SET phase = coalesce(?, phase) WHERE id = ?');

  return {
    async sessionItems(council) {
      return items.all(council).map((row) => ({ ...row }) as unknown as SessionItem);
    },
    async writeSession(council, change) {
      transaction(() => {
        if (setPhase.run(change.phase ?? null, council).changes === 0)
          throw new Error(`There is no council ${council}.`);
        for (const { kind, id } of change.remove) remove.run(council, kind, id);
        for (const { kind, id, data } of change.put) put.run(council, kind, id, data);
      });
    },
  };
}
