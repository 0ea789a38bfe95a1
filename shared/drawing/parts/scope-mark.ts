import type { Mark } from '../mark.ts';
import { filled, ink, text } from './marks.ts';
import { n } from './shapes.ts';

const LETTER: Readonly<Record<string, string>> = { global: 'G', regional: 'R', local: 'L' };

/** Room a scope mark with its letter takes in the facts row. */
export const SCOPE_WIDTH = 28;

/** Scope as a drawn mark, so that it prints alike everywhere: full centre, left half, or hollow. `x` is its left edge, `y` its middle. */
export function scopeMark(scope: unknown, x: number, y: number, letter = true, r = 4.6): readonly Mark[] {
  const word = typeof scope === 'string' ? LETTER[scope] : undefined;
  if (word === undefined) return [];
  const marks: Mark[] = [{ type: 'circle', cx: x + r, cy: y, r, fill: { color: 'surface' }, stroke: ink(1.2) }];
  if (scope === 'global') marks.push({ type: 'circle', cx: x + r, cy: y, r: r * 0.48, fill: { color: 'ink' } });
  if (scope === 'regional') marks.push(filled(`M${n(x + r)} ${n(y - r)}a${r} ${r} 0 0 0 0 ${n(2 * r)}z`, 'ink'));
  if (letter) marks.push(text(x + r * 2 + 4, y + 3.8, word, { size: 11, weight: 600 }));
  return marks;
}
