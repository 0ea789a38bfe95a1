import { useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Camera, View } from './camera.ts';

/** A slice of a vanilla store; renders again only when the slice changed. */
export const useSlice = <T, S>(store: StoreApi<T>, slice: (state: T) => S): S =>
  useSyncExternalStore(store.subscribe, () => slice(store.getState()));

/** The view as it is now; renders at every move of the view. */
export const useView = (camera: Camera): View => useSyncExternalStore(camera.subscribe, camera.get);
