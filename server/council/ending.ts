import { randomInt } from 'node:crypto';
import { roomName } from '#shared/lanes/names.ts';
import { WHO } from '../seats/alias.ts';
import type { Services } from '../services.ts';
import type { Seal, SeatFace } from '../storage/storage.ts';

/**
 * Ends a council: it can only be read, its links and the keys to its seats are closed, and it is deleted in time. Felt at once on
 * open pages. `session` is written in the same step.
 */
export async function sealCouncil(services: Services, council: string, seal: Omit<Seal, 'at'>): Promise<void> {
  const { storage, tickets, hub, lane } = services;
  await storage.sealCouncil(council, { ...seal, at: services.now() });
  tickets.drop((pass) => pass.council === council);
  await lane.refresh(council);
  await hub.rightsChanged(council);
  await storage.wipe();
}

function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

/** Gives everybody in a council a name and colours that say nothing of those before, and its boards a past without people. */
export async function forgetPeople({ storage, hub }: Services, council: string): Promise<void> {
  const seats = shuffled(await storage.seats(council));
  const faces = seats.map(({ id }, i): [string, SeatFace] => [
    id,
    { alias: `Reader ${i + 1}`, who: WHO[i % WHO.length] as string },
  ]);
  await storage.forgetPeople(council, new Map(faces));
  for (const { id } of seats) hub.closeSeat(id, 'restart');
  await storage.wipe();
}

/** Removes a council for good, with everything in it, also from the files. */
export async function removeCouncil({ storage, hub, tickets }: Services, id: string): Promise<void> {
  const boards = await storage.boards(id);
  await hub.settled();
  await storage.deleteCouncil(id);
  tickets.drop((pass) => pass.council === id);
  hub.closeRoom(roomName('council', id), 'deleted');
  for (const board of boards) {
    hub.closeRoom(roomName('board', board.id), 'deleted');
    hub.closeRoom(roomName('critique', board.id), 'deleted');
  }
  await storage.wipe();
}

/** Removes the councils whose time has come, and what an earlier removal may have left in the files. */
export async function removeDueCouncils(services: Services): Promise<void> {
  for (const id of await services.storage.councilsToDelete(services.now())) await removeCouncil(services, id);
  await services.storage.wipe();
}
