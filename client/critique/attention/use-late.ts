import { useEffect } from 'react';
import type { PublicSession } from '#shared/critique/public.ts';
import { useRuntime } from '../../session/runtime.ts';
import { useCritique } from '../critique-room.ts';
import { slotNow } from '../room/session-standing.ts';
import { useCritiqueState } from '../room/use-session.ts';

/** Who opens a board so long after its turn began is late, in milliseconds. */
export const LATE_MS = 30_000;

/** Whether the turn of the board that is on began a while ago. */
export function isLate(session: PublicSession, now: number): boolean {
  const { step, steps, clock } = session;
  if (step === null || clock === null) return false;
  const slot = steps[step]?.slot ?? null;
  const first = slot !== null && steps[step - 1]?.slot !== slot;
  return slot !== null && (!first || now - clock.startedAt >= LATE_MS);
}

/** Offers the digest once to who comes late to the board that is on. */
export function useLate(): void {
  const runtime = useRuntime();
  const room = useCritique();
  const session = useCritiqueState((s) => s.session);
  const mine = useCritiqueState((s) => s.mine !== null);
  const slot = slotNow(session);
  const id = slot?.board === runtime.boardId ? slot.id : null;
  useEffect(() => {
    const now = room.store.getState().session;
    // The server's clock is known with my own part.
    if (id === null || now === null || !mine) return;
    if (room.ui.getState().caughtUp === id) return;
    const presents = slotNow(now)?.seat === room.seat;
    room.ui.setState({ caughtUp: id, ...(isLate(now, room.now()) && !presents ? { panel: 'digest' as const } : {}) });
  }, [id, mine, room]);
}
