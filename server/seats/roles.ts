import type { SeatRole } from '#shared/rights/roles.ts';
import { apiError } from '../http/api-error.ts';
import type { Services } from '../services.ts';
import type { CouncilRecord, SeatRecord } from '../storage/storage.ts';
import { aliasFor } from './alias.ts';
import { strength } from './seats.ts';

/** Refuses what would leave a council without a convenor. @throws ApiError */
export function keepConvenor(seats: readonly SeatRecord[], leaving: SeatRecord): void {
  if (leaving.role !== 'convenor') return;
  if (!seats.some(({ id, role }) => role === 'convenor' && id !== leaving.id)) throw apiError('last-convenor');
}

/** The seats of a council and one of them, read in turn: two convenors must not undo each other at the same moment. */
function inTurn<T>(
  { serial, storage }: Services,
  council: string,
  id: string,
  change: (seat: SeatRecord, seats: readonly SeatRecord[]) => Promise<T>,
): Promise<T> {
  return serial.run(council, async () => {
    const seats = await storage.seats(council);
    const seat = seats.find((one) => one.id === id);
    if (seat === undefined) throw apiError('seat-not-found');
    return change(seat, seats);
  });
}

/**
 * Gives a seat another role, and an alias of that role's kind while the council lives. Its open pages come back at once and find
 * the new rights. Who has less now is not raised again by the links of now.
 *
 * @throws ApiError
 */
export async function changeRole(
  services: Services,
  council: CouncilRecord,
  id: string,
  role: SeatRole,
): Promise<SeatRecord> {
  const { storage, hub, lane } = services;
  const changed = await inTurn(services, council.id, id, async (seat, seats) => {
    if (role === seat.role) return seat;
    if (role !== 'convenor') keepConvenor(seats, seat);
    const others = seats.filter((one) => one.id !== id);
    const alias = council.phase === 'sealed' ? seat.alias : aliasFor(role, seat, others);
    if (strength(role) < strength(seat.role)) await storage.barSeat(id);
    await storage.updateSeat(id, { role, alias });
    hub.closeSeat(id, 'restart');
    return { ...seat, role, alias };
  });
  await lane.refresh(council.id);
  return changed;
}

/** Takes a seat away; its pages are sent away at once. @throws ApiError */
export async function removeSeat(services: Services, council: string, id: string): Promise<void> {
  await inTurn(services, council, id, async (seat, seats) => {
    keepConvenor(seats, seat);
    await services.storage.removeSeat(id);
  });
  services.hub.closeSeat(id, 'revoked');
}
