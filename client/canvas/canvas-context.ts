import { createContext, useContext } from 'react';
import type { BoardRuntime } from '../session/runtime.ts';
import type { Camera } from './camera.ts';
import type { LiveStore } from './live-state.ts';
import type { Scene } from './scene.ts';

/** What the parts of one mounted canvas share. */
export interface CanvasParts {
  readonly runtime: BoardRuntime;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly live: LiveStore;
}

export const CanvasContext = createContext<CanvasParts | null>(null);

/** Throws outside a board canvas. */
export function useCanvas(): CanvasParts {
  const parts = useContext(CanvasContext);
  if (parts === null) throw new Error('useCanvas is for components inside a board canvas.');
  return parts;
}
