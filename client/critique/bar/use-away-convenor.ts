import { useEffect, useState } from 'react';
import { useOthers } from '../../panels/use-board.ts';
import { useCritique } from '../critique-room.ts';
import { useCritiqueState } from '../room/use-session.ts';

/** How long a convenor may be gone before another is told to go on, in milliseconds. */
export const AWAY_MS = 30_000;

/** Alias of a convenor who was here and has been gone for a while; only for those who can go on in their place. */
export function useAwayConvenor(): string | null {
  const room = useCritique();
  const others = useOthers();
  const role = useCritiqueState((s) => s.role);
  const here = others.find(({ presence: { user } }) => user.role === 'convenor' && user.seat !== room.seat);
  const alias = here?.presence.user.alias;
  const [last, setLast] = useState<string | null>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (alias !== undefined) {
      setLast(alias);
      setAway(false);
      return undefined;
    }
    const timer = setTimeout(() => setAway(true), AWAY_MS);
    return () => clearTimeout(timer);
  }, [alias]);
  return role === 'convenor' && away ? last : null;
}
