import { LEAST_FOR_SUMS, type People } from '#shared/critique/public.ts';
import { roomName } from '#shared/lanes/names.ts';
import type { Hub } from '../sync/hub.ts';

/** Where the people of a council are now, in sums alone. @param boards those that everybody may open */
export function peopleIn(hub: Hub, council: string, boards: readonly string[]): People {
  const rooms = boards.map((id) => [id, hub.seatsIn(roomName('board', id))] as const);
  const everybody = new Set([
    ...hub.seatsIn(roomName('council', council)),
    ...rooms.flatMap(([, seats]) => [...seats]),
  ]);
  if (everybody.size < LEAST_FOR_SUMS) return { here: null, boards: {} };
  const counts = rooms.filter(([, seats]) => seats.size > 0).map(([id, seats]) => [id, seats.size]);
  return { here: everybody.size, boards: Object.fromEntries(counts) };
}
