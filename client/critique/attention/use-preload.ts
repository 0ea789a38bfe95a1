import { useEffect } from 'react';
import { nextSlot } from '../bar/step-view.ts';
import { useCritique } from '../critique-room.ts';
import { preloadBoard } from '../room/preload.ts';
import { useCritiqueState } from '../room/use-session.ts';

/** Has the next board on this device before its turn comes. */
export function usePreload(): void {
  const { councilId, boardId, seat } = useCritique();
  const next = useCritiqueState((s) => nextSlot(s.session)?.board ?? null);
  useEffect(() => {
    if (next === null || next === boardId) return undefined;
    return preloadBoard(councilId, next, seat);
  }, [councilId, boardId, seat, next]);
}
