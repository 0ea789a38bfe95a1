import { useCallback, useEffect, useState } from 'react';
import type { Me } from '#shared/protocol/api.ts';
import { ApiError, api } from '../session/api.ts';
import { keepMe, keptMe } from '../session/known-council.ts';

/** My councils as the server knows this browser, without a line what it said last; `null` while it is asked. */
export function useMe(): { readonly me: Me | null; readonly problem: string | null; readonly refresh: () => void } {
  const [me, setMe] = useState<Me | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useCallback(() => {
    api.me().then(
      (answer) => {
        keepMe(answer);
        setMe(answer);
        setProblem(null);
      },
      (error: unknown) => {
        if (error instanceof ApiError && error.status === 0) setMe((now) => now ?? keptMe());
        setProblem(error instanceof Error ? error.message : 'The server cannot be reached.');
      },
    );
  }, []);
  useEffect(refresh, [refresh]);
  return { me, problem, refresh };
}
