import type { BoardPatch } from '../patch.ts';
import { patchIds } from './between.ts';

/** Most things one proposal adds, changes or removes. */
export const MOST_THINGS = 60;
/** Most bytes of one proposal as JSON in UTF-8. */
export const MOST_BYTES = 24 * 1024;

export interface PatchSize {
  readonly things: number;
  readonly bytes: number;
  /** Why it cannot be sent, and what to do; `null` when it can. */
  readonly sentence: string | null;
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** How large a proposal is, and whether it is too large. */
export function patchSize(patch: BoardPatch): PatchSize {
  const things = patchIds(patch).size;
  const bytes = utf8Length(JSON.stringify(patch));
  if (things > MOST_THINGS) {
    const sentence = `This what-if changes ${things} things, and ${MOST_THINGS} is the most. Undo some, or propose it in two parts.`;
    return { things, bytes, sentence };
  }
  if (bytes > MOST_BYTES) {
    const sentence = 'This what-if holds more than 24 KB. Shorten texts, or propose it in two parts.';
    return { things, bytes, sentence };
  }
  return { things, bytes, sentence: null };
}
