import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { readBoard } from '#shared/board/read.ts';
import type { HistoryPiece } from '#shared/history/wire.ts';
import { decodeHistory } from '#shared/history/wire.ts';
import type { History, Version } from '#shared/protocol/api.ts';
import { thinHistory } from '../../server/history/history.ts';
import { openMemory } from '../../server/storage/memory.ts';
import { compact } from '../../server/sync/compaction.ts';
import { type Person, startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';
import { openRoom, type SyncClient } from '../support/sync-client.ts';

const servers: TestServer[] = [];
const clients: SyncClient[] = [];
const start = async (options?: TestServerOptions): Promise<TestServer> => {
  const server = await startTestServer(options);
  servers.push(server);
  return server;
};
const enter = async (person: Person, board: string): Promise<SyncClient> => {
  const client = openRoom(person, `board/${board}`);
  clients.push(client);
  await client.synced();
  return client;
};
let count = 0;
const editorOf = (client: SyncClient) =>
  createEditor(client.doc, {
    origin: client,
    newId: () => {
      count += 1;
      return `new-${count}`;
    },
  });

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const server of servers.splice(0)) await server.close();
});

const pathOf = (council: string, board: string): string => `/api/councils/${council}/boards/${board}/history`;

async function updates(person: Person, path: string, from = 0): Promise<HistoryPiece> {
  const response = await fetch(`${person.url}${path}/updates?from=${from}`, { headers: { cookie: person.cookie } });
  if (!response.ok) throw new Error(`${response.status}`);
  return decodeHistory(new Uint8Array(await response.arrayBuffer()));
}

/** The board after a change of the log. */
function boardAt({ state, rows }: HistoryPiece, seq: number) {
  const doc = new Y.Doc({ gc: false });
  if (state !== null) Y.applyUpdate(doc, state);
  for (const row of rows) if (row.seq <= seq) Y.applyUpdate(doc, row.data);
  expect(doc.store.pendingStructs).toBeNull();
  return readBoard(doc);
}

describe('history of a board', () => {
  it('HISTORY-11 lists who did what by alias, and every moment can be had again, what was removed included', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const presenter = await server.join(convenor, council.id, 'presenter');
    const one = await enter(convenor, board.id);
    const two = await enter(presenter, board.id);
    editorOf(one).addElement({ id: 'sales', kind: 'unit', x: 0, y: 0, name: 'Sales' });
    await one.allSaved();
    editorOf(two).addElement({ id: 'ops', kind: 'unit', x: 300, y: 0, name: 'Operations' });
    await two.allSaved();
    const path = pathOf(council.id, board.id);
    const before = (await presenter.ask<History>('GET', path)).seq;
    editorOf(one).remove(['sales']);
    await one.allSaved();

    const history = await presenter.ask<History>('GET', path);
    const aliases = history.steps.map((step) =>
      step.seats.map((seat) => history.authors.find((author) => author.seat === seat)?.alias ?? seat),
    );
    // The server made the board; the convenor's two changes are one step that ends last.
    const me = await presenter.council(council.id);
    expect(aliases).toEqual([['server'], [me.alias], [(await convenor.council(council.id)).alias]]);
    expect(history.authors.map((author) => Object.keys(author).sort())).toEqual(
      history.authors.map(() => ['alias', 'role', 'seat', 'who']),
    );
    const piece = await updates(presenter, path);
    expect([...boardAt(piece, before).elements.keys()]).toEqual(['ops', 'sales']);
    expect([...boardAt(piece, history.seq).elements.keys()]).toEqual(['ops']);
  });

  it('HISTORY-12 who only looks gets no word of it: 403 for respondent and observer, 401 without a seat, 404 for others', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const path = pathOf(council.id, board.id);
    for (const role of ['respondent', 'observer'] as const) {
      const person = await server.join(convenor, council.id, role);
      for (const [method, at] of [
        ['GET', path],
        ['GET', `${path}/updates`],
        ['POST', `${path}/versions`],
        ['PATCH', `${path}/versions/x`],
        ['DELETE', `${path}/versions/x`],
      ] as const) {
        const answer = await person.request(
          method,
          at,
          method === 'GET' || method === 'DELETE' ? undefined : { title: 'x' },
        );
        expect([role, method, answer.status, answer.body]).toEqual([
          role,
          method,
          403,
          expect.objectContaining({ error: 'forbidden' }),
        ]);
      }
    }
    expect((await server.person().request('GET', path)).status).toBe(401);
    const stranger = server.person();
    await stranger.createCouncil();
    expect((await stranger.request('GET', path)).status).toBe(404);
    expect((await convenor.request('GET', pathOf(council.id, 'none'))).status).toBe(404);
    expect((await convenor.request('GET', `${path}/updates?from=-3`)).status).toBe(400);
  });

  it('VERSION-1 a moment is named, renamed and forgotten; it keeps the board of that moment and who named it', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const path = pathOf(council.id, board.id);
    const client = await enter(convenor, board.id);
    editorOf(client).addElement({ id: 'a', kind: 'unit', x: 0, y: 0 });
    await client.allSaved();
    const version = await convenor.ask<Version>('POST', `${path}/versions`, { title: ' Before the council ' });
    editorOf(client).remove(['a']);
    await client.allSaved();
    expect(version).toMatchObject({ title: 'Before the council', alias: council.alias });
    expect([...boardAt(await updates(convenor, path), version.seq).elements.keys()]).toEqual(['a']);
    expect((await convenor.request('POST', `${path}/versions`, { title: '  ' })).status).toBe(400);
    const renamed = await convenor.ask<Version>('PATCH', `${path}/versions/${version.id}`, { title: 'First draft' });
    expect(renamed).toEqual({ ...version, title: 'First draft' });
    expect((await convenor.ask<History>('GET', path)).versions).toEqual([renamed]);
    expect((await convenor.request('DELETE', `${path}/versions/${version.id}`)).status).toBe(204);
    expect(await convenor.request('DELETE', `${path}/versions/${version.id}`)).toMatchObject({
      status: 404,
      body: { error: 'version-not-found' },
    });
  });

  it('HISTORY-13 compaction keeps every step; a copy of the board starts without a past', async () => {
    const storage = openMemory();
    const server = await start({ storage });
    const { convenor, council, board } = await server.board();
    const path = pathOf(council.id, board.id);
    const client = await enter(convenor, board.id);
    const editor = editorOf(client);
    for (let i = 0; i < 12; i += 1) editor.addElement({ id: `t${i}`, kind: 'unit', x: i, y: 0, name: `Team ${i}` });
    await client.allSaved();
    const before = await convenor.ask<History>('GET', path);
    await compact(storage, `board/${board.id}`, Date.now());
    editor.remove(['t3']);
    await client.allSaved();
    const after = await convenor.ask<History>('GET', path);
    expect(after.steps.map((step) => step.first)).toEqual(before.steps.map((step) => step.first));
    expect(after.seq).toBe(before.seq + 1);
    const piece = await updates(convenor, path);
    expect(boardAt(piece, before.seq).elements.size).toBe(12);
    expect(boardAt(piece, after.seq).elements.size).toBe(11);
    await compact(storage, `board/${board.id}`, Date.now());
    expect((await updates(convenor, path)).rows.map((row) => row.seq)).toEqual(piece.rows.map((row) => row.seq));

    const copy = await convenor.ask<{ id: string }>(
      'POST',
      `/api/councils/${council.id}/boards/${board.id}/duplicate`,
      {},
    );
    const past = await convenor.ask<History>('GET', pathOf(council.id, copy.id));
    expect([past.steps.length, past.seq]).toEqual([1, 1]);
    expect(boardAt(await updates(convenor, pathOf(council.id, copy.id)), 1).elements.has('t3')).toBe(false);
  });

  it('HISTORY-14 what is older than a day is put together, and names still find their board', async () => {
    const storage = openMemory();
    const server = await start({ storage });
    const { convenor, council, board } = await server.board();
    const path = pathOf(council.id, board.id);
    const client = await enter(convenor, board.id);
    const editor = editorOf(client);
    for (let i = 0; i < 30; i += 1) {
      editor.addElement({ id: `t${i}`, kind: 'unit', x: i, y: 0, name: `Team ${i}` });
      await client.allSaved();
      if (i === 9) await convenor.ask('POST', `${path}/versions`, { title: 'Ten teams' });
    }
    const now = Date.now();
    await compact(storage, `board/${board.id}`, now);
    expect(await thinHistory(storage, now)).toBe(0);
    expect(await thinHistory(storage, now + 25 * 3600_000)).toBe(1);
    expect(await thinHistory(storage, now + 25 * 3600_000)).toBe(0);
    const piece = await updates(convenor, path);
    expect(piece.rows.length).toBeLessThan(6);
    const { versions, seq } = await convenor.ask<History>('GET', path);
    expect(boardAt(piece, versions[0]?.seq ?? 0).elements.size).toBe(10);
    expect(boardAt(piece, seq).elements.size).toBe(30);
  });

  it('HISTORY-15 a long history is read from a kept state on, not from its beginning', async () => {
    const storage = openMemory();
    const server = await start({ storage });
    const { convenor, council, board } = await server.board();
    const path = pathOf(council.id, board.id);
    const client = await enter(convenor, board.id);
    const editor = editorOf(client);
    for (let piece = 0; piece < 3; piece += 1) {
      // Texts that are replaced are kept in the history, so that it grows while the board does not.
      for (let i = 0; i < 40; i += 1) {
        editor.addElement({
          id: `t${piece}-${i}`,
          kind: 'card',
          x: i,
          y: 0,
          name: String.fromCharCode(97 + i).repeat(9_000),
        });
      }
      await client.allSaved();
      await compact(storage, `board/${board.id}`, Date.now());
    }
    const all = await updates(convenor, path);
    expect(all.state).toBeNull();
    const { seq } = await convenor.ask<History>('GET', path);
    const late = await updates(convenor, path, seq);
    expect(late.state).not.toBeNull();
    expect(late.rows.length).toBeLessThan(all.rows.length);
    expect(boardAt(late, seq).elements.size).toBe(120);
    expect([...boardAt(late, seq).elements.keys()]).toEqual([...boardAt(all, seq).elements.keys()]);
  });

  it('HISTORY-16 what was acknowledged is in the history after a kill and a restart', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const client = await enter(convenor, board.id);
    editorOf(client).addElement({ id: 'a', kind: 'unit', x: 0, y: 0 });
    await client.allSaved();
    await convenor.ask('POST', `${pathOf(council.id, board.id)}/versions`, { title: 'Kept' });
    editorOf(client).remove(['a']);
    await client.allSaved();
    // The files as they lie on the disk at this moment, with their write-ahead log.
    const folder = mkdtempSync(join(tmpdir(), 'orgora-killed-'));
    cpSync(dirname(server.data), folder, { recursive: true });
    const again = await start({ data: join(folder, basename(server.data)) });
    const back = again.person();
    back.cookie = convenor.cookie;
    const path = pathOf(council.id, board.id);
    const history = await back.ask<History>('GET', path);
    expect(history.versions.map((version) => version.title)).toEqual(['Kept']);
    const piece = await updates(back, path);
    expect(boardAt(piece, history.versions[0]?.seq ?? 0).elements.has('a')).toBe(true);
    expect(boardAt(piece, history.seq).elements.has('a')).toBe(false);
    await again.close();
    rmSync(folder, { recursive: true });
    servers.splice(servers.indexOf(again), 1);
  });
});
