import { type Carrier, carrierOf, readSource } from '#shared/formats/source/read-source.ts';
import type { BoardRuntime } from '../session/runtime.ts';

const WORDS: Readonly<Record<Carrier, string>> = {
  json: 'file',
  png: 'picture',
  svg: 'drawing',
  pptx: 'deck',
  pdf: 'document',
};

/**
 * The board file that bytes are or carry inside; `null` when they are neither text nor anything we write. Throws a sentence for
 * a picture, deck or document without a board.
 */
export function carriedText(bytes: Uint8Array): string | null {
  const carrier = carrierOf(bytes);
  if (carrier === null) return null;
  const found = readSource(bytes);
  if (found !== null) return found.text;
  throw new Error(
    `This ${WORDS[carrier]} holds no board. Export it again with the board inside, or open the JSON file.`,
  );
}

/** Opens a picture in the import dialog when it carries a board. Answers whether it did. */
export async function openCarried(runtime: BoardRuntime, file: File): Promise<boolean> {
  const found = readSource(new Uint8Array(await file.arrayBuffer()));
  if (found === null || runtime.ui.getState().overlay.type !== 'none') return false;
  runtime.ui.setState({ overlay: { type: 'import', file } });
  return true;
}
