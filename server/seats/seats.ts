import { ROLES, type Role } from '#shared/rights/roles.ts';
import type { LinkRecord, SeatRecord, Storage } from '../storage/storage.ts';
import { freeAlias, rarestWho } from './alias.ts';
import { hashSecret, newId } from './secrets.ts';

const strength = (role: Role): number => -ROLES.indexOf(role);

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
 * nothing. Answers `null` when a seat of this session was removed: the links of that time no longer let it in.
 */
export async function takeSeat(
  storage: Storage,
  link: LinkRecord,
  session: string,
  now: number,
): Promise<Joined | null> {
  const hash = hashSecret(session);
  const isBarred = await storage.isBarred(hash, link.id);
  const seats = await storage.seats(link.council);
  const mine = seats.find((seat) => seat.session === hash);
  if (mine === undefined) {
    if (isBarred) return null;
    const seat = newSeat({ council: link.council, session: hash, role: link.role, link: link.id }, seats, now);
    await storage.createSeat(seat);
    return { seat, upgraded: false };
  }
  if (isBarred || strength(link.role) <= strength(mine.role)) return { seat: mine, upgraded: false };
  const others = seats.filter((seat) => seat !== mine);
  const presents = link.role === 'convenor' || link.role === 'presenter';
  const alias = presents && !mine.alias.startsWith('Org ') ? freeAlias(link.role, others) : mine.alias;
  const raised = { role: link.role, link: link.id, alias };
  await storage.updateSeat(mine.id, raised);
  return { seat: { ...mine, ...raised }, upgraded: true };
}
