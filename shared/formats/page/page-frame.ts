import type { Board, Box } from '../../board/model.ts';
import { drawLegend, legendOf } from '../../drawing/legend.ts';
import type { Mark } from '../../drawing/mark.ts';
import { breakLines, ellipsize, measureText } from '../../drawing/measure-text.ts';
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

/** Sizes that the sentences are set in, the largest that they fit in; at the last one they are cut. */
const POINT_SIZES = [13, 12, 11, 10] as const;
/** Of the height of the column, as much as the sentences take beside a legend. */
const POINTS_SHARE = 0.55;

const columnHeight = (page: PageSize): number => page.h - PAGE.header - PAGE.footer - PAGE.margin;

interface PointLines {
  readonly lines: readonly (readonly string[])[];
  readonly size: number;
  readonly lead: number;
  readonly h: number;
}

/** The sentences in lines that fit into a height under their heading. */
function pointLines(points: readonly string[], room: number): PointLines {
  const set = POINT_SIZES.map((size): PointLines => {
    const lines = points.map((point) => breakLines(point, PAGE.column, size, 400));
    const lead = (size * 18) / 13;
    return { lines, size, lead, h: 48 + lines.reduce((sum, some) => sum + some.length * lead + 8, 0) };
  });
  const fitting = set.find(({ h }) => h <= room);
  if (fitting !== undefined) return fitting;
  const [{ lines, size, lead }] = set.slice(-1) as [PointLines];
  const kept: string[][] = [];
  let h = 48;
  for (const some of lines) {
    const left = Math.floor((room - h) / lead);
    if (left < 1) break;
    const shown = some.slice(0, left);
    if (shown.length < some.length) shown.push(ellipsize(`${shown.pop() ?? ''}…`, PAGE.column, size, 400));
    kept.push(shown);
    h += shown.length * lead + 8;
  }
  return { lines: kept, size, lead, h };
}

const roomForPoints = (page: PageSize, legend: boolean): number => columnHeight(page) * (legend ? POINTS_SHARE : 1);

/** Sentences under a heading, in the column; `legend` says that a legend stands under them. */
export function pointsMarks(points: readonly string[], page: PageSize, legend = true): readonly Mark[] {
  if (points.length === 0) return [];
  const x = columnX(page);
  const top = PAGE.header;
  const { lines, size, lead } = pointLines(points, roomForPoints(page, legend));
  const marks: Mark[] = [
    { type: 'path', d: `M${x} ${top}H${x + PAGE.column}`, stroke: { color: 'ink', width: 1 } },
    { type: 'text', x, y: top + 24, text: 'To talk about', size: 13.4, weight: 600, color: 'ink' },
  ];
  let y = top + 48;
  for (const some of lines) {
    for (const text of some) {
      marks.push({ type: 'text', x, y, text, size, weight: 400, color: 'ink-2' });
      y += lead;
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

/** The legend at the foot of the column, no wider than it and clear of the sentences above; `null` for an empty board. */
export function legendMarks(board: Board, page: PageSize, points: readonly string[] = []): PlacedMarks | null {
  const entries = legendOf(board);
  if (entries.length === 0) return null;
  const { marks, w, h } = drawLegend(entries, entries.length > 16 ? 2 : 1);
  const taken = points.length === 0 ? 0 : pointLines(points, roomForPoints(page, true)).h;
  const scale = Math.min(1.1, PAGE.column / w, (columnHeight(page) - taken) / h);
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
  // Other fonts than ours may be a little wider.
  const taken = mark === '' ? 0 : measureText(mark, line.size, 600) * 1.06 + PAGE.gutter;
  const text = ellipsize(source, (page.w - 2 * PAGE.margin - taken) / 1.06, line.size, 400);
  if (source !== '') marks.push({ ...line, x: PAGE.margin, text, weight: 400, color: 'ink-2' });
  if (mark !== '') {
    marks.push({ ...line, x: page.w - PAGE.margin, text: mark, weight: 600, color: 'ink', anchor: 'end' });
  }
  return marks;
}

/** The box of a drawing without the margin it brings. */
export const tight = ({ x, y, w, h }: Box): Box => ({ x: x + 24, y: y + 24, w: w - 48, h: h - 48 });
