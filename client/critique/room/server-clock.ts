/** How long a good measure is kept although a later answer took longer, in milliseconds. */
const KEPT_MS = 5 * 60_000;

export interface ServerClock {
  /** Milliseconds since 1970 on the server's clock. */
  now(): number;
  /** An answer said `serverNow`; it was asked at `asked` and came at `came`, both on this device's clock. */
  measured(serverNow: number, asked: number, came: number): void;
}

/** The server's clock as well as this page can know it: the answer that was quickest on its way tells the difference. */
export function createServerClock(here: () => number = Date.now): ServerClock {
  let offset = 0;
  let best: { readonly trip: number; readonly at: number } | null = null;
  return {
    now: () => here() + offset,
    measured(serverNow, asked, came) {
      const trip = came - asked;
      if (best !== null && trip > best.trip && came - best.at < KEPT_MS) return;
      best = { trip, at: came };
      offset = serverNow + trip / 2 - came;
    },
  };
}
