import type { Role } from '#shared/rights/roles.ts';
import type { SeatRecord } from '../storage/storage.ts';

/** The eight shape and colour pairs. */
export const WHO = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** A, B … Z, AA, AB … */
function letters(n: number): string {
  const rest = Math.floor(n / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (n % 26));
}

/** The first alias of its kind that nobody in the council has: "Org B" for who brings an organisation, else "Guest 4". */
export function freeAlias(role: Role, seats: readonly SeatRecord[]): string {
  const taken = new Set(seats.map((seat) => seat.alias));
  const presents = role === 'convenor' || role === 'presenter';
  for (let n = 0; ; n += 1) {
    const alias = presents ? `Org ${letters(n)}` : `Guest ${n + 1}`;
    if (!taken.has(alias)) return alias;
  }
}

/** The pair that the fewest have. */
export function rarestWho(seats: readonly SeatRecord[]): string {
  const count = (who: string): number => seats.filter((seat) => seat.who === who).length;
  return WHO.reduce((best, who) => (count(who) < count(best) ? who : best), WHO[0] as string);
}
