import { describe, expect, it } from 'vitest';
import { boundsOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { withLayout } from '#shared/layout/apply-layout.ts';
import { fitToSlide, LEGIBLE_PT, SLIDE } from '#shared/layout/fit-to-slide.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { madeUpOrganisation } from '../../support/organisation.ts';
import { boardOf, boxOf, element, laidOut, overlaps, relation } from './support.ts';

/** How large a board is shown on a slide with nothing else on it, in points a unit. */
function scaleOn(board: ReturnType<typeof boardOf>, ratio: number): number {
  const all = boundsOf(board.elements.values());
  return Math.min((540 * ratio) / (all?.w ?? 1), 540 / (all?.h ?? 1));
}

/** One boss of four bosses of four each: in rows, as somebody wanted them, a ribbon. */
const ribbon = boardOf(
  ['top', ...Array.from({ length: 4 }, (_, i) => `m${i}`), ...Array.from({ length: 16 }, (_, i) => `z${10 + i}`)].map(
    (id) => element(id, id.startsWith('z') ? {} : { attributes: { arrange: 'row' } }),
  ),
  [
    ...Array.from({ length: 4 }, (_, i) => relation('reports', `m${i}`, 'top')),
    ...Array.from({ length: 16 }, (_, i) => relation('reports', `z${10 + i}`, `m${Math.floor(i / 4)}`)),
  ],
);

describe('fitting to a slide', () => {
  const fitted = fitToSlide(ribbon);
  const after = withLayout(ribbon, fitted.boxes, fitted.arrange);

  it('FITSLIDE-1 makes names larger on a slide than automatic layout does, and overlaps nothing', () => {
    expect(overlaps(after)).toEqual([]);
    expect(scaleOn(after, SLIDE.wide)).toBeGreaterThan(1.15 * scaleOn(laidOut(ribbon), SLIDE.wide));
  });

  it('FITSLIDE-2 says how reports stand, so that a later layout keeps the fit', () => {
    expect(fitted.arrange.size).toBeGreaterThan(0);
    expect(layoutBoard(after).boxes.size).toBe(0);
    expect(fitToSlide(after).arrange.size).toBe(0);
  });

  it('FITSLIDE-3 is nearer to 4:3 when 4:3 is asked for', () => {
    const four = fitToSlide(ribbon, { ratio: SLIDE.standard });
    expect(four.ratio).toBeLessThanOrEqual(fitted.ratio);
    expect(Math.abs(four.ratio - SLIDE.standard)).toBeLessThan(Math.abs(laidOutRatio() - SLIDE.standard));
  });

  it('FITSLIDE-4 fits a branch by itself and moves nothing else', () => {
    const board = laidOut(ribbon);
    const ids = indexBoard(board).subtreeOf('m3');
    const { boxes } = fitToSlide(board, { ids, anchor: 'm3', ratio: 0.6 });
    for (const id of boxes.keys()) expect(ids).toContain(id);
    expect(boxes.has('m3')).toBe(false);
  });

  it('FITSLIDE-5 says the size of a name on the slide: legible for a handful of boxes, not for three hundred', () => {
    expect(fitToSlide(madeUpOrganisation({ count: 9, seed: 4, matrix: false })).smallestPt).toBeGreaterThan(LEGIBLE_PT);
    expect(fitToSlide(madeUpOrganisation({ count: 300, seed: 4 })).smallestPt).toBeLessThan(LEGIBLE_PT);
  });

  it('FITSLIDE-6 leaves pinned boxes where they are', () => {
    const board = laidOut(ribbon);
    const pinned = { ...boxOf(board, 'z20'), attributes: { pinned: true } };
    const held = { ...board, elements: new Map([...board.elements, ['z20', pinned]]) };
    expect(fitToSlide(held).boxes.has('z20')).toBe(false);
  });

  it('FITSLIDE-7 the same board is fitted the same way', () => {
    expect(fitToSlide(ribbon)).toEqual(fitted);
  });

  const laidOutRatio = (): number => {
    const all = boundsOf(laidOut(ribbon).elements.values());
    return (all?.w ?? 1) / (all?.h ?? 1);
  };
});
