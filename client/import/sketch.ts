import { boundsOf } from '#shared/board/geometry.ts';
import type { Board } from '#shared/board/model.ts';
import type { Sketch } from './desk.ts';

const MARGIN = 40;

/** Boxes and reporting lines as two paths: what ten thousand elements look like from far away. */
export function sketchOf(board: Board): Sketch {
  const around = boundsOf(board.elements.values()) ?? { x: 0, y: 0, w: 100, h: 60 };
  let boxes = '';
  for (const { x, y, w, h } of board.elements.values()) boxes += `M${x} ${y}h${w}v${h}h${-w}z`;
  let lines = '';
  for (const line of board.relations.values()) {
    const from = board.elements.get(line.from);
    const to = board.elements.get(line.to);
    if (line.kind !== 'reports' || from === undefined || to === undefined) continue;
    const bottom = to.y + to.h;
    const middle = Math.round((bottom + from.y) / 2);
    lines += `M${to.x + to.w / 2} ${bottom}V${middle}H${from.x + from.w / 2}V${from.y}`;
  }
  const { x, y, w, h } = around;
  return { view: `${x - MARGIN} ${y - MARGIN} ${w + 2 * MARGIN} ${h + 2 * MARGIN}`, boxes, lines };
}
