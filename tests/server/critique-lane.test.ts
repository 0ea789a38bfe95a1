import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEditor } from '#shared/board/edit.ts';
import type { Digest } from '#shared/critique/digest.ts';
import type { People } from '#shared/critique/public.ts';
import { readCritiqueLane } from '#shared/lanes/critique.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { openMemory } from '../../server/storage/memory.ts';
import { type Person, startTestServer, type TestServer } from '../support/server.ts';
import {
  comment,
  type Seated,
  type SessionCouncil,
  seatedIn,
  sessionCouncil,
  startSession,
} from '../support/session-council.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

describe('the lanes of a session', () => {
  let server: TestServer;
  let council: SessionCouncil;
  let presenter: Seated;
  let respondent: Seated;
  let slots: readonly string[] = [];
  let board = '';
  let other = '';
  const clients: SyncClient[] = [];

  const open = (person: Person, room: string): SyncClient => {
    const client = openRoom(person, room);
    clients.push(client);
    return client;
  };
  const names = (client: SyncClient): readonly unknown[] =>
    [...client.doc.getMap<unknown>('elements').keys()].toSorted();

  beforeAll(async () => {
    server = await startTestServer({ requests: { commandBurst: 1_000 } });
    council = await sessionCouncil(server, 2);
    [board, other] = council.boards.map(({ id }) => id) as [string, string];
    presenter = await council.join('presenter');
    respondent = await council.join('respondent');
    const drawing = open(presenter.person, `board/${board}`);
    await drawing.synced();
    const editor = createEditor(drawing.doc, { origin: drawing, newId: () => 'unused', mayEditLocked: true });
    editor.addElement({ id: 'boss', kind: 'unit', name: 'Marketing', x: 0, y: 0 });
    editor.addElement({ id: 'team', kind: 'unit', name: 'Operations', x: 0, y: 200, boss: 'boss' });
    await drawing.allSaved();
    slots = await startSession(council, [presenter, council.convenor]);
    await council.goTo('works', slots[0]);
  });
  afterAll(async () => {
    for (const client of clients) client.destroy();
    council.close();
    await server.close();
  });

  it('LANE-1 a comment keeps how what it stands on was drawn, with its boss', async () => {
    const anchor = { on: 'element', id: 'team', name: 'Operations', last: { x: 0, y: 200 } } as const;
    await council.done(respondent, {
      type: 'comment.add',
      comment: comment(board, 'works', 'One boss', { anchor }),
    });
    const lane = open(respondent.person, `critique/${board}`);
    await lane.synced();
    await until(() => readCritiqueLane(lane.doc).length === 1, 'the comment');
    const file = JSON.stringify(readCritiqueLane(lane.doc)[0]?.frozen?.file);
    expect(file).toContain('Operations');
    expect(file).toContain('Marketing');
    expect(file).toContain('reports');
  });

  it('LANE-2 who comes late is told what changed on the board since its turn began', async () => {
    const drawing = open(presenter.person, `board/${board}`);
    await drawing.synced();
    createEditor(drawing.doc, { origin: drawing, newId: () => 'unused' }).addElement({
      id: 'late',
      kind: 'unit',
      name: 'Data office',
      x: 300,
      y: 200,
    });
    await drawing.allSaved();
    const digest = await respondent.person.ask<Digest>(
      'GET',
      `/api/councils/${council.id}/session/digest?board=${board}`,
    );
    expect(digest).toMatchObject({
      phase: 'works',
      board,
      presenter: { alias: presenter.alias },
      counts: { works: 1 },
    });
    expect(digest.changed.join(' ')).toContain('Data office');
  });

  it('LANE-3 a deleted board leaves the running order and comes back when it is restored, with its comments', async () => {
    await council.done(respondent, { type: 'comment.add', comment: comment(other, 'same-here', 'On the other board') });
    const path = `/api/councils/${council.id}/boards/${other}`;
    await council.convenor.person.ask('DELETE', path);
    await until(() => council.session().slots.length === 1, 'one board less');
    await council.convenor.person.ask('POST', `${path}/restore`);
    await until(() => council.session().slots.length === 2, 'the board again');
    const lane = open(respondent.person, `critique/${other}`);
    await lane.synced();
    expect(readCritiqueLane(lane.doc).map(({ text }) => text)).toEqual(['On the other board']);
  });

  it('LANE-4 a copy of a board has none of its comments', async () => {
    const copy = await council.convenor.person.ask<{ id: string }>(
      'POST',
      `/api/councils/${council.id}/boards/${board}/duplicate`,
      {},
    );
    const lane = open(respondent.person, `critique/${copy.id}`);
    await lane.synced();
    expect(readCritiqueLane(lane.doc)).toEqual([]);
  });

  it('LANE-5 what cannot be read as a command is refused with a sentence, and what does not belong in one is left out', async () => {
    const { person } = await council.join('respondent');
    const path = `/api/councils/${council.id}/commands`;
    for (const body of [{}, { type: 'evil' }, { type: 'run.next' }, { type: 'comment.edit', id: '../x', text: 'a' }]) {
      expect(await person.request('POST', path, body)).toMatchObject({ status: 400, body: { error: 'bad-request' } });
    }
    const extra = { ...comment(board, 'works', 'With more'), seat: 'me', shown: true };
    const { comments } = await person.ask<{ comments: readonly object[] }>('POST', path, {
      type: 'comment.add',
      comment: extra,
    });
    expect(Object.keys(comments[0] ?? {}).filter((key) => key === 'seat' || key === 'shown')).toEqual([]);
  });

  it('LANE-6 when a convenor’s line drops another goes on; the presenter rejoins elsewhere and still draws and answers', async () => {
    const second = await council.join('convenor');
    const { step } = council.session();
    await council.done(second, { type: 'run.next', from: step ?? 0 });
    await council.done(council.convenor, { type: 'run.next', from: step ?? 0 });
    await until(() => council.lane().phase === 'answers', 'one step on, not two');

    const before = open(presenter.person, `board/${board}`);
    await before.synced();
    const { secret } = await presenter.person.ask<{ secret: string }>(
      'POST',
      `/api/councils/${council.id}/seats/${presenter.seat}/key`,
    );
    const elsewhere = server.person();
    await elsewhere.ask('POST', '/api/join', { secret });
    await until(() => before.closed() === CLOSE.revoked.code, 'the old page to end');
    const moved = await seatedIn(elsewhere, council.id);
    expect([moved.seat, moved.alias]).toEqual([presenter.seat, presenter.alias]);
    const drawing = open(elsewhere, `board/${board}`);
    await drawing.synced();
    createEditor(drawing.doc, { origin: drawing, newId: () => 'unused' }).rename('late', 'Data team');
    await drawing.allSaved();
    const [said] = readCritiqueLane(open(elsewhere, `critique/${board}`).doc);
    expect(said).toBeUndefined();
    const lane = open(elsewhere, `critique/${board}`);
    await lane.synced();
    const [first] = readCritiqueLane(lane.doc);
    await council.done(moved, { type: 'comment.reply', on: first?.id ?? '', id: 'from-elsewhere', text: 'Yes.' });
    await until(() => readCritiqueLane(lane.doc)[0]?.replies.length === 1, 'the answer');
    expect(readCritiqueLane(lane.doc)[0]?.replies[0]?.by).toMatchObject({ alias: presenter.alias, as: 'presenter' });
    await council.goTo('opinions', slots[0]);
    const wish = comment(board, 'wish', 'Fewer boxes');
    await council.done(respondent, { type: 'comment.add', comment: wish });
    await council.done(moved, { type: 'comment.hear', id: wish.id });
    await until(() => readCritiqueLane(lane.doc).some(({ text }) => text === 'Fewer boxes'), 'the wish');
    presenter = moved;
  });

  it('LANE-7 a presenter draws on the own board only while the session runs, and a role changed live is felt at once', async () => {
    const theirs = open(presenter.person, `board/${other}`);
    await theirs.synced();
    createEditor(theirs.doc, { origin: theirs, newId: () => 'intruder' }).addElement({
      kind: 'unit',
      name: 'Not mine',
      x: 0,
      y: 0,
    });
    await until(() => theirs.closed() === CLOSE.forbidden.code, 'the end of the socket');
    const look = open(council.convenor.person, `board/${other}`);
    await look.synced();
    expect(names(look)).toEqual([]);
    const ask = () => council.tell(respondent, { type: 'run.pause' });
    expect((await ask()).status).toBe(403);
    const path = `/api/councils/${council.id}/seats/${respondent.seat}`;
    await council.convenor.person.ask('PATCH', path, { role: 'convenor' });
    expect((await ask()).status).toBe(200);
  });
});

describe('where everybody is', () => {
  it('LANE-10 is told in sums alone, and only from five people on', async () => {
    const server = await startTestServer({ storage: openMemory() });
    const council = await sessionCouncil(server, 2);
    const [first, second] = council.boards.map(({ id }) => id) as [string, string];
    const seats: Seated[] = [];
    for (let n = 0; n < 4; n += 1) seats.push(await council.join('respondent'));
    const people = (): Promise<People> =>
      council.convenor.person.ask('GET', `/api/councils/${council.id}/session/people`);
    const clients = seats.slice(0, 3).map(({ person }) => openRoom(person, `board/${first}`));
    await Promise.all(clients.map((client) => client.synced()));
    expect(await people()).toEqual({ here: null, boards: {} });
    const [one] = seats as [Seated];
    // The same person twice is one.
    for (const { person } of [seats[3] as Seated, one]) clients.push(openRoom(person, `board/${second}`));
    await Promise.all(clients.map((client) => client.synced()));
    const told = await people();
    expect(told).toEqual({ here: 5, boards: { [first]: 3, [second]: 2 } });
    for (const { seat } of seats) expect(JSON.stringify(told)).not.toContain(seat);
    for (const client of clients) client.destroy();
    council.close();
    await server.close();
  });
});

describe('a seat that sends too much', () => {
  it('LANE-8 is told to wait, and the others are not', async () => {
    const server = await startTestServer({
      storage: openMemory(),
      requests: { commandBurst: 3, commandsPerSecond: 0.01 },
    });
    const council = await sessionCouncil(server, 1);
    const respondent = await council.join('respondent');
    const raise = () => council.tell(respondent, { type: 'hand.raise' });
    expect([(await raise()).status, (await raise()).status, (await raise()).status]).toEqual([200, 200, 200]);
    expect(await raise()).toMatchObject({ status: 429, body: { error: 'too-many-requests' } });
    expect((await council.tell(council.convenor, { type: 'hand.call', alias: null })).status).toBe(200);
    council.close();
    await server.close();
  });
});
