import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comment } from '#shared/critique/comment.ts';
import type { MyPart } from '#shared/critique/public.ts';
import { type CouncilLane, readCouncilLane } from '#shared/lanes/council.ts';
import { readCritiqueLane } from '#shared/lanes/critique.ts';
import { Person, startTestServer } from './server.ts';
import { openRoom } from './sync-client.ts';

/** What somebody finds when they come back after a crash. */
export interface Found {
  readonly lane: CouncilLane;
  readonly comments: readonly Comment[];
  /** Own parts, in the order of the people asked for; without the clock that goes on. */
  readonly mine: readonly Omit<MyPart, 'now'>[];
}

/** A part without the clock that goes on; what it holds is a set. */
export const withoutNow = ({ now: _now, ...rest }: MyPart): Omit<MyPart, 'now'> => ({
  ...rest,
  comments: [...rest.comments].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

/**
 * What a server would find that was killed at this moment: the bytes of the files as they are now, without a goodbye. The copy
 * is made in one go, so that it is what a `kill -9` leaves (pages that were written stay with the system).
 */
export async function afterCrash(
  data: string,
  where: { readonly council: string; readonly board: string },
  people: readonly Person[],
): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-crash-'));
  const copy = join(folder, 'orgora.sqlite');
  for (const end of ['', '-wal']) if (existsSync(`${data}${end}`)) copyFileSync(`${data}${end}`, `${copy}${end}`);
  const server = await startTestServer({ data: copy });
  try {
    const back = people.map((person) => {
      const again = new Person(server.url);
      again.cookie = person.cookie;
      return again;
    });
    const [first] = back;
    if (first === undefined) throw new Error('Nobody comes back.');
    const council = openRoom(first, `council/${where.council}`);
    const critique = openRoom(first, `critique/${where.board}`);
    await Promise.all([council.synced(), critique.synced()]);
    const found = { lane: readCouncilLane(council.doc), comments: readCritiqueLane(critique.doc) };
    const mine = await Promise.all(
      back.map(async (one) => withoutNow(await one.ask<MyPart>('GET', `/api/councils/${where.council}/session/mine`))),
    );
    council.destroy();
    critique.destroy();
    return { ...found, mine };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
