import { type PointerState, travelled } from './gesture.ts';

/** Milliseconds that a finger rests before it means the menu. */
const HELD = 500;
/** How far a resting finger may stray, in CSS pixels. */
const STRAY = 10;

/** A finger that rests on one place, as against one that taps or moves. */
export interface LongPress {
  start(at: PointerState): void;
  move(to: PointerState): void;
  /** Ends it. Answers where it began when it was a tap: neither held nor moved. */
  stop(): PointerState | null;
}

export function createLongPress(held: (at: PointerState) => void): LongPress {
  let from: PointerState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => {
    clearTimeout(timer);
    from = null;
  };
  return {
    start(at) {
      clear();
      from = at;
      timer = setTimeout(() => {
        clear();
        held(at);
      }, HELD);
    },
    move(to) {
      if (from !== null && travelled(from, to) > STRAY) clear();
    },
    stop() {
      const tapped = from;
      clear();
      return tapped;
    },
  };
}
