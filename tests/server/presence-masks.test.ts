import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Standing } from '#shared/critique/standing.ts';
import type { BoardSummary, Council } from '#shared/protocol/api.ts';
import { MESSAGE, type Presence } from '#shared/protocol/messages.ts';
import type { Person } from '../support/server.ts';
import {
  openRaw,
  openRoom,
  presenceMessage,
  type RawSocket,
  type SyncClient,
  syncMessage,
  until,
} from '../support/sync-client.ts';
import { closings, type LiveServer, startLiveServer } from './live-server.ts';

interface Here {
  readonly person: Person;
  readonly mine: Council;
  readonly client: SyncClient;
}

/** What a client knows of the others, by client id. */
const others = (client: SyncClient): ReadonlyMap<number, Presence> =>
  new Map(
    [...client.awareness.getStates()].filter(([id]) => id !== client.doc.clientID) as unknown as [number, Presence][],
  );
const find = (client: SyncClient, is: (presence: Presence) => boolean): [number, Presence] | undefined =>
  [...others(client)].find(([, presence]) => is(presence));
const bytes = (raw: RawSocket): string => raw.frames.map((frame) => Buffer.from(frame).toString('latin1')).join('\n');

describe('how much of somebody the others see', () => {
  let server: LiveServer;
  let convenor: Person;
  let council: Council;
  let board: BoardSummary;
  let running: Partial<Standing>;
  let presenter: Here;
  let critic: Here;
  const open: { destroy?(): void; close?(): void }[] = [];

  const enter = async (person: Person): Promise<SyncClient> => {
    const client = openRoom(person, `board/${board.id}`);
    open.push(client);
    await client.synced();
    return client;
  };
  const join = async (role: 'presenter' | 'respondent'): Promise<Here> => {
    const { person, mine } = await server.join(convenor, council.id, role);
    return { person, mine, client: await enter(person) };
  };
  /** Listens with a bare socket and keeps every byte. */
  const listen = async (person: Person): Promise<RawSocket> => {
    const raw = openRaw(person, `board/${board.id}`);
    open.push(raw);
    await raw.opened;
    raw.send(syncMessage(0, new Uint8Array([0])));
    await until(() => raw.frames.length >= 2, 'the welcome');
    return raw;
  };
  const show = ({ client }: Here, patch: object): void => {
    client.awareness.setLocalState({ ...client.awareness.getLocalState(), ...patch });
  };

  beforeAll(async () => {
    server = await startLiveServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    convenor = server.person();
    council = await convenor.createCouncil();
    board = await convenor.createBoard(council.id);
    presenter = await join('presenter');
    critic = await join('respondent');
    running = { running: true, owners: new Map([[board.id, presenter.mine.seat]]) };
  });
  afterEach(() => {
    for (const one of open.splice(0)) {
      one.destroy?.();
      one.close?.();
    }
  });

  it('MASK-1 in a session who only criticises is a colour and a shape: no alias, no seat, no client id of the page', async () => {
    await server.stand(council.id, 'opinions', running);
    const raw = await listen(presenter.person);
    const { client } = presenter;
    show(critic, { cursor: { x: 4242, y: 7 }, selection: ['team-1'] });
    await until(() => find(client, ({ cursor }) => cursor?.x === 4242) !== undefined, 'the shape');
    const [wire, seen] = find(client, ({ cursor }) => cursor?.x === 4242) ?? [0, null];
    expect(seen?.user).toEqual({ seat: '', alias: '', who: critic.mine.who, role: 'respondent' });
    expect(seen?.selection).toEqual(['team-1']);
    expect(wire).not.toBe(critic.client.doc.clientID);
    await until(() => bytes(raw).includes('4242'), 'the same on the wire');
    for (const secret of [critic.mine.alias, critic.mine.seat]) expect(bytes(raw)).not.toContain(secret);
    show(presenter, { cursor: { x: 9, y: 9 } });
    await until(() => find(critic.client, ({ cursor }) => cursor?.x === 9) !== undefined, 'the presenter');
    expect(find(critic.client, ({ cursor }) => cursor?.x === 9)).toMatchObject([
      presenter.client.doc.clientID,
      { user: { alias: presenter.mine.alias, seat: presenter.mine.seat } },
    ]);
  });

  it('MASK-2 in silence nothing tells where somebody looks, nor when they stir', async () => {
    await server.stand(council.id, 'read', running);
    const raw = await listen(presenter.person);
    const { person, mine } = await server.join(convenor, council.id, 'scribe');
    const silent = await listen(person);
    const stir = (x: number, clock: number): void => {
      const state = { cursor: { x, y: 7 }, selection: ['team-1'], viewport: { x, y: 0, w: 9, h: 9 } };
      silent.send(presenceMessage({ 777: { ...state, reaction: { kind: 'clap', n: clock } } }, clock));
    };
    stir(4242, 1);
    await until(() => bytes(raw).includes('"role":"scribe"'), 'that somebody is here');
    const [before, heard] = [raw.frames.length, silent.frames.length];
    for (let n = 2; n < 7; n += 1) stir(4242 + n, n);
    silent.send(Uint8Array.of(MESSAGE.queryAwareness));
    await until(() => silent.frames.length > heard, 'that the server has read all of it');
    show(presenter, { cursor: { x: 77, y: 77 } });
    const other = await listen(convenor);
    await until(() => bytes(other).includes('"x":77'), 'the presenter');
    const after = raw.frames.slice(before).map((frame) => Buffer.from(frame).toString('latin1'));
    expect(after.filter((frame) => frame.includes('scribe'))).toEqual([]);
    for (const secret of ['424', 'team-1', 'clap', mine.alias, mine.seat]) {
      expect(bytes(raw)).not.toContain(secret);
    }
  });

  it('MASK-3 when a phase begins, everybody is shown anew under another id, and under their own again at the end', async () => {
    const { client } = presenter;
    show(critic, { cursor: { x: 1, y: 1 } });
    show(presenter, { cursor: { x: 2, y: 2 } });
    await until(() => others(client).has(critic.client.doc.clientID), 'the critic by name');
    const codes = closings(critic.client);
    await server.stand(council.id, 'read', running);
    await until(() => !others(client).has(critic.client.doc.clientID), 'the name to go');
    await until(() => find(client, ({ user }) => user.role === 'respondent') !== undefined, 'the hidden shape');
    const [hidden, shape] = find(client, ({ user }) => user.role === 'respondent') ?? [0, null];
    expect(shape).toMatchObject({ cursor: null, user: { alias: '', seat: '' } });
    expect(others(critic.client).get(client.doc.clientID)?.user.alias).toBe(presenter.mine.alias);

    await server.stand(council.id, 'opinions', running);
    await until(() => !others(client).has(hidden), 'the hidden shape to go');
    await until(() => find(client, ({ user }) => user.role === 'respondent') !== undefined, 'the shape');
    const [visible, placed] = find(client, ({ user }) => user.role === 'respondent') ?? [0, null];
    expect([hidden, critic.client.doc.clientID]).not.toContain(visible);
    // A shape that stands where the name stood would have a name: it has no place until it moves.
    expect(placed?.cursor).toBeNull();
    show(critic, { cursor: { x: 3, y: 3 } });
    await until(() => others(client).get(visible)?.cursor?.x === 3, 'the moved shape');

    await server.stand(council.id, 'open');
    await until(() => others(client).get(critic.client.doc.clientID)?.cursor?.x === 3, 'the name again');
    expect(others(client).get(critic.client.doc.clientID)?.user.alias).toBe(critic.mine.alias);
    show(critic, { cursor: { x: 4, y: 4 } });
    await until(() => others(client).get(critic.client.doc.clientID)?.cursor?.x === 4, 'the next move');
    expect(others(client).size).toBe(1);
    expect(codes).toEqual([]);
  });

  it('MASK-4 who is hidden and silent is not taken for gone', async () => {
    const quick = await startLiveServer({ limits: { heartbeatMs: 40 } });
    const host = quick.person();
    const { id } = await host.createCouncil();
    const room = `board/${(await host.createBoard(id)).id}`;
    const { person } = await quick.join(host, id, 'respondent');
    await quick.stand(id, 'read', { running: true });
    const raw = openRaw(host, room);
    const page = openRoom(person, room);
    open.push(raw, page);
    const told = (): number => bytes(raw).split('"role":"respondent"').length - 1;
    await until(() => told() >= 4, 'word at each heartbeat');
    page.destroy();
    await quick.close();
  });

  it('MASK-5 signs are passed on from who may give them, the laser from who leads', async () => {
    await server.stand(council.id, 'opinions', running);
    const { client } = presenter;
    show(critic, { reaction: { kind: 'agree', n: 1 }, laser: { x: 1, y: 1 }, presenting: { frame: null, turn: 1 } });
    await until(() => find(client, ({ reaction }) => reaction?.kind === 'agree') !== undefined, 'the sign');
    const [wire, seen] = find(client, ({ reaction }) => reaction !== undefined) ?? [0, null];
    expect(seen?.reaction).toEqual({ kind: 'agree', n: 1 });
    expect(seen).not.toHaveProperty('laser');
    expect(seen).not.toHaveProperty('presenting');
    show(critic, { reaction: { kind: 'shout', n: 2 }, cursor: { x: 5, y: 5 } });
    await until(() => others(client).get(wire)?.cursor?.x === 5, 'the cursor');
    expect(others(client).get(wire)).not.toHaveProperty('reaction');
    show(presenter, { laser: { x: 8, y: 8 } });
    await until(() => find(critic.client, ({ laser }) => laser?.x === 8) !== undefined, 'the laser');
  });

  it('MASK-6 nobody speaks under the id that the server gave a shape', async () => {
    await server.stand(council.id, 'opinions', running);
    const { client } = presenter;
    show(critic, { cursor: { x: 1, y: 1 } });
    await until(() => find(client, ({ cursor }) => cursor?.x === 1) !== undefined, 'the shape');
    const [wire] = find(client, ({ cursor }) => cursor?.x === 1) ?? [0];
    const raw = openRaw(convenor, `board/${board.id}`);
    open.push(raw);
    await raw.opened;
    raw.send(presenceMessage({ [wire]: { cursor: { x: 666, y: 1 } } }));
    raw.send(presenceMessage({ 12345: { cursor: { x: 55, y: 1 } } }));
    await until(() => others(client).get(12345)?.cursor?.x === 55, 'the own id');
    expect(others(client).get(wire)?.cursor?.x).toBe(1);
  });

  it('MASK-7 who comes back over a new line leaves no second shape, also not on the own page', async () => {
    await server.stand(council.id, 'opinions', running);
    show(critic, { cursor: { x: 1, y: 1 } });
    const { client } = presenter;
    const shapes = (seen: SyncClient): number =>
      [...others(seen).values()].filter(({ user }) => user.role === 'respondent').length;
    await until(() => shapes(client) === 1, 'the shape');
    // The same page over a second line, while the server still holds the first.
    const again = openRoom(critic.person, `board/${board.id}`, { doc: critic.client.doc });
    open.push(again);
    await again.synced();
    again.awareness.setLocalState({ cursor: { x: 2, y: 2 } });
    await until(() => find(client, ({ cursor }) => cursor?.x === 2) !== undefined, 'the new line');
    expect([shapes(client), shapes(again)]).toEqual([1, 0]);
  });
});
