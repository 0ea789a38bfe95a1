import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { History, HistoryState } from './history-store.ts';

export const HistoryContext = createContext<History | null>(null);

/** The history of the open board. Throws outside its panel. */
export function useHistory(): History {
  const history = useContext(HistoryContext);
  if (history === null) throw new Error('useHistory is for components inside the history panel.');
  return history;
}

export function useHistoryState<T>(slice: (state: HistoryState) => T): T {
  return useStore(useHistory().store, slice);
}
