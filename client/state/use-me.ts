import { useCallback, useEffect, useState } from 'react';
import type { Me } from '#shared/protocol/api.ts';
import { api } from '../session/api.ts';

/** My councils as the server knows this browser; `null` while it is asked. */
export function useMe(): { readonly me: Me | null; readonly problem: string | null; readonly refresh: () => void } {
  const [me, setMe] = useState<Me | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useCallback(() => {
    api.me().then(
      (answer) => {
        setMe(answer);
        setProblem(null);
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'The server cannot be reached.'),
    );
  }, []);
  useEffect(refresh, [refresh]);
  return { me, problem, refresh };
}
