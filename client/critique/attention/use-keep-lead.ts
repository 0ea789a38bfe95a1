import { useEffect } from 'react';
import { useRuntime } from '../../session/runtime.ts';
import { useCritique } from '../critique-room.ts';

/** Who leads and opens another board takes everybody along: once for each opening, so that two windows never pull at the lead. */
export function useKeepLead(): void {
  const { boardId } = useRuntime();
  const room = useCritique();
  useEffect(() => {
    const spotlight = room.store.getState().session?.spotlight ?? null;
    if (spotlight === null || spotlight.seat !== room.seat || spotlight.board === boardId) return;
    if (room.can('lead.take')) void room.send({ type: 'lead.take', board: boardId });
  }, [room, boardId]);
}
