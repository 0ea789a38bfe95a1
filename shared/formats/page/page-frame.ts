import type { Board, Box } from '../../board/model.ts';
import { drawLegend, legendOf } from '../../drawing/legend.ts';
import type { Mark } from '../../drawing/mark.ts';
import { breakLines } from '../../drawing/measure-text.ts';
import type { Place } from './place.ts';

/** Measures of a slide or page, in its units, 96 to the inch. */
export const PAGE = { margin: 40, header: 100, footer: 44, column: 184, gutter: 32 } as const;

/** Small drawings are not blown up further than this. */
const LARGEST = 1.22;

export interface PageSize {
  readonly w: number;
  readonly h: number;
}

/** Where a window on a board lies on a page: as large as there is room, in the middle. `column` says whether words stand beside it. */
export function placeDrawing(window: Box, page: PageSize, column: boolean): Place {
  const room: Box = {
    x: PAGE.margin,
    y: PAGE.header,
    w: page.w - 2 * PAGE.margin - (column ? PAGE.column + PAGE.gutter : 0),
    h: page.h - PAGE.header - PAGE.footer - PAGE.margin / 2,
  };
  const scale = Math.min(room.w / window.w, room.h / window.h, LARGEST);
  const at = { x: room.x + (room.w - window.w * scale) / 2, y: room.y + (room.h - window.h * scale) / 2 };
  return { from: window, at, scale };
}

/** Left edge of the column. */
export const columnX = (page: PageSize): number => page.w - PAGE.margin - PAGE.column;

const TEXT = { size: 13, weight: 400, color: 'ink-2' } as const;

/** Sentences under a heading, in the column. */
export function pointsMarks(points: readonly string[], page: PageSize): readonly Mark[] {
  if (points.length === 0) return [];
  const x = columnX(page);
  const top = PAGE.header;
  const marks: Mark[] = [
    { type: 'path', d: `M${x} ${top}H${x + PAGE.column}`, stroke: { color: 'ink', width: 1 } },
    { type: 'text', x, y: top + 24, text: 'To talk about', size: 13.4, weight: 600, color: 'ink' },
  ];
  let y = top + 48;
  for (const point of points) {
    for (const line of breakLines(point, PAGE.column, TEXT.size, TEXT.weight)) {
      marks.push({ type: 'text', x, y, text: line, ...TEXT });
      y += 18;
    }
    y += 8;
  }
  return marks;
}

export interface PlacedMarks {
  readonly marks: readonly Mark[];
  /** Size of the marks before they are placed. */
  readonly w: number;
  readonly h: number;
  readonly place: Place;
  /** The words in it, in reading order. */
  readonly words: readonly string[];
}

/** The legend at the foot of the column, no wider than it; `null` for an empty board. */
export function legendMarks(board: Board, page: PageSize): PlacedMarks | null {
  const entries = legendOf(board);
  if (entries.length === 0) return null;
  const { marks, w, h } = drawLegend(entries, entries.length > 16 ? 2 : 1);
  const scale = Math.min(1.1, PAGE.column / w, (page.h - PAGE.header - PAGE.footer - PAGE.margin) / h);
  const at = { x: columnX(page), y: page.h - PAGE.footer - 16 - h * scale };
  return { marks, w, h, place: { from: { x: 0, y: 0 }, at, scale }, words: entries.map((entry) => entry.label) };
}

/** A rule with the source at its left and the mark at its right. */
export function footMarks(page: PageSize, source: string, mark: string): readonly Mark[] {
  const y = page.h - PAGE.footer;
  const marks: Mark[] = [
    { type: 'path', d: `M${PAGE.margin} ${y}H${page.w - PAGE.margin}`, stroke: { color: 'ink', alpha: 0.2, width: 1 } },
  ];
  const line = { type: 'text', y: y + 22, size: 13.4 } as const;
  if (source !== '') marks.push({ ...line, x: PAGE.margin, text: source, weight: 400, color: 'ink-2' });
  if (mark !== '') {
    marks.push({ ...line, x: page.w - PAGE.margin, text: mark, weight: 600, color: 'ink', anchor: 'end' });
  }
  return marks;
}

/** The box of a drawing without the margin it brings. */
export const tight = ({ x, y, w, h }: Box): Box => ({ x: x + 24, y: y + 24, w: w - 48, h: h - 48 });
