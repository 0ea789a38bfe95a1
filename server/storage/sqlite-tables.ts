import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type {
  BoardListing,
  CouncilRecord,
  HistoryMethods,
  LinkRecord,
  SeatKeyMethods,
  SeatRecord,
  SessionMethods,
  Storage,
} from './storage.ts';

type CouncilMethods = Omit<
  Storage,
  | 'createRoom'
  | 'append'
  | 'loadRoom'
  | 'readAfter'
  | 'snapshot'
  | keyof HistoryMethods
  | keyof SessionMethods
  | keyof SeatKeyMethods
  | 'wipe'
  | 'check'
  | 'close'
>;
type Found = Record<string, unknown> | undefined;

const COUNCIL = 'SELECT id, title, alone, phase, created_at AS createdAt, delete_at AS deleteAt FROM councils';
const BOARD = `SELECT b.id, b.council, b.title, b.ord AS "order", b.created_at AS createdAt, b.deleted_at AS deletedAt,
  max(b.created_at, coalesce(r.changed_at, 0)) AS changedAt, coalesce(r.seq, 0) AS version
  FROM boards b LEFT JOIN rooms r ON r.id = 'board/' || b.id`;
const LINK = 'SELECT id, council, role, hash, created_at AS createdAt, closed_at AS closedAt FROM links';
export const SEAT = 'SELECT id, council, session, role, link, alias, who, created_at AS createdAt FROM seats';

const asCouncil = (row: Found): CouncilRecord | null =>
  row === undefined ? null : ({ ...row, alone: row['alone'] === 1 } as unknown as CouncilRecord);
const as = <T>(row: Found): T | null => (row === undefined ? null : ({ ...row } as T));
const all = <T>(rows: readonly Record<string, unknown>[]): readonly T[] => rows.map((row) => ({ ...row }) as T);

/** Councils, boards, links and seats. */
export function councilTables(
  db: DatabaseSync,
  transaction: <T>(run: () => T) => T,
  leaveRemains: () => void,
): CouncilMethods {
  const insertCouncil = db.prepare(
    'INSERT INTO councils (id, title, alone, phase, created_at, delete_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertBoard = db.prepare(
    'INSERT INTO boards (id, council, title, ord, created_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertLink = db.prepare(
    'INSERT INTO links (id, council, role, hash, created_at, closed_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertSeat = db.prepare(
    'INSERT INTO seats (id, council, session, role, link, alias, who, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const councilById = db.prepare(`${COUNCIL} WHERE id = ?`);
  const boardById = db.prepare(`${BOARD} WHERE b.id = ?`);
  const boardsOf = db.prepare(`${BOARD} WHERE b.council = ? ORDER BY b.ord, b.id`);
  const linkByHash = db.prepare(`${LINK} WHERE hash = ?`);
  const linksOf = db.prepare(`${LINK} WHERE council = ? ORDER BY created_at, id`);
  const seatsOfCouncil = db.prepare(`${SEAT} WHERE council = ? ORDER BY created_at, id`);
  const seatsOfLink = db.prepare(`${SEAT} WHERE link = ?`);
  const seatOf = db.prepare(`${SEAT} WHERE session = ? AND council = ?`);
  const seatsOfSession = db.prepare(`${SEAT} WHERE session = ? ORDER BY created_at, id`);
  const deleteSeat = db.prepare('DELETE FROM seats WHERE id = ?');
  const barSession = db.prepare(
    `INSERT INTO barred (session, link) SELECT s.session, l.id FROM seats s JOIN links l ON l.council = s.council
    WHERE s.id = ? ON CONFLICT DO NOTHING`,
  );
  const barredBy = db.prepare('SELECT 1 FROM barred WHERE session = ? AND link = ?');
  const roomNamesOfBoard = ['board/', 'critique/'];
  const deleteRoom = db.prepare('DELETE FROM rooms WHERE id = ?');

  /** Column names come from this file's callers only, values are bound. */
  const update = (table: string, id: string, patch: Readonly<Record<string, SQLInputValue | undefined>>): void => {
    const columns = Object.entries(patch).filter((entry): entry is [string, SQLInputValue] => entry[1] !== undefined);
    if (columns.length === 0) return;
    const set = columns.map(([column]) => `${column} = ?`).join(', ');
    db.prepare(`UPDATE ${table} SET ${set} WHERE id = ?`).run(...columns.map(([, value]) => value), id);
  };
  const addSeat = (s: SeatRecord): void => {
    insertSeat.run(s.id, s.council, s.session, s.role, s.link, s.alias, s.who, s.createdAt);
  };
  const dropBoard = (id: string): void => {
    for (const lane of roomNamesOfBoard) deleteRoom.run(`${lane}${id}`);
    db.prepare('DELETE FROM boards WHERE id = ?').run(id);
  };

  return {
    async createCouncil(c, seat) {
      transaction(() => {
        insertCouncil.run(c.id, c.title, c.alone ? 1 : 0, c.phase, c.createdAt, c.deleteAt);
        addSeat(seat);
      });
    },
    async council(id) {
      return asCouncil(councilById.get(id));
    },
    async updateCouncil(id, { title, alone, phase, deleteAt }) {
      update('councils', id, {
        title,
        alone: alone === undefined ? undefined : alone ? 1 : 0,
        phase,
        delete_at: deleteAt,
      });
    },
    async deleteCouncil(id) {
      transaction(() => {
        for (const board of boardsOf.all(id)) dropBoard(String(board['id']));
        deleteRoom.run(`council/${id}`);
        db.prepare('DELETE FROM councils WHERE id = ?').run(id);
      });
      leaveRemains();
    },
    async createBoard(b) {
      insertBoard.run(b.id, b.council, b.title, b.order, b.createdAt, b.deletedAt);
    },
    async board(id) {
      return as<BoardListing>(boardById.get(id));
    },
    async boards(council) {
      return all<BoardListing>(boardsOf.all(council));
    },
    async updateBoard(id, { title, order, deletedAt }) {
      update('boards', id, { title, ord: order, deleted_at: deletedAt });
    },
    async purgeBoards(deletedBefore) {
      const count = transaction(() => {
        const gone = db.prepare('SELECT id FROM boards WHERE deleted_at < ?').all(deletedBefore);
        for (const board of gone) dropBoard(String(board['id']));
        return gone.length;
      });
      if (count > 0) leaveRemains();
      return count;
    },
    async createLink(l) {
      insertLink.run(l.id, l.council, l.role, l.hash, l.createdAt, l.closedAt);
    },
    async linkByHash(hash) {
      return as<LinkRecord>(linkByHash.get(hash));
    },
    async links(council) {
      return all<LinkRecord>(linksOf.all(council));
    },
    async deleteLink(id) {
      return transaction(() => {
        const seats = all<SeatRecord>(seatsOfLink.all(id));
        db.prepare('DELETE FROM seats WHERE link = ?').run(id);
        db.prepare('DELETE FROM links WHERE id = ?').run(id);
        return seats;
      });
    },
    async createSeat(seat) {
      addSeat(seat);
    },
    async seats(council) {
      return all<SeatRecord>(seatsOfCouncil.all(council));
    },
    async seatOf(session, council) {
      return as<SeatRecord>(seatOf.get(session, council));
    },
    async seatsOf(session) {
      return all<SeatRecord>(seatsOfSession.all(session));
    },
    async updateSeat(id, { role, link, alias, who }) {
      update('seats', id, { role, link, alias, who });
    },
    async removeSeat(id) {
      transaction(() => {
        barSession.run(id);
        deleteSeat.run(id);
      });
    },
    async isBarred(session, link) {
      return barredBy.get(session, link) !== undefined;
    },
  };
}
