import type { BoardElement, Box, Point } from '#shared/board/model.ts';
import type { Detail, Mark } from '#shared/drawing/mark.ts';
import { linkOf } from '../links/link-target.ts';

/** Radius of the disc with the arrow, in units. */
export const LINK_RADIUS = 8;

/** Middle of the disc, relative to the top-left corner of its box: on the lower edge, near the right. */
export const linkPoint = ({ w, h }: Pick<Box, 'w' | 'h'>): Point => ({ x: w - 20, y: h });

function linkMarks(element: BoardElement): readonly Mark[] {
  const { x, y } = linkPoint(element);
  return [
    {
      type: 'circle',
      cx: x,
      cy: y,
      r: LINK_RADIUS,
      fill: { color: 'surface' },
      stroke: { color: 'accent', width: 1.2 },
    },
    {
      type: 'path',
      d: `M${x - 3} ${y + 3}L${x + 3} ${y - 3}M${x - 2} ${y - 3}H${x + 3}V${y + 2}`,
      stroke: { color: 'accent', width: 1.5, cap: 'round', join: 'round' },
    },
  ];
}

interface Kept {
  readonly marks: readonly Mark[];
  readonly all: readonly Mark[];
}
const kept = new WeakMap<BoardElement, Kept>();

/** Marks of an element with the arrow that says it leads elsewhere. It belongs to the page: no export shows it. */
export function withLinkMark(element: BoardElement, marks: readonly Mark[], detail: Detail): readonly Mark[] {
  if (detail < 3 || element.attributes['link'] === undefined || linkOf(element) === null) return marks;
  const known = kept.get(element);
  if (known?.marks === marks) return known.all;
  const all = [...marks, ...linkMarks(element)];
  kept.set(element, { marks, all });
  return all;
}
