import { useEffect, useState } from 'react';
import { useCritique } from '../critique-room.ts';
import { useCritiqueState } from '../room/use-session.ts';
import { type ClockFace, clockFace } from './clock-face.ts';

/** How often the clock is looked at, in milliseconds: often enough that no second is skipped. */
const LOOK_MS = 250;

/** The clock of the step that is on, as the server runs it; it goes on without a line. `null` without a step. */
export function useClock(): ClockFace | null {
  const room = useCritique();
  const clock = useCritiqueState((s) => s.session?.clock ?? null);
  const [, setShown] = useState('');
  useEffect(() => {
    if (clock === null) return undefined;
    const look = (): void => {
      const { left, state } = clockFace(clock, room.now());
      setShown(`${left} ${state}`);
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [clock, room]);
  return clock === null ? null : clockFace(clock, room.now());
}
