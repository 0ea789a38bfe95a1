import type { Services } from '../services.ts';
import { keepConvenor } from './roles.ts';
import { hashSecret, newSecret } from './secrets.ts';

const MOST_KEYS = 5;

/** A new secret that moves a seat to another browser, once. Only its hash is kept. */
export async function newSeatKey({ storage, now }: Services, seat: string): Promise<string> {
  const secret = newSecret();
  await storage.createSeatKey(hashSecret(secret), seat, now(), MOST_KEYS);
  return secret;
}

/**
 * Moves the seat of a key to this session, which loses another seat it has in that council. The browser that had the seat is
 * sent away. Answers the council; `null` when there is no such key.
 *
 * @throws ApiError when the session would give up the only convenor
 */
export async function joinByKey(services: Services, secret: string, session: string): Promise<string | null> {
  const { storage, hub, tickets } = services;
  const hash = hashSecret(secret);
  const found = await storage.seatOfKey(hash);
  if (found === null) return null;
  return services.serial.run(found.council, async () => {
    const mine = await storage.seatOf(hashSecret(session), found.council);
    if (mine !== null && mine.id !== found.id) keepConvenor(await storage.seats(found.council), mine);
    const moved = await storage.moveSeat(hash, hashSecret(session));
    if (moved === null) return null;
    const gone = [moved.seat.id, ...(moved.replaced === null ? [] : [moved.replaced.id])];
    tickets.drop(({ seat }) => gone.includes(seat));
    if (mine?.id === moved.seat.id) return found.council;
    for (const seat of gone) hub.closeSeat(seat, 'revoked');
    return found.council;
  });
}
