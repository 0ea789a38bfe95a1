import type { Id } from '#shared/board/model.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { boxBetween } from '../canvas/geometry.ts';
import { idsIn } from '../canvas/hit-test.ts';
import type { Gesture, PointerState } from './gesture.ts';

/** Selects what the rectangle touches; with Shift it adds to what was selected. */
export function marquee({ runtime, scene, live }: CanvasParts, start: PointerState): Gesture {
  const before = runtime.ui.getState().selection;
  const kept: ReadonlySet<Id> = start.shift ? before : new Set();
  let last = '';
  const clear = () => live.setState({ marquee: null, busy: false });
  return {
    panAtEdges: true,
    move(pointer) {
      const box = boxBetween(start.at, pointer.at);
      live.setState({ marquee: box, busy: true });
      const ids = idsIn(scene, box);
      const key = ids.join(' ');
      if (key === last) return;
      last = key;
      runtime.ui.setState({ selection: new Set([...kept, ...ids]) });
    },
    end() {
      clear();
      if (last === '') runtime.ui.setState({ selection: kept });
    },
    cancel() {
      clear();
      runtime.ui.setState({ selection: before });
    },
  };
}
