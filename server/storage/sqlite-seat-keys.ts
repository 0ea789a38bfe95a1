import type { DatabaseSync } from 'node:sqlite';
import { SEAT } from './sqlite-tables.ts';
import type { SeatKeyMethods, SeatRecord } from './storage.ts';

/** Keys to seats, and the links that open one no wider. */
export function seatKeyTables(db: DatabaseSync, transaction: <T>(run: () => T) => T): SeatKeyMethods {
  const insert = db.prepare('INSERT INTO seat_keys (hash, seat, created_at) VALUES (?, ?, ?)');
  const dropOldest = db.prepare(
    `DELETE FROM seat_keys WHERE seat = ? AND hash NOT IN
    (SELECT hash FROM seat_keys WHERE seat = ? ORDER BY created_at DESC, rowid DESC LIMIT ?)`,
  );
  const seatByKey = db.prepare(`${SEAT} WHERE id = (SELECT seat FROM seat_keys WHERE hash = ?)`);
  const seatInCouncil = db.prepare(`${SEAT} WHERE session = ? AND council = ?`);
  const useUp = db.prepare('DELETE FROM seat_keys WHERE hash = ?');
  const dropSeat = db.prepare('DELETE FROM seats WHERE id = ?');
  const giveTo = db.prepare('UPDATE seats SET session = ? WHERE id = ?');
  const barFromAll = db.prepare(
    `INSERT INTO barred (session, link) SELECT s.session, l.id FROM seats s JOIN links l ON l.council = s.council
    WHERE s.id = ? ON CONFLICT DO NOTHING`,
  );
  /** The seat changes hands with what it may not do. */
  const barLike = db.prepare(
    `INSERT INTO barred (session, link) SELECT ?, b.link FROM barred b JOIN links l ON l.id = b.link
    WHERE b.session = ? AND l.council = ? ON CONFLICT DO NOTHING`,
  );
  const as = (row: Record<string, unknown> | undefined): SeatRecord | null =>
    row === undefined ? null : ({ ...row } as unknown as SeatRecord);

  return {
    async barSeat(id) {
      barFromAll.run(id);
    },
    async createSeatKey(hash, seat, at, most) {
      transaction(() => {
        insert.run(hash, seat, at);
        dropOldest.run(seat, seat, most);
      });
    },
    async seatOfKey(hash) {
      return as(seatByKey.get(hash));
    },
    async moveSeat(hash, session) {
      return transaction(() => {
        const seat = as(seatByKey.get(hash));
        if (seat === null) return null;
        useUp.run(hash);
        const other = as(seatInCouncil.get(session, seat.council));
        const replaced = other === null || other.id === seat.id ? null : other;
        if (replaced !== null) dropSeat.run(replaced.id);
        barLike.run(session, seat.session, seat.council);
        giveTo.run(session, seat.id);
        return { seat: { ...seat, session }, replaced };
      });
    },
  };
}
