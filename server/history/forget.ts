import { NOBODY, type Storage } from '../storage/storage.ts';
import { SERVER_SEAT } from '../sync/room.ts';
import { chunkOf, rowsIn, stateIn } from './chunk.ts';

const nameless = (seats: readonly string[]): string[] => [
  ...new Set(seats.map((seat) => (seat === SERVER_SEAT ? seat : NOBODY))),
];

/** Takes out of a board's kept past who drew it; what was drawn and when stays. */
export async function forgetDrawers(storage: Storage, room: string): Promise<void> {
  const cuts = (await storage.versions(room)).map((version) => version.seq);
  for (const chunk of await storage.historyFrom(room, 0)) {
    const rows = (await rowsIn([chunk])).map((row) => ({ ...row, seats: nameless(row.seats) }));
    const parts = { rows, state: await stateIn(chunk), thinned: chunk.thinned, cuts };
    await storage.replaceHistory(room, { ...(await chunkOf(parts)), first: chunk.first });
  }
}
