import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory } from '../../server/storage/memory.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import type { HistoryChunk, SeatRecord, Storage } from '../../server/storage/storage.ts';

const folders: string[] = [];
const sqlite = (): Storage => {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-history-'));
  folders.push(folder);
  return openSqlite({ file: join(folder, 'orgora.sqlite'), synchronous: 'normal' });
};

const ROOM = 'board/one';
const row = (n: number) => ({ seat: 'seat-1', at: n, data: Uint8Array.of(n) });
const chunk = (first: number, patch: Partial<HistoryChunk> = {}): HistoryChunk => ({
  first,
  last: first + 1,
  to: first * 10,
  thinned: false,
  bytes: 20,
  steps: [{ seats: ['seat-1'], first, last: first + 1, from: first, to: first * 10, rows: 2, bytes: 20 }],
  state: null,
  data: Uint8Array.of(first, 7),
  ...patch,
});
const snapshot = (seq: number) => ({ seq, at: 1, kind: 'compact', name: '', data: Uint8Array.of(9) }) as const;
const seat: SeatRecord = {
  ...{ id: 'seat-1', council: 'council-1', session: 's', role: 'presenter', link: null, alias: 'Org A', who: 'a' },
  createdAt: 5,
};
const version = (id: string, seq: number) => ({ id, seq, at: 5, title: `Title ${id}`, alias: 'Org A' });

describe.each([
  ['SQLite', sqlite],
  ['memory', openMemory],
])('history in %s', (_name, open) => {
  let storage: Storage;

  beforeEach(async () => {
    storage = open();
    await storage.createCouncil(
      { id: 'council-1', title: 'Council', alone: true, phase: 'open', createdAt: 5, deleteAt: null },
      seat,
    );
    await storage.createRoom(ROOM, 'g', [row(1), row(2), row(3), row(4)]);
    await storage.createBoard({
      ...{ id: 'one', council: 'council-1', title: 'One', order: 'V', createdAt: 7, deletedAt: null },
    });
  });
  afterEach(async () => {
    await storage.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('HISTORY-1 what is cut from the log and what is kept of it change hands in one step', async () => {
    await storage.snapshot(ROOM, snapshot(2), chunk(1));
    expect((await storage.loadRoom(ROOM))?.tail.map((one) => one.seq)).toEqual([3, 4]);
    await storage.snapshot(ROOM, snapshot(4), chunk(3, { state: Uint8Array.of(1, 2, 3) }));
    expect(await storage.historyIndex(ROOM)).toMatchObject([
      { first: 1, last: 2, stateBytes: 0, bytes: 20, thinned: false, steps: [{ seats: ['seat-1'], rows: 2 }] },
      { first: 3, last: 4, stateBytes: 3 },
    ]);
    const [last, ...more] = await storage.historyFrom(ROOM, 3);
    expect([last?.first, [...(last?.state ?? [])], [...(last?.data ?? [])], more.length]).toEqual([
      3,
      [1, 2, 3],
      [3, 7],
      0,
    ]);
    expect(await storage.historyFrom(ROOM, 1)).toHaveLength(2);
  });

  it('HISTORY-2 a piece is replaced by its first row; what is old and not yet thinned is found', async () => {
    await storage.snapshot(ROOM, snapshot(2), chunk(1));
    await storage.snapshot(ROOM, snapshot(4), chunk(3));
    expect(await storage.historyToThin(30)).toEqual([{ room: ROOM, first: 1 }]);
    await storage.replaceHistory(ROOM, chunk(1, { thinned: true, data: Uint8Array.of(5) }));
    expect(await storage.historyToThin(1_000)).toEqual([{ room: ROOM, first: 3 }]);
    expect([...((await storage.historyFrom(ROOM, 1))[0]?.data ?? [])]).toEqual([5]);
    expect(await storage.historyIndex(ROOM)).toHaveLength(2);
  });

  it('HISTORY-3 who draws is noted with the first change, and stays known when the seat is gone', async () => {
    expect(await storage.historyPeople(ROOM)).toEqual([]);
    await storage.append([{ room: ROOM, rows: [row(5)], claims: new Map([[7, 'seat-1']]) }]);
    await storage.append([{ room: ROOM, rows: [row(6)], claims: new Map([[8, 'server']]) }]);
    await storage.removeSeat('seat-1');
    expect(await storage.historyPeople(ROOM)).toEqual([
      { seat: 'seat-1', alias: 'Org A', who: 'a', role: 'presenter' },
    ]);
  });

  it('HISTORY-4 versions are kept by their place, renamed and removed', async () => {
    await storage.createVersion(ROOM, version('b', 4));
    await storage.createVersion(ROOM, version('a', 2));
    await expect(storage.createVersion(ROOM, version('a', 3))).rejects.toThrow();
    await expect(storage.createVersion('board/none', version('a', 3))).rejects.toThrow();
    expect((await storage.versions(ROOM)).map((one) => one.id)).toEqual(['a', 'b']);
    expect(await storage.renameVersion(ROOM, 'a', 'New')).toBe(true);
    expect(await storage.renameVersion(ROOM, 'none', 'New')).toBe(false);
    expect((await storage.versions(ROOM))[0]).toEqual({ ...version('a', 2), title: 'New' });
    expect([await storage.deleteVersion(ROOM, 'a'), await storage.deleteVersion(ROOM, 'a')]).toEqual([true, false]);
  });

  it('HISTORY-5 a board that is removed for good takes its history along', async () => {
    await storage.snapshot(ROOM, snapshot(4), chunk(1));
    await storage.append([{ room: ROOM, rows: [row(5)], claims: new Map([[7, 'seat-1']]) }]);
    await storage.createVersion(ROOM, version('a', 2));
    await storage.updateBoard('one', { deletedAt: 10 });
    await storage.purgeBoards(11);
    expect(await storage.historyIndex(ROOM)).toEqual([]);
    expect(await storage.historyFrom(ROOM, 0)).toEqual([]);
    expect(await storage.historyPeople(ROOM)).toEqual([]);
    expect(await storage.versions(ROOM)).toEqual([]);
  });
});
