import type { Board, Box } from '../board/model.ts';
import type { DrawingItem } from './draw-board.ts';
import { ellipsize, measureText } from './measure-text.ts';
import { text, when } from './parts/marks.ts';

/** Smallest box around boxes; an empty board is a small sheet. */
export function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, w: 320, h: 180 };
  const x = Math.floor(Math.min(...boxes.map((b) => b.x)));
  const y = Math.floor(Math.min(...boxes.map((b) => b.y)));
  const w = Math.ceil(Math.max(...boxes.map((b) => b.x + b.w))) - x;
  return { x, y, w, h: Math.ceil(Math.max(...boxes.map((b) => b.y + b.h))) - y };
}

const LEAST_WIDTH = 480;

/** Title and subtitle above the drawing, left-aligned with it; `null` when the board has neither. */
export function titleItem(
  board: Board,
  x: number,
  y: number,
  w: number,
): { readonly item: DrawingItem; readonly w: number; readonly h: number } | null {
  const { title, subtitle } = board.meta;
  if (title === '' && subtitle === '') return null;
  const room = Math.max(w, LEAST_WIDTH);
  const head = ellipsize(title, room, 24, 600);
  const line = ellipsize(subtitle, room, 13, 400);
  const h = (head === '' ? 0 : 32) + (line === '' ? 0 : 20) + 20;
  const top = y - h;
  return {
    w: Math.max(measureText(head, 24, 600), measureText(line, 13, 400)),
    h,
    item: {
      id: 'title',
      layer: 'title',
      at: { x, y: top },
      marks: [
        ...when(head !== '', () => [text(0, 24, head, { size: 24, weight: 600, tracking: -0.012 })]),
        ...when(line !== '', () => [text(0, head === '' ? 14 : 46, line, { size: 13, weight: 400, color: 'ink-2' })]),
      ],
      sentence: subtitle === '' ? title : `${title}. ${subtitle}`,
    },
  };
}
