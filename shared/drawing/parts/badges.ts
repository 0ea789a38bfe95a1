import type { DrawContext, ElementProps } from '../../vocabulary/define-kind.ts';
import { sign } from '../glyphs.ts';
import type { Mark } from '../mark.ts';
import { measureText } from '../measure-text.ts';
import { shortNumber } from './facts-row.ts';
import { ink, text } from './marks.ts';

/** Width a lock takes from the name. */
export const LOCK_WIDTH = 16;

/** A pill 19 high with its right end at `right` and its top at `top`. */
export function pill(
  value: string,
  right: number,
  top: number,
  full = false,
): { readonly marks: readonly Mark[]; readonly w: number } {
  const w = measureText(value, 11, 600) + 14;
  return {
    w,
    marks: [
      {
        type: 'rect',
        x: right - w,
        y: top,
        w,
        h: 19,
        r: 9.5,
        fill: { color: full ? 'ink' : 'surface' },
        stroke: ink(1.2),
      },
      text(right - w / 2, top + 13.4, value, {
        size: 11,
        weight: 600,
        anchor: 'middle',
        ...(full ? { color: 'on-ink' as const } : {}),
      }),
    ],
  };
}

/** What stands on the top-right corner at full detail: total load, the ⇄ of an embedded role, the lock. `lockAt` is the lock's left top. */
export function badges(
  props: ElementProps,
  context: DrawContext,
  lockAt: { readonly x: number; readonly y: number } = { x: props.w - 20, y: 7 },
): readonly Mark[] {
  if (context.detail < 3) return [];
  const marks: Mark[] = [];
  if (props.locked) marks.push(sign('lock', lockAt.x, lockAt.y, 12, 1.4, 'ink-3'));
  let cx = props.w - 4;
  const { loads, embedded } = context.facts;
  const total = loads.reduce((sum, load) => sum + load.share, 0);
  // One load stands in the facts row already; the pill adds up several.
  if (loads.length > 1 || total > 100) {
    const drawn = pill(`${shortNumber(total)} %`, props.w + 10, -10, total > 100);
    marks.push(...drawn.marks);
    cx = props.w + 10 - drawn.w - 11;
  }
  if (embedded) {
    marks.push({ type: 'circle', cx, cy: 0, r: 9, fill: { color: 'surface' }, stroke: ink(1.2) });
    marks.push(sign('arrow-left-right', cx - 6, -6, 12, 1.4));
  }
  return marks;
}
