import { fromCodePage, looksRomanian } from './code-pages.ts';
import type { Repair } from './import-types.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodeOptions {
  /** Said by a person; guessed when absent. */
  readonly encoding?: Encoding;
  /** The reader expects Romanian: what is not UTF-8 is Windows-1250. */
  readonly romanian?: boolean;
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly repairs: readonly Repair[];
}

const REPLACEMENT = 0xfffd;
const SLICE = 8192;

/** Joins 16-bit units to text without spreading more than a slice at once. */
class Text {
  readonly #parts: string[] = [];
  readonly #units = new Uint16Array(SLICE + 2);
  #used = 0;

  put(point: number): void {
    if (point > 0xffff) {
      this.#units[this.#used] = 0xd7c0 + (point >> 10);
      this.#units[this.#used + 1] = 0xdc00 + (point & 0x3ff);
      this.#used += 2;
    } else {
      this.#units[this.#used] = point;
      this.#used += 1;
    }
    if (this.#used >= SLICE) this.#flush();
  }

  #flush(): void {
    this.#parts.push(Reflect.apply(String.fromCharCode, null, this.#units.subarray(0, this.#used)));
    this.#used = 0;
  }

  toString(): string {
    this.#flush();
    return this.#parts.join('');
  }
}

/** Least code point that a sequence of this many bytes may stand for; shorter ones are not UTF-8. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

const lengthOf = (byte: number): number =>
  byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;

/** The text, or `null` at the first byte that is not UTF-8; with `lax`, such bytes become the replacement character. */
function fromUtf8(bytes: Uint8Array, lax: boolean): string | null {
  const text = new Text();
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] ?? 0;
    if (first < 0x80) {
      text.put(first);
      i += 1;
      continue;
    }
    const length = lengthOf(first);
    let point = first & (0xff >> (length + 1));
    let good = length > 1 && i + length <= bytes.length;
    for (let k = 1; good && k < length; k += 1) {
      const next = bytes[i + k] ?? 0;
      if ((next & 0xc0) === 0x80) point = (point << 6) | (next & 0x3f);
      else good = false;
    }
    if (good && (point < (LEAST[length] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)))
      good = false;
    if (!good && !lax) return null;
    text.put(good ? point : REPLACEMENT);
    i += good ? length : 1;
  }
  return text.toString();
}

function fromUtf16(bytes: Uint8Array, little: boolean): string {
  const text = new Text();
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const [a, b] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
    text.put(little ? a | (b << 8) : (a << 8) | b);
  }
  return text.toString().toWellFormed();
}

/** UTF-16 without a mark: every second byte of mostly plain letters is zero. */
function nullsSay(bytes: Uint8Array): Encoding | null {
  const size = Math.min(bytes.length, 400) & ~1;
  if (size < 4) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  if (odd > size * 0.35 && even === 0) return 'utf-16le';
  return even > size * 0.35 && odd === 0 ? 'utf-16be' : null;
}

function markSays(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function textIn(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      return fromUtf8(bytes, true) ?? '';
    case 'utf-16le':
      return fromUtf16(bytes, true);
    case 'utf-16be':
      return fromUtf16(bytes, false);
    case 'windows-1250':
    case 'windows-1252':
      return fromCodePage(bytes, encoding);
  }
}

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 (Western European)',
  'windows-1250': 'Windows-1250 (Central European)',
};

const repair = (severity: Repair['severity'], encoding: Encoding, more = ''): Repair => ({
  line: null,
  severity,
  code: 'encoding',
  sentence: `The file was read as ${NAMES[encoding]}${more}`,
});

const dropMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/**
 * Text of a file of unknown encoding: a byte-order mark decides, then zero bytes (UTF-16), then whether it is UTF-8, and else
 * a code page of Windows with a warning. Never throws.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const mark = markSays(bytes);
  const known = options.encoding ?? mark;
  if (known !== null) {
    const repairs = known === 'utf-8' || options.encoding !== undefined ? [] : [repair('info', known, '.')];
    return { text: dropMark(textIn(bytes, known)), encoding: known, repairs };
  }
  const wide = nullsSay(bytes);
  if (wide !== null) {
    return {
      text: textIn(bytes, wide),
      encoding: wide,
      repairs: [repair('info', wide, ': it carries no mark of it.')],
    };
  }
  const utf8 = fromUtf8(bytes, false);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', repairs: [] };
  const page: Encoding = options.romanian === true || looksRomanian(bytes) ? 'windows-1250' : 'windows-1252';
  const other = page === 'windows-1250' ? '1252' : '1250';
  const more = `, because it is not UTF-8. When letters look wrong, choose Windows-${other}, or save it as UTF-8.`;
  return { text: fromCodePage(bytes, page), encoding: page, repairs: [repair('warning', page, more)] };
}
