import { useEffect, useRef } from 'react';
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

/** Offers the digest once to who comes late to the board that is on; who was here when its turn came has missed nothing. */
export function useLate(): void {
  const runtime = useRuntime();
  const room = useCritique();
  const slot = useCritiqueState((s) => slotNow(s.session));
  const mine = useCritiqueState((s) => s.mine !== null);
  const id = slot?.board === runtime.boardId ? slot.id : null;
  const came = useRef(id);
  useEffect(() => {
    const { session } = room.store.getState();
    // The server's clock is known with my own part.
    if (id === null || session === null || !mine || room.ui.getState().caughtUp === id) return;
    const missed = came.current === id && isLate(session, room.now()) && slotNow(session)?.seat !== room.seat;
    room.ui.setState({ caughtUp: id, ...(missed ? { panel: 'digest' as const } : {}) });
  }, [id, mine, room]);
}
