import { ROLES, type Role } from '#shared/rights/roles.ts';
import type { LinkRecord, SeatRecord, Storage } from '../storage/storage.ts';
import { aliasFor, freeAlias, rarestWho } from './alias.ts';
import { hashSecret, newId } from './secrets.ts';

export const strength = (role: Role): number => -ROLES.indexOf(role);

/** A seat for somebody new, with the alias and the colours that are free. */
export function newSeat(
  input: { readonly council: string; readonly session: string; readonly role: Role; readonly link: string | null },
  others: readonly SeatRecord[],
  now: number,
): SeatRecord {
  return { ...input, id: newId(), alias: freeAlias(input.role, others), who: rarestWho(others), createdAt: now };
}

export interface Joined {
  readonly seat: SeatRecord;
  /** The seat was there and has more rights now: what is open with the old ones must come back. */
  readonly upgraded: boolean;
}

/**
 * Takes a seat by a link. The same session keeps the seat it has; a link to a stronger role raises it, a weaker one changes
 * nothing. Answers why it cannot: when a seat of this session was removed, the links of that time no longer let it in.
 */
export async function takeSeat(
  storage: Storage,
  link: LinkRecord,
  session: string,
  now: number,
): Promise<Joined | 'seat-removed' | 'link-closed' | 'link-invalid'> {
  const hash = hashSecret(session);
  const isBarred = await storage.isBarred(hash, link.id);
  const seats = await storage.seats(link.council);
  const mine = seats.find((seat) => seat.session === hash);
  if (mine === undefined) {
    if (isBarred) return 'seat-removed';
    const seat = newSeat({ council: link.council, session: hash, role: link.role, link: link.id }, seats, now);
    // The council may have ended meanwhile, or the link been removed.
    const still = await storage.linkByHash(link.hash);
    if (still === null) return 'link-invalid';
    if (still.closedAt !== null) return 'link-closed';
    await storage.createSeat(seat);
    return { seat, upgraded: false };
  }
  if (isBarred || strength(link.role) <= strength(mine.role)) return { seat: mine, upgraded: false };
  const others = seats.filter((seat) => seat !== mine);
  const raised = { role: link.role, link: link.id, alias: aliasFor(link.role, mine, others) };
  await storage.updateSeat(mine.id, raised);
  return { seat: { ...mine, ...raised }, upgraded: true };
}
