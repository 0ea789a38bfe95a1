import { strFromU8 } from 'fflate';
import { isPdf, pdfSource } from './pdf-source.ts';
import { isPng, pngSource } from './png-source.ts';
import { isDeck, pptxSource } from './pptx-source.ts';
import { xmlSource } from './xml-source.ts';

export type Carrier = 'json' | 'png' | 'svg' | 'pptx' | 'pdf';

export interface FoundSource {
  /** The text of the board file, as `parseFile` takes it; not checked yet. */
  readonly text: string;
  readonly from: Carrier;
}

/** What kind of file carries the bytes: a picture, deck or document, or `json` for text that begins as JSON does; else `null`. */
export function carrierOf(bytes: Uint8Array): Carrier | null {
  if (isPng(bytes)) return 'png';
  if (isDeck(bytes)) return 'pptx';
  if (isPdf(bytes)) return 'pdf';
  const head = strFromU8(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (head.startsWith('{')) return 'json';
  return head.startsWith('<') && /<(?:[\w-]+:)?svg[\s>]/.test(head) ? 'svg' : null;
}

/**
 * The source of a board from a board file, or from inside a picture, deck or document that Orgora wrote. `null` when the bytes
 * hold none: it was left out, or a program that saved the file again dropped it.
 */
export function readSource(bytes: Uint8Array): FoundSource | null {
  const from = carrierOf(bytes);
  if (from === null) return null;
  const text = {
    json: () => strFromU8(bytes),
    png: () => pngSource(bytes),
    svg: () => xmlSource(strFromU8(bytes)),
    pptx: () => pptxSource(bytes),
    pdf: () => pdfSource(bytes),
  }[from]();
  return text === null ? null : { text, from };
}
