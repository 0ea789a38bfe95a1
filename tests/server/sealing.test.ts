import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { BoardSummary, Council, History, Link, Seat } from '#shared/protocol/api.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { forgetPeople, sealCouncil } from '../../server/council/ending.ts';
import type { Person } from '../support/server.ts';
import { openRaw, openRoom, type SyncClient, until } from '../support/sync-client.ts';
import { closings, type LiveServer, type LiveServerOptions, startLiveServer } from './live-server.ts';

const DAY = 24 * 3600_000;
const MARK = 'Zebra-7731';

describe('the end of a council', () => {
  const servers: LiveServer[] = [];
  const clients: SyncClient[] = [];
  const start = async (options?: LiveServerOptions): Promise<LiveServer> => {
    const server = await startLiveServer(options);
    servers.push(server);
    return server;
  };
  const open = async (person: Person, room: string): Promise<SyncClient> => {
    const client = openRoom(person, room);
    clients.push(client);
    await client.synced();
    return client;
  };
  const council = async (server: LiveServer): Promise<{ convenor: Person; council: Council; board: BoardSummary }> => {
    const convenor = server.person();
    const made = await convenor.createCouncil();
    return { convenor, council: made, board: await convenor.createBoard(made.id) };
  };
  const stored = (server: LiveServer): string =>
    ['', '-wal', '-shm']
      .map((end) => `${server.data}${end}`)
      .filter(existsSync)
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n');

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    for (const server of servers.splice(0)) await server.close();
  });

  it('SEAL-7 sealing closes links and keys with a sentence, makes open boards read-only, and keeps the seats', async () => {
    const server = await start();
    const { convenor, council: made, board } = await council(server);
    const link = await convenor.createLink(made.id, 'respondent');
    const { person, mine } = await server.join(convenor, made.id, 'presenter');
    const { secret: key } = await person.ask<{ secret: string }>(
      'POST',
      `/api/councils/${made.id}/seats/${mine.seat}/key`,
    );
    const { ticket } = await person.ask<{ ticket: string }>('POST', '/api/ticket', { board: board.id });
    const client = await open(person, `board/${board.id}`);
    const codes = closings(client);
    const deleteAt = Date.now() + 30 * DAY;
    await sealCouncil(server.services, made.id, {
      deleteAt,
      session: { put: [{ kind: 'recap', id: '1', data: '{}' }], remove: [] },
    });
    await until(() => codes.length === 1, 'the close');
    expect(codes).toEqual([CLOSE.restart.code]);
    for (const one of [person, server.person()]) {
      expect(await one.request('POST', '/api/join', { secret: link.secret })).toMatchObject({
        status: 410,
        body: {
          error: 'link-closed',
          sentence: 'This council has ended and its links are closed. Ask the convenor for the recap.',
        },
      });
    }
    expect((await server.person().request('POST', '/api/join', { secret: key })).status).toBe(404);
    const late = openRaw(server.person(), `board/${board.id}`, { protocols: ['board.v1', `ticket.${ticket}`] });
    expect((await late.closed).code).toBe(CLOSE.revoked.code);
    expect(await convenor.request('POST', `/api/councils/${made.id}/links`, { role: 'observer' })).toMatchObject({
      status: 403,
      body: { error: 'sealed' },
    });
    expect(await person.council(made.id)).toMatchObject({
      phase: 'sealed',
      seat: mine.seat,
      deleteAt: new Date(deleteAt).toISOString(),
    });
    const links = await convenor.ask<Link[]>('GET', `/api/councils/${made.id}/links`);
    expect(links.map(({ closedAt }) => typeof closedAt)).toEqual(['string', 'string']);
    expect(await server.storage.sessionItems(made.id)).toHaveLength(1);
  });

  it('SEAL-8 the convenor moves the day of deletion; when it comes nothing is left of the council', async () => {
    let now = Date.now();
    const server = await start({ now: () => now });
    const { convenor, council: made, board } = await council(server);
    const { person } = await server.join(convenor, made.id, 'presenter');
    const kept = await council(server);
    const at = `/api/councils/${made.id}`;
    const soon = new Date(now + 2 * DAY).toISOString();
    expect((await person.request('PATCH', at, { deleteAt: soon })).status).toBe(403);
    expect((await convenor.request('PATCH', at, { deleteAt: new Date(now - 1).toISOString() })).status).toBe(400);
    expect((await convenor.request('PATCH', at, {})).status).toBe(400);
    expect(await convenor.ask<Council>('PATCH', at, { deleteAt: soon })).toMatchObject({
      deleteAt: soon,
      title: made.title,
    });
    const { data } = server;
    now += DAY;
    const before = await start({ now: () => now, data });
    expect(await before.storage.council(made.id)).not.toBeNull();
    now += DAY;
    const after = await start({ now: () => now, data });
    await expect.poll(() => after.storage.council(made.id)).toBeNull();
    expect(await after.storage.loadRoom(`board/${board.id}`)).toBeNull();
    expect(await after.storage.council(kept.council.id)).not.toBeNull();
  });

  it('SEAL-9 people can be forgotten: other names for all seats, none in the past of the boards', async () => {
    const server = await start();
    const { convenor, council: made, board } = await council(server);
    const { person, mine } = await server.join(convenor, made.id, 'presenter');
    const client = await open(person, `board/${board.id}`);
    client.doc.getMap('meta').set('subtitle', 'drawn');
    await client.allSaved();
    const past = `/api/councils/${made.id}/boards/${board.id}/history`;
    await person.ask('POST', `${past}/versions`, { title: 'Mine' });
    // Some of it in the kept past, some still in the log.
    await server.services.hub.compactNow(`board/${board.id}`);
    client.doc.getMap('meta').set('subtitle', 'drawn on');
    await client.allSaved();
    expect((await person.ask<History>('GET', past)).versions.map(({ alias }) => alias)).toEqual([mine.alias]);
    const codes = closings(client);
    await forgetPeople(server.services, made.id);
    await until(() => codes.length === 1, 'the close');
    const seats = await convenor.ask<Seat[]>('GET', `/api/councils/${made.id}/seats`);
    expect(seats.map(({ alias }) => alias).sort()).toEqual(['Reader 1', 'Reader 2']);
    const history = await convenor.ask<History>('GET', past);
    expect(history.versions.map(({ alias }) => alias)).toEqual(['']);
    expect(history.authors).toEqual([]);
    expect(history.steps.flatMap((step) => step.seats).filter((seat) => seat !== 'server')).toContain('nobody');
    const updates = await convenor.request('GET', `${past}/updates`);
    expect(`${JSON.stringify(history)}${String(updates.body)}`).not.toContain(mine.seat);
    expect(stored(server)).not.toContain(mine.alias);
    // The seat is there as a seat, and in no log.
    expect(stored(server).split(mine.seat)).toHaveLength(3);
  });

  it('SEAL-10 nothing of a deleted council is in the bytes of the data, while the server runs and boards are open', async () => {
    const server = await start();
    const { convenor, council: made, board } = await council(server);
    await convenor.ask('PATCH', `/api/councils/${made.id}`, { title: `Council ${MARK}` });
    const kept = await council(server);
    const client = await open(convenor, `board/${board.id}`);
    const map = client.doc.getMap('meta');
    // Enough that pages are split and joined, and the log is cut into history in between.
    for (let n = 0; n < 60; n += 1) {
      map.set('subtitle', `${MARK} ${n} `.repeat(1 + (n % 9)));
      if (n % 20 === 19) {
        await client.allSaved();
        await server.services.hub.compactNow(`board/${board.id}`);
      }
    }
    await client.allSaved();
    for (let n = 0; n < 40; n += 1) {
      const data = JSON.stringify({ text: `${MARK} `.repeat(1 + ((n * 7) % 50)) });
      const remove = n % 3 === 0 ? [{ kind: 'comment', id: `c${n - 2}` }] : [];
      await server.storage.writeSession(made.id, { put: [{ kind: 'comment', id: `c${n}`, data }], remove });
    }
    expect(stored(server)).toContain(MARK);
    await convenor.ask('DELETE', `/api/councils/${made.id}`);
    await until(() => client.closed() === CLOSE.deleted.code, 'the page to hear of it');
    expect(stored(server)).not.toContain(MARK);
    expect(stored(server)).not.toContain(made.id);
    expect((await kept.convenor.council(kept.council.id)).boards).toHaveLength(1);
  });
});
