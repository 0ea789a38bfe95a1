import type { Board } from '#shared/board/model.ts';
import { footWords } from '#shared/formats/page/foot-words.ts';
import { type CouncilBoard, councilSlides } from '#shared/formats/pptx/council-deck.ts';
import { type DeckOptions, LEAST_POINTS, slideOfFrame, slidesOf } from '#shared/formats/pptx/deck.ts';
import type { Slide } from '#shared/formats/pptx/slide.ts';
import { talkingPoints } from '#shared/formats/pptx/talking-points.ts';
import type { ExportOption, ExportOptions } from './export-format.ts';

/** What decks and documents of pages can follow. */
export const SLIDE_OPTIONS: readonly ExportOption[] = [
  'finish',
  'theme',
  'frame',
  'slides',
  'ratio',
  'legend',
  'points',
  'sourceLine',
  'alias',
  'day',
  'mark',
  'source',
];

const deckOptions = ({ slides, ratio, legend, notes, states }: ExportOptions): DeckOptions => ({
  by: slides,
  prompts: notes,
  ...{ ratio, legend, states },
});

/** The slides or pages of a board as they are asked for. */
export function slidesFor(board: Board, options: ExportOptions): readonly Slide[] {
  const { frame } = options;
  const points = options.points ? talkingPoints(board) : [];
  const deck = deckOptions(options);
  if (frame === null) return slidesOf(board, { ...deck, points });
  return [{ ...slideOfFrame(board, frame, deck), ...(points.length === 0 ? {} : { points }) }];
}

export const councilSlidesFor = (boards: readonly CouncilBoard[], options: ExportOptions): readonly Slide[] =>
  councilSlides(boards, { ...deckOptions(options), points: options.points });

/** How they look, and the words at their foot. */
export const pageStyle = (options: ExportOptions, title: string) => ({
  ...{ finish: options.finish, theme: options.theme, ratio: options.ratio, legend: options.legend, title },
  source: footWords([options.sourceLine, options.day]),
  mark: footWords([options.alias, options.mark]),
  ...(options.source === null ? {} : { embedSource: options.source }),
});

/** A sentence when something is too small to read, else `null`. */
export function smallNotice(
  word: 'slides' | 'pages',
  all: readonly { readonly smallest: number }[],
  options: ExportOptions,
): string | null {
  const small = all.filter(({ smallest }) => smallest < LEAST_POINTS);
  if (small.length === 0) return null;
  const least = Math.min(...small.map(({ smallest }) => smallest)).toFixed(1);
  const what = `${small.length} of ${all.length} ${word} have text under ${LEAST_POINTS} pt, the smallest ${least} pt`;
  if (options.frame !== null) return `${what}: draw a smaller frame.`;
  const apart = options.slides === 'board' || options.slides === 'frames';
  return `${what}: draw frames${apart ? ', or add --slides branches' : ' of what matters'}.`;
}
