import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardSummary, Council, Link, Me, NewLink, Seat } from '#shared/protocol/api.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { type Person, startTestServer, type TestServer } from '../support/server.ts';
import { openRaw, openRoom, type SyncClient, syncMessage, until } from '../support/sync-client.ts';

describe('seats and links', () => {
  let server: TestServer;
  let convenor: Person;
  let council: Council;
  let board: BoardSummary;
  const clients: SyncClient[] = [];
  const open = async (person: Person, room = `board/${board.id}`): Promise<SyncClient> => {
    const client = openRoom(person, room);
    clients.push(client);
    await client.synced();
    return client;
  };
  const seats = (): Promise<Seat[]> => convenor.ask('GET', `/api/councils/${council.id}/seats`);

  beforeEach(async () => {
    server = await startTestServer();
    ({ convenor, council, board } = await server.board());
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await server.close();
  });

  it('SEAT-1 who makes a council is its convenor, in a cookie no script and no other site can use', async () => {
    const person = server.person();
    const answer = await person.request('POST', '/api/councils', { title: 'Autumn council' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      title: 'Autumn council',
      role: 'convenor',
      alias: 'Org A',
      who: 'a',
      boards: [],
    });
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toContain('Secure');
    const secure = await server.person().request('POST', '/api/councils', {}, { 'x-forwarded-proto': 'https' });
    expect(secure.headers.getSetCookie()[0]).toContain('Secure');
    expect(await person.ask<Me>('GET', '/api/me')).toMatchObject({
      councils: [{ title: 'Autumn council', role: 'convenor' }],
    });
  });

  it('SEAT-2 a link gives a seat of its role, an alias and colours from the server', async () => {
    const aliases: string[] = [];
    for (const role of ['presenter', 'respondent', 'respondent', 'observer'] as const) {
      const person = await server.join(convenor, council.id, role);
      const mine = await person.council(council.id);
      expect(mine.role).toBe(role);
      aliases.push(`${mine.alias} ${mine.who}`);
    }
    expect(aliases).toEqual(['Org B b', 'Guest 1 c', 'Guest 2 d', 'Guest 3 e']);
  });

  it('SEAT-3 people who join at the same moment do not get the same alias', async () => {
    const { secret } = await convenor.createLink(council.id, 'respondent');
    const people = Array.from({ length: 12 }, () => server.person());
    await Promise.all(people.map((person) => person.ask('POST', '/api/join', { secret })));
    expect(new Set((await seats()).map((seat) => seat.alias)).size).toBe(13);
  });

  it('SEAT-4 the same session keeps its seat; a stronger link raises it, a weaker one changes nothing', async () => {
    const person = await server.join(convenor, council.id, 'respondent');
    const before = await person.council(council.id);
    const presenter = await convenor.createLink(council.id, 'presenter');
    const observer = await convenor.createLink(council.id, 'observer');
    await person.ask('POST', '/api/join', { secret: observer.secret });
    expect((await person.council(council.id)).role).toBe('respondent');
    await person.ask('POST', '/api/join', { secret: presenter.secret });
    const after = await person.council(council.id);
    expect(after).toMatchObject({ seat: before.seat, role: 'presenter', alias: 'Org B', who: before.who });
  });

  it('SEAT-5 a raised seat may draw without opening the page anew', async () => {
    const person = await server.join(convenor, council.id, 'respondent');
    const client = await open(person);
    const { secret } = await convenor.createLink(council.id, 'presenter');
    await person.ask('POST', '/api/join', { secret });
    await until(() => !client.provider.synced, 'the old socket to close');
    await client.synced();
    client.doc.getMap('meta').set('subtitle', 'by a presenter');
    await client.allSaved();
  });

  it('SEAT-6 a wrong secret opens nothing', async () => {
    const { secret } = await convenor.createLink(council.id, 'presenter');
    for (const wrong of ['', 'x', `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`, 'A'.repeat(43)]) {
      const person = server.person();
      const answer = await person.request('POST', '/api/join', { secret: wrong });
      expect(answer).toMatchObject({ status: 404, body: { error: 'link-invalid' } });
      expect(person.cookie).toBe('');
    }
  });

  it('SEAT-7 a link tells its secret once; what is stored and listed does not have it', async () => {
    const link = await convenor.createLink(council.id, 'presenter');
    const listed = await convenor.ask<Link[]>('GET', `/api/councils/${council.id}/links`);
    expect(listed).toMatchObject([{ id: link.id, role: 'presenter', seats: 0 }]);
    expect(JSON.stringify(listed)).not.toContain(link.secret);
    const { readFileSync, existsSync } = await import('node:fs');
    const stored = [server.data, `${server.data}-wal`]
      .filter(existsSync)
      .map((file) => readFileSync(file, 'latin1'))
      .join('');
    expect(stored).toContain(link.id);
    expect(stored).not.toContain(link.secret);
    expect(stored).not.toContain(convenor.cookie.split('=')[1]);
  });

  it('SEAT-8 a revoked seat is off every room at once and finds nothing when it returns', async () => {
    const person = await server.join(convenor, council.id, 'presenter');
    const client = await open(person);
    const second = await open(person, `council/${council.id}`);
    const seat = (await seats()).find(({ alias }) => alias === 'Org B');
    expect(seat?.online).toBe(true);
    await convenor.ask('DELETE', `/api/councils/${council.id}/seats/${seat?.id}`);
    await until(() => client.closed() === CLOSE.revoked.code && second.closed() === CLOSE.revoked.code, 'the close');
    expect((await person.request('GET', `/api/councils/${council.id}`)).status).toBe(404);
    expect((await openRaw(person, `board/${board.id}`).closed).code).toBe(CLOSE.revoked.code);
  });

  it('SEAT-9 removing a link removes the seats that came by it, and the link works no more', async () => {
    const link = await convenor.createLink(council.id, 'respondent');
    const [one, two] = [server.person(), server.person()];
    await one.ask('POST', '/api/join', { secret: link.secret });
    const other = await server.join(convenor, council.id, 'respondent');
    const client = await open(one);
    await convenor.ask('DELETE', `/api/councils/${council.id}/links/${link.id}`);
    await until(() => client.closed() === CLOSE.revoked.code, 'the close');
    expect((await two.request('POST', '/api/join', { secret: link.secret })).status).toBe(404);
    expect((await other.council(council.id)).role).toBe('respondent');
  });

  it('SEAT-18 whose seat was removed stays out with every link of that time, and comes back with a new one', async () => {
    const link = await convenor.createLink(council.id, 'presenter');
    const weaker = await convenor.createLink(council.id, 'observer');
    const person = server.person();
    await person.ask('POST', '/api/join', { secret: link.secret });
    const seat = (await seats()).find(({ link: by }) => by === link.id);
    await convenor.ask('DELETE', `/api/councils/${council.id}/seats/${seat?.id}`);
    for (const { secret } of [link, weaker]) {
      const answer = await person.request('POST', '/api/join', { secret });
      expect(answer).toMatchObject({ status: 403, body: { error: 'seat-removed' } });
    }
    expect((await person.request('GET', `/api/councils/${council.id}`)).status).toBe(404);
    expect(await seats()).not.toContainEqual(expect.objectContaining({ link: link.id }));

    await server.person().ask('POST', '/api/join', { secret: link.secret });
    const fresh = await convenor.createLink(council.id, 'observer');
    await person.ask('POST', '/api/join', { secret: fresh.secret });
    await person.ask('POST', '/api/join', { secret: link.secret });
    expect((await person.council(council.id)).role).toBe('observer');
  });

  it('SEAT-10 nobody revokes themselves by mistake', async () => {
    const mine = (await seats()).find((seat) => seat.mine);
    const answer = await convenor.request('DELETE', `/api/councils/${council.id}/seats/${mine?.id}`);
    expect(answer).toMatchObject({ status: 409, body: { error: 'own-seat' } });
  });

  it.each(['respondent', 'observer'] as const)(
    'SEAT-11 a %s reads, shows a cursor, and changes nothing on the wire',
    async (role) => {
      const person = await server.join(convenor, council.id, role);
      const client = await open(person);
      const host = await open(convenor);
      client.awareness.setLocalState({ cursor: { x: 5, y: 5 } });
      await until(() => host.awareness.getStates().has(client.doc.clientID), 'the cursor');
      expect(client.sent()).toBe(0);
      client.doc.getMap('meta').set('subtitle', 'not mine to write');
      await until(() => client.closed() === CLOSE.forbidden.code, 'the close');
      host.doc.getMap('meta').set('state', 'as-is');
      await host.allSaved();
      const fresh = await open(convenor);
      expect(fresh.doc.getMap('meta').toJSON()).toMatchObject({ title: 'Board', state: 'as-is' });
      expect(fresh.doc.getMap('meta').has('subtitle')).toBe(false);
      for (const step of [1, 2] as const) {
        const raw = openRaw(person, `board/${board.id}`);
        await raw.opened;
        raw.send(syncMessage(step, new Uint8Array([0, 0])));
        expect((await raw.closed).code).toBe(CLOSE.forbidden.code);
      }
    },
  );

  it.each([
    ['PATCH', '', { title: 'Mine' }],
    ['DELETE', '', undefined],
    ['GET', '/links', undefined],
    ['POST', '/links', { role: 'convenor' }],
    ['GET', '/seats', undefined],
  ])('SEAT-12 a presenter may not %s /api/councils/:id%s', async (method, path, body) => {
    const presenter = await server.join(convenor, council.id, 'presenter');
    const answer = await presenter.request(method, `/api/councils/${council.id}${path}`, body);
    expect(answer).toMatchObject({ status: 403, body: { error: 'forbidden' } });
  });

  it('SEAT-13 a respondent may not make, rename, duplicate or delete boards; a presenter may, but not delete', async () => {
    const respondent = await server.join(convenor, council.id, 'respondent');
    const presenter = await server.join(convenor, council.id, 'presenter');
    const at = `/api/councils/${council.id}/boards`;
    const calls = [
      ['POST', at],
      ['PATCH', `${at}/${board.id}`],
      ['POST', `${at}/${board.id}/duplicate`],
      ['DELETE', `${at}/${board.id}`],
    ] as const;
    const statuses = async (person: Person): Promise<number[]> => {
      const found: number[] = [];
      for (const [method, path] of calls) {
        const body = method === 'DELETE' ? undefined : { title: 'Next' };
        found.push((await person.request(method, path, body)).status);
      }
      return found;
    };
    expect(await statuses(respondent)).toEqual([403, 403, 403, 403]);
    expect(await statuses(presenter)).toEqual([201, 200, 201, 403]);
  });

  it('SEAT-14 a council is nothing to somebody of another council', async () => {
    const stranger = server.person();
    await stranger.createCouncil();
    expect((await stranger.request('GET', `/api/councils/${council.id}`)).status).toBe(404);
    expect((await stranger.request('GET', `/api/councils/${council.id}/boards/${board.id}/state`)).status).toBe(404);
    for (const room of [`board/${board.id}`, `council/${council.id}`, `critique/${board.id}`]) {
      expect((await openRaw(stranger, room).closed).code, room).toBe(CLOSE.missing.code);
    }
    expect((await openRaw(server.person(), `board/${board.id}`).closed).code).toBe(CLOSE.revoked.code);
  });

  it('SEAT-15 requests of another site change nothing', async () => {
    const foreign = { origin: 'https://elsewhere.example' };
    const answer = await convenor.request('PATCH', `/api/councils/${council.id}`, { title: 'Taken' }, foreign);
    expect(answer).toMatchObject({ status: 403, body: { error: 'foreign-origin' } });
    const silent = await convenor.request('DELETE', `/api/councils/${council.id}`, undefined, {
      'sec-fetch-site': 'cross-site',
    });
    expect(silent.status).toBe(403);
    expect((await convenor.council(council.id)).title).toBe('Council');
    const own = await convenor.request(
      'PATCH',
      `/api/councils/${council.id}`,
      { title: 'Ours' },
      { origin: server.url },
    );
    expect(own.status).toBe(200);
  });

  it('SEAT-16 a ticket opens one socket to its board, once', async () => {
    const { ticket } = await convenor.ask<{ ticket: string }>('POST', '/api/ticket', { board: board.id });
    const nobody = server.person();
    const protocols = ['board.v1', `ticket.${ticket}`];
    const wrongRoom = openRaw(nobody, `council/${council.id}`, { protocols });
    expect((await wrongRoom.closed).code).toBe(CLOSE.revoked.code);
    const next = await convenor.ask<{ ticket: string }>('POST', '/api/ticket', { board: board.id });
    const once = ['board.v1', `ticket.${next.ticket}`];
    const first = openRaw(nobody, `board/${board.id}`, { protocols: once });
    await first.opened;
    expect(first.socket.protocol).toBe('board.v1');
    await until(() => first.frames.length > 0, 'the welcome');
    first.close();
    const second = openRaw(nobody, `board/${board.id}`, { protocols: once });
    expect((await second.closed).code).toBe(CLOSE.revoked.code);
  });

  it('SEAT-17 links of a council, not of another, can be removed', async () => {
    const stranger = server.person();
    const theirs = await stranger.createCouncil();
    const link: NewLink = await stranger.createLink(theirs.id, 'presenter');
    const answer = await convenor.request('DELETE', `/api/councils/${council.id}/links/${link.id}`);
    expect(answer.status).toBe(404);
    expect((await server.person().request('POST', '/api/join', { secret: link.secret })).status).toBe(200);
  });
});
