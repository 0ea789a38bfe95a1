import type { Id } from '#shared/board/model.ts';
import type { Slot } from '#shared/critique/agenda.ts';
import type { MyPart, PublicSession } from '#shared/critique/public.ts';
import type { Standing } from '#shared/critique/standing.ts';
import type { Phase } from '#shared/rights/phases.ts';

/** Whether a session's rules are in force. */
export const isRunning = (phase: Phase): boolean => phase !== 'open' && phase !== 'sealed';

/** The slot whose turn it is, or `null` between boards. */
export const slotNow = (session: PublicSession | null): Slot | null =>
  session?.slots.find((slot) => slot.state === 'now') ?? null;

/**
 * What this page's rights depend on, from what it may know: who presents which board is public, who challenges is known of
 * oneself only.
 */
export function sessionStanding(
  phase: Phase,
  session: PublicSession | null,
  mine: Pick<MyPart, 'challenges'> | null,
  seat: string,
): Standing {
  const owners = new Map<Id, string>();
  for (const slot of session?.slots ?? []) if (slot.seat !== null) owners.set(slot.board, slot.seat);
  const now = slotNow(session);
  const challenges = now !== null && (mine?.challenges.includes(now.id) ?? false);
  return { phase, running: isRunning(phase), owners, challengers: new Set(challenges ? [seat] : []) };
}
