import type { DatabaseSync } from 'node:sqlite';
import { NOBODY, type SessionItem, type SessionMethods, type SessionWrite } from './storage.ts';

const ROOMS_OF_COUNCIL = `room IN (SELECT 'board/' || id FROM boards WHERE council = ?)`;

/** Critique sessions, item by item, and what becomes of their council at the end. */
export function sessionTables(
  db: DatabaseSync,
  transaction: <T>(run: () => T) => T,
  leaveRemains: () => void,
): SessionMethods {
  const items = db.prepare('SELECT kind, id, data FROM session_items WHERE council = ? ORDER BY kind, id');
  const put = db.prepare(
    `INSERT INTO session_items (council, kind, id, data) VALUES (?, ?, ?, ?)
    ON CONFLICT (council, kind, id) DO UPDATE SET data = excluded.data`,
  );
  const remove = db.prepare('DELETE FROM session_items WHERE council = ? AND kind = ? AND id = ?');
  const setPhase = db.prepare('UPDATE councils SET phase = coalesce(?, phase) WHERE id = ?');
  const setDeleteAt = db.prepare('UPDATE councils SET delete_at = ? WHERE id = ?');
  const closeLinks = db.prepare('UPDATE links SET closed_at = ? WHERE council = ? AND closed_at IS NULL');
  const dropKeys = db.prepare('DELETE FROM seat_keys WHERE seat IN (SELECT id FROM seats WHERE council = ?)');
  const due = db.prepare('SELECT id FROM councils WHERE delete_at <= ? ORDER BY delete_at');
  const rename = db.prepare('UPDATE seats SET alias = ?, who = ? WHERE id = ? AND council = ?');
  const forgetDrawers = [
    `DELETE FROM history_people WHERE ${ROOMS_OF_COUNCIL}`,
    `UPDATE updates SET seat = '${NOBODY}' WHERE seat <> 'server' AND ${ROOMS_OF_COUNCIL}`,
    `UPDATE claims SET seat = '${NOBODY}' WHERE seat <> 'server' AND ${ROOMS_OF_COUNCIL}`,
  ].map((statement) => db.prepare(statement));
  const forgetNamers = db.prepare(`UPDATE versions SET alias = '' WHERE ${ROOMS_OF_COUNCIL}`);

  /** Inside the transaction that is open. */
  const write = (council: string, change: SessionWrite): void => {
    if (setPhase.run(change.phase ?? null, council).changes === 0) throw new Error(`There is no council ${council}.`);
    for (const { kind, id } of change.remove) remove.run(council, kind, id);
    for (const { kind, id, data } of change.put) put.run(council, kind, id, data);
  };

  return {
    async sessionItems(council) {
      return items.all(council).map((row) => ({ ...row }) as unknown as SessionItem);
    },
    async writeSession(council, change) {
      transaction(() => write(council, change));
    },
    async sealCouncil(council, { at, deleteAt, session = { put: [], remove: [] } }) {
      transaction(() => {
        write(council, { ...session, phase: 'sealed' });
        setDeleteAt.run(deleteAt, council);
        closeLinks.run(at, council);
        dropKeys.run(council);
      });
      leaveRemains();
    },
    async councilsToDelete(now) {
      return due.all(now).map((row) => String(row['id']));
    },
    async forgetPeople(council, faces) {
      transaction(() => {
        for (const [seat, { alias, who }] of faces) rename.run(alias, who, seat, council);
        for (const statement of forgetDrawers) statement.run(council);
        forgetNamers.run(council);
      });
      leaveRemains();
    },
  };
}
