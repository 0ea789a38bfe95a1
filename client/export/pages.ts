import type { Board, Id } from '#shared/board/model.ts';
import { compareOrder } from '#shared/board/order.ts';
import { type Drawing, drawBoard } from '#shared/drawing/draw-board.ts';
import type { Detail } from '#shared/drawing/mark.ts';
import type { PageStyle } from '#shared/formats/page/page.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import type { Slide } from '#shared/formats/pptx/slide.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { type Finding, lintNames } from '#shared/redaction/lint.ts';
import { type ExportChoices, type ExportTexts, markWords, sourceLine } from './choices.ts';
import { contentFor, type ExportContent, frameIn, selectionIn } from './content.ts';
import { type FormatId, formatOf } from './formats.ts';
import { slidePicture } from './slide-picture.ts';

/** What of the board a picture shows. */
export const BOARD = 'board';
export const SELECTION = 'selection';

/** Everything that says how a file is written; goes to the worker as it is. */
export interface ExportOrder {
  readonly choices: ExportChoices;
  readonly texts: ExportTexts;
  /** `BOARD`, `SELECTION` or the id of a frame; for pictures. */
  readonly what: string;
  readonly selection: readonly Id[];
  /** Pages that stay out, by their number from 0. */
  readonly off: readonly number[];
}

/** A page as the dialog shows it. */
export interface Page {
  readonly title: string;
  readonly svg: string;
  /** Size in units. */
  readonly w: number;
  readonly h: number;
  /** Smallest text in points; `null` where nothing is printed at a fixed size. */
  readonly smallest: number | null;
  readonly elements: number;
  readonly crossings: number;
}

export interface Preview {
  /** The format it is of. */
  readonly format: FormatId;
  readonly pages: readonly Page[];
  /** Names found in what would leave, by the ids of the board itself. */
  readonly names: readonly Finding[];
  /** Boxes in the file. */
  readonly elements: number;
}

/** A board of more boxes is shown without its words: they are too small to read, and slow to show. */
const LARGE = 1200;
/** At most so many sentences fit beside a drawing. */
const MOST_POINTS = 4;

/** What has been answered on the board, to talk about. */
function talkingPoints(board: Board): readonly string[] {
  const answered = [...board.prompts.values()].filter((prompt) => !prompt.dismissed && prompt.answer !== '');
  return answered
    .sort(compareOrder)
    .slice(0, MOST_POINTS)
    .map((prompt) => prompt.answer);
}

/** The slides of the file, those that stay out too. */
export function slidesFor({ board, states, critique = '' }: ExportContent, { choices }: ExportOrder): readonly Slide[] {
  return slidesOf(board, {
    by: choices.slides,
    prompts: choices.format === 'pptx' && choices.prompts,
    notes: choices.format === 'pptx',
    critique: choices.format === 'pptx' && choices.comments ? critique : '',
    points: choices.points ? talkingPoints(board) : [],
    states,
    legend: choices.legend,
    ratio: choices.ratio === '4:3' ? '4:3' : '16:9',
  });
}

/** The slides that leave. */
export const leavingSlides = (content: ExportContent, order: ExportOrder): readonly Slide[] =>
  slidesFor(content, order).filter((_, i) => !order.off.includes(i));

/** How pages look; the line at the foot is made from what the reader may see. */
export function pageStyle(board: Board, { choices, texts }: ExportOrder): PageStyle {
  return {
    ratio: choices.ratio === 'fit' && choices.format !== 'pdf' ? '16:9' : choices.ratio,
    finish: choices.finish,
    legend: choices.legend,
    source: choices.pattern && texts.source === null ? '' : sourceLine(board, texts),
    mark: markWords(choices, texts),
  };
}

/** The picture of the board, the selection or a frame. */
export function drawingFor(
  before: ExportContent,
  content: ExportContent,
  order: ExportOrder,
  detail?: Detail,
): Drawing {
  const { board } = content;
  const { choices, what } = order;
  const plain = formatOf(choices.format).shows === 'board';
  const frame = frameIn(before.board, board, what);
  const ids = what === SELECTION ? selectionIn(before.board, board, order.selection) : undefined;
  return drawBoard(board, {
    ...(detail === undefined ? {} : { detail }),
    finish: plain ? 'full' : choices.finish,
    legend: !plain && choices.legend && frame === undefined,
    title: !plain && what === BOARD,
    routes: routeBoard(board),
    ...(plain || ids === undefined ? {} : { ids }),
    ...(plain || frame === undefined ? {} : { crop: { x: frame.x, y: frame.y, w: frame.w, h: frame.h } }),
  });
}

const wholeOf = ({ board, now, states }: ExportContent): readonly Board[] => [
  board,
  now,
  ...states.map((state) => state.board),
];

/** Names in any of these boards, each once. */
function namesIn(boards: readonly Board[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const board of new Set(boards)) {
    for (const one of lintNames(board)) found.set(`${one.id} ${one.kind} ${one.text}`, one);
  }
  return [...found.values()];
}

/** How every page would look now. */
export function previewOf(all: ExportContent, order: ExportOrder): Preview {
  const { choices } = order;
  const content = contentFor(all, choices);
  const { board } = content;
  const format = formatOf(choices.format);
  if (format.shows === 'pages') {
    const style = pageStyle(board, order);
    const slides = slidesFor(content, order);
    const pages = slides.map((slide) => slidePicture(slide, style, choices.theme));
    const names = namesIn(choices.keep ? wholeOf(content) : [board, ...slides.map((slide) => slide.board)]);
    return { format: choices.format, pages, names, elements: board.elements.size };
  }
  const whole = choices.format === 'json' || (choices.keep && format.takes.includes('keep'));
  const names = namesIn(whole ? wholeOf(content) : [board]);
  const drawing = drawingFor(all, content, order, board.elements.size > LARGE ? 1 : 3);
  const { w, h } = drawing.box;
  const picture = format.shows === 'picture';
  const svg = svgOf(drawing, {
    theme: picture ? choices.theme : 'light',
    transparent: picture && choices.transparent,
    title: board.meta.title || 'Board',
  });
  const page: Page = {
    title: board.meta.title || 'Board',
    svg,
    w,
    h,
    smallest: null,
    elements: board.elements.size,
    crossings: 0,
  };
  return { format: choices.format, pages: [page], names, elements: board.elements.size };
}
