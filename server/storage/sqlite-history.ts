import type { DatabaseSync } from 'node:sqlite';
import type { HistorySpan } from '#shared/history/steps.ts';
import type { HistoryChunk, HistoryIndex, HistoryMethods, HistoryPerson, VersionRecord } from './storage.ts';

interface HistoryTables extends HistoryMethods {
  /** Writes a piece inside the transaction that is open. */
  keepHistory(room: string, chunk: HistoryChunk): void;
}

type Found = Record<string, unknown>;

const INDEX = 'first, last, ended_at AS "to", thinned, bytes, steps';

const asIndex = (row: Found): Omit<HistoryIndex, 'stateBytes'> => ({
  first: Number(row['first']),
  last: Number(row['last']),
  to: Number(row['to']),
  thinned: row['thinned'] === 1,
  bytes: Number(row['bytes']),
  steps: JSON.parse(String(row['steps'])) as HistorySpan[],
});

/** Pieces of history, who took part, and named versions. */
export function historyTables(db: DatabaseSync): HistoryTables {
  const index = db.prepare(
    `SELECT ${INDEX}, coalesce(length(state), 0) AS stateBytes FROM history WHERE room = ? ORDER BY first`,
  );
  const from = db.prepare(`SELECT ${INDEX}, state, data FROM history WHERE room = ? AND first >= ? ORDER BY first`);
  const insert = db.prepare(
    `INSERT OR REPLACE INTO history (room, first, last, ended_at, thinned, bytes, steps, state, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const toThin = db.prepare('SELECT room, first FROM history WHERE thinned = 0 AND ended_at < ? LIMIT 1000');
  const people = db.prepare('SELECT seat, alias, who, role FROM history_people WHERE room = ? ORDER BY seat');
  const insertVersion = db.prepare('INSERT INTO versions (room, id, seq, at, title, alias) VALUES (?, ?, ?, ?, ?, ?)');
  const versions = db.prepare('SELECT id, seq, at, title, alias FROM versions WHERE room = ? ORDER BY seq, at, id');
  const rename = db.prepare('UPDATE versions SET title = ? WHERE room = ? AND id = ?');
  const drop = db.prepare('DELETE FROM versions WHERE room = ? AND id = ?');

  const keepHistory = (room: string, c: HistoryChunk): void => {
    insert.run(room, c.first, c.last, c.to, c.thinned ? 1 : 0, c.bytes, JSON.stringify(c.steps), c.state, c.data);
  };

  return {
    keepHistory,
    async historyIndex(room) {
      return index.all(room).map((row) => ({ ...asIndex(row), stateBytes: Number(row['stateBytes']) }));
    },
    async historyFrom(room, first) {
      return from.all(room, first).map((row) => ({
        ...asIndex(row),
        state: row['state'] as Uint8Array | null,
        data: row['data'] as Uint8Array,
      }));
    },
    async replaceHistory(room, chunk) {
      keepHistory(room, chunk);
    },
    async historyToThin(endedBefore) {
      return toThin.all(endedBefore).map((row) => ({ room: String(row['room']), first: Number(row['first']) }));
    },
    async historyPeople(room) {
      return people.all(room).map((row) => ({ ...row }) as unknown as HistoryPerson);
    },
    async createVersion(room, { id, seq, at, title, alias }) {
      insertVersion.run(room, id, seq, at, title, alias);
    },
    async versions(room) {
      return versions.all(room).map((row) => ({ ...row }) as unknown as VersionRecord);
    },
    async renameVersion(room, id, title) {
      return rename.run(title, room, id).changes > 0;
    },
    async deleteVersion(room, id) {
      return drop.run(room, id).changes > 0;
    },
  };
}
