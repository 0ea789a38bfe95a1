import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { LIMITS } from '#shared/protocol/messages.ts';
import { type Person, startTestServer, type TestServer } from '../support/server.ts';
import {
  openRaw,
  openRoom,
  presenceMessage,
  type RawSocket,
  type SyncClient,
  syncMessage,
  until,
} from '../support/sync-client.ts';

/** Writes numbers and bytes as lib0 does. */
function bytes(...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else encoding.writeUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

/** A board with a convenor and a presenter drawing, and somebody with bad intentions who holds a presenter's seat. */
describe('threats', () => {
  let server: TestServer;
  let room: string;
  let council: string;
  let convenor: Person;
  let attacker: Person;
  let a: SyncClient;
  let b: SyncClient;
  const open: (SyncClient | RawSocket)[] = [];

  const raw = async (person: Person = attacker, at: string = room): Promise<RawSocket> => {
    const socket = openRaw(person, at);
    open.push(socket);
    await socket.opened;
    return socket;
  };
  const client = async (person: Person): Promise<SyncClient> => {
    const made = openRoom(person, room);
    open.push(made);
    await made.synced();
    return made;
  };
  const stateOf = (doc: Y.Doc): object => ({
    meta: doc.getMap('meta').toJSON(),
    elements: doc.getMap('elements').toJSON(),
  });
  const edit = (doc: Y.Doc) =>
    createEditor(doc, { origin: doc, newId: () => `e${Math.random().toString(36).slice(2)}` });

  /** The two others still write to each other, and a newcomer finds exactly what they have. */
  const unharmed = async (): Promise<void> => {
    const text = `still here ${Math.random()}`;
    a.doc.getMap('meta').set('subtitle', text);
    await until(() => b.doc.getMap('meta').get('subtitle') === text, 'an honest change at the other');
    await Promise.all([a.allSaved(), b.allSaved()]);
    expect(a.closed() ?? b.closed()).toBeNull();
    const newcomer = await client(convenor);
    expect(stateOf(newcomer.doc)).toEqual(stateOf(a.doc));
    expect(stateOf(b.doc)).toEqual(stateOf(a.doc));
    expect(newcomer.doc.store.pendingStructs).toBeNull();
    expect(newcomer.doc.store.pendingDs).toBeNull();
  };
  /** An update made by a page that wrote what it likes into a copy of the board. */
  const forged = (change: (doc: Y.Doc) => void, clientId?: number): Uint8Array => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(a.doc));
    if (clientId !== undefined) doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(doc));
    return Y.encodeStateAsUpdate(doc, before);
  };
  const refusedWith = async (socket: RawSocket, code: number): Promise<void> => {
    expect((await socket.closed).code).toBe(code);
    await unharmed();
  };

  beforeEach(async () => {
    server = await startTestServer();
    const made = await server.board();
    convenor = made.convenor;
    council = made.council.id;
    room = `board/${made.board.id}`;
    attacker = await server.join(convenor, council, 'presenter');
    a = await client(convenor);
    b = await client(await server.join(convenor, council, 'presenter'));
  });
  afterEach(async () => {
    for (const one of open.splice(0)) 'destroy' in one ? one.destroy() : one.close();
    await server.close();
  });

  it('THREAT-1 presence of another cannot be forged or removed', async () => {
    b.awareness.setLocalState({ cursor: { x: 1, y: 1 } });
    const seen = () => a.awareness.getStates().get(b.doc.clientID) as { cursor: { x: number } | null } | undefined;
    await until(() => seen()?.cursor?.x === 1, 'the cursor');
    const socket = await raw();
    socket.send(presenceMessage({ [b.doc.clientID]: { cursor: { x: 666, y: 0 } } }, 1_000_000));
    socket.send(presenceMessage({ [b.doc.clientID]: null }, 1_000_001));
    socket.send(presenceMessage({ 4711: { user: { alias: 'Org A', seat: 'x' }, cursor: { x: 7, y: 7 } } }));
    await until(() => a.awareness.getStates().has(4711), 'the attacker under its own name');
    expect(a.awareness.getStates().get(4711)).toMatchObject({ user: { alias: 'Org B', role: 'presenter' } });
    expect(seen()?.cursor?.x).toBe(1);
    socket.send(presenceMessage({ 4712: { cursor: { x: 8, y: 8 } } }));
    socket.send(presenceMessage({ 4711: { cursor: { x: 9, y: 9 } } }, 2));
    await until(
      () => (a.awareness.getStates().get(4711)?.['cursor'] as { x: number } | undefined)?.x === 9,
      'its next move',
    );
    expect(a.awareness.getStates().has(4712)).toBe(false);
    await unharmed();
  });

  it('THREAT-2 somebody who returns after a short drop of the line is seen at once', async () => {
    b.awareness.setLocalState({ cursor: { x: 1, y: 1 } });
    await until(() => a.awareness.getStates().has(b.doc.clientID), 'the cursor');
    b.provider.disconnect();
    await until(() => !a.awareness.getStates().has(b.doc.clientID), 'the cursor to go');
    b.awareness.setLocalState({ cursor: { x: 2, y: 2 } });
    b.provider.connect();
    await until(() => a.awareness.getStates().has(b.doc.clientID), 'the cursor to be back', 2_000);
    await unharmed();
  });

  it('THREAT-3 nobody writes under the client id of another', async () => {
    b.doc.getMap('meta').set('subtitle', 'mine');
    await b.allSaved();
    await until(() => a.doc.getMap('meta').get('subtitle') === 'mine', 'the change');
    const socket = await raw();
    const update = forged((doc) => doc.getMap('meta').set('subtitle', 'forged'), b.doc.clientID);
    socket.send(syncMessage(2, update));
    await refusedWith(socket, CLOSE.forbidden.code);
    expect(a.doc.getMap('meta').get('subtitle')).not.toBe('forged');
    b.doc.getMap('meta').set('state', 'to-be');
    await until(() => a.doc.getMap('meta').get('state') === 'to-be', 'an edit of the one who was imitated');
  });

  it.each([
    ['clients of an update', () => syncMessage(2, bytes(2 ** 31))],
    ['structs of an update', () => syncMessage(2, bytes(1, 2 ** 28, 7, 0))],
    ['deleted ranges', () => syncMessage(2, bytes(0, 1, 7, 2 ** 28))],
    ['clients of a delete set', () => syncMessage(2, bytes(0, 2 ** 30))],
    ['entries of a state vector', () => syncMessage(0, bytes(2 ** 30))],
    ['entries of presence', () => bytes(1, 5, bytes(2 ** 30))],
    ['bytes of a message', () => bytes(0, 2, 2 ** 27)],
    ['values in a list', () => syncMessage(2, bytes(1, 1, 7, 0, new Uint8Array([8]), 1, 'meta', 2 ** 28))],
  ])('THREAT-4 a declared number of %s is not believed', async (_what, message) => {
    const sockets = await Promise.all(Array.from({ length: 5 }, () => raw()));
    const start = performance.now();
    for (const socket of sockets) for (let n = 0; n < 4; n += 1) socket.send(message());
    for (const socket of sockets) expect((await socket.closed).code).toBe(CLOSE.malformed.code);
    expect(performance.now() - start).toBeLessThan(4_000); // believed, they stall every room for about five seconds
    await unharmed();
  });

  it('THREAT-5 one connection brings at most 50 client ids', async () => {
    const socket = await raw();
    const ids = Array.from({ length: LIMITS.newClientIdsPerConnection + 1 }, (_, i) => 1_000 + i);
    for (const id of ids) {
      const one = new Y.Doc();
      one.clientID = id;
      one.getMap('meta').set('subtitle', `${id}`);
      socket.send(syncMessage(2, Y.encodeStateAsUpdate(one)));
    }
    await refusedWith(socket, CLOSE.tooMany.code);
  });

  it('THREAT-5 nor more than 50 in one update', async () => {
    const socket = await raw();
    const all = new Y.Doc();
    for (let id = 1_000; id < 1_200; id += 1) {
      const one = new Y.Doc();
      one.clientID = id;
      one.getMap('meta').set('subtitle', `${id}`);
      Y.applyUpdate(all, Y.encodeStateAsUpdate(one));
    }
    socket.send(syncMessage(2, Y.encodeStateAsUpdate(all)));
    await refusedWith(socket, CLOSE.tooMany.code);
  });

  it('THREAT-6 changes that build on missing ones are asked for once, then refused, and never stored', async () => {
    const doc = new Y.Doc();
    doc.getMap('meta').set('subtitle', 'lost');
    const before = Y.encodeStateVector(doc);
    doc.getMap('meta').set('subtitle', 'orphan');
    const orphan = Y.encodeStateAsUpdate(doc, before);
    const socket = await raw();
    await until(() => socket.frames.length >= 2, 'the welcome');
    const welcomed = socket.frames.length;
    socket.send(syncMessage(2, orphan));
    await until(() => socket.frames.length > welcomed, 'being asked');
    expect([...(socket.frames.at(-1) as Uint8Array)].slice(0, 2)).toEqual([0, 0]);
    socket.send(syncMessage(2, orphan));
    await refusedWith(socket, CLOSE.orphan.code);
  });

  it('THREAT-6 a deletion of what is not there is an orphan too', async () => {
    const socket = await raw();
    const deletes = syncMessage(2, bytes(0, 1, 99, 1, 0, 1_000));
    socket.send(deletes);
    socket.send(deletes);
    await refusedWith(socket, CLOSE.orphan.code);
  });

  it('THREAT-7 a message larger than 1 MiB stops the sender, and does not bring it back with the same', async () => {
    const socket = await raw();
    socket.send(syncMessage(2, new Uint8Array(24 * 1024 * 1024)));
    await refusedWith(socket, CLOSE.tooMany.code);
  });

  it('THREAT-7 presence above 4 KB is not shown, above 64 KB it costs the socket', async () => {
    const socket = await raw();
    socket.send(presenceMessage({ 4711: { cursor: { x: 1, y: 1 } } }));
    await until(() => a.awareness.getStates().has(4711), 'presence');
    socket.send(presenceMessage({ 4711: { cursor: { x: 2, y: 2 }, selection: ['x'.repeat(5_000)] } }, 2));
    socket.send(presenceMessage({ 4711: { cursor: { x: 3, y: 3 } } }, 3));
    const seen: number[] = [];
    a.awareness.on('change', () => {
      seen.push((a.awareness.getStates().get(4711)?.['cursor'] as { x: number } | undefined)?.x ?? 0);
    });
    await until(() => seen.includes(3), 'the next move');
    expect(seen).not.toContain(2);
    socket.send(presenceMessage({ 4711: { editing: 'x'.repeat(900_000) } }, 4));
    await refusedWith(socket, CLOSE.malformed.code);
  });

  it('THREAT-8 bytes that mean nothing cost the sender its socket and nobody else anything', async () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const codes = new Set<number>();
    for (let n = 0; n < 40; n += 1) {
      const socket = await raw();
      const noise = Uint8Array.from({ length: 1 + Math.floor(random() * 300) }, () => Math.floor(random() * 256));
      socket.send(n % 2 === 0 ? noise : syncMessage(2, noise));
      codes.add((await socket.closed).code);
    }
    expect([...codes]).toEqual([CLOSE.malformed.code]);
    await unharmed();
  });

  it.each([
    ['a text frame', () => 'hello'],
    ['an update of version 2', () => syncMessage(2, Y.encodeStateAsUpdateV2(a.doc))],
    ['a second message in one frame', () => bytes(syncMessage(2, Y.encodeStateAsUpdate(new Y.Doc())), 3)],
    ['a message of the server', () => bytes(100, 5)],
    ['an empty frame', () => new Uint8Array()],
    [
      'text that is not UTF-8',
      () => syncMessage(2, bytes(1, 1, 7, 0, new Uint8Array([4]), 1, 'meta', 2, new Uint8Array([0xff, 0xff]))),
    ],
    [
      'a document in the document',
      () =>
        syncMessage(
          2,
          forged((doc) => doc.getMap('elements').set('sub', new Y.Doc())),
        ),
    ],
    [
      'bytes in the document',
      () =>
        syncMessage(
          2,
          forged((doc) => doc.getMap('elements').set('bin', new Uint8Array(4))),
        ),
    ],
    [
      'values nested without end',
      () => syncMessage(2, bytes(1, 1, 7, 0, new Uint8Array([8]), 1, 'meta', 1, new Uint8Array(5_000).fill(117))),
    ],
  ])('THREAT-9 %s is malformed', async (_what, message) => {
    const socket = await raw();
    socket.send(message());
    await refusedWith(socket, CLOSE.malformed.code);
  });

  it.each([
    ['a key the board does not know', (doc: Y.Doc) => doc.getMap('meta').set('evil', 1)],
    ['a part the board does not have', (doc: Y.Doc) => doc.getMap('evil').set('a', 1)],
    ['a list where a map belongs', (doc: Y.Doc) => doc.getArray('list').push([1])],
    ['an element that is not one', (doc: Y.Doc) => doc.getMap('elements').set('e1', 'no')],
    [
      'a place that is not finite',
      (doc: Y.Doc) => {
        const element = new Y.Map<unknown>();
        element.set('kind', 'unit');
        element.set('pos', [Number.POSITIVE_INFINITY, 0]);
        doc.getMap('elements').set('e1', element);
      },
    ],
    [
      'an element that lies nowhere',
      (doc: Y.Doc) => doc.getMap('elements').set('e1', new Y.Map(Object.entries({ kind: 'unit' }))),
    ],
    ['a text without end', (doc: Y.Doc) => doc.getMap('meta').set('subtitle', 'x'.repeat(LIMITS.textLength + 1))],
  ])('THREAT-10 %s is undone before anybody sees it', async (_what, change) => {
    const socket = await raw();
    socket.send(syncMessage(2, forged(change)));
    await refusedWith(socket, CLOSE.invalid.code);
  });

  it('THREAT-10 more than 10,000 elements are refused in words', async () => {
    const socket = await raw();
    const many = forged((doc) => {
      for (let n = 0; n <= LIMITS.elements; n += 1) {
        const element = new Y.Map<unknown>();
        element.set('kind', 'unit');
        element.set('pos', [n, 0]);
        doc.getMap('elements').set(`e${n}`, element);
      }
    });
    socket.send(syncMessage(2, many));
    expect((await socket.closed).reason).toBe(CLOSE.full.sentence);
    await unharmed();
  });

  it('THREAT-11 what the convenor has locked a presenter cannot change', async () => {
    const editor = edit(a.doc);
    const id = editor.addElement({ kind: 'unit', x: 0, y: 0, name: 'Web team' });
    editor.setLocked([id], true);
    await a.allSaved();
    const socket = await raw();
    const moved = forged((doc) => (doc.getMap('elements').get(id) as Y.Map<unknown>).set('pos', [9, 9]));
    socket.send(syncMessage(2, moved));
    await refusedWith(socket, CLOSE.invalid.code);
    const again = await raw();
    const removed = forged((doc) => doc.getMap('elements').delete(id));
    again.send(syncMessage(2, removed));
    await refusedWith(again, CLOSE.invalid.code);
    expect(a.doc.getMap('elements').has(id)).toBe(true);
  });

  it('THREAT-12 who sends too much is sent away for a moment, then for good', async () => {
    const nothing = syncMessage(2, Y.encodeStateAsUpdate(new Y.Doc()));
    const codes: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const socket = await raw();
      for (let n = 0; n < 600; n += 1) socket.send(nothing);
      codes.push((await socket.closed).code);
    }
    expect(codes).toEqual([CLOSE.later.code, CLOSE.later.code, CLOSE.tooMany.code]);
    await unharmed();
  });

  it('THREAT-12 questions for the whole board are counted too', async () => {
    const socket = await raw();
    for (let n = 0; n < 30; n += 1) socket.send(syncMessage(0, bytes(0)));
    await refusedWith(socket, CLOSE.later.code);
  });

  it('THREAT-12 presence above its rate is thinned out, and the last of it is shown', async () => {
    const socket = await raw();
    for (let n = 1; n <= 200; n += 1) socket.send(presenceMessage({ 4711: { cursor: { x: n, y: 0 } } }, n));
    let changes = 0;
    a.awareness.on('update', () => {
      changes += 1;
    });
    const x = () => (a.awareness.getStates().get(4711)?.['cursor'] as { x: number } | undefined)?.x;
    await until(() => x() === 200, 'the last place');
    expect(changes).toBeLessThan(100);
    expect(socket.socket.readyState).toBe(WebSocket.OPEN);
    await unharmed();
  });

  it('THREAT-13 a page of another site gets no socket', async () => {
    const socket = openRaw(convenor, room, { headers: { origin: 'https://elsewhere.example' } });
    await expect(socket.opened).rejects.toThrow('403');
    const own = openRaw(convenor, room, { headers: { origin: server.url } });
    await own.opened;
    own.close();
    await unharmed();
  });

  it('THREAT-14 rooms are looked up, never made; names that are none are not rooms', async () => {
    for (const name of ['board/AAAAAAAAAAAAAAAAAAAAAA', 'board/..%2f..', 'evil/AAAAAAAAAAAAAAAAAAAAAA', 'board']) {
      const socket = openRaw(attacker, name);
      expect((await socket.closed).code, name).toBe(CLOSE.missing.code);
    }
    await unharmed();
  });

  it('THREAT-15 a seat holds at most 12 sockets', async () => {
    const sockets = await Promise.all(Array.from({ length: LIMITS.socketsPerSeat }, () => raw()));
    const one = await raw();
    await refusedWith(one, CLOSE.tooMany.code);
    expect(sockets.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
  });
});
