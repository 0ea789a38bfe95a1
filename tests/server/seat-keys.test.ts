import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BoardSummary, Council, Seat } from '#shared/protocol/api.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import type { Person } from '../support/server.ts';
import { openRaw, openRoom, type SyncClient, until } from '../support/sync-client.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';

describe('keys to seats', () => {
  let server: LiveServer;
  let convenor: Person;
  let council: Council;
  let board: BoardSummary;
  const clients: SyncClient[] = [];
  const open = async (person: Person): Promise<SyncClient> => {
    const client = openRoom(person, `board/${board.id}`);
    clients.push(client);
    await client.synced();
    return client;
  };
  const key = async (person: Person, seat: string): Promise<string> =>
    (await person.ask<{ secret: string }>('POST', `/api/councils/${council.id}/seats/${seat}/key`)).secret;
  const use = (person: Person, secret: string) => person.request('POST', '/api/join', { secret });

  beforeAll(async () => {
    server = await startLiveServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    convenor = server.person();
    council = await convenor.createCouncil();
    board = await convenor.createBoard(council.id);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
  });

  it('SEATKEY-1 moves a seat to another browser as it is, and sends the old one away', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'presenter');
    const old = await open(person);
    old.doc.getMap('meta').set('subtitle', 'from the first device');
    await old.allSaved();
    const { ticket } = await person.ask<{ ticket: string }>('POST', '/api/ticket', { board: board.id });
    const secret = await key(person, mine.seat);
    const next = server.person();
    expect(await next.ask('POST', '/api/join', { secret })).toEqual({ councilId: council.id });
    await until(() => old.closed() === CLOSE.revoked.code, 'the old page');
    const { role, alias, who, seat } = await next.council(council.id);
    expect({ role, alias, who, seat }).toEqual({
      role: 'presenter',
      alias: mine.alias,
      who: mine.who,
      seat: mine.seat,
    });
    expect((await person.request('GET', `/api/councils/${council.id}`)).status).toBe(404);
    const protocols = ['board.v1', `ticket.${ticket}`];
    expect((await openRaw(person, `board/${board.id}`, { protocols }).closed).code).toBe(CLOSE.revoked.code);
    // The same document goes on under the same client id: it belongs to the seat.
    const again = openRoom(next, `board/${board.id}`, { doc: old.doc });
    clients.push(again);
    await again.synced();
    again.doc.getMap('meta').set('subtitle', 'from the second device');
    await again.allSaved();
  });

  it('SEATKEY-2 a key works once, also for who has the seat already, and is stored as a hash only', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'respondent');
    const secret = await key(person, mine.seat);
    const stored = [server.data, `${server.data}-wal`].filter(existsSync).map((file) => readFileSync(file, 'latin1'));
    expect(stored.join('')).not.toContain(secret);
    const client = await open(person);
    expect((await use(person, secret)).status).toBe(200);
    expect(await use(server.person(), secret)).toMatchObject({ status: 404, body: { error: 'link-invalid' } });
    expect((await person.council(council.id)).seat).toBe(mine.seat);
    expect(client.closed()).toBeNull();
  });

  it('SEATKEY-3 nobody takes the seat of somebody else, whose silent comments and votes it holds: not even a convenor', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'respondent');
    const at = (seat: string): string => `/api/councils/${council.id}/seats/${seat}/key`;
    expect((await person.request('POST', at(council.seat))).status).toBe(403);
    expect((await convenor.request('POST', at('nobody'))).status).toBe(404);
    expect((await server.person().request('POST', at(mine.seat))).status).toBe(401);
    expect(await convenor.request('POST', at(mine.seat))).toMatchObject({
      status: 403,
      body: { error: 'not-own-seat' },
    });
  });

  it('SEATKEY-4 five keys are open at most, and none outlives its seat', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'respondent');
    const secrets: string[] = [];
    for (let n = 0; n < 6; n += 1) secrets.push(await key(person, mine.seat));
    const statuses: number[] = [];
    for (const secret of secrets.slice(0, 2)) statuses.push((await use(server.person(), secret)).status);
    expect(statuses).toEqual([404, 200]);
    await convenor.ask('DELETE', `/api/councils/${council.id}/seats/${mine.seat}`);
    expect((await use(server.person(), secrets[5] as string)).status).toBe(404);
  });

  it('SEATKEY-5 who had another seat there loses it, but never the only convenor', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'presenter');
    const { person: other, mine: theirs } = await server.join(convenor, council.id, 'respondent');
    const client = await open(other);
    const secret = await key(person, mine.seat);
    expect(await use(convenor, secret)).toMatchObject({ status: 409, body: { error: 'last-convenor' } });
    expect((await use(other, secret)).status).toBe(200);
    await until(() => client.closed() === CLOSE.revoked.code, 'the page with the other seat');
    expect((await other.council(council.id)).seat).toBe(mine.seat);
    const seats = await convenor.ask<Seat[]>('GET', `/api/councils/${council.id}/seats`);
    expect(seats.map(({ id }) => id)).not.toContain(theirs.seat);
    expect((await person.request('GET', `/api/councils/${council.id}`)).status).toBe(404);
  });

  it('SEATKEY-6 a lowered seat stays lowered where it moves to', async () => {
    const { secret } = await convenor.createLink(council.id, 'presenter');
    const person = server.person();
    await person.ask('POST', '/api/join', { secret });
    const { seat } = await person.council(council.id);
    await convenor.ask('PATCH', `/api/councils/${council.id}/seats/${seat}`, { role: 'observer' });
    const next = server.person();
    await use(next, await key(person, seat));
    await use(next, secret);
    expect((await next.council(council.id)).role).toBe('observer');
  });
});
