import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory } from '../../server/storage/memory.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import type { Row, SeatRecord, Storage } from '../../server/storage/storage.ts';

interface Subject {
  readonly storage: Storage;
  /** What somebody finds after this process was killed, without a word of goodbye. */
  killAndReopen(): Storage;
  end(): Promise<void>;
}

function sqlite(): Subject {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-storage-'));
  const file = join(folder, 'now', 'orgora.sqlite');
  const opened: Storage[] = [];
  const open = (at: string): Storage => {
    const storage = openSqlite({ file: at, synchronous: 'full' });
    opened.push(storage);
    return storage;
  };
  let copies = 0;
  return {
    storage: open(file),
    killAndReopen() {
      copies += 1;
      // The files as they lie on the disk at this moment, with their write-ahead log.
      cpSync(join(folder, 'now'), join(folder, `killed-${copies}`), { recursive: true });
      return open(join(folder, `killed-${copies}`, 'orgora.sqlite'));
    },
    async end() {
      for (const storage of opened) await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Memory has nothing to come back from; what is in it is what was written. */
function memory(): Subject {
  const storage = openMemory();
  return { storage, killAndReopen: () => storage, end: () => storage.close() };
}

const row = (n: number, seat = 'seat-1'): Row => ({ seat, at: 1_000 + n, data: Uint8Array.of(n, n, n) });
const seat = (id: string, patch: Partial<SeatRecord> = {}): SeatRecord => ({
  id,
  council: 'council-1',
  session: `session-of-${id}`,
  role: 'presenter',
  link: null,
  alias: `Org ${id}`,
  who: 'a',
  createdAt: 5,
  ...patch,
});
const council = {
  id: 'council-1',
  title: 'Council',
  alone: true,
  phase: 'open',
  createdAt: 5,
  deleteAt: null,
} as const;
const board = (id: string, order: string) =>
  ({ id, council: 'council-1', title: `Board ${id}`, order, createdAt: 7, deletedAt: null }) as const;
const link = (id: string) =>
  ({ id, council: 'council-1', role: 'respondent', hash: `hash-${id}`, createdAt: 9, closedAt: null }) as const;
const data = (rows: readonly { readonly data: Uint8Array }[]): number[] => rows.map((r) => r.data[0] ?? -1);

describe.each([
  ['SQLite', sqlite],
  ['memory', memory],
])('storage in %s', (_name, open) => {
  let subject: Subject;
  let storage: Storage;

  beforeEach(() => {
    subject = open();
    storage = subject.storage;
  });
  afterEach(() => subject.end());

  it('STORE-1 numbers rows from 1 without gaps and keeps them through a kill', async () => {
    await storage.createRoom('board/one', 'g1', [row(1)]);
    const last = await storage.append([
      { room: 'board/one', rows: [row(2), row(3)], claims: new Map([[42, 'seat-1']]) },
    ]);
    expect(last.get('board/one')).toBe(3);
    const state = await subject.killAndReopen().loadRoom('board/one');
    expect(state).toMatchObject({ generation: 'g1', seq: 3, snapshot: null });
    expect(state?.tail.map((r) => [r.seq, r.at, r.seat, r.data[0]])).toEqual([
      [1, 1_001, 'seat-1', 1],
      [2, 1_002, 'seat-1', 2],
      [3, 1_003, 'seat-1', 3],
    ]);
    expect(state?.claims).toEqual(new Map([[42, 'seat-1']]));
  });

  it('STORE-2 appends to all rooms of a batch or to none', async () => {
    await storage.createRoom('board/one', 'g1', []);
    const bad = [
      { room: 'board/one', rows: [row(1)], claims: new Map() },
      { room: 'board/none', rows: [row(2)], claims: new Map() },
    ];
    await expect(storage.append(bad)).rejects.toThrow('There is no log for board/none');
    expect(await subject.killAndReopen().loadRoom('board/one')).toMatchObject({ seq: 0, tail: [] });
  });

  it('STORE-3 makes a room once', async () => {
    await storage.createRoom('board/one', 'g1', [row(1)]);
    await expect(storage.createRoom('board/one', 'g2', [])).rejects.toThrow();
    expect(await storage.loadRoom('board/one')).toMatchObject({ generation: 'g1', seq: 1 });
    expect(await storage.loadRoom('board/none')).toBeNull();
  });

  it('STORE-4 reads on from a row', async () => {
    await storage.createRoom('board/one', 'g1', [row(1), row(2), row(3)]);
    expect(data(await storage.readAfter('board/one', 1))).toEqual([2, 3]);
    expect(await storage.readAfter('board/one', 3)).toEqual([]);
  });

  it('STORE-5 a compact snapshot takes the place of its rows in one step; numbering goes on', async () => {
    await storage.createRoom('board/one', 'g1', [row(1), row(2), row(3)]);
    await storage.snapshot('board/one', { seq: 2, at: 50, kind: 'compact', name: '', data: Uint8Array.of(12) });
    await storage.append([{ room: 'board/one', rows: [row(4)], claims: new Map() }]);
    const state = await subject.killAndReopen().loadRoom('board/one');
    expect(state).toMatchObject({ seq: 4, snapshot: { seq: 2, at: 50, kind: 'compact' } });
    expect([...(state?.snapshot?.data ?? [])]).toEqual([12]);
    expect(data(state?.tail ?? [])).toEqual([3, 4]);
  });

  it('STORE-6 the newest compact snapshot counts; named ones are kept and delete nothing', async () => {
    await storage.createRoom('board/one', 'g1', [row(1), row(2)]);
    await storage.snapshot('board/one', { seq: 1, at: 1, kind: 'compact', name: '', data: Uint8Array.of(1) });
    await storage.snapshot('board/one', { seq: 2, at: 2, kind: 'named', name: 'before', data: Uint8Array.of(9) });
    expect(data((await storage.loadRoom('board/one'))?.tail ?? [])).toEqual([2]);
    await storage.snapshot('board/one', { seq: 2, at: 3, kind: 'compact', name: '', data: Uint8Array.of(2) });
    const state = await storage.loadRoom('board/one');
    expect(state?.snapshot).toMatchObject({ seq: 2, kind: 'compact' });
    expect(state?.tail).toEqual([]);
  });

  it('STORE-7 a client id never changes hands', async () => {
    await storage.createRoom('board/one', 'g1', []);
    await storage.append([{ room: 'board/one', rows: [row(1)], claims: new Map([[7, 'first']]) }]);
    await storage.append([{ room: 'board/one', rows: [row(2)], claims: new Map([[7, 'second']]) }]);
    expect((await storage.loadRoom('board/one'))?.claims.get(7)).toBe('first');
  });

  it('STORE-8 keeps a council with its seats, and changes only what is said', async () => {
    await storage.createCouncil(council, seat('a'));
    await storage.updateCouncil('council-1', { title: 'New', alone: false });
    await storage.createSeat(seat('b', { createdAt: 6 }));
    await storage.updateSeat('b', { role: 'observer' });
    const after = subject.killAndReopen();
    expect(await after.council('council-1')).toEqual({ ...council, title: 'New', alone: false });
    expect(await after.seats('council-1')).toEqual([seat('a'), seat('b', { createdAt: 6, role: 'observer' })]);
    expect(await after.seatOf('session-of-a', 'council-1')).toEqual(seat('a'));
    expect(await after.seatOf('session-of-a', 'council-2')).toBeNull();
    expect(await after.seatsOf('session-of-b')).toHaveLength(1);
  });

  it('STORE-9 a session has one seat in a council', async () => {
    await storage.createCouncil(council, seat('a'));
    await expect(storage.createSeat(seat('b', { session: 'session-of-a' }))).rejects.toThrow();
    expect(await storage.seats('council-1')).toHaveLength(1);
  });

  it('STORE-10 lists boards by order with when and how often they changed', async () => {
    await storage.createCouncil(council, seat('a'));
    await storage.createRoom('board/x', 'g', [row(1), row(2)]);
    await storage.createBoard(board('x', 'n'));
    await storage.createBoard(board('w', 'b'));
    expect(await storage.boards('council-1')).toEqual([
      { ...board('w', 'b'), changedAt: 7, version: 0 },
      { ...board('x', 'n'), changedAt: 1_002, version: 2 },
    ]);
    await storage.updateBoard('x', { title: 'Renamed', order: 'a' });
    expect((await storage.boards('council-1')).map(({ title }) => title)).toEqual(['Renamed', 'Board w']);
    expect(await storage.board('none')).toBeNull();
  });

  it('STORE-11 a deleted board can be brought back until it is removed for good, with its log', async () => {
    await storage.createCouncil(council, seat('a'));
    await storage.createRoom('board/x', 'g', [row(1)]);
    await storage.createBoard(board('x', 'n'));
    await storage.updateBoard('x', { deletedAt: 100 });
    expect(await storage.purgeBoards(100)).toBe(0);
    await storage.updateBoard('x', { deletedAt: null });
    expect(await storage.purgeBoards(1_000)).toBe(0);
    await storage.updateBoard('x', { deletedAt: 100 });
    expect(await storage.purgeBoards(101)).toBe(1);
    expect(await storage.board('x')).toBeNull();
    expect(await storage.loadRoom('board/x')).toBeNull();
  });

  it('STORE-12 removing a link removes the seats that came by it, and tells which', async () => {
    await storage.createCouncil(council, seat('a'));
    await storage.createLink(link('l1'));
    await storage.createLink(link('l2'));
    await storage.createSeat(seat('b', { link: 'l1' }));
    await storage.createSeat(seat('c', { link: 'l2' }));
    expect(await storage.linkByHash('hash-l1')).toEqual(link('l1'));
    expect((await storage.deleteLink('l1')).map(({ id }) => id)).toEqual(['b']);
    expect(await storage.linkByHash('hash-l1')).toBeNull();
    expect((await storage.links('council-1')).map(({ id }) => id)).toEqual(['l2']);
    expect((await storage.seats('council-1')).map(({ id }) => id)).toEqual(['a', 'c']);
    await storage.removeSeat('c');
    expect((await storage.seats('council-1')).map(({ id }) => id)).toEqual(['a']);
  });

  it('STORE-15 a removed seat bars its session from the links of that time, not from later ones, nor anybody else', async () => {
    await storage.createCouncil(council, seat('a'));
    for (const id of ['l1', 'l2']) await storage.createLink(link(id));
    await storage.createSeat(seat('b', { link: 'l1' }));
    expect(await storage.isBarred('session-of-b', 'l1')).toBe(false);
    await storage.removeSeat('b');
    await storage.removeSeat('b');
    await storage.createLink(link('l3'));
    const after = subject.killAndReopen();
    const barred = await Promise.all(['l1', 'l2', 'l3'].map((id) => after.isBarred('session-of-b', id)));
    expect(barred).toEqual([true, true, false]);
    expect(await after.isBarred('session-of-a', 'l1')).toBe(false);
    await after.deleteLink('l1');
    expect(await after.isBarred('session-of-b', 'l2')).toBe(true);
  });

  it('STORE-13 deleting a council leaves nothing of it', async () => {
    await storage.createCouncil(council, seat('a'));
    await storage.createLink(link('l1'));
    await storage.createBoard(board('x', 'n'));
    for (const room of ['board/x', 'critique/x', 'council/council-1']) await storage.createRoom(room, 'g', [row(1)]);
    await storage.deleteCouncil('council-1');
    const after = subject.killAndReopen();
    expect(await after.council('council-1')).toBeNull();
    expect(await after.seatsOf('session-of-a')).toEqual([]);
    expect(await after.linkByHash('hash-l1')).toBeNull();
    for (const room of ['board/x', 'critique/x', 'council/council-1']) expect(await after.loadRoom(room)).toBeNull();
  });
});

describe('SQLite alone', () => {
  it('STORE-14 a file of a newer version is refused with a sentence and left as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orgora-storage-'));
    const file = join(folder, 'orgora.sqlite');
    await openSqlite({ file, synchronous: 'full' }).close();
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => openSqlite({ file, synchronous: 'full' })).toThrow(/newer version of Orgora/);
    rmSync(folder, { recursive: true });
  });
});
