import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMENT_KIND_IDS, type CommentKindId } from '#shared/critique/kinds.ts';
import { openMemory } from '../../server/storage/memory.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { comment, type Seated, type SessionCouncil, sessionCouncil, startSession } from '../support/session-council.ts';
import { type Ear, openEar } from '../support/session-ear.ts';
import { until } from '../support/sync-client.ts';

/** Paths that anybody in the council may ask for, whatever they then are told. */
const PATHS = ['', '/session/mine', '/session/digest', '/session/plan', '/seats', '/links'];

/** A word that is nowhere but in this comment. */
const marker = (kind: CommentKindId, n = 1): string => `zq${kind.replace('-', '')}${n}zq`;

describe('what is withheld', () => {
  let server: TestServer;
  let council: SessionCouncil;
  let presenter: Seated;
  let author: Seated;
  let bystander: Seated;
  let ears: readonly Ear[] = [];
  let slots: readonly string[] = [];
  let board = '';
  /** Ids of the author's comments by kind. */
  const ids = new Map<CommentKindId, string>();
  const idOf = (kind: CommentKindId): string => ids.get(kind) ?? '';

  beforeAll(async () => {
    server = await startTestServer({ limits: { heartbeatMs: 600_000 }, requests: { commandBurst: 1_000 } });
    council = await sessionCouncil(server, 2);
    board = council.boards[0]?.id ?? '';
    [presenter, author, bystander] = [
      await council.join('presenter'),
      await council.join('respondent'),
      await council.join('respondent'),
    ];
    await council.join('respondent');
    slots = await startSession(council, [presenter, council.convenor], { votes: 3, dots: 3 });
    await council.goTo('read', slots[0]);
    const boards = council.boards.map(({ id }) => id);
    ears = await Promise.all([
      openEar(bystander.person, council.id, boards),
      openEar(presenter.person, council.id, boards),
      openEar(council.convenor.person, council.id, boards),
    ]);
  });
  afterAll(async () => {
    for (const ear of ears) ear.close();
    council.close();
    await server.close();
  });

  const quiet = (): Ear => ears[0] as Ear;
  const askAll = async (): Promise<readonly number[]> => {
    const lengths: number[] = [];
    for (const ear of ears) {
      // Only a convenor is told which seats there are, and who reads what.
      const paths = ear === ears[2] ? PATHS.filter((path) => path !== '/seats' && path !== '/session/plan') : PATHS;
      for (const path of paths) lengths.push((await ear.get(path)).length);
    }
    return lengths;
  };
  /** Something that everybody is told, so that one knows that all before has been told too. */
  async function round(): Promise<{ readonly frames: number; readonly bytes: number }> {
    const before = quiet().heard();
    const { step } = council.session();
    for (const seconds of [60, -60]) {
      const target = (council.session().clock?.seconds ?? 0) + seconds;
      await council.done(council.convenor, { type: 'run.extend', seconds, from: step ?? 0 });
      await until(() => council.session().clock?.seconds === target, 'the clock');
    }
    await until(() => quiet().heard().frames >= before.frames + 2, 'the clock at the bystander');
    const after = quiet().heard();
    return { frames: after.frames - before.frames, bytes: after.bytes - before.bytes };
  }
  const noneFound = (words: readonly string[]): void => {
    for (const ear of ears) expect(ear.found(words)).toEqual([]);
  };
  const texts = (): readonly string[] =>
    quiet()
      .comments(board)
      .map(({ text }) => text);

  it('WITHHELD-1 comments of the silent phase are in no byte that anybody else is sent', async () => {
    for (const kind of COMMENT_KIND_IDS) {
      const made = comment(board, kind, `${marker(kind)} first`);
      ids.set(kind, made.id);
      await council.done(author, { type: 'comment.add', comment: { ...made, id: `zq-${made.id}-zq` } });
      ids.set(kind, `zq-${made.id}-zq`);
      await council.done(author, { type: 'comment.edit', id: idOf(kind), text: marker(kind) });
    }
    const mine = await council.mine(author);
    expect(mine.comments.map((one) => one.held)).toEqual(COMMENT_KIND_IDS.map(() => true));
    await round();
    await askAll();
    noneFound([...ids.values(), ...COMMENT_KIND_IDS.map((kind) => marker(kind)), author.seat]);
  });

  it('WITHHELD-2 a silent comment changes neither how many frames and bytes others get nor how long their answers are', async () => {
    const [first, lengths] = [await round(), await askAll()];
    const hush = comment(board, 'works', `${marker('works', 2)} to be taken back`);
    await council.done(author, { type: 'comment.add', comment: hush });
    await council.done(author, { type: 'comment.edit', id: hush.id, text: marker('works', 3) });
    await council.done(author, { type: 'comment.delete', id: hush.id });
    expect([await round(), await askAll()]).toEqual([first, lengths]);
  });

  it('WITHHELD-3 what somebody may not know of is to them as if it were not there', async () => {
    for (const type of ['comment.delete', 'comment.hear'] as const) {
      const real = await council.tell(bystander, { type, id: idOf('works') });
      const made = await council.tell(bystander, { type, id: 'never-made' });
      const now = { now: 0 };
      expect([real.status, { ...Object(real.body), ...now }]).toEqual([made.status, { ...Object(made.body), ...now }]);
    }
  });

  it('WITHHELD-4 when their turn comes they are there for all, without author, written by the server', async () => {
    await council.goTo('works', slots[0]);
    await until(() => texts().includes(marker('works')), 'what works');
    expect(texts()).toContain(marker('same-here'));
    expect(
      quiet()
        .comments(board)
        .find(({ id }) => id === idOf('works')),
    ).toMatchObject({ by: null, same: 0 });
    const later = COMMENT_KIND_IDS.filter((kind) => kind !== 'works' && kind !== 'same-here');
    noneFound([...later.map((kind) => marker(kind)), ...later.map(idOf), author.seat]);
    const clients = [...quiet().critique(board).doc.store.clients.keys()];
    expect(clients).toHaveLength(1);
  });

  it('WITHHELD-5 replies, “same here” and dots tell how many, never who', async () => {
    await council.done(author, { type: 'comment.reply', on: idOf('works'), id: 'zq-reply', text: 'zqreplyzq' });
    await council.done(bystander, { type: 'comment.same', id: idOf('works'), on: true });
    await until(
      () =>
        quiet()
          .comments(board)
          .find(({ id }) => id === idOf('works'))?.same === 1,
      'the count',
    );
    await council.goTo('questions', slots[0]);
    await until(() => texts().includes(marker('question')), 'the question');
    const [first, lengths] = [await round(), (await askAll()).slice(PATHS.length)];
    await council.done(author, { type: 'dots.place', board, dots: { [idOf('question')]: 2 } });
    expect([await round(), (await askAll()).slice(PATHS.length)]).toEqual([first, lengths]);
    expect(
      quiet()
        .comments(board)
        .find(({ id }) => id === idOf('question'))?.dots,
    ).toBeNull();
    expect(quiet().found(['zqreplyzq'])).toEqual(['zqreplyzq']);
    noneFound([author.seat]);
  });

  it('WITHHELD-6 an opinion is a stub until its presenter wants to hear it, and nobody else can open it', async () => {
    await council.goTo('opinions', slots[0]);
    await until(
      () =>
        quiet()
          .comments(board)
          .some(({ id }) => id === idOf('wish')),
      'the stub',
    );
    noneFound([marker('wish'), marker('what-if')]);
    expect((await council.tell(bystander, { type: 'comment.hear', id: idOf('wish') })).status).toBe(403);
    await council.done(presenter, { type: 'comment.hear', id: idOf('wish') });
    await until(() => texts().includes(marker('wish')), 'the wish');
    noneFound([marker('what-if'), author.seat]);
  });

  it('WITHHELD-7 nothing of a ballot is on the wire before the vote is closed, and then only sums', async () => {
    await council.goTo('vote', null);
    const items = [
      { id: 'item-a', label: 'Own the data', comments: [idOf('works')] },
      { id: 'item-b', label: 'One backlog', comments: [] },
    ];
    const { convenor } = council;
    await council.done(convenor, { type: 'vote.prepare', id: 'vote-1', title: 'What first?', items, budget: 3 });
    await council.done(convenor, { type: 'vote.show', id: 'vote-1' });
    await council.done(convenor, { type: 'vote.open', id: 'vote-1' });
    await until(() => council.session().vote?.state === 'open', 'the vote');
    const [first, lengths] = [await round(), await askAll()];
    await council.done(author, { type: 'vote.cast', id: 'vote-1', dots: { 'item-a': 2, 'item-b': 1 } });
    await council.done(author, { type: 'vote.cast', id: 'vote-1', dots: { 'item-a': 3 } });
    expect([await round(), await askAll()]).toEqual([first, lengths]);
    expect(council.session().vote).toMatchObject({ voters: null });
    expect(council.session().vote?.items.map(({ dots }) => dots)).toEqual([null, null]);
    await council.done(convenor, { type: 'vote.close', id: 'vote-1' });
    await until(() => council.session().vote?.state === 'closed', 'the result');
    expect(council.session().vote?.items.map(({ dots }) => dots)).toEqual([3, 0]);
    noneFound([author.seat]);
  });

  it('WITHHELD-8 in all that the session has told, nobody’s seat stands beside what they wrote', async () => {
    await council.goTo('failure', null);
    await until(() => texts().includes(marker('friction')), 'the friction');
    await council.goTo('recap', null);
    await until(() => texts().includes(marker('vocabulary')), 'the word');
    await askAll();
    noneFound([author.seat, marker('what-if')]);
    expect((await quiet().get('/session/plan')).status).toBe(403);
  });
});

describe('what was taken back', () => {
  it('WITHHELD-9 is in no byte that somebody is sent who comes later', async () => {
    const server = await startTestServer({ storage: openMemory(), requests: { commandBurst: 1_000 } });
    const council = await sessionCouncil(server, 1);
    const [author, early, late] = [
      await council.join('respondent'),
      await council.join('respondent'),
      await council.join('respondent'),
    ];
    const board = council.boards[0]?.id ?? '';
    const word = marker('works', 9);
    const broken = comment(board, 'works', `${word} ${'and more '.repeat(180)}`);
    await council.done(author, { type: 'comment.add', comment: broken });
    for (let n = 0; n < 14; n += 1) {
      await council.done(author, { type: 'comment.add', comment: comment(board, 'works', 'long '.repeat(390)) });
    }
    const first = await openEar(early.person, council.id, [board]);
    await until(() => first.comments(board).length === 15, 'all of them');
    expect(first.found([word])).toEqual([word]);
    await council.done(council.convenor, { type: 'comment.delete', id: broken.id });
    await until(() => first.comments(board).length === 14, 'the removal');
    const second = await openEar(late.person, council.id, [board]);
    expect(second.comments(board)).toHaveLength(14);
    expect(second.found([word])).toEqual([]);
    first.close();
    second.close();
    council.close();
    await server.close();
  });
});
