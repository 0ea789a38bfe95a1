import { type DrawingItem, drawBoard } from '../../drawing/draw-board.ts';
import type { Finish, Mark, TextMark } from '../../drawing/mark.ts';
import { measureText, wrapText } from '../../drawing/measure-text.ts';
import type { Slide } from '../pptx/slide.ts';
import { boardInWindow } from '../pptx/slide-board.ts';
import { footMarks, legendMarks, PAGE, type PageSize, placeDrawing, pointsMarks, tight } from './page-frame.ts';
import type { Place } from './place.ts';
import { tableMarks, tableSentences } from './table-marks.ts';

/** `fit` is a page of the drawing's own size with its title and legend, without the rest of a slide. */
export type PageRatio = '16:9' | '4:3' | 'fit';

export interface PageStyle {
  readonly ratio: PageRatio;
  readonly finish: Finish;
  readonly legend: boolean;
  /** Left and right at the foot. */
  readonly source: string;
  readonly mark: string;
}

/** A part of a page: its marks, where they lie, and what it says to somebody who does not see it. */
export interface PageBlock {
  readonly role: 'title' | 'subtitle' | 'drawing' | 'table' | 'points' | 'legend' | 'foot';
  readonly items: readonly Pick<DrawingItem, 'at' | 'marks'>[];
  readonly place: Place;
  readonly says: string;
}

/** One page in units, 96 to the inch, with its blocks in reading order. */
export interface Page extends PageSize {
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

const SIZES = { '16:9': { w: 1280, h: 720 }, '4:3': { w: 960, h: 720 } } as const;
/** Longest side of a page, 200 inches: what every reader opens (ISO 32000-1, annex C). */
const LONGEST = 19_200;
/** As many sentences as a description holds; a larger board says how many more there are. */
const MOST_SENTENCES = 400;

const ORIGIN = { x: 0, y: 0 } as const;
const WHOLE: Place = { from: ORIGIN, at: ORIGIN, scale: 1 };

const words = (marks: readonly Mark[]): string =>
  marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])).join(' ');

const block = (role: PageBlock['role'], marks: readonly Mark[], place = WHOLE, says = words(marks)): PageBlock => ({
  role,
  items: [{ at: ORIGIN, marks }],
  place,
  says,
});

/** Least share of its size that a line is set in before it is broken or cut. */
const LEAST_SHARE = 0.55;

/** A text in at most so many lines: smaller when it is long, then broken, then cut. */
function fittingLines(mark: TextMark, width: number, most: number): readonly TextMark[] {
  if (mark.text.trim() === '') return [];
  const wide = measureText(mark.text, mark.size, mark.weight);
  const size = mark.size * Math.min(1, Math.max(LEAST_SHARE, width / wide));
  const lines = wide * LEAST_SHARE <= width ? [mark.text] : wrapText(mark.text, width, size, mark.weight, most);
  const top = mark.y - (lines.length - 1) * size * 0.7;
  return lines.map((text, i) => ({ ...mark, size, text, y: top + i * size * 1.25 }));
}

/** What a drawing says, item by item. */
function sentencesOf(items: readonly DrawingItem[]): string {
  const said = items.flatMap(({ sentence, layer }) =>
    sentence === '' || layer === 'title' || layer === 'legend' || layer === 'flag' ? [] : [`${sentence}.`],
  );
  if (said.length <= MOST_SENTENCES) return said.join(' ');
  return `${said.slice(0, MOST_SENTENCES).join(' ')} And ${said.length - MOST_SENTENCES} more.`;
}

const titleOf = (slide: Slide): string => (slide.title.trim() === '' ? 'Untitled board' : slide.title);

function fittedPage(slide: Slide, { finish, legend }: PageStyle): Page {
  const whole = slide.window === undefined;
  const options = whole ? { finish, title: true, legend } : { finish, crop: slide.window };
  const { box, items } = drawBoard(slide.board, options);
  const scale = Math.min(1, LONGEST / box.w, LONGEST / box.h);
  const title = titleOf(slide);
  return {
    w: Math.max(1, box.w * scale),
    h: Math.max(1, box.h * scale),
    title,
    blocks: [{ role: 'drawing', items, place: { from: box, at: ORIGIN, scale }, says: sentencesOf(items) }],
  };
}

/** A slide as a page of the same layout: what is on it and where, in no file format's words. */
export function pageOf(slide: Slide, style: PageStyle): Page {
  if (style.ratio === 'fit' && slide.table === undefined) return fittedPage(slide, style);
  const size = SIZES[style.ratio === 'fit' ? '16:9' : style.ratio];
  const board = slide.window === undefined ? slide.board : boardInWindow(slide.board, slide.window);
  const drawing = drawBoard(board, { finish: style.finish });
  const points = slide.points ?? [];
  const place = placeDrawing(slide.window ?? tight(drawing.box), size, style.legend || points.length > 0);
  const title = titleOf(slide);
  const width = size.w - 2 * PAGE.margin;
  const line = { type: 'text', x: PAGE.margin } as const;
  const head = fittingLines({ ...line, y: 54, text: title, size: 32, weight: 600, color: 'ink' }, width, 2);
  const under = { ...line, y: 80, text: slide.subtitle ?? '', size: 16, weight: 400, color: 'ink-2' } as const;
  const subtitle = fittingLines(under, width, 1);
  const legend = style.legend && slide.table === undefined ? legendMarks(board, size, points) : null;
  const middle: PageBlock =
    slide.table === undefined
      ? { role: 'drawing', items: drawing.items, place, says: sentencesOf(drawing.items) }
      : block('table', tableMarks(slide.table, size), WHOLE, tableSentences(slide.table));
  return {
    ...size,
    title,
    blocks: [
      block('title', head),
      ...(subtitle.length === 0 ? [] : [block('subtitle', subtitle)]),
      middle,
      ...(points.length === 0 ? [] : [block('points', pointsMarks(points, size, legend !== null))]),
      ...(legend === null ? [] : [block('legend', legend.marks, legend.place, `Legend: ${legend.words.join(', ')}.`)]),
      block('foot', footMarks(size, style.source, style.mark)),
    ],
  };
}

/** Size of the smallest text of a page's drawing in points; infinite when there is none. */
export function smallestText(page: Page): number {
  const least = (marks: readonly Mark[]): number =>
    Math.min(
      ...marks.map((mark) =>
        mark.type === 'group'
          ? least(mark.marks)
          : mark.type === 'text' && mark.text.trim() !== ''
            ? mark.size
            : Number.POSITIVE_INFINITY,
      ),
      Number.POSITIVE_INFINITY,
    );
  const sizes = page.blocks
    .filter(({ role }) => role === 'drawing')
    .flatMap(({ items, place }) => items.map(({ marks }) => least(marks) * place.scale * 0.75));
  return sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
