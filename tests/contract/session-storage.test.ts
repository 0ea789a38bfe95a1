import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory } from '../../server/storage/memory.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import type { SeatRecord, Storage } from '../../server/storage/storage.ts';

const folders: string[] = [];
const sqlite = (): Storage => {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-sessions-'));
  folders.push(folder);
  return openSqlite({ file: join(folder, 'orgora.sqlite'), synchronous: 'normal' });
};

const council = {
  id: 'council-1',
  title: 'Council',
  alone: false,
  phase: 'open',
  createdAt: 5,
  deleteAt: null,
} as const;
const seat: SeatRecord = {
  ...{ id: 'seat-1', council: 'council-1', session: 's', role: 'convenor', link: null, alias: 'Org A', who: 'a' },
  createdAt: 5,
};
const item = (kind: string, id: string, data = '{}') => ({ kind, id, data });

describe.each([
  ['SQLite', sqlite],
  ['memory', openMemory],
])('sessions in %s', (_name, open) => {
  let storage: Storage;

  beforeEach(async () => {
    storage = open();
    await storage.createCouncil(council, seat);
  });
  afterEach(async () => {
    await storage.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('SEAL-1 keeps the items of a session by kind and id, and the phase with them', async () => {
    expect(await storage.sessionItems('council-1')).toEqual([]);
    await storage.writeSession('council-1', {
      put: [item('b', '1', '"x"'), item('a', '2'), item('a', '1')],
      remove: [],
    });
    expect((await storage.council('council-1'))?.phase).toBe('open');
    await storage.writeSession('council-1', {
      put: [item('b', '1', '"y"')],
      remove: [
        { kind: 'a', id: '1' },
        { kind: 'a', id: 'none' },
      ],
      phase: 'read',
    });
    expect(await storage.sessionItems('council-1')).toEqual([item('a', '2'), item('b', '1', '"y"')]);
    expect((await storage.council('council-1'))?.phase).toBe('read');
  });

  it('SEAL-2 items belong to one council, and go with it', async () => {
    await storage.createCouncil({ ...council, id: 'council-2' }, { ...seat, id: 'seat-2', council: 'council-2' });
    await storage.writeSession('council-1', { put: [item('a', '1', '1')], remove: [] });
    await storage.writeSession('council-2', { put: [item('a', '1', '2')], remove: [] });
    await storage.deleteCouncil('council-1');
    expect(await storage.sessionItems('council-1')).toEqual([]);
    expect(await storage.sessionItems('council-2')).toEqual([item('a', '1', '2')]);
    await expect(storage.writeSession('council-1', { put: [item('a', '1')], remove: [] })).rejects.toThrow();
    await expect(storage.writeSession('council-1', { put: [], remove: [], phase: 'read' })).rejects.toThrow();
  });

  it('SEAL-3 a sealed council has its phase, its last words, its day of deletion, closed links and no keys, in one step', async () => {
    const link = { id: 'l', council: 'council-1', role: 'observer', hash: 'h', createdAt: 1, closedAt: null } as const;
    await storage.createLink(link);
    await storage.createSeatKey('key', 'seat-1', 1, 5);
    await storage.writeSession('council-1', { put: [item('a', '1')], remove: [] });
    const words = { put: [item('b', '1')], remove: [{ kind: 'a', id: '1' }] };
    await storage.sealCouncil('council-1', { at: 7, deleteAt: 100, session: words });
    expect(await storage.council('council-1')).toMatchObject({ phase: 'sealed', deleteAt: 100 });
    expect(await storage.sessionItems('council-1')).toEqual([item('b', '1')]);
    expect(await storage.linkByHash('h')).toEqual({ ...link, closedAt: 7 });
    expect(await storage.seatOfKey('key')).toBeNull();
    expect(await storage.seats('council-1')).toEqual([seat]);
    await expect(storage.sealCouncil('none', { at: 7, deleteAt: 100 })).rejects.toThrow();
  });

  it('SEAL-4 councils are due when their time has come; without a time they never are', async () => {
    await storage.createCouncil({ ...council, id: 'council-2' }, { ...seat, id: 'seat-2', council: 'council-2' });
    await storage.updateCouncil('council-1', { deleteAt: 100 });
    expect(await storage.councilsToDelete(99)).toEqual([]);
    expect(await storage.councilsToDelete(100)).toEqual(['council-1']);
  });

  it('SEAL-5 forgetting people renames the seats and empties who drew and who named, of this council alone', async () => {
    await storage.createCouncil({ ...council, id: 'council-2' }, { ...seat, id: 'seat-2', council: 'council-2' });
    for (const n of [1, 2]) {
      const board = { id: `b${n}`, council: `council-${n}`, title: 'B', order: 'V', createdAt: 1, deletedAt: null };
      await storage.createRoom(`board/b${n}`, 'g', []);
      await storage.createBoard(board);
      const rows = [{ seat: `seat-${n}`, at: 1, data: Uint8Array.of(1) }];
      await storage.append([{ room: `board/b${n}`, rows, claims: new Map([[n, `seat-${n}`]]) }]);
      await storage.createVersion(`board/b${n}`, { id: 'v', seq: 1, at: 1, title: 'T', alias: 'Org A' });
    }
    const faces = new Map(['seat-1', 'seat-2'].map((id) => [id, { alias: 'Reader 1', who: 'c' }]));
    await storage.forgetPeople('council-1', faces);
    await storage.wipe();
    const known = async (n: number) => [
      (await storage.seats(`council-${n}`)).map(({ alias, who }) => alias + who),
      (await storage.historyPeople(`board/b${n}`)).map((one) => one.alias + one.who),
      (await storage.versions(`board/b${n}`)).map((one) => one.alias),
    ];
    expect(await known(1)).toEqual([['Reader 1c'], [], ['']]);
    expect(await known(2)).toEqual([['Org Aa'], ['Org Aa'], ['Org A']]);
    const seatsIn = async (n: number) => {
      const state = await storage.loadRoom(`board/b${n}`);
      return [state?.tail.map((row) => row.seat), [...(state?.claims ?? [])]];
    };
    expect(await seatsIn(1)).toEqual([['nobody'], [[1, 'nobody']]]);
    expect(await seatsIn(2)).toEqual([['seat-2'], [[2, 'seat-2']]]);
  });

  it('SEATKEY-7 a key opens its seat once, takes the place of another of the session, and carries bars along', async () => {
    const other = { ...seat, id: 'seat-2', session: 't', createdAt: 6 };
    await storage.createSeat(other);
    await storage.createLink({
      id: 'l',
      council: 'council-1',
      role: 'observer',
      hash: 'h',
      createdAt: 1,
      closedAt: null,
    });
    await storage.barSeat('seat-1');
    expect(await storage.isBarred('s', 'l')).toBe(true);
    await storage.createSeatKey('key', 'seat-1', 1, 5);
    expect(await storage.seatOfKey('key')).toEqual(seat);
    expect(await storage.moveSeat('key', 't')).toEqual({ seat: { ...seat, session: 't' }, replaced: other });
    expect(await storage.moveSeat('key', 'u')).toBeNull();
    expect(await storage.seats('council-1')).toEqual([{ ...seat, session: 't' }]);
    expect(await storage.isBarred('t', 'l')).toBe(true);
    await storage.createSeatKey('again', 'seat-1', 2, 5);
    expect(await storage.moveSeat('again', 't')).toEqual({ seat: { ...seat, session: 't' }, replaced: null });
  });

  it('SEATKEY-8 of too many keys the oldest go, and all go with their seat', async () => {
    for (const n of [1, 2, 3]) await storage.createSeatKey(`key-${n}`, 'seat-1', 5, 2);
    const found = await Promise.all(['key-1', 'key-2', 'key-3'].map((hash) => storage.seatOfKey(hash)));
    expect(found.map((one) => one?.id)).toEqual([undefined, 'seat-1', 'seat-1']);
    await storage.removeSeat('seat-1');
    expect(await storage.seatOfKey('key-3')).toBeNull();
    await expect(storage.createSeatKey('key-4', 'seat-1', 5, 2)).rejects.toThrow();
  });
});
