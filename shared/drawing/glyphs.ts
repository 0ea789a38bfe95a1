import type { ElementKindId } from '../board/model.ts';
import { LUCIDE, type LucideName } from './lucide-paths.ts';
import type { ColorToken, Mark } from './mark.ts';

/** One stroke or filled area of a glyph, in a box of 18. */
interface Part {
  readonly d: string;
  readonly filled?: true;
  readonly width?: number;
}

const disc = (cx: number, cy: number, r: number): string =>
  `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const discs = (r: number, ...centres: readonly (readonly [number, number])[]): Part => ({
  d: centres.map(([x, y]) => disc(x, y, r)).join(''),
  filled: true,
});

const KIND_GLYPHS: Readonly<Record<Exclude<ElementKindId, 'card'>, readonly Part[]>> = {
  unit: [
    discs(2.7, [9, 5.3]),
    discs(1.9, [2.9, 7.1], [15.1, 7.1]),
    { d: 'M4.4 15.4c0-3.4 1.9-5.6 4.6-5.6s4.6 2.2 4.6 5.6z', filled: true },
    { d: 'M0 14.2c0-2.6 1-4.1 2.9-4.1.5 0 .9.1 1.3.3-.8 1-1.2 2.3-1.2 3.8z', filled: true },
    { d: 'M18 14.2c0-2.6-1-4.1-2.9-4.1-.5 0-.9.1-1.3.3.8 1 1.2 2.3 1.2 3.8z', filled: true },
  ],
  role: [discs(3.5, [9, 5.4]), { d: 'M2.6 16.2c0-3.7 2.5-6 6.4-6s6.4 2.3 6.4 6z', filled: true }],
  centre: [
    { d: 'M9 9V2.4M9 9l6.3-2.1M9 9l3.9 5.4M9 9l-3.9 5.4M9 9L2.7 6.9', width: 1.3 },
    discs(2.5, [9, 9]),
    discs(1.6, [9, 2.2], [15.5, 6.9], [13, 14.6], [5, 14.6], [2.5, 6.9]),
  ],
  committee: [
    { d: 'M6 6.2h6a2.8 2.8 0 0 1 0 5.6H6a2.8 2.8 0 0 1 0-5.6Z', width: 1.4 },
    discs(1.6, [5.2, 3], [9, 2.6], [12.8, 3], [5.2, 15], [9, 15.4], [12.8, 15]),
  ],
  function: [{ d: 'M13.4 3.1c-2.7-1.1-4.2.1-4.7 2.9L7 13.2c-.5 2.2-1.6 3.1-3.8 2.3M5 7.9h7', width: 1.7 }],
  platform: [
    { d: 'M9 1.8L16 5.2 9 8.6 2 5.2z', filled: true, width: 1.4 },
    { d: 'M2 8.8l7 3.4 7-3.4M2 12.4l7 3.4 7-3.4', width: 1.4 },
  ],
  partner: [{ d: 'M7.6 3.4H3.2v11.4h11.4v-4.4M8.2 9.8l7-7M10.6 2.4h5v5', width: 1.5 }],
};

const CARD_GLYPHS: Readonly<Record<string, readonly Part[]>> = {
  charter: [
    {
      d: 'M11.9 4.6c-.5-1.3-1.6-2-3-2-1.7 0-3 .9-3 2.3 0 3 6.2 2.7 6.2 6 0 1.6-1.4 2.5-3.1 2.5M6.1 13.3c.5 1.3 1.5 2 2.9 2 1.7 0 3-.9 3-2.3 0-3-6.1-2.8-6.1-6 0-1.6 1.4-2.5 3-2.5',
      width: 1.4,
    },
  ],
  note: [
    {
      d: 'M2.8 15.2l.8-3.4 8.5-8.5a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1l-8.5 8.5zM10.8 4.6l2.6 2.6',
      width: 1.4,
    },
  ],
  question: [
    { d: 'M5.6 6.2c0-2 1.4-3.5 3.5-3.5s3.5 1.3 3.5 3.2c0 2.6-3.4 2.7-3.4 5.2', width: 1.6 },
    discs(1.1, [9.2, 14.6]),
  ],
  metric: [{ d: 'M6.8 2.6L5.2 15.4M12.4 2.6l-1.6 12.8M3 6.6h12.6M2.4 11.4H15', width: 1.4 }],
  decision: [
    { d: 'M9 2.2v13.4M5.6 15.6h6.8M3 4.8l6-1.2 6 1.2', width: 1.3 },
    { d: 'M3.4 5L1.4 10.2a2.3 2.3 0 0 0 4.2 0zM14.6 5l-2 5.2a2.3 2.3 0 0 0 4.2 0z', width: 1.3 },
  ],
};

const place = (parts: readonly Part[], x: number, y: number, size: number, color: ColorToken): readonly Mark[] =>
  parts.map((part) => ({
    type: 'path',
    d: part.d,
    at: { x, y },
    scale: size / 18,
    ...(part.filled === undefined ? {} : { fill: { color } }),
    ...(part.width === undefined
      ? {}
      : { stroke: { color, width: part.width, cap: 'round' as const, join: 'round' as const } }),
  }));

/** Glyph of a kind with its top-left corner at `x`, `y`; `size` units wide and high. */
export const kindGlyph = (
  kind: Exclude<ElementKindId, 'card'>,
  x: number,
  y: number,
  size = 18,
  color: ColorToken = 'ink',
): readonly Mark[] => place(KIND_GLYPHS[kind], x, y, size, color);

/** Glyph of a kind of card; a kind this version does not know is a note. */
export const cardGlyph = (type: string, x: number, y: number, size = 16, color: ColorToken = 'ink'): readonly Mark[] =>
  place(CARD_GLYPHS[type] ?? CARD_GLYPHS['note'] ?? [], x, y, size, color);

/** A Lucide sign; `width` is the line as drawn, in units. */
export const sign = (
  name: LucideName,
  x: number,
  y: number,
  size: number,
  width = 1.45,
  color: ColorToken = 'ink',
): Mark => ({
  type: 'path',
  d: LUCIDE[name],
  at: { x, y },
  scale: size / 24,
  stroke: { color, width: (width * 24) / size, cap: 'round', join: 'round' },
});
