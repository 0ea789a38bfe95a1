import type { Id } from '#shared/board/model.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A fresh id of 12 letters and digits (71 bits), so that two people never make the same one. */
export function newId(): Id {
  let id = '';
  while (id.length < 12) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 248 is the largest multiple of 62 under 256: without the cut some letters would come more often.
      if (byte < 248 && id.length < 12) id += ALPHABET[byte % 62];
    }
  }
  return id;
}
