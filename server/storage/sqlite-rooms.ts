import type { DatabaseSync } from 'node:sqlite';
import type { HistoryChunk, Row, Snapshot, Storage, StoredRow } from './storage.ts';

type RoomMethods = Pick<Storage, 'createRoom' | 'append' | 'loadRoom' | 'readAfter' | 'snapshot'>;

interface UpdateRow {
  seq: number;
  at: number;
  seat: string;
  data: Uint8Array;
}

const stored = (row: UpdateRow): StoredRow => ({ seq: row.seq, at: row.at, seat: row.seat, data: row.data });

/** The logs: rooms, updates, snapshots and client-id claims. */
export function roomTables(
  db: DatabaseSync,
  transaction: <T>(run: () => T) => T,
  keepHistory: (room: string, chunk: HistoryChunk) => void,
): RoomMethods {
  const insertRoom = db.prepare('INSERT INTO rooms (id, generation, seq, changed_at) VALUES (?, ?, 0, ?)');
  const room = db.prepare('SELECT generation, seq FROM rooms WHERE id = ?');
  const advance = db.prepare(
    'UPDATE rooms SET seq = seq + ?, changed_at = max(changed_at, ?) WHERE id = ? RETURNING seq',
  );
  const insertUpdate = db.prepare('INSERT INTO updates (room, seq, at, seat, data) VALUES (?, ?, ?, ?, ?)');
  const insertClaim = db.prepare('INSERT INTO claims (room, client, seat) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const insertPerson = db.prepare(
    `INSERT INTO history_people (room, seat, alias, who, role) SELECT ?, id, alias, who, role FROM seats WHERE id = ?
    ON CONFLICT DO NOTHING`,
  );
  const claims = db.prepare('SELECT client, seat FROM claims WHERE room = ?');
  const updatesAfter = db.prepare('SELECT seq, at, seat, data FROM updates WHERE room = ? AND seq > ? ORDER BY seq');
  const compact = db.prepare(
    "SELECT seq, at, kind, name, data FROM snapshots WHERE room = ? AND kind = 'compact' ORDER BY seq DESC LIMIT 1",
  );
  const insertSnapshot = db.prepare(
    'INSERT OR REPLACE INTO snapshots (room, seq, at, kind, name, data) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const dropCompact = db.prepare("DELETE FROM snapshots WHERE room = ? AND kind = 'compact'");
  const dropUpdates = db.prepare('DELETE FROM updates WHERE room = ? AND seq <= ?');

  const append = (id: string, rows: readonly Row[]): number => {
    const changedAt = rows.reduce((latest, row) => Math.max(latest, row.at), 0);
    const answer = advance.get(rows.length, changedAt, id);
    if (answer === undefined) throw new Error(`There is no log for ${id}.`);
    const last = Number(answer['seq']);
    rows.forEach((row, i) => {
      insertUpdate.run(id, last - rows.length + 1 + i, row.at, row.seat, row.data);
    });
    return last;
  };

  return {
    async createRoom(id, generation, rows) {
      transaction(() => {
        insertRoom.run(id, generation, rows[0]?.at ?? 0);
        if (rows.length > 0) append(id, rows);
      });
    },
    async append(batch) {
      return transaction(() => {
        const last = new Map<string, number>();
        for (const { room: id, rows, claims: fresh } of batch) {
          last.set(id, append(id, rows));
          for (const [client, seat] of fresh) insertClaim.run(id, client, seat);
          if (id.startsWith('board/')) for (const seat of new Set(fresh.values())) insertPerson.run(id, seat);
        }
        return last;
      });
    },
    async loadRoom(id) {
      return transaction(() => {
        const found = room.get(id);
        if (found === undefined) return null;
        const snapshot = (compact.get(id) ?? null) as Snapshot | null;
        return {
          generation: String(found['generation']),
          seq: Number(found['seq']),
          snapshot: snapshot === null ? null : { ...snapshot },
          tail: (updatesAfter.all(id, snapshot?.seq ?? 0) as unknown as UpdateRow[]).map(stored),
          claims: new Map(claims.all(id).map((row) => [Number(row['client']), String(row['seat'])])),
        };
      });
    },
    async readAfter(id, seq) {
      return (updatesAfter.all(id, seq) as unknown as UpdateRow[]).map(stored);
    },
    async snapshot(id, { seq, at, kind, name, data }, history = null) {
      transaction(() => {
        if (history !== null) keepHistory(id, history);
        if (kind === 'compact') {
          dropCompact.run(id);
          dropUpdates.run(id, seq);
        }
        insertSnapshot.run(id, seq, at, kind, name, data);
      });
    },
  };
}
