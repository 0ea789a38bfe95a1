import { create, type Font } from 'fontkit';
import type { Mark, TextWeight } from '../../drawing/mark.ts';
import { type FontFiles, type FontSlice, inRanges } from './font-files.ts';
import { SWITCHED_OFF, withoutFeatures } from './without-features.ts';

/** A font that is loaded, under a name of its own. */
export interface Face {
  readonly name: string;
  readonly weight: TextWeight;
  readonly font: Font;
}

/** The fonts that some texts need. */
export interface FontBook {
  /** The face that has a character at a weight; `null` when none has. */
  faceOf(char: string, weight: TextWeight): Face | null;
}

/** A piece of a line in one face; `null` where no font has the characters. */
export interface Run {
  readonly face: Face | null;
  readonly text: string;
}

/**
 * Width of the stroke, as a share of the size, that makes a face without a bold weight look bold; 0 where there is none to make.
 * Half bold is left plain: readers draw a stroke that thin as a whole pixel.
 */
export const heavier = (face: Face, weight: TextWeight): number => (weight >= 600 && face.weight < weight ? 0.024 : 0);

/** Bytes as a font. Throws what fontkit throws when they are none. Only its type names Node's buffers. */
function openFont(bytes: Uint8Array): Font {
  const font = create(bytes as Parameters<typeof create>[0]);
  if ('fonts' in font) throw new Error('A collection of fonts stands where one font belongs.');
  return font;
}

/** Marks that join the letter before them; they never stand alone. */
const JOINS = /^\p{M}$/u;
/** What no font draws and nobody sees. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu;

/** A text as fonts know it: composed letters, whole characters, nothing that has no shape. */
export const readable = (text: string): string =>
  text.replaceAll('\t', ' ').toWellFormed().normalize('NFC').replaceAll(UNSEEN, '');

/** A line cut where its face changes. */
export function runsOf(text: string, weight: TextWeight, book: FontBook): readonly Run[] {
  const out: { face: Face | null; text: string }[] = [];
  for (const char of readable(text)) {
    const last = out.at(-1);
    const own = book.faceOf(char, weight);
    if (last !== undefined && JOINS.test(char)) {
      // A mark that the letter's face lacks is left off: it has no room of its own.
      if (last.face === null || last.face.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)) last.text += char;
    } else if (last?.face === own) last.text += char;
    else out.push({ face: own, text: char });
  }
  return out;
}

/** Every text in marks, with its weight. */
export function textsIn(marks: readonly Mark[]): readonly { readonly text: string; readonly weight: TextWeight }[] {
  return marks.flatMap((mark) => {
    if (mark.type === 'group') return textsIn(mark.marks);
    return mark.type === 'text' ? [{ text: mark.text, weight: mark.weight }] : [];
  });
}

/** Slices that have these characters, by character. A range can claim characters that the file lacks, so its own list decides. */
async function slicesFor(chars: ReadonlySet<string>, files: FontFiles): Promise<ReadonlyMap<string, Face>> {
  const found = new Map<string, Face>();
  if (chars.size === 0) return found;
  const slices = await files.slices('noto');
  const claiming = (char: string): readonly FontSlice[] =>
    slices.filter((slice) => inRanges(slice.ranges, char.codePointAt(0) ?? 0));
  const opened = new Map<FontSlice, Promise<Face>>();
  const open = (slice: FontSlice): Promise<Face> => {
    const face =
      opened.get(slice) ??
      files.slice(slice.name).then((bytes): Face => ({ name: slice.name, weight: 400, font: openFont(bytes) }));
    opened.set(slice, face);
    return face;
  };
  // All at once what is almost surely needed; the rare letter that a file only claims is looked for after.
  await Promise.all([...new Set([...chars].flatMap((char) => claiming(char).slice(0, 1)))].map(open));
  for (const char of chars) {
    for (const slice of claiming(char)) {
      const face = await open(slice);
      if (!face.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)) continue;
      found.set(char, face);
      break;
    }
  }
  return found;
}

/** Loads what texts need and no more: Inter at the weights that occur, then slices for the characters it lacks. */
export async function fontBookFor(
  texts: Iterable<{ readonly text: string; readonly weight: TextWeight }>,
  files: FontFiles,
): Promise<FontBook> {
  const wanted = new Map<TextWeight, Set<string>>();
  for (const { text, weight } of texts) {
    const chars = wanted.get(weight) ?? new Set();
    wanted.set(weight, chars);
    for (const char of readable(text)) chars.add(char);
  }
  const loaded = await Promise.all(
    [...wanted.keys()]
      .sort((a, b) => a - b)
      .map(async (weight): Promise<readonly [TextWeight, Face]> => {
        const font = openFont(withoutFeatures(await files.inter(weight), SWITCHED_OFF));
        return [weight, { name: `inter-${weight}`, weight, font }];
      }),
  );
  const inter = new Map(loaded);
  const missing = new Set<string>();
  for (const [weight, { font }] of inter) {
    const chars = wanted.get(weight) ?? [];
    for (const char of [...chars].sort()) if (!font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)) missing.add(char);
  }
  const others = await slicesFor(missing, files);
  return {
    faceOf: (char, weight) => {
      const face = inter.get(weight);
      if (face?.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0) === true) return face;
      return others.get(char) ?? null;
    },
  };
}
