import type { Mark } from '../mark.ts';
import { teamColor } from '../theme.ts';
import { text } from './marks.ts';

/** Number of a tiger team on a disc in its colour; centre at `x`, `y`. */
export const numberDisc = (number: number, x: number, y: number, r = 7): readonly Mark[] => [
  { type: 'circle', cx: x, cy: y, r, fill: { color: teamColor(number) } },
  text(x, y + r * 0.5, String(number), {
    size: r * (number > 9 ? 1.15 : 1.42),
    weight: 600,
    color: 'on-team',
    anchor: 'middle',
  }),
];
