import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { type Person, startTestServer, type TestServer } from '../support/server.ts';
import { openRaw, openRoom, type SyncClient, syncMessage, until } from '../support/sync-client.ts';

let server: TestServer;
const clients: SyncClient[] = [];
const enter = (person: Person, board: string): SyncClient => {
  const client = openRoom(person, `board/${board}`);
  clients.push(client);
  return client;
};

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  for (const client of clients) client.destroy();
  await server.close();
});

describe('who comes to a board', () => {
  it('ROOM-15 who only looks is sent nothing that was removed before they came, however large the board', async () => {
    const { convenor, council, board } = await server.board();
    const drawing = enter(convenor, board.id);
    await drawing.synced();
    let made = 0;
    const newId = (): string => {
      made += 1;
      return `element-${made}`;
    };
    const editor = createEditor(drawing.doc, { origin: { here: true }, newId });
    const name = 'A team of a board above sixteen kilobytes';
    editor.transact(() => {
      for (let n = 0; n < 300; n += 1) editor.addElement({ kind: 'unit', name, x: 200 * n, y: 0 });
    });
    await drawing.allSaved();
    // Somebody joins: what stands now is at hand, what comes next is the tail of it.
    const before = enter(await server.join(convenor, council.id, 'respondent'), board.id);
    await before.synced();
    const secret = 'Nobody should know this name';
    const id = editor.addElement({ kind: 'role', name: secret, x: 0, y: 400 });
    await drawing.allSaved();
    editor.remove([id]);
    await drawing.allSaved();
    const late = openRaw(await server.join(convenor, council.id, 'respondent'), `board/${board.id}`);
    await late.opened;
    late.send(syncMessage(0, Y.encodeStateVector(new Y.Doc())));
    const bytes = (): string => Buffer.concat(late.frames).toString('latin1');
    await until(() => bytes().includes('element-300'), 'the board');
    late.close();
    expect(bytes()).not.toContain('Nobody');
  });
});
