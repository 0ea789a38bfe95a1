import type { Mark, TextMark } from '../../drawing/mark.ts';
import { ellipsize } from '../../drawing/measure-text.ts';
import { PAGE, type PageSize } from './page-frame.ts';

/** Height of a row in units, and how many times as wide as the others the first column is. */
const ROW = 34;
const FIRST = 3;
const INSET = 6;

/** Rows of cells in the place of a drawing: the first row its heads, the first column its names. */
export function tableMarks(rows: readonly (readonly string[])[], page: PageSize): readonly Mark[] {
  const [head = []] = rows;
  const room = page.w - 2 * PAGE.margin;
  const one = room / (FIRST + Math.max(0, head.length - 1));
  const first = room - one * (head.length - 1);
  return rows.flatMap((row, r) => {
    const bottom = PAGE.header + (r + 1) * ROW;
    const type =
      r === 0
        ? ({ size: 14, weight: 600, color: 'ink-2' } as const)
        : ({ size: 16, weight: 400, color: 'ink' } as const);
    const cells = head.map((_, c): TextMark => {
      const width = (c === 0 ? first : one) - INSET;
      const text = ellipsize(row[c] ?? '', width, type.size, type.weight);
      const y = bottom - ROW / 2 + type.size * 0.35;
      if (c === 0) return { type: 'text', x: PAGE.margin, y, text, ...type };
      return { type: 'text', x: PAGE.margin + first + c * one - INSET, y, text, anchor: 'end', ...type };
    });
    const width = r === 0 ? 1.5 : 0.75;
    const rule: Mark = {
      type: 'path',
      d: `M${PAGE.margin} ${bottom}H${page.w - PAGE.margin}`,
      stroke: { color: 'ink', alpha: r === 0 ? 1 : 0.25, width },
    };
    return [...cells, rule];
  });
}

/** A table row by row: its name, then each value with its head. */
export function tableSentences(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  return rest
    .map((row) => `${row.map((cell, c) => (c === 0 ? cell : `${head[c] ?? ''} ${cell}`)).join(', ')}.`)
    .join(' ');
}
