import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEditor } from '#shared/board/edit.ts';
import type { Council } from '#shared/protocol/api.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { comment, type Seated, type SessionCouncil, sessionCouncil, startSession } from '../support/session-council.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

const PASSPHRASE = 'a passphrase that is long enough';

interface Ended {
  readonly council: SessionCouncil;
  readonly presenter: Seated;
  readonly respondents: readonly Seated[];
  readonly comments: readonly string[];
  /** What nobody was ever shown. */
  readonly held: string;
}

describe('the end of a session', () => {
  let server: TestServer;
  const clients: SyncClient[] = [];

  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await server.close();
  });
  const open = (who: Seated, room: string): SyncClient => {
    const client = openRoom(who.person, room);
    clients.push(client);
    return client;
  };

  /** A session in which two respondents say something, one answers, and one is never heard. */
  async function session(mapping: 'destroy' | 'seal'): Promise<Ended> {
    const council = await sessionCouncil(server, 1);
    const presenter = await council.join('presenter');
    const respondents = [await council.join('respondent'), await council.join('respondent')];
    const board = council.boards[0]?.id ?? '';
    const [slot] = await startSession(council, [presenter], { mapping, keepDays: 10 });
    await council.goTo('read', slot ?? null);
    const comments: string[] = [];
    for (const who of respondents) {
      const made = comment(board, 'works', `Said by one of two, number ${comments.length}`);
      comments.push(made.id);
      await council.done(who, { type: 'comment.add', comment: made });
    }
    const silent = comment(board, 'friction', 'Never heard by anybody');
    await council.done(respondents[0] as Seated, { type: 'comment.add', comment: silent });
    await council.goTo('works', slot ?? null);
    const [first] = comments;
    await council.done(respondents[1] as Seated, { type: 'comment.same', id: first ?? '', on: true });
    await council.done(presenter, { type: 'comment.reply', on: first ?? '', id: 'answer', text: 'Thank you.' });
    return { council, presenter, respondents, comments, held: silent.id };
  }

  it('MAPPING-1 destroyed, nothing in the files stands for who wrote what; how many and what was said stay', async () => {
    const { council, presenter, respondents, comments, held } = await session('destroy');
    const board = council.boards[0]?.id ?? '';
    await council.done(council.convenor, { type: 'run.end' });
    const bytes = Buffer.concat(['', '-wal'].map((end) => readFileSync(`${server.data}${end}`)));
    expect(comments.every((id) => bytes.includes(id))).toBe(true);
    expect([held, 'Never heard by anybody'].filter((text) => bytes.includes(text))).toEqual([]);
    // A seat's own rows remain; beside a comment there is none.
    const near = (a: string, b: string): boolean => {
      for (let at = bytes.indexOf(a); at >= 0; at = bytes.indexOf(a, at + 1)) {
        if (bytes.subarray(Math.max(0, at - 2_000), at + 2_000).includes(b)) return true;
      }
      return false;
    };
    const pairs = comments.flatMap((id) =>
      respondents.filter(({ seat }) => near(id, seat)).map(({ seat }) => [id, seat]),
    );
    expect(pairs).toEqual([]);
    const lane = open(council.convenor, `critique/${board}`);
    await lane.synced();
    const [first] = comments;
    expect(lane.doc.getMap('comments').get(first ?? '')).toMatchObject({
      same: 1,
      by: null,
      replies: [{ id: 'answer' }],
    });
    const after = await presenter.person.council(council.id);
    expect([after.alias === presenter.alias, /^Reader \d$/.test(after.alias)]).toEqual([false, true]);
    const path = `/api/councils/${council.id}/session/mapping`;
    expect((await council.convenor.person.request('POST', path, { passphrase: PASSPHRASE })).status).toBe(404);
    council.close();
  });

  it('MAPPING-2 sealed, only a convenor with the passphrase opens it, and tries are few', async () => {
    const { council, presenter, respondents, comments } = await session('seal');
    const short = await council.tell(council.convenor, { type: 'run.end', passphrase: 'too short' });
    expect(short).toMatchObject({ status: 409, body: { error: 'session-refused' } });
    await council.done(council.convenor, { type: 'run.end', passphrase: PASSPHRASE });
    const path = `/api/councils/${council.id}/session/mapping`;
    const open = (who: Seated, passphrase: string) => who.person.request('POST', path, { passphrase });
    expect(await open(presenter, PASSPHRASE)).toMatchObject({ status: 403, body: { error: 'forbidden' } });
    const { body } = await open(council.convenor, PASSPHRASE);
    const authors = respondents.map(({ seat }) => seat);
    expect(body).toMatchObject({
      mapping: { comments: Object.fromEntries(comments.map((id, i) => [id, authors[i]])) },
    });
    const bytes = Buffer.concat(['', '-wal'].map((end) => readFileSync(`${server.data}${end}`)));
    expect(bytes.includes(PASSPHRASE)).toBe(false);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await open(council.convenor, `${PASSPHRASE} not`)).status);
    expect(statuses.slice(0, 4)).toEqual([403, 403, 403, 403]);
    expect(statuses.at(-1)).toBe(429);
    council.close();
  });

  it('MAPPING-3 at once the record only can be read: links answer with a sentence, open boards stop, nothing more is taken', async () => {
    const { council, presenter, respondents } = await session('destroy');
    const board = council.boards[0]?.id ?? '';
    const { secret } = await council.convenor.person.createLink(council.id, 'respondent');
    const drawing = open(presenter, `board/${board}`);
    await drawing.synced();
    const editor = createEditor(drawing.doc, { origin: drawing, newId: () => 'late' });
    await council.done(council.convenor, { type: 'run.end' });
    expect(await server.person().request('POST', '/api/join', { secret })).toMatchObject({
      status: 410,
      body: { error: 'link-closed' },
    });
    editor.addElement({ kind: 'unit', name: 'Too late', x: 0, y: 0 });
    const look = open(council.convenor, `board/${board}`);
    await look.synced();
    await until(() => drawing.closed() !== null || drawing.provider.synced, 'the answer to the late drawing');
    expect(look.doc.getMap('elements').has('late')).toBe(false);
    await until(() => council.lane().phase === 'sealed' && council.session().endedAt !== null, 'the end');
    for (const who of [presenter, respondents[0] as Seated, council.convenor]) {
      const answer = await council.tell(who, {
        type: 'comment.add',
        comment: comment(board, 'works', 'After the end'),
      });
      expect(answer).toMatchObject({ status: 403, body: { error: 'sealed' } });
    }
    const { deleteAt } = await council.convenor.person.ask<Council>('GET', `/api/councils/${council.id}`);
    const days = (Date.parse(deleteAt ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(10);
    council.close();
  });

  it('MAPPING-4 a deleted council leaves nothing of its session in the files', async () => {
    const { council, comments } = await session('destroy');
    await council.convenor.person.ask('DELETE', `/api/councils/${council.id}`);
    const bytes = Buffer.concat(['', '-wal'].map((end) => readFileSync(`${server.data}${end}`)));
    expect([...comments, 'Said by one of two', 'Never heard'].filter((text) => bytes.includes(text))).toEqual([]);
    council.close();
  });
});
