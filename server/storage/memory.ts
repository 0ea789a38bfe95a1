import { historyInMemory } from './memory-history.ts';
import { seatKeysInMemory } from './memory-seat-keys.ts';
import { sessionsInMemory } from './memory-sessions.ts';
import {
  type BoardListing,
  type BoardRecord,
  type CouncilRecord,
  type LinkRecord,
  NOBODY,
  type Row,
  type SeatRecord,
  type Snapshot,
  type Storage,
  type StoredRow,
} from './storage.ts';

interface MemoryRoom {
  readonly generation: string;
  seq: number;
  changedAt: number;
  rows: StoredRow[];
  snapshots: Snapshot[];
  readonly claims: Map<number, string>;
}

const byOrder = (a: BoardRecord, b: BoardRecord): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1;
const byAge = (a: { createdAt: number; id: string }, b: { createdAt: number; id: string }): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/** Keeps everything in this process and loses it with it: for tests, and for trying out. */
export function openMemory(): Storage {
  const rooms = new Map<string, MemoryRoom>();
  const councils = new Map<string, CouncilRecord>();
  const boards = new Map<string, BoardRecord>();
  const links = new Map<string, LinkRecord>();
  const seats = new Map<string, SeatRecord>();
  const history = historyInMemory((id) => rooms.has(id));
  /** Session and link. */
  const barred = new Set<string>();
  const keys = seatKeysInMemory(seats, {
    barFromAll: (seat) => {
      for (const link of of(links, seat.council)) barred.add(`${seat.session} ${link.id}`);
    },
    barLike: (session, seat) => {
      for (const link of of(links, seat.council)) {
        if (barred.has(`${seat.session} ${link.id}`)) barred.add(`${session} ${link.id}`);
      }
    },
  });
  const sessions = sessionsInMemory({
    councils,
    links,
    seats,
    dropKeys: (council) => keys.drop((seat) => seats.get(seat)?.council === council),
    forgetHistory: (council) => {
      for (const { id } of of(boards, council)) {
        history.forgetPeople(`board/${id}`);
        const log = rooms.get(`board/${id}`);
        if (log === undefined) continue;
        const nameless = (seat: string): string => (seat === 'server' ? seat : NOBODY);
        log.rows = log.rows.map((row) => ({ ...row, seat: nameless(row.seat) }));
        for (const [client, seat] of log.claims) log.claims.set(client, nameless(seat));
      }
    },
  });

  const room = (id: string): MemoryRoom => {
    const found = rooms.get(id);
    if (found === undefined) throw new Error(`There is no log for ${id}.`);
    return found;
  };
  const write = (target: MemoryRoom, rows: readonly Row[]): void => {
    for (const row of rows) {
      target.seq += 1;
      target.changedAt = Math.max(target.changedAt, row.at);
      target.rows.push({ ...row, seq: target.seq });
    }
  };
  const listing = (board: BoardRecord): BoardListing => {
    const log = rooms.get(`board/${board.id}`);
    return { ...board, changedAt: Math.max(board.createdAt, log?.changedAt ?? 0), version: log?.seq ?? 0 };
  };
  const dropBoard = (id: string): void => {
    rooms.delete(`board/${id}`);
    rooms.delete(`critique/${id}`);
    history.forget(`board/${id}`);
    boards.delete(id);
  };
  /** Fields that are `undefined` stay as they are. */
  const patched = <T extends object>(record: T | undefined, patch: Partial<T>): T | null =>
    record === undefined
      ? null
      : { ...record, ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) };
  const update = <T extends object>(table: Map<string, T>, id: string, patch: Partial<T>): void => {
    const record = patched(table.get(id), patch);
    if (record !== null) table.set(id, record);
  };
  const create = <T extends { readonly id: string }>(table: Map<string, T>, record: T): void => {
    if (table.has(record.id)) throw new Error(`${record.id} exists already.`);
    table.set(record.id, record);
  };
  const of = <T extends { readonly council: string }>(table: Map<string, T>, council: string): T[] =>
    [...table.values()].filter((record) => record.council === council);
  const addSeat = (seat: SeatRecord): void => {
    if (of(seats, seat.council).some((other) => other.session === seat.session)) {
      throw new Error('This session has a seat in this council already.');
    }
    create(seats, seat);
  };

  return {
    async createRoom(id, generation, rows) {
      if (rooms.has(id)) throw new Error(`There is a log for ${id} already.`);
      const fresh: MemoryRoom = { generation, seq: 0, changedAt: 0, rows: [], snapshots: [], claims: new Map() };
      write(fresh, rows);
      rooms.set(id, fresh);
    },
    async append(batch) {
      for (const { room: id } of batch) room(id);
      return new Map(
        batch.map(({ room: id, rows, claims }) => {
          const target = room(id);
          write(target, rows);
          for (const [client, seat] of claims) {
            if (!target.claims.has(client)) target.claims.set(client, seat);
            const person = seats.get(seat);
            if (person !== undefined && id.startsWith('board/')) history.note(id, person);
          }
          return [id, target.seq];
        }),
      );
    },
    async loadRoom(id) {
      const found = rooms.get(id);
      if (found === undefined) return null;
      const snapshot = found.snapshots.find((s) => s.kind === 'compact') ?? null;
      return {
        generation: found.generation,
        seq: found.seq,
        snapshot,
        tail: found.rows.filter((row) => row.seq > (snapshot?.seq ?? 0)),
        claims: new Map(found.claims),
      };
    },
    async readAfter(id, seq) {
      return (rooms.get(id)?.rows ?? []).filter((row) => row.seq > seq);
    },
    async snapshot(id, snapshot, piece = null) {
      const target = room(id);
      if (piece !== null) await history.methods.replaceHistory(id, piece);
      if (snapshot.kind === 'compact') {
        target.snapshots = target.snapshots.filter((s) => s.kind !== 'compact');
        target.rows = target.rows.filter((row) => row.seq > snapshot.seq);
      }
      target.snapshots.push(snapshot);
    },
    ...history.methods,
    ...sessions.methods,
    ...keys.methods,
    async createCouncil(council, seat) {
      create(councils, council);
      addSeat(seat);
    },
    async council(id) {
      return councils.get(id) ?? null;
    },
    async updateCouncil(id, patch) {
      update(councils, id, patch);
    },
    async deleteCouncil(id) {
      for (const board of of(boards, id)) dropBoard(board.id);
      for (const link of of(links, id)) links.delete(link.id);
      for (const seat of of(seats, id)) seats.delete(seat.id);
      rooms.delete(`council/${id}`);
      sessions.forget(id);
      councils.delete(id);
    },
    async createBoard(board) {
      create(boards, board);
    },
    async board(id) {
      const found = boards.get(id);
      return found === undefined ? null : listing(found);
    },
    async boards(council) {
      return of(boards, council).sort(byOrder).map(listing);
    },
    async updateBoard(id, patch) {
      update(boards, id, patch);
    },
    async purgeBoards(deletedBefore) {
      const gone = [...boards.values()].filter((b) => b.deletedAt !== null && b.deletedAt < deletedBefore);
      for (const board of gone) dropBoard(board.id);
      return gone.length;
    },
    async createLink(link) {
      create(links, link);
    },
    async linkByHash(hash) {
      return [...links.values()].find((link) => link.hash === hash) ?? null;
    },
    async links(council) {
      return of(links, council).sort(byAge);
    },
    async deleteLink(id) {
      links.delete(id);
      const gone = [...seats.values()].filter((seat) => seat.link === id);
      for (const seat of gone) seats.delete(seat.id);
      return gone;
    },
    async createSeat(seat) {
      addSeat(seat);
    },
    async seats(council) {
      return of(seats, council).sort(byAge);
    },
    async seatOf(session, council) {
      return of(seats, council).find((seat) => seat.session === session) ?? null;
    },
    async seatsOf(session) {
      return [...seats.values()].filter((seat) => seat.session === session).sort(byAge);
    },
    async updateSeat(id, patch) {
      update(seats, id, patch);
    },
    async removeSeat(id) {
      const seat = seats.get(id);
      if (seat === undefined) return;
      await keys.methods.barSeat(id);
      seats.delete(id);
    },
    async isBarred(session, link) {
      return barred.has(`${session} ${link}`);
    },
    async wipe() {},
    async check() {},
    async close() {},
  };
}
