import { boundsOf } from '#shared/board/geometry.ts';
import type { Board } from '#shared/board/model.ts';
import { fitToSlide } from '#shared/layout/fit-to-slide.ts';

/** A drawing that is so many times wider than high is a ribbon nobody can read. */
const RIBBON = 3;

/**
 * The same board, where a plain tree would be a ribbon, with reports stacked or in grids so that it is largest on a slide.
 * How they stand is written down, so that tidying up later keeps it.
 */
export function fitted(board: Board): Board {
  const around = boundsOf(board.elements.values());
  if (around === null || around.w < RIBBON * around.h) return board;
  const { boxes, arrange } = fitToSlide(board);
  const elements = [...board.elements.values()].map((element) => {
    const mode = arrange.get(element.id) ?? null;
    const attributes = mode === null ? element.attributes : { ...element.attributes, arrange: mode };
    return [element.id, { ...element, ...boxes.get(element.id), attributes }] as const;
  });
  return { ...board, elements: new Map(elements) };
}
