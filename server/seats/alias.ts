import type { Role } from '#shared/rights/roles.ts';
import type { SeatRecord } from '../storage/storage.ts';

/** The eight shape and colour pairs. */
export const WHO = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** A, B … Z, AA, AB … */
function letters(n: number): string {
  const rest = Math.floor(n / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (n % 26));
}

/** Whether a role brings an organisation. */
export const presents = (role: Role): boolean => role === 'convenor' || role === 'presenter';

/** The first alias of its kind that nobody in the council has: "Org B" for who brings an organisation, else "Guest 4". */
export function freeAlias(role: Role, seats: readonly SeatRecord[]): string {
  const taken = new Set(seats.map((seat) => seat.alias));
  for (let n = 0; ; n += 1) {
    const alias = presents(role) ? `Org ${letters(n)}` : `Guest ${n + 1}`;
    if (!taken.has(alias)) return alias;
  }
}

/** The alias of a seat whose role changes: its own as long as it is of the right kind. */
export function aliasFor(role: Role, seat: SeatRecord, others: readonly SeatRecord[]): string {
  return presents(role) === seat.alias.startsWith('Org ') ? seat.alias : freeAlias(role, others);
}

/** The pair that the fewest have. */
export function rarestWho(seats: readonly SeatRecord[]): string {
  const count = (who: string): number => seats.filter((seat) => seat.who === who).length;
  return WHO.reduce((best, who) => (count(who) < count(best) ? who : best), WHO[0] as string);
}
