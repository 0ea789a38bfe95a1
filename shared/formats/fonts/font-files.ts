import type { TextWeight } from '../../drawing/mark.ts';

/** A font file that holds a part of a typeface. */
export interface FontSlice {
  readonly name: string;
  /** Code points it is made for, first and last. It may lack some of them. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** `inter` for the web, where a page reads it itself; `noto` holds Chinese, Japanese and Korean. */
export type SlicedTypeface = 'inter' | 'noto';

/** Where fonts come from: the disk in Node, addresses in a browser. Every answer rejects with an `Error` that says what is missing. */
export interface FontFiles {
  /** All of Inter at a weight, as TrueType. */
  inter(weight: TextWeight): Promise<Uint8Array>;
  /** The slices of a typeface, the preferred first. */
  slices(typeface: SlicedTypeface): Promise<readonly FontSlice[]>;
  /** One slice: WOFF 2 for Inter, WOFF 1 for Noto, as a subset of WOFF 2 comes out with invisible glyphs. */
  slice(name: string): Promise<Uint8Array>;
}

/** Ranges as fontsource lists them: `U+0-ff, U+131`. */
export const readRanges = (text: string): readonly (readonly [number, number])[] =>
  text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });

const slice = (name: string, ranges: string): FontSlice => ({ name, ranges: readRanges(ranges) });

/** The slices of a list by fontsource, by script. */
export const scriptSlices = (typeface: string, list: Readonly<Record<string, string>>): readonly FontSlice[] =>
  Object.entries(list).map(([key, ranges]) => slice(`${typeface}-${key}`, ranges));

/** The numbered slices of a list by fontsource, in brackets there; what a list has by script stands in Inter already. */
export const numberedSlices = (typeface: string, list: Readonly<Record<string, string>>): readonly FontSlice[] =>
  Object.entries(list).flatMap(([key, ranges]) => {
    const number = /^\[(\d+)\]$/.exec(key)?.[1];
    return number === undefined ? [] : [slice(`${typeface}-${number}`, ranges)];
  });

export const inRanges = (ranges: FontSlice['ranges'], code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);
