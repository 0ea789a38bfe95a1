import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { writeFile } from '#shared/board/file.ts';
import { addImage, readImages, updateImage } from '#shared/board/images.ts';
import { readBoard } from '#shared/board/read.ts';
import { readCouncilLane } from '#shared/lanes/council.ts';
import type { BoardSummary } from '#shared/protocol/api.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { ConfigError, readConfig } from '../../server/config.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const servers: TestServer[] = [];
const clients: SyncClient[] = [];
const start = async (options?: TestServerOptions): Promise<TestServer> => {
  const server = await startTestServer(options);
  servers.push(server);
  return server;
};
const open = async (...args: Parameters<typeof openRoom>): Promise<SyncClient> => {
  const client = openRoom(...args);
  clients.push(client);
  await client.synced();
  return client;
};
const named = (text: string): Y.Doc => {
  const doc = new Y.Doc();
  createEditor(doc, { origin: doc, newId: () => 'team-1' }).addElement({ kind: 'unit', x: 10, y: 20, name: text });
  return doc;
};

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const server of servers.splice(0)) await server.close();
});

describe('configuration', () => {
  it('CONFIG-1 has a default for everything on one machine', () => {
    expect(readConfig({})).toEqual({
      port: 4380,
      host: '127.0.0.1',
      data: './data/orgora.sqlite',
      createKey: null,
      origins: [],
      log: 'info',
      synchronous: 'full',
    });
  });

  it('CONFIG-2 refuses to be reachable by others without a key to create councils, in one sentence', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(ConfigError);
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(/set ORGORA_CREATE_KEY/);
    expect(readConfig({ HOST: '0.0.0.0', ORGORA_CREATE_KEY: 'long enough' }).createKey).toBe('long enough');
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['ORGORA_LOG', 'loud'],
    ['ORGORA_SYNCHRONOUS', 'off'],
    ['ORGORA_ORIGINS', 'boards.example.org'],
    ['ORGORA_CREATE_KEY', 'short'],
  ])('CONFIG-3 %s=%s is named in the refusal', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} cannot be used: set it to `));
  });

  it('CONFIG-4 origins are compared as browsers send them', () => {
    expect(readConfig({ ORGORA_ORIGINS: 'https://A.example/, http://b.example:8080' }).origins).toEqual([
      'https://a.example',
      'http://b.example:8080',
    ]);
  });
});

describe('councils and boards over HTTP', () => {
  it('API-1 asks for the create key where there is one', async () => {
    const server = await start({ env: { ORGORA_CREATE_KEY: 'open sesame' } });
    const person = server.person();
    expect(await person.ask('GET', '/api/me')).toEqual({ councils: [], createKeyNeeded: true });
    expect(await person.request('POST', '/api/councils', {})).toMatchObject({
      status: 401,
      body: { error: 'create-key-needed' },
    });
    const wrong = await person.request('POST', '/api/councils', { createKey: 'open barley' });
    expect(wrong).toMatchObject({ status: 403, body: { error: 'create-key-wrong' } });
    expect((await person.request('POST', '/api/councils', { createKey: 'open sesame' })).status).toBe(201);
  });

  it('API-2 a board is made, renamed, duplicated, deleted and brought back', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const at = `/api/councils/${council.id}/boards`;
    const client = await open(convenor, `board/${board.id}`);
    createEditor(client.doc, { origin: client, newId: () => 'team-1' }).addElement({
      kind: 'unit',
      x: 0,
      y: 0,
      name: 'Web',
    });
    const writer = { doc: client.doc, transact: <T>(run: () => T): T => client.doc.transact(run) };
    addImage(writer, 'pic', { x: 5, y: 6, w: 80, h: 60 }, PNG);
    updateImage(writer, 'pic', { opacity: 0.3, locked: true });
    await client.allSaved();

    await convenor.ask('PATCH', `${at}/${board.id}`, { title: 'As it is' });
    await until(() => client.doc.getMap('meta').get('title') === 'As it is', 'the new title on the board');
    const copy = await convenor.ask<BoardSummary>('POST', `${at}/${board.id}/duplicate`, {});
    expect(copy.title).toBe('Copy of As it is');
    const twin = await open(convenor, `board/${copy.id}`);
    expect(readBoard(twin.doc).elements).toEqual(readBoard(client.doc).elements);
    expect(readImages(twin.doc)).toEqual(readImages(client.doc));
    expect(readImages(twin.doc)).toMatchObject([{ id: 'pic', x: 5, opacity: 0.3, locked: true }]);

    await convenor.ask('DELETE', `${at}/${board.id}`);
    await until(() => client.closed() === CLOSE.deleted.code, 'the close');
    const without = await convenor.council(council.id);
    expect(without.boards.map(({ id }) => id)).toEqual([copy.id]);
    expect(without.deleted.map(({ id }) => id)).toEqual([board.id]);
    expect((await convenor.request('PATCH', `${at}/${board.id}`, { title: 'x' })).status).toBe(404);

    await convenor.ask('POST', `${at}/${board.id}/restore`);
    const back = await open(convenor, `board/${board.id}`);
    expect(readBoard(back.doc).elements.get('team-1')?.name).toBe('Web');
  });

  it('API-3 a board is made from a board file; a file that cannot be one is refused with its reason', async () => {
    const server = await start();
    const { convenor, council } = await server.board();
    const file = writeFile(readBoard(named('Campaign team')));
    const board = await convenor.createBoard(council.id, { file, title: 'From a file' });
    const client = await open(convenor, `board/${board.id}`);
    expect(readBoard(client.doc).elements.get('team-1')?.name).toBe('Campaign team');
    expect(client.doc.getMap('meta').get('title')).toBe('From a file');

    const refused = await convenor.request('POST', `/api/councils/${council.id}/boards`, {
      file: { ...file, version: 99 },
    });
    expect(refused).toMatchObject({ status: 422, body: { error: 'bad-file' } });
    expect((refused.body as { sentence: string }).sentence).toContain('newer');
  });

  it('API-4 renaming on the board renames it in the council, live', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const lane = await open(convenor, `council/${council.id}`);
    expect(readCouncilLane(lane.doc)).toMatchObject({
      title: 'Council',
      phase: 'open',
      boards: [{ id: board.id, title: 'Board' }],
    });
    const client = await open(convenor, `board/${board.id}`);
    client.doc.getMap('meta').set('title', 'Renamed on the board');
    await until(
      () => readCouncilLane(lane.doc).boards[0]?.title === 'Renamed on the board',
      'the title in the council',
    );
    expect((await convenor.council(council.id)).boards[0]?.title).toBe('Renamed on the board');
    await convenor.ask('PATCH', `/api/councils/${council.id}`, { title: 'Winter council' });
    await until(() => readCouncilLane(lane.doc).title === 'Winter council', 'the title of the council');
    const second = await convenor.createBoard(council.id, { title: 'Second' });
    await until(() => readCouncilLane(lane.doc).boards.length === 2, 'the second board');
    await convenor.ask('DELETE', `/api/councils/${council.id}/boards/${second.id}`);
    await until(() => readCouncilLane(lane.doc).boards.length === 1, 'it gone');
  });

  it('API-5 only the server writes the lanes of council and critique, whoever asks', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    for (const room of [`council/${council.id}`, `critique/${board.id}`]) {
      const client = await open(convenor, room);
      client.doc.getMap('council').set('title', 'mine');
      await until(() => client.closed() === CLOSE.forbidden.code, room);
    }
  });

  it('API-6 the version of a board rises with its content, and its state can be read', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const client = await open(convenor, `board/${board.id}`);
    client.doc.getMap('meta').set('subtitle', 'more');
    await client.allSaved();
    const [summary] = (await convenor.council(council.id)).boards;
    expect(summary?.version).toBeGreaterThan(board.version);
    const path = `${server.url}/api/councils/${council.id}/boards/${board.id}/state`;
    const response = await fetch(path, { headers: { cookie: convenor.cookie } });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    expect(doc.getMap('meta').get('subtitle')).toBe('more');
  });

  it('API-7 deleting a council leaves nothing and closes every room', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    const client = await open(convenor, `board/${board.id}`);
    await convenor.ask('DELETE', `/api/councils/${council.id}`);
    await until(() => client.closed() === CLOSE.deleted.code, 'the close');
    expect((await convenor.request('GET', `/api/councils/${council.id}`)).status).toBe(404);
    expect(await convenor.ask('GET', '/api/me')).toMatchObject({ councils: [] });
  });

  it('API-8 a person alone is in a council that does not say so, until somebody joins', async () => {
    const server = await start();
    const person = server.person();
    const council = await person.createCouncil({ alone: true });
    expect(council.alone).toBe(true);
    await server.join(person, council.id, 'presenter');
    expect((await person.council(council.id)).alone).toBe(false);
  });

  it.each([
    ['POST', '/api/join', {}],
    ['POST', '/api/join', { secret: 5 }],
    ['POST', '/api/ticket', { board: ['x'] }],
    ['POST', '/api/councils', { title: 'x'.repeat(300) }],
  ])('API-9 %s %s with a body that does not fit says what is wrong', async (method, path, body) => {
    const server = await start();
    const answer = await server.person().request(method, path, body);
    expect(answer).toMatchObject({ status: 400, body: { error: 'bad-request' } });
    expect((answer.body as { sentence: string }).sentence).toMatch(/^The request cannot be used: /);
  });

  it('API-10 too many tries to join from one address are put off', async () => {
    const server = await start({ requests: { joinPerMinute: 3, loopbackFree: false } });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1)
      statuses.push((await server.person().request('POST', '/api/join', { secret: 'x' })).status);
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
  });

  it('API-11 health, readiness and figures answer, and tell nothing of what people do', async () => {
    const server = await start();
    const { convenor, council, board } = await server.board();
    await open(convenor, `board/${board.id}`);
    const person = server.person();
    expect((await person.request('GET', '/healthz')).status).toBe(200);
    expect((await person.request('GET', '/readyz')).status).toBe(200);
    const metrics = String((await person.request('GET', '/metrics')).body);
    expect(metrics).toMatch(/^orgora_sockets 1$/m);
    expect(metrics).not.toContain(board.id);
    expect(metrics).not.toContain(council.id);
  });
});

describe('the built client', () => {
  it('STATIC-1 pages share one document that is asked for anew, files with a hash are kept, nothing is from elsewhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orgora-client-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Orgora</title>');
    writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
    const server = await start({ clientFolder: folder });
    const person = server.person();
    for (const path of ['/', '/c/abc', '/c/abc/b/def', '/join']) {
      const page = await person.request('GET', path);
      expect(page.status, path).toBe(200);
      expect(page.body).toContain('<title>Orgora');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain(`ws://${new URL(server.url).host}`);
    }
    const script = await person.request('GET', '/assets/app-1a2b.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await person.request('GET', '/assets/none.js')).status).toBe(404);
    expect(await person.request('GET', '/api/none')).toMatchObject({ status: 404, body: { error: 'not-found' } });
    rmSync(folder, { recursive: true });
  });
});
