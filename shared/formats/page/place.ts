import type { Point } from '../../board/model.ts';

/** Where a board lies on a page: `at` of the page in its units for the board's point `from`, `scale` in page units. */
export interface Place {
  readonly from: Point;
  readonly at: Point;
  readonly scale: number;
}
