import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_RULES, FORM_SECONDS } from '#shared/critique/agenda.ts';
import { mayOn, type Standing } from '#shared/critique/standing.ts';
import { ACTIONS, type Action, PHASES, type Phase } from '#shared/rights/may.ts';
import type { Role } from '#shared/rights/roles.ts';
import { openMemory } from '../../server/storage/memory.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { comment, type Seated, type SessionCouncil, sessionCouncil, startSession } from '../support/session-council.ts';
import { PROBES, type Probed } from '../support/session-probes.ts';
import { quickClient } from '../support/session-requests.ts';
import { until } from '../support/sync-client.ts';

/** A phase that takes no time in the full form takes some here, so that one session has them all. */
const SECONDS = { ...FORM_SECONDS.full, ahead: 600 };
const REFUSED = 403;

/** Everybody in the council, in a state to be asked for anything in any phase. */
describe('rights over HTTP', () => {
  let server: TestServer;
  let council: SessionCouncil;
  let slots: readonly string[] = [];
  /** A comment that everybody may read, by somebody who is not asked here. */
  let pinned = '';
  const client = quickClient();
  const people = new Map<string, { readonly who: Seated; readonly role: Role }>();

  beforeAll(async () => {
    server = await startTestServer({
      storage: openMemory(),
      requests: { commandBurst: 100_000, commandsPerSecond: 100_000 },
    });
    council = await sessionCouncil(server, 2);
    people.set('convenor', { who: council.convenor, role: 'convenor' });
    for (const name of ['presenter', 'other presenter', 'scribe', 'respondent', 'challenger', 'observer'] as const) {
      const role = name === 'other presenter' ? 'presenter' : name === 'challenger' ? 'respondent' : name;
      people.set(name, { who: await council.join(role), role });
    }
  });
  afterAll(async () => {
    client.close();
    council.close();
    await server.close();
  });

  const of = (name: string): Seated => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`There is no ${name}.`);
    return found.who;
  };

  /** What everybody may know of the standing, from the lane; and who challenges, as this test has said. */
  function standing(): Standing {
    const { phase, session } = council.lane();
    const owners = new Map((session?.slots ?? []).flatMap(({ board, seat }) => (seat === null ? [] : [[board, seat]])));
    const running = session?.startedAt != null && session.endedAt === null;
    const isOn = session?.slots.some((slot) => slot.state === 'now') ?? false;
    return { phase, running, owners, challengers: new Set(isOn ? [of('challenger').seat] : []) };
  }

  async function status(name: string, action: Action, on: Probed): Promise<number | null> {
    const probe = PROBES[action];
    if (probe === null) return null;
    const root = `/api/councils/${council.id}`;
    const [method, path, body] =
      'command' in probe ? (['POST', '/commands', probe.command(on)] as const) : probe.request(on);
    const answer = await client.ask(of(name).person, method, `${root}${path}`, body);
    // Where a role could do it at another time, the reason says so.
    return answer.status === 409 && answer.text.includes('this part of the session') ? REFUSED : answer.status;
  }

  /** Every role, every action, in the phase that is on: what the table refuses is refused, and nothing else is. */
  async function tryAll(phase: Phase): Promise<void> {
    const now = standing();
    expect(now.phase).toBe(phase);
    const board = council.boards[0]?.id ?? '';
    const wrong: string[] = [];
    for (const [name, { who, role }] of people) {
      const on: Probed = { board, slot: slots[0] ?? 'none', comment: pinned, seat: who.seat };
      const results = await Promise.all(
        ACTIONS.map(async (action) => ({ action, got: await status(name, action, on) })),
      );
      for (const { action, got } of results) {
        if (got === null) continue;
        const isRequest = PROBES[action] !== null && 'request' in (PROBES[action] ?? {});
        // What concerns the council is asked without a board.
        const isOfBoard = !isRequest || /^(board\.(read|rename|duplicate)|history)/.test(action);
        const allowed = mayOn(now, { id: who.seat, role }, isOfBoard ? board : null, action);
        if ((got === REFUSED) === allowed) wrong.push(`${phase}: ${name} ${action}: ${got}, expected ${allowed}`);
      }
    }
    expect(wrong).toEqual([]);
  }

  it('RIGHTS-1 every role is refused over HTTP exactly what the table refuses, in every phase', async () => {
    const made = comment(council.boards[0]?.id ?? '', 'works', 'To be asked about');
    await council.done(await council.join('respondent'), { type: 'comment.add', comment: made });
    pinned = made.id;
    await tryAll('open');
    const rules = { ...DEFAULT_RULES, form: 'ahead', seconds: SECONDS, mapping: 'seal' } as const;
    slots = await startSession(council, [of('presenter'), of('other presenter')], rules);
    await council.done(of('convenor'), {
      type: 'slot.challengers',
      id: slots[0] ?? '',
      seats: [of('challenger').seat],
    });
    for (const phase of PHASES) {
      if (phase === 'open' || phase === 'sealed') continue;
      const isOfSlot = council.session().steps.some((step) => step.phase === phase && step.slot !== null);
      await council.goTo(phase, isOfSlot ? slots[0] : null);
      await tryAll(phase);
    }
    await council.done(of('convenor'), { type: 'run.end', passphrase: 'a long enough passphrase' });
    await until(() => council.lane().phase === 'sealed' && council.session().endedAt !== null, 'the end');
    await tryAll('sealed');
  }, 60_000);
});
