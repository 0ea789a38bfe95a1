import { Unzlib } from 'fflate';
import { LIMITS } from '../../protocol/messages.ts';

/** Bytes fed at once: what one of them can grow to stays small beside the limit. */
const STEP = 16_384;

/**
 * Unpacks a zlib stream. `null` when it is damaged, or grows past the largest board there is: a small file can pretend to hold
 * gigabytes.
 */
export function unpacked(bytes: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Unzlib((chunk) => {
    size += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      if (size > LIMITS.boardBytes) return null;
    }
  } catch {
    return null;
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
