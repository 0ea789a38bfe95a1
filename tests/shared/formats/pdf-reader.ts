import { unzlibSync } from 'fflate';

/** A PDF taken apart just as far as tests need: objects by number, and their streams without packing. */
export interface PdfParts {
  readonly objects: ReadonlyMap<number, string>;
  /** Bytes of a stream, unpacked. */
  stream(id: number): Uint8Array;
  /** Numbers of the objects whose dictionary matches, in the order of the file. */
  find(pattern: RegExp): readonly number[];
  readonly trailer: string;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export function partsOfPdf(bytes: Uint8Array): PdfParts {
  const text = latin(bytes);
  const objects = new Map<number, string>();
  const streams = new Map<number, Uint8Array>();
  const start = /(\d+) 0 obj\n/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const id = Number(found[1]);
    const from = start.lastIndex;
    const end = text.indexOf('endobj', from);
    const opens = text.indexOf('\nstream\n', from);
    if (opens < 0 || opens > end) {
      objects.set(id, text.slice(from, end));
      start.lastIndex = end;
      continue;
    }
    const dictionary = text.slice(from, opens);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const data = bytes.subarray(opens + 8, opens + 8 + length);
    objects.set(id, dictionary);
    streams.set(id, dictionary.includes('/FlateDecode') ? unzlibSync(data) : data);
    start.lastIndex = opens + 8 + length;
  }
  return {
    objects,
    stream: (id) => {
      const found = streams.get(id);
      if (found === undefined) throw new Error(`Object ${id} has no stream.`);
      return found;
    },
    find: (pattern) => [...objects].filter(([, body]) => pattern.test(body)).map(([id]) => id),
    trailer: text.slice(text.lastIndexOf('trailer')),
  };
}

export const bodyOf = (parts: PdfParts, id: number): string => parts.objects.get(id) ?? '';

/** The object that a key of a dictionary points to. */
export function reference(body: string, key: string): number {
  const id = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(body)?.[1];
  if (id === undefined) throw new Error(`There is no ${key}.`);
  return Number(id);
}

/** A text string of a dictionary: two bytes a character when it begins with the mark for that. */
export function textOf(literal: string): string {
  const bytes = literal.replaceAll(/\\([nrtbf()\\]|[0-7]{3})/g, (_, kept: string) => {
    const plain = ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' } as const)[kept];
    return plain ?? (kept.length === 3 ? String.fromCharCode(Number.parseInt(kept, 8)) : kept);
  });
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  let out = '';
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    out += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  }
  return out;
}

const LITERAL = '\\(((?:\\\\[\\s\\S]|[^\\\\)])*)\\)';

/** Every value of a key that is a text string, in any object. */
export const stringsAt = (parts: PdfParts, key: string): readonly string[] =>
  [...parts.objects.values()].flatMap((body) =>
    [...body.matchAll(new RegExp(`/${key} ${LITERAL}`, 'g'))].map((match) => textOf(match[1] ?? '')),
  );

/** What the glyphs of a font stand for, from its own table. */
function unicodeOf(parts: PdfParts, font: number): ReadonlyMap<number, string> {
  const table = latin(parts.stream(reference(bodyOf(parts, font), 'ToUnicode')));
  const out = new Map<number, string>();
  for (const [, from, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [i, [, codes]] of [...(list ?? '').matchAll(/<([^>]*)>/g)].entries()) {
      const units = (codes ?? '').split(' ').map((unit) => Number.parseInt(unit, 16));
      out.set(Number.parseInt(from ?? '', 16) + i, String.fromCharCode(...units));
    }
  }
  return out;
}

export interface PdfPage {
  readonly content: string;
  /** Width and height in points. */
  readonly size: readonly [number, number];
  /** What a reader finds in the glyphs, in the order they are drawn. */
  readonly text: string;
  /** Glyphs by font object. */
  readonly glyphs: ReadonlyMap<number, ReadonlySet<number>>;
}

/** The pages with their texts, read through the fonts' own tables. */
export function pagesOf(parts: PdfParts): readonly PdfPage[] {
  const tables = new Map<number, ReadonlyMap<number, string>>();
  return parts.find(/\/Type \/Page\n/).map((id): PdfPage => {
    const page = bodyOf(parts, id);
    const content = latin(parts.stream(reference(page, 'Contents')));
    const resources = bodyOf(parts, reference(page, 'Resources'));
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [name, Number(font)]));
    const glyphs = new Map<number, Set<number>>();
    let font = 0;
    let text = '';
    for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>(?= -?[\d.])/g)) {
      if (name !== undefined) {
        font = fonts.get(name) ?? 0;
        if (!tables.has(font)) tables.set(font, unicodeOf(parts, font));
        continue;
      }
      const used = glyphs.get(font) ?? new Set();
      glyphs.set(font, used);
      for (const [code] of (hex ?? '').matchAll(/.{4}/g)) {
        const glyph = Number.parseInt(code, 16);
        used.add(glyph);
        text += tables.get(font)?.get(glyph) ?? '?';
      }
    }
    const [, w, h] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    return { content, size: [Number(w), Number(h)], text, glyphs };
  });
}

/** Glyphs of a font file that have no shape. */
export function emptyGlyphs(font: Uint8Array, glyphs: Iterable<number>): readonly number[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + 16 * i;
    tables.set(latin(font.subarray(record, record + 4)), view.getUint32(record + 8));
  }
  const loca = tables.get('loca') ?? 0;
  const long = view.getInt16((tables.get('head') ?? 0) + 50) === 1;
  const at = (glyph: number): number =>
    long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
  return [...glyphs].filter((glyph) => at(glyph) === at(glyph + 1));
}
