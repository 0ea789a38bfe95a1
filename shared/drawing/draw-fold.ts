import type { Fold } from '../board/folded.ts';
import type { Box } from '../board/model.ts';
import type { Detail, Mark } from './mark.ts';
import { measureText } from './measure-text.ts';
import { ink, text } from './parts/marks.ts';

/** Distance of the badge from the box it hangs under, in units. */
const GAP = 3;
const SIZES = { 3: { text: 11, h: 19 }, 2: { text: 15, h: 24 } } as const;

/** What hangs under a folded box: `+12`, and how many lines to what it hides are left out. */
export const foldLabel = ({ count, lines }: Fold): string =>
  lines === 0 ? `+${count}` : `+${count} · ${lines} ${lines === 1 ? 'line' : 'lines'}`;

/** Place of the badge relative to the top-left corner of its box. */
export function foldBox(fold: Fold, box: Pick<Box, 'w' | 'h'>, detail: Detail = 3): Box {
  if (detail < 2) return { x: box.w / 2 - 14, y: box.h + GAP, w: 28, h: 8 };
  const size = SIZES[detail === 2 ? 2 : 3];
  const w = measureText(foldLabel(fold), size.text, 600) + 14;
  return { x: box.w / 2 - w / 2, y: box.h + GAP, w, h: size.h };
}

/** The badge and its stem, relative to the top-left corner of the box it hangs under. */
export function drawFold(fold: Fold, box: Pick<Box, 'w' | 'h'>, detail: Detail = 3): readonly Mark[] {
  const { x, y, w, h } = foldBox(fold, box, detail);
  const marks: Mark[] = [
    { type: 'path', d: `M${box.w / 2} ${box.h}V${y}`, stroke: ink(1.5) },
    { type: 'rect', x, y, w, h, r: h / 2, fill: { color: detail < 2 ? 'ink' : 'surface' }, stroke: ink(1.2) },
  ];
  if (detail >= 2) {
    const size = SIZES[detail === 2 ? 2 : 3].text;
    const label = text(box.w / 2, y + h / 2 + size * 0.36, foldLabel(fold), { size, weight: 600, anchor: 'middle' });
    marks.push(label);
  }
  return marks;
}
