import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { type Person, startTestServer, type TestServer } from '../support/server.ts';
import { openRaw, openRoom, type RawSocket, type SyncClient, syncMessage, until } from '../support/sync-client.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const NOTHING = new Uint8Array(4);

const map = (values: object): Y.Map<unknown> => new Y.Map<unknown>(Object.entries(values));
const picture = (bytes: Uint8Array): Y.Map<unknown> => map({ pos: [0, 0], size: [80, 80], bytes });

/** Puts bytes where no editor can: into a text, behind its letters. */
function behindLetters(doc: Y.Doc, text: Y.Text): void {
  doc.transact((transaction) => {
    const letters = text._start;
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
    const bytes = new Y.ContentBinary(NOTHING);
    new Y.Item(id, letters, letters?.lastId ?? null, null, null, text, null, bytes).integrate(transaction, 0);
  });
}

/** A board may hold bytes in one place: as the picture of a tracing layer. */
describe('bytes in a document', () => {
  let server: TestServer;
  let presenter: Person;
  let room: string;
  let page: SyncClient;
  const sockets: RawSocket[] = [];

  const send = async (change: (doc: Y.Doc) => void): Promise<RawSocket> => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.doc));
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(doc));
    const socket = openRaw(presenter, room);
    sockets.push(socket);
    await socket.opened;
    socket.send(syncMessage(2, Y.encodeStateAsUpdate(doc, before)));
    return socket;
  };

  beforeEach(async () => {
    server = await startTestServer();
    const made = await server.board();
    room = `board/${made.board.id}`;
    presenter = await server.join(made.convenor, made.council.id, 'presenter');
    page = openRoom(made.convenor, room);
    await page.synced();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.close();
    page.destroy();
    await server.close();
  });

  it('GAP-7 the bytes of a tracing layer arrive', async () => {
    await send((doc) => doc.getMap('images').set('i1', picture(PNG)));
    const arrived = (): unknown => (page.doc.getMap('images').get('i1') as Y.Map<unknown> | undefined)?.get('bytes');
    await until(() => arrived() !== undefined, 'the picture');
    expect(arrived()).toEqual(PNG);
  });

  it.each<readonly [string, 'malformed' | 'invalid', (doc: Y.Doc) => void]>([
    ['in place of the title', 'invalid', (doc) => doc.getMap('meta').set('title', NOTHING)],
    ['among the pictures', 'malformed', (doc) => doc.getMap('images').set('bytes', PNG)],
    [
      'under another key of a picture',
      'malformed',
      (doc) => doc.getMap('images').set('i1', map({ pos: [0, 0], size: [80, 80], bytes: PNG, opacity: NOTHING })),
    ],
    [
      'under a key of an element',
      'malformed',
      (doc) => doc.getMap('elements').set('e1', map({ kind: 'unit', pos: [0, 0], order: NOTHING })),
    ],
    [
      'under an element’s key of that name',
      'invalid',
      (doc) => doc.getMap('elements').set('e1', map({ kind: 'unit', pos: [0, 0], bytes: PNG })),
    ],
    [
      'behind the letters of a name',
      'invalid',
      (doc) => {
        const name = new Y.Text('Web');
        doc.getMap('elements').set('e1', map({ kind: 'unit', pos: [0, 0], name }));
        behindLetters(doc, name);
      },
    ],
    ['that are no picture', 'invalid', (doc) => doc.getMap('images').set('i1', picture(NOTHING))],
  ])('GAP-7 bytes %s cost the sender its socket (%s), and nobody sees them', async (_where, reason, change) => {
    const socket = await send(change);
    expect((await socket.closed).code).toBe(CLOSE[reason].code);
    page.doc.getMap('meta').set('subtitle', 'still here');
    await page.allSaved();
    expect([page.doc.getMap('elements').size, page.doc.getMap('images').size]).toEqual([0, 0]);
  });
});
