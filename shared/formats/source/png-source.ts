import { strFromU8, strToU8, zlibSync } from 'fflate';
import { unpacked } from './inflate.ts';

/** Keyword of the text chunk that holds the board. */
export const PNG_KEYWORD = 'orgora:board';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

/** CRC-32 of every byte (PNG, second edition, annex D). */
const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Where the chunk begins and ends in the file, with its length and checksum. */
  readonly start: number;
  readonly end: number;
}

/** The chunks of a PNG file in their order; those after a damaged one are not there. */
function* chunksOf(png: Uint8Array): Generator<Chunk> {
  const numbers = view(png);
  for (let start = SIGNATURE.length; start + 12 <= png.length; ) {
    const length = numbers.getUint32(start);
    const end = start + 12 + length;
    if (end > png.length) return;
    const type = strFromU8(png.subarray(start + 4, start + 8), true);
    yield { type, data: png.subarray(start + 8, start + 8 + length), start, end };
    start = end;
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const numbers = view(out);
  numbers.setUint32(0, data.length);
  out.set(strToU8(type, true), 4);
  out.set(data, 8);
  numbers.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

/** What stands before the text: keyword, packed by zlib, no language, no translated keyword. */
const HEAD = [...strToU8(PNG_KEYWORD, true), 0, 1, 0, 0, 0];

/** The packed text of a chunk of ours, or `null` for another. */
function textOf({ type, data }: Chunk): string | null {
  const keyword = strToU8(`${PNG_KEYWORD}\0`, true);
  if (type !== 'iTXt' || !keyword.every((byte, i) => data[i] === byte)) return null;
  const packed = data[keyword.length] === 1;
  // After the flags come language and translated keyword, each ended by a zero: ours are empty, a rewritten file's may not be.
  const language = data.indexOf(0, keyword.length + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return null;
  const rest = data.subarray(translated + 1);
  const text = packed ? unpacked(rest) : rest;
  return text === null ? null : strFromU8(text);
}

/** The picture with a board inside, in place of one it may hold already. Throws `RangeError` when it is no PNG. */
export function withPngSource(png: Uint8Array, source: string): Uint8Array {
  const chunks = isPng(png) ? [...chunksOf(png)] : [];
  const [head] = chunks;
  if (head === undefined || head.type !== 'IHDR') throw new RangeError('These bytes are not a PNG picture.');
  const packed = zlibSync(strToU8(source), { level: 9 });
  const own = chunk('iTXt', Uint8Array.from([...HEAD, ...packed]));
  const kept = chunks.filter((one) => textOf(one) === null).map(({ start, end }) => png.subarray(start, end));
  const parts = [png.subarray(0, SIGNATURE.length), ...kept.slice(0, 1), own, ...kept.slice(1)];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The board inside a PNG picture, or `null` when there is none. */
export function pngSource(png: Uint8Array): string | null {
  for (const one of chunksOf(png)) {
    const text = textOf(one);
    if (text !== null) return text;
  }
  return null;
}
