import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

describe('two people in a room', () => {
  let server: TestServer;
  const clients: SyncClient[] = [];
  const open = (...args: Parameters<typeof openRoom>): SyncClient => {
    const client = openRoom(...args);
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await server.close();
  });

  it('SYNC-1 a published y-websocket client connects unchanged and both see what either writes', async () => {
    const { convenor, council, board } = await server.board();
    const presenter = await server.join(convenor, council.id, 'presenter');
    const a = open(convenor, `board/${board.id}`);
    const b = open(presenter, `board/${board.id}`);
    await Promise.all([a.synced(), b.synced()]);
    expect(a.doc.getMap('meta').get('title')).toBe('Board');

    a.doc.getMap('meta').set('subtitle', 'first');
    await until(() => b.doc.getMap('meta').get('subtitle') === 'first', 'the change at the other');
    b.doc.getMap('meta').set('subtitle', 'second');
    await until(() => a.doc.getMap('meta').get('subtitle') === 'second', 'the answer');
    await Promise.all([a.allSaved(), b.allSaved()]);
    expect(a.generation()).toBe(b.generation());
  });

  it('SYNC-2 presence is stamped with the seat, whatever the client says it is', async () => {
    const { convenor, council, board } = await server.board();
    const respondent = await server.join(convenor, council.id, 'respondent');
    const a = open(convenor, `board/${board.id}`);
    const b = open(respondent, `board/${board.id}`);
    await Promise.all([a.synced(), b.synced()]);
    b.awareness.setLocalState({ user: { alias: 'Org A', role: 'convenor' }, cursor: { x: 1, y: 2 } });
    const seen = () => a.awareness.getStates().get(b.doc.clientID) as { user: object; cursor: unknown } | undefined;
    await until(() => seen()?.cursor !== undefined && seen()?.cursor !== null, 'the cursor');
    expect(seen()).toMatchObject({ user: { alias: 'Guest 1', role: 'respondent' }, cursor: { x: 1, y: 2 } });
  });
});
