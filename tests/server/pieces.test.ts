import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { LIMITS, MESSAGE } from '#shared/protocol/messages.ts';
import type { Role } from '#shared/rights/roles.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';
import { openRaw, openRoom, type RawSocket, type SyncClient, syncMessage, until } from '../support/sync-client.ts';

const KB = 1024;

function piece(total: number, part: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.piece);
  encoding.writeVarUint(encoder, total);
  encoding.writeVarUint8Array(encoder, part);
  return encoding.toUint8Array(encoder);
}

/** Messages in pieces, and those who mean ill with them. */
describe('pieces', () => {
  let server: TestServer;
  const open: (SyncClient | RawSocket)[] = [];

  const start = async (limits: TestServerOptions['limits'] = {}, role: Role = 'presenter') => {
    server = await startTestServer({ limits });
    const made = await server.board();
    const room = `board/${made.board.id}`;
    const person = await server.join(made.convenor, made.council.id, role);
    const raw = async (): Promise<RawSocket> => {
      const socket = openRaw(person, room);
      open.push(socket);
      await socket.opened;
      return socket;
    };
    const page = async (): Promise<SyncClient> => {
      const client = openRoom(person, room, { likeOurPage: true });
      open.push(client);
      await client.synced();
      return client;
    };
    return { raw, page };
  };
  const asked = (socket: RawSocket): number => socket.frames.filter(([type]) => type === MESSAGE.piece).length;

  afterEach(async () => {
    for (const one of open.splice(0)) 'destroy' in one ? one.destroy() : one.close();
    await server.close();
  });

  it('GAP-5 a message in pieces is taken when its last piece is here, as one change', async () => {
    const { raw, page } = await start();
    const other = await page();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc));
    const before = Y.encodeStateVector(doc);
    doc.getMap('meta').set('subtitle', 'x'.repeat(5_000));
    const message = syncMessage(2, Y.encodeStateAsUpdate(doc, before));
    const socket = await raw();
    for (let at = 0; at < message.length; at += 1_000) {
      expect(other.doc.getMap('meta').get('subtitle')).not.toBe(doc.getMap('meta').get('subtitle'));
      socket.send(piece(message.length, message.subarray(at, at + 1_000)));
      await until(() => asked(socket) === at / 1_000 + 1, 'being asked for more');
    }
    await until(() => other.doc.getMap('meta').get('subtitle') === 'x'.repeat(5_000), 'the change');
  });

  it('GAP-5 more than may be sent at once is asked for as it may be sent, and nobody is sent away', async () => {
    const { page } = await start({ bytesPerSecond: 1_024 * KB, byteBurst: 768 * KB });
    const client = await page();
    const editor = createEditor(client.doc, { origin: client, newId: () => crypto.randomUUID() });
    editor.transact(() => {
      for (let n = 0; n < 200; n += 1) {
        editor.addElement({ kind: 'unit', x: n, y: 0, name: 'x'.repeat(9_000) });
      }
    });
    const start_ = performance.now();
    await until(() => client.closed() !== null || client.saved() === client.sent(), 'everything saved', 20_000);
    expect(client.closed()).toBeNull();
    // 1.8 MB, of which a quarter of one lies ready above the reserve.
    expect(performance.now() - start_).toBeGreaterThan(1_000);
  });

  it('GAP-6 who may not write is not listened to', async () => {
    const { raw } = await start({}, 'respondent');
    const socket = await raw();
    socket.send(piece(1_000, new Uint8Array(100)));
    expect((await socket.closed).code).toBe(CLOSE.forbidden.code);
  });

  it.each([
    ['of another size than said', [piece(100, new Uint8Array(60)), piece(100, new Uint8Array(60))]],
    ['that change their mind', [piece(100, new Uint8Array(60)), piece(120, new Uint8Array(40))]],
    ['of nothing', [piece(100, new Uint8Array(0))]],
    ['with a change between them', [piece(100, new Uint8Array(60)), syncMessage(2, new Uint8Array([0, 0]))]],
    ['of a question', [piece(4, new Uint8Array([MESSAGE.sync, 0, 1, 0]))]],
    ['of a piece', [piece(4, piece(1, new Uint8Array(1)))]],
    ['of noise', [piece(4, new Uint8Array([9, 9, 9, 9]))]],
  ])('GAP-6 pieces %s are malformed', async (_what, frames) => {
    const { raw } = await start();
    const socket = await raw();
    for (const frame of frames) socket.send(frame);
    expect((await socket.closed).code).toBe(CLOSE.malformed.code);
  });

  it('GAP-6 a message larger than a board is refused at its first piece', async () => {
    const { raw } = await start();
    const socket = await raw();
    socket.send(piece(LIMITS.boardBytes + KB, new Uint8Array(10)));
    expect((await socket.closed).code).toBe(CLOSE.full.code);
  });

  it('GAP-6 pieces that were not asked for are a flood', async () => {
    const { raw } = await start();
    const socket = await raw();
    for (let n = 0; n < 40; n += 1) socket.send(piece(LIMITS.boardBytes, new Uint8Array(LIMITS.pieceBytes)));
    expect((await socket.closed).code).toBe(CLOSE.later.code);
  });

  it('GAP-6 a seat cannot keep more unfinished than it may, over however many sockets, and gets it back when they close', async () => {
    const { raw } = await start({ piecesPerSeat: 100 * KB });
    const first = await raw();
    first.send(piece(1_000 * KB, new Uint8Array(60 * KB)));
    await until(() => asked(first) === 1, 'the first piece');
    const second = await raw();
    second.send(piece(1_000 * KB, new Uint8Array(60 * KB)));
    expect((await second.closed).code).toBe(CLOSE.later.code);
    first.close();
    await first.closed;
    const third = await raw();
    third.send(piece(1_000 * KB, new Uint8Array(60 * KB)));
    await until(() => asked(third) === 1, 'the piece to be taken');
  });

  it('GAP-6 all together cannot either', async () => {
    const { raw } = await start({ piecesOfAll: 50 * KB });
    const socket = await raw();
    socket.send(piece(1_000 * KB, new Uint8Array(60 * KB)));
    expect((await socket.closed).code).toBe(CLOSE.later.code);
  });

  it('GAP-6 who never ends what they began is sent away', async () => {
    const { raw } = await start({ pieceMs: 1, pieceBytesPerSecond: 1_000 * KB, pingMs: 20 });
    const socket = await raw();
    socket.send(piece(KB, new Uint8Array(10)));
    expect((await socket.closed).code).toBe(CLOSE.later.code);
  });
});
