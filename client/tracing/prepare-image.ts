import { imageType } from '#shared/board/images.ts';

/** Longest side that is kept, in pixels, and bytes that a picture may take before it is made smaller. */
const LONGEST = 2000;
const ENOUGH = 256 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'];

/** A picture ready to be kept: PNG, JPEG or WebP, with its size in pixels. */
export interface PreparedImage {
  readonly bytes: Uint8Array;
  readonly w: number;
  readonly h: number;
}

export const isPicture = (blob: Blob): boolean => TYPES.includes(blob.type);

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => failed(new Error('This picture cannot be read. Save it as PNG and try again.'));
    image.src = url;
  });
}

/** Size as drawn; an SVG without one gets a usual one. */
function sizeOf(image: HTMLImageElement): { readonly w: number; readonly h: number } {
  const w = image.naturalWidth || 1200;
  return { w, h: image.naturalHeight || Math.round((w * 3) / 4) };
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> =>
  new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob === null ? failed(new Error('This picture is too large.')) : done(blob)),
      type,
      quality,
    ),
  );

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** A browser that cannot write WebP answers with PNG; then JPEG on white is the smaller one. */
async function smallest(canvas: HTMLCanvasElement, quality: number): Promise<Uint8Array> {
  const webp = await bytesOf(await encoded(canvas, 'image/webp', quality));
  if (imageType(webp) === 'image/webp') return webp;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return bytesOf(await encoded(canvas, 'image/jpeg', quality));
}

function drawn(image: HTMLImageElement, w: number, h: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  canvas.getContext('2d')?.drawImage(image, 0, 0, w, h);
  return canvas;
}

/**
 * Reads a picture and makes it small enough to travel with a board. Everything is drawn anew, so nothing hidden in the file
 * (place, camera, scripts of an SVG) is kept.
 *
 * @throws Error with a sentence when it is no picture or cannot be made small enough.
 */
export async function prepareImage(blob: Blob): Promise<PreparedImage> {
  if (!isPicture(blob)) throw new Error('This is not a picture. Use PNG, JPEG, WebP or SVG.');
  const url = URL.createObjectURL(blob);
  try {
    const image = await loaded(url);
    const size = sizeOf(image);
    let scale = Math.min(1, LONGEST / Math.max(size.w, size.h));
    for (let quality = 0.86; scale > 0.05; quality = Math.max(0.5, quality - 0.12)) {
      const [w, h] = [Math.max(1, Math.round(size.w * scale)), Math.max(1, Math.round(size.h * scale))];
      const bytes = await smallest(drawn(image, w, h), quality);
      if (bytes.length <= ENOUGH) return { bytes, w: size.w, h: size.h };
      if (quality <= 0.5) scale *= 0.75;
    }
    throw new Error('This picture cannot be made small enough. Cut out the part you need.');
  } finally {
    URL.revokeObjectURL(url);
  }
}
