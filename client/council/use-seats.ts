import { useEffect, useState } from 'react';
import type { Seat } from '#shared/protocol/api.ts';
import { api } from '../session/api.ts';
import { tell } from './parts.tsx';

const NOBODY: readonly Seat[] = [];
/** How often a convenor's page asks who came meanwhile, in milliseconds. */
const AGAIN_MS = 5_000;

/** Everybody who has a seat, for those who may know: asked again while the page is looked at. */
export function useSeats(councilId: string, allowed: boolean): readonly Seat[] {
  const [seats, setSeats] = useState(NOBODY);
  useEffect(() => {
    if (!allowed) return undefined;
    const ask = (): Promise<void> =>
      api
        .seats(councilId)
        .then((answer) => setSeats((now) => (JSON.stringify(now) === JSON.stringify(answer) ? now : answer)));
    ask().catch(tell);
    const timer = setInterval(() => {
      // The page says by itself when the line is lost; the next answer brings what was missed.
      if (document.visibilityState === 'visible') ask().catch(() => undefined);
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [councilId, allowed]);
  return allowed ? seats : NOBODY;
}
