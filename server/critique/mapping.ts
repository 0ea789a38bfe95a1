import { createCipheriv, createDecipheriv, randomBytes, scrypt as scryptCallback } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

const scrypt = promisify(scryptCallback) as (
  passphrase: string,
  salt: Buffer,
  bytes: number,
  options: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
) => Promise<Buffer>;

/** RFC 7914: 32 MiB for each try, so that trying passphrases is slow. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

const Sealed = z.object({
  version: z.literal(1),
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  data: z.base64(),
});
export type SealedMapping = z.infer<typeof Sealed>;

const keyFor = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, COST);

/** Who wrote what, readable with this passphrase only. Nothing of the passphrase is kept. */
export async function sealMapping(mapping: unknown, passphrase: string): Promise<SealedMapping> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, await keyFor(passphrase, salt), nonce);
  const data = Buffer.concat([cipher.update(JSON.stringify(mapping), 'utf8'), cipher.final()]);
  const [saltText, nonceText, tag] = [salt, nonce, cipher.getAuthTag()].map((part) => part.toString('base64'));
  return {
    version: 1,
    salt: saltText ?? '',
    nonce: nonceText ?? '',
    tag: tag ?? '',
    data: data.toString('base64'),
  };
}

/** The mapping again, or `null` when this is not the passphrase. @throws Error when what was kept is no sealed mapping */
export async function openMapping(kept: unknown, passphrase: string): Promise<{ readonly mapping: unknown } | null> {
  const sealed = Sealed.parse(kept);
  const [salt, nonce, tag, data] = [sealed.salt, sealed.nonce, sealed.tag, sealed.data].map((part) =>
    Buffer.from(part, 'base64'),
  ) as [Buffer, Buffer, Buffer, Buffer];
  const decipher = createDecipheriv(CIPHER, await keyFor(passphrase, salt), nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(tag);
  try {
    const text = Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
    return { mapping: JSON.parse(text) as unknown };
  } catch (error) {
    // GCM says so when the key is another one, or when a byte was changed.
    if (error instanceof Error && /authenticate/.test(error.message)) return null;
    throw error;
  }
}
