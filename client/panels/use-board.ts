import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Board } from '#shared/board/model.ts';
import { type OtherPerson, useRuntime } from '../session/runtime.ts';
import type { UiState } from '../state/ui-store.ts';

/** The board as it is; renders at every change of it. */
export function useBoard(): Board {
  const { view } = useRuntime();
  return useSyncExternalStore(view.subscribe, () => view.board);
}

/** A slice of this window's state. */
export function useUi<T>(slice: (ui: UiState) => T): T {
  return useStore(useRuntime().ui, slice);
}

/** The others who are here. */
export function useOthers(): readonly OtherPerson[] {
  const { room } = useRuntime();
  return useSyncExternalStore(room.subscribe, () => room.others);
}
