import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MyPart } from '#shared/critique/public.ts';
import type { Council } from '#shared/protocol/api.ts';
import type { Phase } from '#shared/rights/phases.ts';
import { openMemory } from '../../server/storage/memory.ts';
import type { Storage } from '../../server/storage/storage.ts';
import { Person, startTestServer, type TestServer } from '../support/server.ts';
import { comment, type Seated, type SessionCouncil, sessionCouncil, startSession } from '../support/session-council.ts';
import { afterCrash, withoutNow } from '../support/session-crash.ts';
import { openRoom, until } from '../support/sync-client.ts';

const START_MS = 60_000;
/** What a respondent says in each phase, if anything: it must be there again after the crash. */
const SAYS: readonly (readonly [Phase, Parameters<typeof comment>[1] | null])[] = [
  ['welcome', null],
  ['read', 'works'],
  ['model', 'question'],
  ['works', 'friction'],
  ['answers', 'wish'],
  ['questions', 'vocabulary'],
  ['opinions', 'what-if'],
  ['compare', 'works'],
  ['vote', null],
  ['failure', 'friction'],
  ['recap', 'vocabulary'],
];

describe('a server that is killed in a session', () => {
  let server: TestServer;
  let council: SessionCouncil;
  let presenter: Seated;
  let respondent: Seated;
  let slots: readonly string[] = [];
  let board = '';

  beforeAll(async () => {
    server = await startTestServer({ requests: { commandBurst: 1_000 } });
    council = await sessionCouncil(server, 1);
    board = council.boards[0]?.id ?? '';
    presenter = await council.join('presenter');
    respondent = await council.join('respondent');
    slots = await startSession(council, [presenter]);
  });
  afterAll(async () => {
    council.close();
    await server.close();
  });

  const crash = () =>
    afterCrash(server.data, { council: council.id, board }, [respondent.person, council.convenor.person]);

  it.each(SAYS)(
    'FAULT-1 goes on in %s with its clock, what is held and what is shown, and the lanes say so',
    async (phase, kind) => {
      const isOfBoard = council.session().steps.some((step) => step.phase === phase && step.slot !== null);
      const step = council
        .session()
        .steps.findIndex((one) => one.phase === phase && one.slot === (isOfBoard ? slots[0] : null));
      if (council.session().step !== step) await council.done(council.convenor, { type: 'run.to', step });
      await council.done(council.convenor, { type: 'run.extend', seconds: 60, from: step });
      let last: MyPart = await council.mine(respondent);
      if (kind !== null) {
        last = await council.done(respondent, {
          type: 'comment.add',
          comment: comment(board, kind, `Said in ${phase}`),
        });
      }
      if (phase === 'vote') {
        const { convenor } = council;
        const items = [{ id: 'a', label: 'A', comments: [] }];
        await council.done(convenor, { type: 'vote.prepare', id: 'v', title: 'What first?', items, budget: 3 });
        await council.done(convenor, { type: 'vote.show', id: 'v' });
        await council.done(convenor, { type: 'vote.open', id: 'v' });
        last = await council.done(respondent, { type: 'vote.cast', id: 'v', dots: { a: 2 } });
      }
      // Right after the answer: the lanes may not be written yet.
      const found = await crash();
      expect(found.mine[0]).toEqual(withoutNow(last));
      expect(found.lane).toMatchObject({ phase, session: { step } });
      await until(() => council.session().step === step && council.lane().phase === phase, 'the step');
      await until(() => JSON.stringify(found.lane.session) === JSON.stringify(council.session()), 'the same lane');
      // The respondent is the only one who said anything: what is shown of it is what everybody reads, and nothing else.
      const shown = last.comments.filter((one) => !one.held && one.heard).map(({ text }) => text);
      expect(
        found.comments
          .filter(({ heard }) => heard)
          .map(({ text }) => text)
          .sort(),
      ).toEqual(shown.sort());
    },
  );

  it('FAULT-2 the end is whole: sealed, and nobody’s part left', async () => {
    await council.done(council.convenor, { type: 'run.end' });
    const found = await crash();
    expect(found.lane.phase).toBe('sealed');
    expect(found.mine.map(({ comments, replies, same, votes }) => [comments, replies, same, votes])).toEqual([
      [[], [], [], {}],
      [[], [], [], {}],
    ]);
    expect(found.comments.length).toBeGreaterThan(3);
  });
});

describe('a server that cannot write', () => {
  /** Lets writes of a session fail: before they are kept, or after. */
  function failing(): { readonly storage: Storage; fail: 'before' | 'after' | null } {
    const storage = openMemory();
    const control = {
      fail: null as 'before' | 'after' | null,
      storage: {
        ...storage,
        async writeSession(...args: Parameters<Storage['writeSession']>) {
          const { fail } = control;
          control.fail = null;
          if (fail === 'before') throw new Error('The disk is full.');
          await storage.writeSession(...args);
          if (fail === 'after') throw new Error('The disk did not answer.');
        },
      } satisfies Storage,
    };
    return control;
  }

  it('FAULT-3 answers that it could not save, and nobody sees what was not kept; the same once more is right', async () => {
    const control = failing();
    const server = await startTestServer({ storage: control.storage });
    const council = await sessionCouncil(server, 1);
    const made = comment(council.boards[0]?.id ?? '', 'works', 'Kept or not');
    const add = { type: 'comment.add', comment: made } as const;
    const lane = openRoom(council.convenor.person, `critique/${made.board}`);
    await lane.synced();
    control.fail = 'before';
    expect(await council.tell(council.convenor, add)).toMatchObject({ status: 503, body: { error: 'storage-failed' } });
    expect((await council.mine(council.convenor)).comments).toEqual([]);
    control.fail = 'after';
    expect(await council.tell(council.convenor, add)).toMatchObject({ status: 503 });
    const { comments } = await council.mine(council.convenor);
    expect(comments.map(({ id }) => id)).toEqual([made.id]);
    expect((await council.done(council.convenor, add)).comments).toHaveLength(1);
    await until(() => lane.doc.getMap('comments').has(made.id), 'what was kept after all');
    lane.destroy();
    council.close();
    await server.close();
  });
});

describe('a server that is killed while it ends a session', () => {
  it('FAULT-5 goes on with forgetting who was who when it is back', async () => {
    const storage = openMemory();
    let isKilled = true;
    const interrupted: Storage = {
      ...storage,
      async forgetPeople(...args) {
        if (isKilled) throw new Error('Killed here.');
        await storage.forgetPeople(...args);
      },
    };
    const first = await startTestServer({ storage: interrupted });
    const council = await sessionCouncil(first, 1);
    const presenter = await council.join('presenter');
    await startSession(council, [presenter]);
    await council.done(council.convenor, { type: 'run.end' });
    expect((await presenter.person.council(council.id)).alias).toBe(presenter.alias);
    council.close();
    await first.close();
    isKilled = false;
    const second = await startTestServer({ storage: interrupted });
    const again = new Person(second.url);
    again.cookie = presenter.person.cookie;
    await again.ask('GET', `/api/councils/${council.id}/session/mine`);
    let alias = presenter.alias;
    while (alias === presenter.alias) alias = (await again.council(council.id)).alias;
    expect(alias).toMatch(/^Reader \d$/);
    expect((await storage.sessionItems(council.id)).filter(({ kind }) => kind === 'ending')).toEqual([]);
    await second.close();
  });
});

describe('a process that is killed while commands come in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-fault-'));
  const children: ChildProcess[] = [];
  let said = '';
  const secrets: string[] = [];

  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
    const own = { PORT: '0', ORGORA_DATA: join(folder, 'orgora.sqlite'), ORGORA_LOG: 'debug' };
    const child = spawn(process.execPath, ['server/dev-api.ts'], {
      env: { ...process.env, ...own },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const url = await new Promise<string>((done, failed) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /http:\/\/[\w.:]+/.exec(chunk.toString());
        if (found !== null) done(found[0].replace('localhost', '127.0.0.1'));
      });
      child.once('exit', () => failed(new Error('The server did not start.')));
    });
    return { url, child };
  }

  it('FAULT-4 keeps every command that was answered, and of the others all or nothing', {
    timeout: START_MS,
  }, async () => {
    const first = await start();
    const person = new Person(first.url);
    const council: Council = await person.createCouncil();
    const board = await person.createBoard(council.id);
    secrets.push(council.seat, council.alias, 'Number ', ...person.cookie.split('=').slice(1));
    const sent = Array.from({ length: 40 }, (_, n) => comment(board.id, 'works', `Number ${n}`));
    const answered = new Set<string>();
    const ended = new Promise((done) => first.child.once('exit', done));
    const all = sent.map(async (made) => {
      const answer = await person.request('POST', `/api/councils/${council.id}/commands`, {
        type: 'comment.add',
        comment: made,
      });
      if (answer.status === 200) answered.add(made.id);
      if (answered.size === 8) first.child.kill('SIGKILL');
    });
    await Promise.allSettled(all);
    await ended;
    const second = await start();
    const again = new Person(second.url);
    again.cookie = person.cookie;
    const mine = await again.ask<MyPart>('GET', `/api/councils/${council.id}/session/mine`);
    const kept = new Map(mine.comments.map(({ id, text }) => [id, text]));
    expect([...answered].filter((id) => !kept.has(id))).toEqual([]);
    for (const { id, text } of sent) expect(kept.get(id) ?? text).toBe(text);
    expect(kept.size).toBeGreaterThanOrEqual(8);
  });

  it('LANE-9 the logs say that commands came and how long they took, and nothing of who or what', () => {
    expect(said).toMatch(/"command":"comment.add","result":"done","ms":\d+/);
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });
});
