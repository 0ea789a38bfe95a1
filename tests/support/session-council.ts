import type { Command, NewComment } from '#shared/critique/commands.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import type { MyPart, PublicSession } from '#shared/critique/public.ts';
import { type CouncilLane, readCouncilLane } from '#shared/lanes/council.ts';
import type { BoardSummary, Council } from '#shared/protocol/api.ts';
import type { Phase } from '#shared/rights/phases.ts';
import type { SeatRole } from '#shared/rights/roles.ts';
import type { Person, TestServer } from './server.ts';
import { openRoom, type SyncClient, until } from './sync-client.ts';

/** Somebody with a seat, as the tests drive them. */
export interface Seated {
  readonly person: Person;
  readonly seat: string;
  readonly alias: string;
}

export interface SessionCouncil {
  readonly id: string;
  readonly council: Council;
  readonly boards: readonly BoardSummary[];
  readonly convenor: Seated;
  join(role: SeatRole): Promise<Seated>;
  /** Sends a command; answers status and body. */
  tell(who: Seated, command: Command): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Sends a command that must be taken. */
  done(who: Seated, command: Command): Promise<MyPart>;
  mine(who: Seated): Promise<MyPart>;
  /** The council's lane as the convenor's page has it. */
  lane(): CouncilLane;
  session(): PublicSession;
  /** Steps on until this phase is on; answers the step. */
  goTo(phase: Phase, slot?: string | null): Promise<number>;
  close(): void;
}

export async function seatedIn(person: Person, council: string): Promise<Seated> {
  const { seat, alias } = await person.council(council);
  return { person, seat, alias };
}

let made = 0;
/** An id that no page has made before. */
export const freshId = (what: string): string => {
  made += 1;
  return `${what}-${made}`;
};

export const comment = (
  board: string,
  kind: CommentKindId,
  text: string,
  more: Partial<NewComment> = {},
): NewComment => ({
  id: freshId('comment'),
  board,
  kind,
  anchor: { on: 'board' },
  text,
  ...(kind === 'friction' ? { friction: { kind: 'unclear-owner', level: 2 } as const } : {}),
  ...(kind === 'vocabulary' ? { word: { term: 'Pod', symbol: 'unit', meaning: 'A team' } } : {}),
  ...more,
});

/** A council with boards, and a page of its convenor on its lane. */
export async function sessionCouncil(server: TestServer, boardCount: number): Promise<SessionCouncil> {
  const person = server.person();
  const council = await person.createCouncil();
  const id = council.id;
  const boards: BoardSummary[] = [];
  for (let n = 0; n < boardCount; n += 1) boards.push(await person.createBoard(id, { title: `Board ${n + 1}` }));
  const convenor = await seatedIn(person, id);
  const page: SyncClient = openRoom(person, `council/${id}`);
  await page.synced();
  const lane = (): CouncilLane => readCouncilLane(page.doc);
  const session = (): PublicSession => {
    const found = lane().session;
    if (found === null) throw new Error('There is no session in the lane.');
    return found;
  };
  const tell: SessionCouncil['tell'] = (who, command) =>
    who.person.request('POST', `/api/councils/${id}/commands`, command);
  const done: SessionCouncil['done'] = (who, command) =>
    who.person.ask<MyPart>('POST', `/api/councils/${id}/commands`, command);
  return {
    id,
    council,
    boards,
    convenor,
    async join(role) {
      return seatedIn(await server.join(person, id, role), id);
    },
    tell,
    done,
    mine: (who) => who.person.ask<MyPart>('GET', `/api/councils/${id}/session/mine`),
    lane,
    session,
    async goTo(phase, slot) {
      const step = session().steps.findIndex((one) => one.phase === phase && (slot === undefined || one.slot === slot));
      if (step < 0) throw new Error(`There is no step ${phase}.`);
      await done(convenor, { type: 'run.to', step });
      await until(() => lane().phase === phase && session().step === step, `the phase ${phase}`);
      return step;
    },
    close: () => page.destroy(),
  };
}

/** A running order of these boards and presenters, checked; started. Answers the slots. */
export async function startSession(
  council: SessionCouncil,
  presenters: readonly Seated[],
  rules: Extract<Command, { type: 'rules.set' }>['rules'] = {},
): Promise<readonly string[]> {
  const { convenor, boards, done } = council;
  if (Object.keys(rules).length > 0) await done(convenor, { type: 'rules.set', rules });
  const slots: string[] = [];
  for (const [i, presenter] of presenters.entries()) {
    const id = freshId('slot');
    await done(convenor, { type: 'slot.add', id, board: boards[i]?.id ?? '', seat: presenter.seat });
    await done(presenter, { type: 'slot.checked', id, checked: true });
    slots.push(id);
  }
  await done(convenor, { type: 'run.start' });
  await until(() => council.lane().session?.step === 0, 'the start');
  return slots;
}
