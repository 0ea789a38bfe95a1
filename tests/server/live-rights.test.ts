import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BoardSummary, Council, Seat } from '#shared/protocol/api.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import type { RightsIn } from '../../server/sync/rights.ts';
import type { Person } from '../support/server.ts';
import { openRaw, openRoom, type SyncClient, until } from '../support/sync-client.ts';
import { closings, type LiveServer, startLiveServer } from './live-server.ts';

describe('rights that change while pages are open', () => {
  let server: LiveServer;
  let convenor: Person;
  let council: Council;
  let board: BoardSummary;
  let rightsIn: RightsIn;
  const clients: SyncClient[] = [];
  const open = async (person: Person, room = `board/${board.id}`): Promise<SyncClient> => {
    const client = openRoom(person, room);
    clients.push(client);
    await client.synced();
    return client;
  };
  const say = (client: SyncClient, text: string): void => {
    client.doc.getMap('meta').set('subtitle', text);
  };
  const seatAt = (seat: string): string => `/api/councils/${council.id}/seats/${seat}`;

  beforeAll(async () => {
    server = await startLiveServer();
    ({ rightsIn } = server.services);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    convenor = server.person();
    council = await convenor.createCouncil();
    board = await convenor.createBoard(council.id);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
    server.services.hub.rights.rightsIn = rightsIn;
    Object.assign(server.services, { rightsIn });
  });

  it('LIVE-1 who may write no more comes back at once and may only look; who only looked is not disturbed', async () => {
    const { person } = await server.join(convenor, council.id, 'presenter');
    const { person: reader } = await server.join(convenor, council.id, 'respondent');
    const [drawing, reading] = [await open(person), await open(reader)];
    const [drawn, read] = [closings(drawing), closings(reading)];
    await server.stand(council.id, 'sealed');
    await until(() => drawn.length === 1, 'the close');
    await drawing.synced();
    expect(drawn).toEqual([CLOSE.restart.code]);
    say(drawing, 'too late');
    await until(() => drawing.closed() === CLOSE.forbidden.code, 'the refusal');
    expect(read).toEqual([]);
    expect(reading.doc.getMap('meta').has('subtitle')).toBe(false);
  });

  it('LIVE-2 while a session runs a presenter writes on the own board alone', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'presenter');
    const other = await convenor.createBoard(council.id);
    const [own, foreign] = [await open(person), await open(person, `board/${other.id}`)];
    const [kept, sent] = [closings(own), closings(foreign)];
    const owners = new Map([
      [board.id, mine.seat],
      [other.id, council.seat],
    ]);
    await server.stand(council.id, 'opinions', { running: true, owners });
    await until(() => sent.length === 1, 'the close');
    await foreign.synced();
    say(own, 'mine');
    await own.allSaved();
    say(foreign, 'not mine');
    await until(() => foreign.closed() === CLOSE.forbidden.code, 'the refusal');
    expect(kept).toEqual([]);
    const at = `/api/councils/${council.id}/boards`;
    expect(await person.request('PATCH', `${at}/${other.id}`, { title: 'Taken' })).toMatchObject({
      status: 409,
      body: { error: 'session-refused' },
    });
    expect((await person.request('PATCH', `${at}/${board.id}`, { title: 'Renamed' })).status).toBe(200);
    expect((await person.request('GET', `${at}/${other.id}/history`)).status).toBe(409);
  });

  it('LIVE-3 who may no longer look is off at once, and is let in nowhere', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'respondent');
    const client = await open(person);
    const without: RightsIn = (seat, ...rest) => (seat.id === mine.seat ? null : rightsIn(seat, ...rest));
    server.services.hub.rights.rightsIn = without;
    Object.assign(server.services, { rightsIn: without });
    await server.services.hub.rightsChanged(council.id);
    await until(() => client.closed() === CLOSE.revoked.code, 'the close');
    expect((await openRaw(person, `board/${board.id}`).closed).code).toBe(CLOSE.forbidden.code);
  });

  it('LIVE-4 rights that change while a socket comes in are those it has', async () => {
    const { person } = await server.join(convenor, council.id, 'presenter');
    let asked = 0;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((done) => {
      go = done;
    });
    const slow: RightsIn = async (...args) => {
      const rights = await rightsIn(...args);
      asked += 1;
      await gate;
      return rights;
    };
    Object.assign(server.services, { rightsIn: slow });
    const socket = openRoom(person, `board/${board.id}`);
    clients.push(socket);
    await until(() => asked === 1, 'the first question');
    await server.stand(council.id, 'sealed');
    go();
    await socket.synced();
    say(socket, 'with the rights of before');
    await until(() => socket.closed() === CLOSE.forbidden.code, 'the refusal');
  });

  it('LIVE-5 another role is felt at once on every open page, with an alias of its kind', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'respondent');
    const client = await open(person);
    const codes = closings(client);
    const raised = await convenor.ask<Seat>('PATCH', seatAt(mine.seat), { role: 'presenter' });
    expect(raised).toMatchObject({ role: 'presenter', alias: 'Org B', id: mine.seat });
    await until(() => codes.length === 1, 'the close');
    await client.synced();
    say(client, 'by a presenter');
    await client.allSaved();
    expect(await person.council(council.id)).toMatchObject({ role: 'presenter', alias: 'Org B', who: mine.who });

    const lowered = await convenor.ask<Seat>('PATCH', seatAt(mine.seat), { role: 'scribe' });
    expect(lowered).toMatchObject({ role: 'scribe', alias: 'Guest 1' });
    await until(() => codes.length === 2, 'the second close');
    await client.synced();
    expect(codes).toEqual([CLOSE.restart.code, CLOSE.restart.code]);
    say(client, 'by a scribe');
    await until(() => client.closed() === CLOSE.forbidden.code, 'the refusal');
  });

  it('LIVE-6 whose role was lowered is not raised again by a link of that time', async () => {
    const { secret } = await convenor.createLink(council.id, 'presenter');
    const person = server.person();
    await person.ask('POST', '/api/join', { secret });
    const { seat } = await person.council(council.id);
    await convenor.ask('PATCH', seatAt(seat), { role: 'observer' });
    await person.ask('POST', '/api/join', { secret });
    expect((await person.council(council.id)).role).toBe('observer');
    const fresh = await convenor.createLink(council.id, 'respondent');
    await person.ask('POST', '/api/join', { secret: fresh.secret });
    expect((await person.council(council.id)).role).toBe('respondent');
  });

  it('LIVE-7 a council keeps a convenor, and nobody else changes roles', async () => {
    const { person, mine } = await server.join(convenor, council.id, 'presenter');
    const own = seatAt(council.seat);
    expect(await convenor.request('PATCH', own, { role: 'presenter' })).toMatchObject({
      status: 409,
      body: { error: 'last-convenor' },
    });
    expect((await person.request('PATCH', seatAt(mine.seat), { role: 'convenor' })).status).toBe(403);
    expect((await convenor.request('PATCH', seatAt(mine.seat), { role: 'challenger' })).status).toBe(400);
    expect((await convenor.request('PATCH', seatAt('nobody'), { role: 'scribe' })).status).toBe(404);
    await convenor.ask('PATCH', seatAt(mine.seat), { role: 'convenor' });
    const both = await Promise.all([
      convenor.request('PATCH', seatAt(mine.seat), { role: 'presenter' }),
      person.request('PATCH', own, { role: 'presenter' }),
    ]);
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect((await server.storage.seats(council.id)).filter(({ role }) => role === 'convenor')).toHaveLength(1);
  });
});
