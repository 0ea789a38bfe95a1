import { strFromU8 } from 'fflate';
import { FILE_FORMAT } from '../../board/file.ts';
import { LIMITS } from '../../protocol/messages.ts';
import { unpacked } from './inflate.ts';

/** Name of the file that a PDF carries the board in. */
export const PDF_ATTACHMENT = 'board.orgora.json';

export const isPdf = (bytes: Uint8Array): boolean => strFromU8(bytes.subarray(0, 1024), true).includes('%PDF-');

interface PdfObject {
  readonly id: string;
  /** What stands before the stream, or the whole object when it has none. */
  readonly dictionary: string;
  /** Packed or not as the dictionary says. */
  readonly stream: Uint8Array | null;
}

/** A dictionary's own text: strings of text could hold words that look like keys. */
const LONGEST_DICTIONARY = 100_000;

/** The objects of a file, found by their own marks: the table of places may be old, packed or wrong, the marks are not. */
function* objectsOf(bytes: Uint8Array): Generator<PdfObject> {
  // One character a byte, so that places in the text are places in the file.
  const text = strFromU8(bytes, true);
  const start = /(\d+)\s+\d+\s+obj\b/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const from = start.lastIndex;
    const end = text.indexOf('endobj', from);
    const stop = end < 0 ? text.length : end;
    const opens = text.slice(from, Math.min(stop, from + LONGEST_DICTIONARY)).search(/\bstream\r?\n/);
    const id = found[1] ?? '';
    if (opens < 0) {
      yield { id, dictionary: text.slice(from, stop), stream: null };
      start.lastIndex = stop;
      continue;
    }
    const dictionary = text.slice(from, from + opens);
    const at = from + opens + 'stream'.length;
    const first = at + (text.startsWith('\r\n', at) ? 2 : 1);
    const said = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
    const length = said === undefined ? -1 : Number(said);
    const closed = length >= 0 && /^\s*endstream/.test(text.slice(first + length, first + length + 20));
    const last = closed ? first + length : text.indexOf('endstream', first);
    const until = last < 0 ? text.length : last;
    yield { id, dictionary, stream: bytes.subarray(first, until) };
    start.lastIndex = until;
  }
}

const isPacked = (dictionary: string): boolean => /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(dictionary);

function contentOf({ dictionary, stream }: PdfObject): Uint8Array | null {
  if (stream === null) return null;
  if (isPacked(dictionary)) return unpacked(stream);
  return dictionary.includes('/Filter') || stream.length > LIMITS.boardBytes ? null : stream;
}

/** What each file that is carried along is called, by the object that holds it. Descriptions may be packed into streams of objects. */
function carried(objects: readonly PdfObject[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const texts = objects.flatMap((object) => {
    if (!/\/Type\s*\/ObjStm/.test(object.dictionary)) return [object.dictionary];
    const inner = contentOf(object);
    return inner === null ? [] : [strFromU8(inner, true)];
  });
  for (const text of texts)
    for (const [, id] of text.matchAll(/\/EF\s*<<[^>]*?\/(?:UF|F)\s+(\d+)\s+\d+\s+R/g)) ids.add(id ?? '');
  return ids;
}

/**
 * The board that a PDF carries as a file, or `null` when it has none, or keeps it in a way only PDF programs read (encrypted).
 * It is known by what is in it: programs that save a PDF again rename what it carries.
 */
export function pdfSource(bytes: Uint8Array): string | null {
  const objects = [...objectsOf(bytes)];
  const ids = carried(objects);
  for (const object of objects) {
    if (!ids.has(object.id) && !/\/Type\s*\/EmbeddedFile\b/.test(object.dictionary)) continue;
    const content = contentOf(object);
    if (content === null) continue;
    const text = strFromU8(content);
    if (text.slice(0, 200).includes(`"${FILE_FORMAT}"`)) return text;
  }
  return null;
}
