import type { Board } from '#shared/board/model.ts';
import { breakCrossings } from '#shared/drawing/line-breaks.ts';
import type { GroupMark, Mark } from '#shared/drawing/mark.ts';
import { THEMES, type ThemeName } from '#shared/drawing/theme.ts';
import { type PageBlock, type PageStyle, pageOf, smallestText } from '#shared/formats/page/page.ts';
import type { Slide } from '#shared/formats/pptx/slide.ts';
import { boardInWindow } from '#shared/formats/pptx/slide-board.ts';
import { marksToSvg } from '#shared/formats/svg.ts';
import { escapeXml, FONT_FAMILY, FONT_FEATURES } from '#shared/formats/svg-text.ts';
import { routeBoard } from '#shared/layout/route-board.ts';

/** A slide as it will come out, with what a person should know about it before it leaves. */
export interface SlidePicture {
  readonly svg: string;
  /** Size in units, 96 to the inch. */
  readonly w: number;
  readonly h: number;
  readonly title: string;
  /** Smallest text of the drawing in points, or `null` without text. */
  readonly smallest: number | null;
  readonly elements: number;
  readonly crossings: number;
}

function crossingsOf(board: Board): number {
  let n = 0;
  for (const route of breakCrossings(board, routeBoard(board)).values()) n += route.gaps?.length ?? 0;
  return n;
}

/** Below this scale nothing but outlines and lines can be seen; a page of thousands of boxes would only be slow to show. */
const OUTLINES_ONLY = 0.15;
/** Marks of an item that make its outline. */
const OUTLINE = 2;

const outlined = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark) => mark.type !== 'text').slice(0, OUTLINE);

function blockSvg({ items, place }: PageBlock, theme: ThemeName): string {
  const { from, at, scale } = place;
  const move = `translate(${at.x - from.x * scale} ${at.y - from.y * scale}) scale(${scale})`;
  const marks = items.map(
    (item): GroupMark => ({
      type: 'group',
      at: item.at,
      marks: scale < OUTLINES_ONLY ? outlined(item.marks) : item.marks,
    }),
  );
  return `<g transform="${move}">${marksToSvg(marks, theme)}</g>`;
}

/** Paints a slide or page. */
export function slidePicture(slide: Slide, style: PageStyle, theme: ThemeName): SlidePicture {
  const page = pageOf(slide, style);
  const { w, h, title } = page;
  const ground = THEMES[theme][theme === 'dark' ? 'paper' : 'surface'];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${escapeXml(FONT_FAMILY)}" style="font-feature-settings:${escapeXml(FONT_FEATURES)}">`,
    `<rect width="${w}" height="${h}" fill="${ground}"/>`,
    ...page.blocks.map((block) => blockSvg(block, theme)),
    '</svg>',
  ].join('');
  const smallest = smallestText(page);
  const board = slide.window === undefined ? slide.board : boardInWindow(slide.board, slide.window);
  return {
    svg,
    w,
    h,
    title,
    smallest: Number.isFinite(smallest) ? smallest : null,
    elements: board.elements.size,
    crossings: crossingsOf(board),
  };
}
