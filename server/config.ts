import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** The environment, named as in the configuration table of the README. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4380),
  HOST: z.string().min(1).default('127.0.0.1'),
  ORGORA_DATA: z.string().min(1).default('./data/orgora.sqlite'),
  ORGORA_CREATE_KEY: z.string().min(8).optional(),
  ORGORA_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((origin) => new URL(origin).origin))),
  ORGORA_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ORGORA_SYNCHRONOUS: z.enum(['full', 'normal']).default('full'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** SQLite file. */
  readonly data: string;
  /** Key that is asked for to create a council, or `null` when anybody may. */
  readonly createKey: string | null;
  /** Origins besides the server's own whose pages may use it. */
  readonly origins: readonly string[];
  readonly log: z.infer<typeof Environment>['ORGORA_LOG'];
  readonly synchronous: 'full' | 'normal';
}

/** The server cannot start with what it was given; the message is one sentence for who runs it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const HINTS: Readonly<Record<string, string>> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'an address to listen on',
  ORGORA_DATA: 'a path to a file',
  ORGORA_CREATE_KEY: 'at least 8 characters',
  ORGORA_ORIGINS: 'origins such as https://boards.example.org, separated by commas',
  ORGORA_LOG: 'fatal, error, warn, info, debug or silent',
  ORGORA_SYNCHRONOUS: 'full or normal',
};

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127\./.test(host);

/** Reads the configuration. Empty variables count as not set. @throws ConfigError */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? 'The configuration');
    throw new ConfigError(`${name} cannot be used: set it to ${HINTS[name] ?? 'something else'}.`);
  }
  const { PORT, HOST, ORGORA_DATA, ORGORA_CREATE_KEY, ORGORA_ORIGINS, ORGORA_LOG, ORGORA_SYNCHRONOUS } = parsed.data;
  if (!isLoopback(HOST) && ORGORA_CREATE_KEY === undefined) {
    throw new ConfigError(
      `HOST is ${HOST}, so others can reach this server: set ORGORA_CREATE_KEY to a key of your choice, which is asked for to create a council.`,
    );
  }
  return {
    port: PORT,
    host: HOST,
    data: ORGORA_DATA,
    createKey: ORGORA_CREATE_KEY ?? null,
    origins: ORGORA_ORIGINS,
    log: ORGORA_LOG,
    synchronous: ORGORA_SYNCHRONOUS,
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares keys in a time that does not tell how much of one was right. */
export const sameKey = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
