import { useEffect, useState } from 'react';
import type { People } from '#shared/critique/public.ts';
import { api } from '../../session/api.ts';

/** How often a page that shows it asks where everybody is, in milliseconds. */
const AGAIN_MS = 10_000;

/** Where everybody in a council is, in sums; `null` until it is known. Asked while it is shown. */
export function usePeople(councilId: string): People | null {
  const [people, setPeople] = useState<People | null>(null);
  useEffect(() => {
    const ask = (): void => {
      // Without a line the page says so by itself; the next answer brings what was missed.
      if (document.visibilityState === 'visible') api.people(councilId).then(setPeople, () => undefined);
    };
    ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => clearInterval(timer);
  }, [councilId]);
  return people;
}
