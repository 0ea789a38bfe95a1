import { toBase64 } from 'lib0/buffer';
import type { Mark } from '../../drawing/mark.ts';
import type { TextWriter } from '../svg-marks.ts';
import { fontBookFor, readable, textsIn } from './font-book.ts';
import { type FontFiles, type FontSlice, inRanges } from './font-files.ts';
import { outlineSvg } from './outlines.ts';

/** With the font inside, or with shapes in place of letters. */
export type SvgFontsKind = 'embed' | 'outlines';

/** What an SVG needs to show its letters everywhere. */
export type SvgFonts =
  | { readonly kind: 'embed'; readonly css: string }
  | { readonly kind: 'outlines'; readonly write: TextWriter };

const hex = (code: number): string => code.toString(16).toUpperCase();
const ranges = (list: FontSlice['ranges']): string =>
  list.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');

function rule(bytes: Uint8Array, format: 'woff' | 'woff2', unicode: string): string {
  const address = `data:font/${format};base64,${toBase64(bytes)}`;
  return `@font-face{font-family:Inter;font-weight:100 900;src:url(${address}) format("${format}");unicode-range:${unicode}}`;
}

/** Slices of the fonts that have the characters, as one style sheet: all under the name Inter, told apart by their ranges. */
async function styleSheet(marks: readonly Mark[], files: FontFiles): Promise<string> {
  const texts = textsIn(marks);
  const chars = new Set(texts.flatMap(({ text }) => [...readable(text)]));
  const codes = [...chars].map((char) => char.codePointAt(0) ?? 0);
  const rules: string[] = [];
  for (const slice of await files.slices('inter')) {
    if (!codes.some((code) => inRanges(slice.ranges, code))) continue;
    rules.push(rule(await files.slice(slice.name), 'woff2', ranges(slice.ranges)));
  }
  const book = await fontBookFor(texts, files);
  const others = new Map<string, number[]>();
  for (const char of [...chars].sort()) {
    const name = book.faceOf(char, 400)?.name ?? 'inter';
    if (!name.startsWith('inter')) others.set(name, [...(others.get(name) ?? []), char.codePointAt(0) ?? 0]);
  }
  for (const [name, has] of others) {
    rules.push(rule(await files.slice(name), 'woff', ranges(has.map((code) => [code, code]))));
  }
  return rules.join('');
}

/** Loads what `svgOf` needs to keep the letters of these marks. Rejects when a font cannot be had. */
export async function svgFontsFor(kind: SvgFontsKind, marks: readonly Mark[], files: FontFiles): Promise<SvgFonts> {
  if (kind === 'embed') return { kind, css: await styleSheet(marks, files) };
  const book = await fontBookFor(textsIn(marks), files);
  return { kind, write: (mark, paint) => outlineSvg(mark, book, paint) };
}
