import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import type { StateId } from '#shared/board/model.ts';
import { readBoard, readStates } from '#shared/board/read.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import type { Presence } from '#shared/protocol/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

describe('states on the server', () => {
  let server: TestServer;
  const clients: SyncClient[] = [];
  const open = (...args: Parameters<typeof openRoom>): SyncClient => {
    const client = openRoom(...args);
    clients.push(client);
    return client;
  };
  const editorOf = (client: SyncClient, state: StateId, mayEditLocked = false) => {
    let n = 0;
    const newId = () => {
      n += 1;
      return `${client.doc.clientID}-${n}`;
    };
    return createEditor(client.doc, { origin: client, newId, mayEditLocked, state: () => state });
  };
  const names = (doc: Y.Doc, state: StateId) => [...readBoard(doc, state).elements.values()].map((one) => one.name);

  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await server.close();
  });

  async function room() {
    const { convenor, council, board } = await server.board();
    const presenter = await server.join(convenor, council.id, 'presenter');
    const a = open(convenor, `board/${board.id}`);
    const b = open(presenter, `board/${board.id}`);
    await Promise.all([a.synced(), b.synced()]);
    return { convenor, presenter, council, board, a, b };
  }

  it('STATE-17 two published clients draw in the target at once, and a third who comes later has both', async () => {
    const { convenor, board, a, b } = await room();
    editorOf(a, 'now').addElement({ id: 'ops', kind: 'unit', name: 'Operations', x: 0, y: 0 });
    editorOf(a, 'now').addState('target', 'Target', 'now');
    await until(() => readStates(b.doc).length === 2, 'the state at the other');
    editorOf(a, 'target').addElement({ id: 'hub', kind: 'centre', name: 'Hub', x: 300, y: 0 });
    editorOf(b, 'target').rename('ops', 'Growth');
    await until(() => names(a.doc, 'target').join() === 'Hub,Growth', 'the name');
    await Promise.all([a.allSaved(), b.allSaved()]);
    const late = open(convenor, `board/${board.id}`);
    await late.synced();
    expect([names(late.doc, 'now'), names(late.doc, 'target')]).toEqual([['Operations'], ['Hub', 'Growth']]);
  });

  it('STATE-18 what is locked in a state only the convenor changes, and a bad thing in it costs the socket', async () => {
    const { a, b } = await room();
    editorOf(a, 'now', true).addElement({ id: 'ops', kind: 'unit', name: 'Operations', x: 0, y: 0 });
    editorOf(a, 'now', true).addState('target', 'Target', 'now');
    editorOf(a, 'target', true).setLocked(['ops'], true);
    await until(() => readBoard(b.doc, 'target').elements.get('ops')?.locked === true, 'the lock');
    editorOf(b, 'now').rename('ops', 'Free in the first state');
    await b.allSaved();
    // What no page of ours writes: past the editor.
    (b.doc.getMap('elements@target').get('ops') as Y.Map<unknown>).set('name', 'Forced');
    await until(() => b.closed() !== null, 'the end of the socket');
    expect(b.closed()).toBe(CLOSE.invalid.code);
    expect(names(a.doc, 'target')).toEqual(['Operations']);
    expect(names(a.doc, 'now')).toEqual(['Free in the first state']);
    a.doc.getMap('elements@target').set('x', new Y.Map([['kind', 'castle']]));
    await until(() => a.closed() !== null, 'the end of the other socket');
    expect(a.closed()).toBe(CLOSE.invalid.code);
  });

  it('STATE-19 the others learn which state one looks at and who presents; a respondent cannot claim to', async () => {
    const { convenor, council, board, a, b } = await room();
    const respondent = await server.join(convenor, council.id, 'respondent');
    const c = open(respondent, `board/${board.id}`);
    await c.synced();
    const claim = {
      cursor: { x: 1, y: 2 },
      state: 'target',
      presenting: { frame: 'f1', turn: 1, more: 1 },
      laser: { x: 3, y: 4, z: 5 },
    };
    b.awareness.setLocalState(claim);
    c.awareness.setLocalState({ ...claim, state: 'never' });
    const seen = (of: SyncClient) => a.awareness.getStates().get(of.doc.clientID) as Presence | undefined;
    const shows = (of: SyncClient) => (seen(of)?.cursor ?? null) !== null;
    await until(() => shows(b) && shows(c), 'both');
    expect(seen(b)).toMatchObject({ state: 'target', presenting: { frame: 'f1', turn: 1 }, laser: { x: 3, y: 4 } });
    expect(JSON.stringify(seen(b))).not.toMatch(/more|"z"/);
    expect(Object.keys(seen(c) ?? {}).filter((key) => ['state', 'presenting', 'laser'].includes(key))).toEqual([]);
  });
});
