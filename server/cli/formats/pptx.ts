import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import type { Slide } from '#shared/formats/pptx/slide.ts';
import type { Exported, ExportFormat, ExportOptions } from './export-format.ts';
import { councilSlidesFor, pageStyle, SLIDE_OPTIONS, slidesFor, smallNotice } from './slides.ts';

function deck(slides: readonly Slide[], title: string, options: ExportOptions): Exported {
  const file = pptxOf(slides, pageStyle(options, title));
  return { data: file.bytes, notice: smallNotice('slides', file.slides, options) };
}

/** A deck of native shapes: slides for frames or branches, or the board as one slide; of several boards, all of them in turn. */
export const pptxFormat: ExportFormat = {
  id: 'pptx',
  takes: [...SLIDE_OPTIONS, 'notes'],
  write: (board, options) => deck(slidesFor(board, options), board.meta.title, options),
  writeCouncil: (boards, options) => deck(councilSlidesFor(boards, options), 'Boards of a council', options),
};
