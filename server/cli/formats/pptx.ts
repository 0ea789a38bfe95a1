import { fileText } from '#shared/board/file.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { LEAST_POINTS, pptxOf } from '#shared/formats/pptx/pptx.ts';
import type { ExportFormat } from './export-format.ts';

/** A deck of native shapes: a slide for each frame, or the board as one slide. */
export const pptxFormat: ExportFormat = {
  id: 'pptx',
  takes: ['finish', 'theme', 'frame', 'slides', 'ratio', 'source'],
  write: (board, { finish, theme, frame, slides, ratio, source }) => {
    const all =
      frame === null
        ? slidesOf(board, { by: slides })
        : [{ board, window: frame, title: frame.title, subtitle: board.meta.title }];
    const file = pptxOf(all, {
      finish,
      theme,
      ratio,
      title: board.meta.title,
      ...(source ? { embedSource: fileText(board) } : {}),
    });
    const small = file.slides.filter((slide) => slide.smallest < LEAST_POINTS);
    const least = Math.min(...file.slides.map((slide) => slide.smallest));
    const notice =
      small.length === 0
        ? null
        : `${small.length} of ${file.slides.length} slides have text under ${LEAST_POINTS} pt, the smallest ${least.toFixed(1)} pt: draw frames, or add --slides branches.`;
    return { data: file.bytes, notice };
  },
};
