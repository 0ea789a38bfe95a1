import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useOthers } from '../../panels/use-board.ts';
import type { CritiqueRoom } from '../critique-room.ts';

/** Aliases that can be spoken to: those who present, and those who are here under one. */
export function useAliases(room: CritiqueRoom): readonly string[] {
  const slots = useStore(room.store, (state) => state.session?.slots);
  const others = useOthers();
  return useMemo(() => {
    const names = [...(slots ?? []).map((slot) => slot.alias), ...others.map((one) => one.presence.user.alias)];
    return [...new Set(names.filter((name) => name !== ''))].sort();
  }, [slots, others]);
}
