import { hashSecret, newSecret } from './secrets.ts';

const LIFE_MS = 30_000;
const MAX_OPEN = 10_000;

interface Ticket {
  readonly seat: string;
  readonly council: string;
  readonly room: string;
  readonly until: number;
}

/** One-time passes for a socket of a seat to a room, for pages and tools that hold no cookie. Kept in this process only. */
export class Tickets {
  readonly #now: () => number;
  readonly #open = new Map<string, Ticket>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(seat: string, council: string, room: string): string {
    const now = this.#now();
    for (const [hash, ticket] of this.#open) {
      if (ticket.until > now && this.#open.size < MAX_OPEN) break;
      this.#open.delete(hash);
    }
    const secret = newSecret();
    this.#open.set(hashSecret(secret), { seat, council, room, until: now + LIFE_MS });
    return secret;
  }

  /** Tickets of these seats open nothing any more. */
  drop(isGone: (pass: { readonly seat: string; readonly council: string }) => boolean): void {
    for (const [hash, ticket] of this.#open) if (isGone(ticket)) this.#open.delete(hash);
  }

  /** Takes the ticket away, valid or not. Answers whose it was, `null` when it is not good for this room now. */
  redeem(secret: string, room: string): { readonly seat: string; readonly council: string } | null {
    const hash = hashSecret(secret);
    const ticket = this.#open.get(hash);
    this.#open.delete(hash);
    if (ticket === undefined || ticket.until <= this.#now() || ticket.room !== room) return null;
    return { seat: ticket.seat, council: ticket.council };
  }
}
