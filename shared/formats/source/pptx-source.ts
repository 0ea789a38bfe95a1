import { strFromU8, unzipSync } from 'fflate';
import { LIMITS } from '../../protocol/messages.ts';
import { xmlSource } from './xml-source.ts';

/** Whether the bytes are a deck: an archive with a presentation in it, no spreadsheet and no text. */
export function isDeck(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  let deck = false;
  try {
    // Nothing is unpacked: only the list of parts is read.
    unzipSync(bytes, {
      filter: ({ name }) => {
        deck ||= name === 'ppt/presentation.xml';
        return false;
      },
    });
  } catch {
    return false;
  }
  return deck;
}

/** Custom parts are numbered anew by each program that saves the deck. */
const CUSTOM = /^customXml\/item\d*\.xml$/i;
/** Quotation marks take six signs in XML. */
const MOST = 3 * LIMITS.boardBytes;

/** The board inside a deck, or `null` when there is none or the file is not a whole archive. */
export function pptxSource(bytes: Uint8Array): string | null {
  let parts: ReturnType<typeof unzipSync>;
  try {
    parts = unzipSync(bytes, { filter: ({ name, originalSize }) => CUSTOM.test(name) && originalSize <= MOST });
  } catch {
    return null;
  }
  for (const part of Object.values(parts)) {
    const text = xmlSource(strFromU8(part));
    if (text !== null) return text;
  }
  return null;
}
