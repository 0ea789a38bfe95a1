import { fontFace } from './picture-fonts.ts';

/** Most pixels of one canvas: iOS Safari refuses more than 16.7 million, others 268 million. */
const PIXELS = { ios: 16_777_216, other: 268_435_456 } as const;
/** Longest side that every browser's canvas takes. */
const MOST_SIDE = 16_384;

/** Every browser of an iPhone or iPad; an iPad says it is a Mac with a touch screen. */
const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.platform) && navigator.maxTouchPoints > 1);

export const mostPixels = (): number => (isIos() ? PIXELS.ios : PIXELS.other);

/** The scale that a picture can really have. */
export const clampScale = (w: number, h: number, scale: number, most = mostPixels()): number =>
  Math.min(scale, MOST_SIDE / w, MOST_SIDE / h, Math.sqrt(most / (w * h)));

/** The SVG with its typeface in it: a picture drawn from a file may load nothing. */
export async function withFont(svg: string): Promise<string> {
  const face = await fontFace(svg);
  const end = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  return svg.slice(0, end) + face + svg.slice(end);
}

/** Paints an SVG at a scale. Throws an `Error` with a sentence when the browser cannot. */
export async function pngOf(svg: string, w: number, h: number, scale: number): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([await withFont(svg)], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(w * scale));
    canvas.height = Math.max(1, Math.round(h * scale));
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('This browser cannot paint pictures. Take the SVG.');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new Error('The picture is too large for this browser. Take a smaller scale, or the SVG.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Width and height that an SVG of ours says it has, in units. */
export function svgSize(svg: string): { readonly w: number; readonly h: number } {
  const [, w = '1', h = '1'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { w: Number(w), h: Number(h) };
}
