import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { openMemory } from '../../server/storage/memory.ts';
import type { Storage } from '../../server/storage/storage.ts';
import { compact } from '../../server/sync/compaction.ts';
import { type Person, startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';
import {
  openRaw,
  openRoom,
  presenceMessage,
  type RawSocket,
  type SyncClient,
  syncMessage,
  until,
} from '../support/sync-client.ts';

const servers: TestServer[] = [];
const open: (SyncClient | RawSocket)[] = [];

const start = async (options?: TestServerOptions): Promise<TestServer> => {
  const server = await startTestServer(options);
  servers.push(server);
  return server;
};
const enter = (person: Person, board: { readonly id: string }): SyncClient => {
  const client = openRoom(person, `board/${board.id}`);
  open.push(client);
  return client;
};
const raw = (person: Person, board: { readonly id: string }): RawSocket => {
  const socket = openRaw(person, `board/${board.id}`);
  open.push(socket);
  return socket;
};
const closeCodes = (client: SyncClient): number[] => {
  const codes: number[] = [];
  client.provider.on('connection-close', (event) => codes.push(event?.code ?? 0));
  return codes;
};
const subtitle = (client: SyncClient): unknown => client.doc.getMap('meta').get('subtitle');
const say = (client: SyncClient, text: string): void => {
  client.doc.getMap('meta').set('subtitle', text);
};

afterEach(async () => {
  for (const one of open.splice(0)) 'destroy' in one ? one.destroy() : one.close();
  for (const server of servers.splice(0)) await server.close();
});

describe('a storage that fails', () => {
  it('ROOM-1 what cannot be committed is told to nobody, closes the room with 1013, and is saved when it can be', async () => {
    const memory = openMemory();
    let broken = false;
    const storage: Storage = {
      ...memory,
      append: (batch) => (broken ? Promise.reject(new Error('disk full')) : memory.append(batch)),
      check: () => (broken ? Promise.reject(new Error('disk full')) : memory.check()),
    };
    const server = await start({ storage });
    const { convenor, council, board } = await server.board();
    const a = enter(convenor, board);
    const b = enter(await server.join(convenor, council.id, 'presenter'), board);
    await Promise.all([a.synced(), b.synced()]);
    await Promise.all([a.allSaved(), b.allSaved()]);
    const codes = [closeCodes(a), closeCodes(b)];
    const savedBefore = a.saved();
    broken = true;
    say(a, 'not on any disk');
    await until(() => codes.every((c) => c.length >= 2), 'both closed, and refused on return');
    expect(codes.flat().every((code) => code === CLOSE.later.code)).toBe(true);
    expect(subtitle(b)).toBeUndefined();
    expect(a.saved()).toBeLessThanOrEqual(savedBefore);
    expect(a.provider.synced).toBe(false);
    broken = false;
    await until(() => subtitle(b) === 'not on any disk', 'the change once it is stored');
    await a.allSaved();
  });

  it('ROOM-2 trouble of one room leaves the others alone', async () => {
    const memory = openMemory();
    let broken = '';
    const storage: Storage = {
      ...memory,
      append: (batch) =>
        batch.some(({ room }) => room === broken) ? Promise.reject(new Error('bad row')) : memory.append(batch),
    };
    const server = await start({ storage });
    const { convenor, council, board } = await server.board();
    const second = await convenor.createBoard(council.id);
    const [a, b] = [enter(convenor, board), enter(convenor, second)];
    await Promise.all([a.allSaved(), b.allSaved()]);
    const codes = [closeCodes(a), closeCodes(b)];
    broken = `board/${board.id}`;
    say(a, 'one');
    say(b, 'two');
    await until(() => (codes[0]?.length ?? 0) > 0, 'the broken room to close');
    await b.allSaved();
    expect(codes[1]).toEqual([]);
  });

  it('ROOM-3 a load that fails opens no empty board, and the next try finds everything', async () => {
    const memory = openMemory();
    let broken = false;
    const storage: Storage = {
      ...memory,
      loadRoom: (room) => (broken ? Promise.reject(new Error('cannot read')) : memory.loadRoom(room)),
    };
    const server = await start({ storage });
    const { convenor, board } = await server.board();
    broken = true;
    const a = enter(convenor, board);
    const codes = closeCodes(a);
    let synced = false;
    a.provider.on('sync', (state) => {
      synced ||= state;
    });
    await until(() => codes.length >= 2, 'being put off');
    expect(codes.every((code) => code === CLOSE.later.code)).toBe(true);
    expect(synced).toBe(false);
    broken = false;
    await a.synced();
    expect(a.doc.getMap('meta').get('title')).toBe('Board');
  });

  it('ROOM-4 a log with a hole is not opened', async () => {
    const memory = openMemory();
    const storage: Storage = {
      ...memory,
      async loadRoom(room) {
        const state = await memory.loadRoom(room);
        return state === null || !room.startsWith('board/') ? state : { ...state, tail: state.tail.slice(1) };
      },
    };
    const server = await start({ storage });
    const { convenor, board } = await server.board();
    expect((await raw(convenor, board).closed).code).toBe(CLOSE.later.code);
  });

  it('ROOM-5 nobody is told "synced" before the board is loaded, however many ask at once', async () => {
    const memory = openMemory();
    const waiting: (() => void)[] = [];
    let loads = 0;
    const storage: Storage = {
      ...memory,
      async loadRoom(room) {
        loads += 1;
        await new Promise<void>((go) => waiting.push(go));
        return memory.loadRoom(room);
      },
    };
    const server = await start({ storage });
    const { convenor, council, board } = await server.board();
    const people = await Promise.all(Array.from({ length: 4 }, () => server.join(convenor, council.id, 'presenter')));
    const clients = people.map((person) => enter(person, board));
    const titles: unknown[] = [];
    for (const client of clients) {
      client.provider.on('sync', (state) => state && titles.push(client.doc.getMap('meta').get('title')));
    }
    await until(() => clients.every((client) => client.provider.wsconnected) && waiting.length > 0, 'all waiting');
    expect(titles).toEqual([]);
    for (const go of waiting) go();
    await Promise.all(clients.map((client) => client.synced()));
    expect(titles).toEqual(['Board', 'Board', 'Board', 'Board']);
    expect(loads).toBe(1);
  });
});

describe('rooms', () => {
  it('ROOM-6 the first message is the generation; it stays the same over a restart', async () => {
    const server = await start();
    const { convenor, board } = await server.board();
    const one = raw(convenor, board);
    await until(() => one.frames.length > 0, 'the first message');
    expect(one.frames[0]?.[0]).toBe(101);
    const a = enter(convenor, board);
    await a.synced();
    const again = await startTestServer({ data: server.data, storage: undefined as never });
    servers.push(again);
    const person = again.person();
    person.cookie = convenor.cookie;
    const b = enter(person, board);
    await b.synced();
    expect(b.generation()).toBe(a.generation());
  });

  it('ROOM-7 an empty room is forgotten after a while and is all there when somebody returns', async () => {
    const server = await start({ limits: { unloadMs: 20 } });
    const { convenor, board } = await server.board();
    const a = enter(convenor, board);
    await a.synced();
    say(a, 'kept');
    await a.allSaved();
    a.provider.disconnect();
    const rooms = async (): Promise<string> => String((await convenor.request('GET', '/metrics')).body);
    const start0 = performance.now();
    while (!/^orgora_rooms 0$/m.test(await rooms())) expect(performance.now() - start0).toBeLessThan(5_000);
    const b = enter(convenor, board);
    await b.synced();
    expect(subtitle(b)).toBe('kept');
  });

  it('ROOM-8 a long log becomes a snapshot while people draw, and the board stays the same', async () => {
    const storage = openMemory();
    const server = await start({ storage, limits: { compactRows: 40 } });
    const { convenor, board } = await server.board();
    const a = enter(convenor, board);
    await a.synced();
    let n = 0;
    const editor = createEditor(a.doc, { origin: a, newId: () => `team-${n++}` });
    for (let i = 0; i < 60; i += 1) editor.addElement({ kind: 'unit', x: i, y: i, name: `Team ${i}`, order: 'V' });
    editor.remove(['team-3', 'team-4']);
    await a.allSaved();
    const room = `board/${board.id}`;
    const start0 = performance.now();
    while ((await storage.loadRoom(room))?.snapshot == null) {
      expect(performance.now() - start0).toBeLessThan(6_000);
      await new Promise((next) => setImmediate(next));
    }
    say(a, 'after the snapshot');
    await a.allSaved();
    const state = await storage.loadRoom(room);
    expect(state?.tail.length).toBeLessThan(40);
    const b = enter(convenor, board);
    await b.synced();
    expect(b.doc.getMap('elements').toJSON()).toEqual(a.doc.getMap('elements').toJSON());
    expect(b.doc.getMap('elements').size).toBe(58);
    expect(subtitle(b)).toBe('after the snapshot');
  });

  it('ROOM-9 a log that cannot be replayed is left as it is', async () => {
    const storage = openMemory();
    const doc = new Y.Doc();
    const rows: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => rows.push(update));
    for (const text of ['one', 'two', 'three']) doc.getMap('meta').set('subtitle', text);
    const kept = [rows[0], rows[2]].map((data) => ({ seat: 's', at: 1, data: data as Uint8Array }));
    await storage.createRoom('board/broken-log', 'g', kept);
    await expect(compact(storage, 'board/broken-log', 5)).rejects.toThrow('lacks changes');
    expect(await storage.loadRoom('board/broken-log')).toMatchObject({ seq: 2, snapshot: null });
  });

  it('ROOM-10 a word every while keeps the line of a silent page', async () => {
    const server = await start({ limits: { heartbeatMs: 20 } });
    const { convenor, board } = await server.board();
    const socket = raw(convenor, board);
    const beats = (): number =>
      socket.frames.filter((f) => f.length === 3 && f[0] === 1 && f[1] === 1 && f[2] === 0).length;
    await until(() => beats() > 2, 'heartbeats');
  });

  it('ROOM-11 the late end of an old socket does not take away what the same page shows over a new one', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const watcher = enter(convenor, board);
    await watcher.synced();
    const person = await server.join(convenor, council.id, 'presenter');
    const [old, fresh] = [raw(person, board), raw(person, board)];
    await Promise.all([old.opened, fresh.opened]);
    const x = () => (watcher.awareness.getStates().get(77)?.['cursor'] as { x: number } | undefined)?.x;
    old.send(presenceMessage({ 77: { cursor: { x: 1, y: 0 } } }, 1));
    await until(() => x() === 1, 'the first');
    fresh.send(presenceMessage({ 77: { cursor: { x: 2, y: 0 } } }, 2));
    await until(() => x() === 2, 'the second');
    old.close();
    await old.closed;
    fresh.send(presenceMessage({ 77: { cursor: { x: 3, y: 0 } } }, 3));
    await until(() => x() === 3, 'the third');
    fresh.close();
    await until(() => !watcher.awareness.getStates().has(77), 'nobody left');
  });

  it('ROOM-12 an echo of somebody who left does not bring them back', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const watcher = enter(convenor, board);
    await watcher.synced();
    const gone = raw(await server.join(convenor, council.id, 'presenter'), board);
    const echo = raw(await server.join(convenor, council.id, 'presenter'), board);
    await Promise.all([gone.opened, echo.opened]);
    gone.send(presenceMessage({ 77: { cursor: { x: 1, y: 0 } } }));
    await until(() => watcher.awareness.getStates().has(77), 'them');
    gone.close();
    await until(() => !watcher.awareness.getStates().has(77), 'them to leave');
    echo.send(presenceMessage({ 77: { cursor: { x: 1, y: 0 } } }, 9));
    echo.send(presenceMessage({ 78: { cursor: { x: 5, y: 0 } } }, 1));
    await until(() => watcher.awareness.getStates().has(78), 'the one who echoed');
    expect(watcher.awareness.getStates().has(77)).toBe(false);
  });

  it('ROOM-13 a reader that stalls is sent one difference when it reads again, not everything it missed', async () => {
    const server = await start({
      limits: {
        bytesPerSecond: 1e9,
        byteBurst: 1e9,
        documentFramesPerSecond: 1e6,
        documentFrameBurst: 1e6,
        framesPerSecond: 1e6,
        frameBurst: 1e6,
      },
    });
    const { convenor, council, board } = await server.board();
    const writer = enter(convenor, board);
    await writer.synced();
    const slow = raw(await server.join(convenor, council.id, 'observer'), board);
    await slow.opened;
    slow.send(syncMessage(0, new Uint8Array([0])));
    await until(() => slow.frames.some((f) => f[0] === 0 && f[1] === 1), 'the board');
    slow.socket.pause();
    let n = 0;
    const editor = createEditor(writer.doc, { origin: writer, newId: () => `card-${n++}` });
    const rounds = 400;
    for (let i = 0; i < rounds; i += 1) {
      editor.addElement({ kind: 'card', x: i, y: 0, name: String(i % 10).repeat(9_900), order: 'V' });
      editor.setMeta({ subtitle: `${i}`.repeat(1_000) });
      if (i % 20 === 0) await writer.allSaved();
    }
    await writer.allSaved();
    const before = slow.frames.length;
    slow.socket.resume();
    const copy = new Y.Doc();
    let read = 0;
    const catchUp = (): boolean => {
      for (const frame of slow.frames.slice(read)) {
        read += 1;
        if (frame[0] !== 0 || frame[1] === 0) continue;
        let at = 2;
        while ((frame[at] as number) >= 0x80) at += 1;
        Y.applyUpdate(copy, frame.subarray(at + 1));
      }
      return copy.getMap('elements').size === rounds;
    };
    await until(catchUp, 'the stalled reader to have everything');
    expect(copy.getMap('meta').get('subtitle')).toBe(writer.doc.getMap('meta').get('subtitle'));
    expect(slow.frames.length - before).toBeLessThan(rounds * 2);
  });

  it('ROOM-14 a reader that stays behind is sent away', async () => {
    const server = await start({
      limits: {
        documentBacklog: 1,
        drainedBacklog: 0,
        behindMs: 50,
        bytesPerSecond: 1e9,
        byteBurst: 1e9,
        documentFrameBurst: 1e6,
        frameBurst: 1e6,
      },
    });
    const { convenor, council, board } = await server.board();
    const writer = enter(convenor, board);
    await writer.synced();
    const slow = raw(await server.join(convenor, council.id, 'observer'), board);
    await slow.opened;
    slow.send(syncMessage(0, new Uint8Array([0])));
    await until(() => slow.frames.some((f) => f[0] === 0 && f[1] === 1), 'the board');
    slow.socket.pause();
    const seats = () => convenor.ask<{ alias: string; online: boolean }[]>('GET', `/api/councils/${council.id}/seats`);
    const isOnline = async () => (await seats()).find(({ alias }) => alias === 'Guest 1')?.online;
    const start0 = performance.now();
    for (let i = 0; await isOnline(); i += 1) {
      // Separate changes, so that they fill what lies between server and reader soon.
      for (let part = 0; part < 20; part += 1) say(writer, `${i}${part}`.repeat(2_400).slice(0, 9_000));
      await writer.allSaved();
      expect(performance.now() - start0).toBeLessThan(20_000);
    }
    expect(writer.closed()).toBeNull();
  });
});
