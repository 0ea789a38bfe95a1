import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { PublicSession } from '#shared/critique/public.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import { type CritiqueState, type CritiqueUi, useCritique } from '../critique-room.ts';

/** A slice of what this page knows of the council's session. */
export function useCritiqueState<T>(slice: (state: CritiqueState) => T): T {
  return useStore(useCritique().store, slice);
}

/** A slice of what of the critique is open in this window. */
export function useCritiqueUi<T>(slice: (ui: CritiqueUi) => T): T {
  return useStore(useCritique().ui, slice);
}

/** Whether a session has been started and has not ended. */
export const isOn = (session: PublicSession | null): session is PublicSession =>
  session !== null && session.step !== null && session.endedAt === null;

/** Whether a session runs in the council of the open board, asked at this moment. */
export const sessionIsOn = (runtime: BoardRuntime): boolean => isOn(runtime.critique?.store.getState().session ?? null);

const never = (): (() => void) => () => undefined;

/** Whether a session runs in the council of the open board; light enough for pages without one. */
export function useSessionIsOn(runtime: BoardRuntime): boolean {
  return useSyncExternalStore(runtime.critique?.store.subscribe ?? never, () => sessionIsOn(runtime));
}
