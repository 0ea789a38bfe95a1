import type { Mark } from '../mark.ts';
import { ink } from './marks.ts';

const TICK = { w: 10, h: 3, gap: 2.6 } as const;
export const GAUGE_HEIGHT = 5 * TICK.h + 4 * TICK.gap;

/** Five ticks, foundation at the bottom, the platform's layer filled; layer 0 (work management) is a bar across all of them. */
export function layerGauge(layer: number, x: number, y: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (let i = 1; i <= 5; i++) {
    const top = y + GAUGE_HEIGHT - i * TICK.h - (i - 1) * TICK.gap;
    const on = i === layer;
    marks.push({
      type: 'rect',
      x,
      y: top,
      w: TICK.w,
      h: TICK.h,
      r: 0.6,
      ...(on ? { fill: { color: 'ink' as const } } : {}),
      stroke: on ? ink(1) : ink(0.8, { alpha: 0.55 }),
    });
  }
  if (layer === 0) {
    marks.push({
      type: 'rect',
      x: x + TICK.w / 2 - 1.5,
      y: y - 1.5,
      w: 3,
      h: GAUGE_HEIGHT + 3,
      fill: { color: 'ink' },
    });
  }
  return marks;
}
