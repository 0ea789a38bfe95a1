import { randomInt } from 'node:crypto';
import { roomName } from '#shared/lanes/names.ts';
import { forgetDrawers } from '../history/forget.ts';
import { WHO } from '../seats/alias.ts';
import type { Services } from '../services.ts';
import type { Seal, SeatFace } from '../storage/storage.ts';

/** Trouble leaves what was deleted in the files until the next try, within the hour. */
async function wipe({ storage, log }: Services): Promise<void> {
  try {
    await storage.wipe();
  } catch (error) {
    log.error({ err: error }, 'what was deleted could not be taken out of the files; it is tried again');
  }
}

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
  await wipe(services);
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
export async function forgetPeople(services: Services, council: string): Promise<void> {
  const { storage, hub } = services;
  const seats = shuffled(await storage.seats(council));
  const faces = seats.map(({ id }, i): [string, SeatFace] => [
    id,
    { alias: `Reader ${i + 1}`, who: WHO[i % WHO.length] as string },
  ]);
  await storage.forgetPeople(council, new Map(faces));
  for (const { id } of seats) hub.closeSeat(id, 'restart');
  // A snapshot under way still makes a piece of history of what the log said before.
  await hub.compacted();
  for (const { id } of await storage.boards(council)) await forgetDrawers(storage, roomName('board', id));
  await wipe(services);
}

/** Removes a council for good, with everything in it, also from the files. */
export async function removeCouncil(services: Services, id: string): Promise<void> {
  const { storage, hub, tickets, critique } = services;
  const boards = await storage.boards(id);
  await hub.settled();
  await storage.deleteCouncil(id);
  critique.forget(id);
  tickets.drop((pass) => pass.council === id);
  hub.closeRoom(roomName('council', id), 'deleted');
  for (const board of boards) {
    hub.closeRoom(roomName('board', board.id), 'deleted');
    hub.closeRoom(roomName('critique', board.id), 'deleted');
  }
  await wipe(services);
}

/** Removes the councils whose time has come, and what an earlier removal may have left in the files. */
export async function removeDueCouncils(services: Services): Promise<void> {
  for (const id of await services.storage.councilsToDelete(services.now())) await removeCouncil(services, id);
  await wipe(services);
}
