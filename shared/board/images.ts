import * as Y from 'yjs';
import { FARTHEST, LARGEST_SIDE, LEAST_SIDE } from './geometry.ts';
import type { Box, Id } from './model.ts';
import { collectTouched } from './touched.ts';

/**
 * Tracing layers: pictures under the drawing that people draw over, and that no export shows. They lie in a root of their own
 * beside the board's, `images`, each a map of `pos`, `size`, `bytes`, `opacity` and `locked`, so that a `Board` stays plain text.
 */

/** One picture under the drawing. */
export interface TracingImage extends Box {
  readonly id: Id;
  readonly bytes: Uint8Array;
  readonly type: ImageType;
  /** 0.1 to 1. */
  readonly opacity: number;
  /** The pointer passes through it: what is drawn over it cannot move it by accident. */
  readonly locked: boolean;
}

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';
export type ImagePatch = Partial<Pick<TracingImage, 'x' | 'y' | 'w' | 'h' | 'opacity' | 'locked'>>;

export const IMAGES_ROOT = 'images';
/** Most pictures on one board, and most bytes of one. A page sends far less than the limit of a message. */
export const MOST_IMAGES = 8;
export const LARGEST_IMAGE = 512 * 1024;
export const LEAST_OPACITY = 0.1;
export const DEFAULT_OPACITY = 0.5;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte);

/** What kind of picture these bytes begin like; `null` for none of the three. */
export function imageType(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, PNG)) return 'image/png';
  if (startsWith(bytes, JPEG)) return 'image/jpeg';
  return startsWith(bytes, RIFF) && startsWith(bytes, WEBP, 8) ? 'image/webp' : null;
}

const pair = (value: unknown, least: number, most: number): value is readonly [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((n: unknown) => typeof n === 'number' && n >= least && n <= most);

const isOpacity = (value: unknown): value is number =>
  typeof value === 'number' && value >= LEAST_OPACITY && value <= 1;

type Check = (value: unknown) => boolean;
const CHECKS: Readonly<Record<string, Check>> = {
  pos: (value) => pair(value, -FARTHEST, FARTHEST),
  size: (value) => pair(value, LEAST_SIDE, LARGEST_SIDE),
  bytes: (value) => value instanceof Uint8Array && value.length <= LARGEST_IMAGE && imageType(value) !== null,
  opacity: isOpacity,
  locked: (value) => typeof value === 'boolean',
};
const NEEDED = ['pos', 'size', 'bytes'] as const;

/** Why a picture cannot be kept, as the end of a sentence; `null` when it can. */
export function imageProblem(value: unknown): string | null {
  if (!(value instanceof Y.Map) || value._start !== null) return 'is not a map.';
  for (const [name, inner] of value.entries()) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
    if (check === undefined) return `has a key that is not known: “${name.slice(0, 40)}”.`;
    if (!check(inner)) return `cannot hold this value of “${name}”.`;
  }
  const missing = NEEDED.find((name) => !value.has(name));
  return missing === undefined ? null : `has no “${missing}”.`;
}

const imagesMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>(IMAGES_ROOT);

function readImage(id: Id, value: unknown): TracingImage | null {
  if (imageProblem(value) !== null) return null;
  const map = value as Y.Map<unknown>;
  const [x, y] = map.get('pos') as readonly [number, number];
  const [w, h] = map.get('size') as readonly [number, number];
  const bytes = map.get('bytes') as Uint8Array;
  const type = imageType(bytes);
  if (type === null) return null;
  const opacity = (map.get('opacity') as number | undefined) ?? DEFAULT_OPACITY;
  return Object.freeze({ id, x, y, w, h, bytes, type, opacity, locked: map.get('locked') === true });
}

/** The pictures a document holds, by id; what cannot be read, or is one too many, is left out. */
export function readImages(doc: Y.Doc): readonly TracingImage[] {
  const map = imagesMap(doc);
  return [...map.keys()]
    .sort()
    .flatMap((id) => readImage(id, map.get(id)) ?? [])
    .slice(0, MOST_IMAGES);
}

/** The pictures of a document as they change. */
export interface ImagesView {
  readonly images: readonly TracingImage[];
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export function createImagesView(doc: Y.Doc): ImagesView {
  const listeners = new Set<() => void>();
  let images = readImages(doc);
  const follow = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return;
    if (!collectTouched(transaction).some(({ root }) => root === IMAGES_ROOT)) return;
    images = readImages(doc);
    for (const listener of [...listeners]) listener();
  };
  doc.on('afterTransaction', follow);
  return {
    get images() {
      return images;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    destroy() {
      doc.off('afterTransaction', follow);
      listeners.clear();
    },
  };
}

/** What writing pictures needs of a `BoardEditor`. */
export interface ImageWriter {
  readonly doc: Y.Doc;
  transact<T>(run: () => T): T;
}

/**
 * Adds a picture under the drawing.
 *
 * @throws RangeError with a sentence when it is no picture, too large, or one too many.
 */
export function addImage({ doc, transact }: ImageWriter, id: Id, box: Box, bytes: Uint8Array): void {
  if (imagesMap(doc).size >= MOST_IMAGES) {
    throw new RangeError(`A board holds ${MOST_IMAGES} tracing layers. Remove one first.`);
  }
  const map = new Y.Map<unknown>([
    ['pos', [box.x, box.y]],
    ['size', [box.w, box.h]],
    ['bytes', bytes],
    ['opacity', DEFAULT_OPACITY],
    ['locked', false],
  ]);
  if (imageType(bytes) === null) throw new RangeError('This is not a PNG, JPEG or WebP picture.');
  if (bytes.length > LARGEST_IMAGE) throw new RangeError('This picture is larger than 512 KB. Make it smaller.');
  transact(() => imagesMap(doc).set(id, map));
}

/** Changes a picture's place, size, opacity or lock; one that is gone is passed over. */
export function updateImage({ doc, transact }: ImageWriter, id: Id, patch: ImagePatch): void {
  const map = imagesMap(doc).get(id);
  const now = readImage(id, map);
  if (now === null || !(map instanceof Y.Map)) return;
  const next = { ...now, ...patch };
  transact(() => {
    if (next.x !== now.x || next.y !== now.y) map.set('pos', [next.x, next.y]);
    if (next.w !== now.w || next.h !== now.h) map.set('size', [next.w, next.h]);
    if (next.opacity !== now.opacity) map.set('opacity', Math.min(1, Math.max(LEAST_OPACITY, next.opacity)));
    if (next.locked !== now.locked) map.set('locked', next.locked);
  });
}

/** Puts the pictures of one document under the drawing of another, under the same ids. */
export function copyImages(from: Y.Doc, to: Y.Doc): void {
  to.transact(() => {
    for (const { id, x, y, w, h, bytes, opacity, locked } of readImages(from)) {
      const map = new Y.Map<unknown>(Object.entries({ pos: [x, y], size: [w, h], bytes, opacity, locked }));
      imagesMap(to).set(id, map);
    }
  });
}

export function removeImage({ doc, transact }: ImageWriter, id: Id): void {
  const map = imagesMap(doc);
  if (map.has(id)) transact(() => map.delete(id));
}
