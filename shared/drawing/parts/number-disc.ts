import type { Finish, Mark } from '../mark.ts';
import { teamColor } from '../theme.ts';
import { text } from './marks.ts';

/** Number of a tiger team on a disc in its colour, in print in ink; centre at `x`, `y`. */
export const numberDisc = (number: number, x: number, y: number, r: number, finish: Finish): readonly Mark[] => [
  { type: 'circle', cx: x, cy: y, r, fill: { color: finish === 'print' ? 'ink' : teamColor(number) } },
  text(x, y + r * 0.5, String(number), {
    size: r * (number > 9 ? 1.15 : 1.42),
    weight: 600,
    color: finish === 'print' ? 'on-ink' : 'on-team',
    anchor: 'middle',
  }),
];
