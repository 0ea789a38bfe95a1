import { useEffect } from 'react';
import { visibleBox } from './camera.ts';
import { useCanvas } from './canvas-context.ts';

/** Most ids of a selection that are shown to the others: presence messages are small. */
const SHOWN = 50;

/** Shows the others what I have selected and which part of the board I see. */
export function useMyPresence(): void {
  const { runtime, camera } = useCanvas();
  useEffect(() => {
    const view = () => {
      const { x, y, w, h } = visibleBox(camera.get());
      runtime.room.show({
        viewport: { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) },
      });
    };
    const stops = [
      camera.subscribe(view),
      runtime.ui.subscribe((now, before) => {
        if (now.selection !== before.selection) runtime.room.show({ selection: [...now.selection].slice(0, SHOWN) });
      }),
    ];
    runtime.room.show({ selection: [...runtime.ui.getState().selection].slice(0, SHOWN) });
    return () => {
      for (const stop of stops) stop();
    };
  }, [runtime, camera]);
}
