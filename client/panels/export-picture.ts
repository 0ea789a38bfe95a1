import interAddress from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/** Most pixels of a picture on a side, and in all: what every browser's canvas takes. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 100_000_000;

/** The scale that a picture can really have. */
export function clampScale(w: number, h: number, scale: number): number {
  const side = Math.min(MOST_SIDE / w, MOST_SIDE / h);
  return Math.min(scale, side, Math.sqrt(MOST_PIXELS / (w * h)));
}

let font: Promise<string> | null = null;

/** Inter as a data address: a picture drawn from a file may load nothing. */
function fontAddress(): Promise<string> {
  font ??= fetch(interAddress)
    .then((answer) => answer.blob())
    .then(
      (blob) =>
        new Promise<string>((done, failed) => {
          const reader = new FileReader();
          reader.onload = () => done(String(reader.result));
          reader.onerror = () => failed(new Error('The typeface could not be read. Try again.'));
          reader.readAsDataURL(blob);
        }),
    );
  return font;
}

/** The SVG with the typeface in it, for pictures only; the file that people take away names the typeface. */
async function withFont(svg: string): Promise<string> {
  const face = `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(${await fontAddress()}) format('woff2')}</style>`;
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

/** Puts a picture on the clipboard; where pictures are not allowed, the SVG as text. Answers what is there now. */
export async function copyPicture(svg: string, w: number, h: number, scale: number): Promise<'picture' | 'text'> {
  try {
    const png = pngOf(svg, w, h, scale);
    const items: Record<string, Promise<Blob> | Blob> = { 'image/png': png };
    const supports = (ClipboardItem as { supports?: (type: string) => boolean }).supports;
    if (supports?.('image/svg+xml') === true) items['image/svg+xml'] = new Blob([svg], { type: 'image/svg+xml' });
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return 'picture';
  } catch {
    // Pictures on the clipboard are not allowed everywhere; text is. When that fails too, the caller says so.
    await navigator.clipboard.writeText(svg);
    return 'text';
  }
}

/** A file name from a title: no signs that a file system refuses. */
export function fileName(title: string, part: string, ending: string): string {
  const words = [title, part].filter((word) => word !== '').join(' ');
  const safe = words
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? 'board' : safe}.${ending}`;
}
