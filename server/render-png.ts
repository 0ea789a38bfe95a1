import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from './render-png-fonts.ts';

/** Most pixels of one picture: 64 million, 256 MB while it is drawn. */
export const MOST_PIXELS = 64_000_000;
/** Longest side in pixels that common viewers and slide programs still open. */
export const LONGEST_SIDE = 16_384;

export interface PngPicture {
  readonly png: Uint8Array;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
  /** One sentence when the picture had to be made smaller than asked, else `null`. */
  readonly notice: string | null;
}

/** Hebrew to Ethiopic and beyond, and everything East Asian: letters that Inter does not have. */
const BEYOND_INTER = /[\u0590-\u1CFF\u2E80-\uD7FF\uF900-\uFDFF\uFE70-\uFEFF\u{10000}-\u{3FFFF}]/u;

/**
 * Draws an SVG picture as PNG. `scale` is pixels per unit; a picture above `MOST_PIXELS` or `LONGEST_SIDE` is drawn at the
 * largest scale that fits, and `notice` says so. Only Inter is used, so that every machine draws the same picture, unless the
 * text has letters that Inter lacks: then the machine's own fonts stand in for those. Throws what resvg throws when the text
 * is not SVG.
 */
export function renderPng(svg: string, scale: number): PngPicture {
  const font = {
    loadSystemFonts: BEYOND_INTER.test(svg),
    fontFiles: [...fontFiles()],
    defaultFontFamily: 'Inter',
    sansSerifFamily: 'Inter',
  };
  const plain = new Resvg(svg, { font });
  const { width: w, height: h } = plain;
  const fits = Math.min(scale, Math.sqrt(MOST_PIXELS / (w * h)), LONGEST_SIDE / Math.max(w, h));
  const drawn = fits === 1 ? plain : new Resvg(svg, { font, fitTo: { mode: 'zoom', value: fits } });
  const picture = drawn.render();
  const { width, height } = picture;
  const asked = `${Math.round(w * scale)} × ${Math.round(h * scale)}`;
  const notice = `The picture would have been ${asked} pixels, more than programs open, so it is ${width} × ${height}: export a frame for more detail.`;
  return { png: picture.asPng(), width, height, notice: fits < scale ? notice : null };
}
