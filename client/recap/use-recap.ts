import { useCallback, useEffect, useState } from 'react';
import type { Recap } from '#shared/critique/recap/recap.ts';
import { api } from '../session/api.ts';

/** How often a page that is looked at asks what others wrote meanwhile. */
const AGAIN_MS = 5_000;

export interface RecapState {
  readonly recap: Recap | null;
  /** Why there is none, one sentence. */
  readonly problem: string | null;
  readonly refresh: () => void;
}

/** The recap of a council's session, asked again while it is looked at and not sealed. */
export function useRecap(councilId: string, live: boolean): RecapState {
  const [recap, setRecap] = useState<Recap | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useCallback(() => {
    api.recap(councilId).then(
      (answer) => {
        setProblem(null);
        // The same again leaves what somebody is writing alone.
        setRecap((now) => (JSON.stringify(now) === JSON.stringify(answer) ? now : answer));
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'The server cannot be reached.'),
    );
  }, [councilId]);
  useEffect(refresh, [refresh]);
  useEffect(() => {
    if (!live) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [live, refresh]);
  return { recap, problem, refresh };
}
