import type { Detail } from './mark.ts';

/** Zoom under which detail 3, 2 and 1 end. */
const STEPS = [0.6, 0.3, 0.15] as const;
/** A step is left only when the zoom is this share beyond it, so that a zoom on the edge does not flicker. */
const HYSTERESIS = 0.05;

const plain = (zoom: number): Detail => (zoom >= STEPS[0] ? 3 : zoom >= STEPS[1] ? 2 : zoom >= STEPS[2] ? 1 : 0);

/** Detail to draw at a zoom (1 is 100 %); with the previous detail given, steps have 5 % hysteresis. */
export function detailAt(zoom: number, previous?: Detail): Detail {
  const now = plain(zoom);
  if (previous === undefined || now === previous) return now;
  const reached = now > previous ? plain(zoom / (1 + HYSTERESIS)) : plain(zoom / (1 - HYSTERESIS));
  return now > previous ? (reached > previous ? reached : previous) : reached < previous ? reached : previous;
}
