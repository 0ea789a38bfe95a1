import { useEffect, useState } from 'react';
import { useCritiqueState } from '../room/use-session.ts';

/** A line that is back sooner is not worth a word, in milliseconds; a page that has just opened has none yet. */
export const LOST_MS = 1_500;

/** Whether the line has been lost for a moment. */
export function useLineLost(): boolean {
  const live = useCritiqueState((s) => s.live);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (live) {
      setLost(false);
      return undefined;
    }
    const timer = setTimeout(() => setLost(true), LOST_MS);
    return () => clearTimeout(timer);
  }, [live]);
  return lost;
}
