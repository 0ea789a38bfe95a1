import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for sessions, links and tickets. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** 128 random bits: not secret, but nobody finds one by trying. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** What is stored of a secret. A plain hash is enough: nobody tries 2^256 of them. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const isSecret = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value);
