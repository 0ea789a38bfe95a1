import { Readable } from 'node:stream';
import { run } from '../../../server/cli/run.ts';
import type { Ended } from './orgora.ts';

/** What a write was given, as bytes. */
const bytesOf = (data: unknown): Buffer =>
  typeof data === 'string' ? Buffer.from(data) : data instanceof Uint8Array ? Buffer.from(data) : Buffer.alloc(0);

/**
 * Runs one command in this process: the same code as `orgora`, without the second that a process takes to start, so one at a
 * time. Each command also has a test that runs it as a process.
 */
export async function here(args: readonly string[], { input = '' }: { readonly input?: string } = {}): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const { stdout, stderr } = process;
  const [write, writeError] = [stdout.write, stderr.write];
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};
  Object.defineProperty(process, 'stdin', { ...stdin, get: () => Readable.from([Buffer.from(input)]) });
  const before = new Set(stdout.listeners('error'));
  stdout.write = (data: unknown): boolean => out.push(bytesOf(data)) > 0;
  stderr.write = (data: unknown): boolean => err.push(bytesOf(data)) > 0;
  try {
    const code = await run(args);
    const all = Buffer.concat(out);
    return { code, stdout: all, text: all.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') };
  } finally {
    stdout.write = write;
    stderr.write = writeError;
    Object.defineProperty(process, 'stdin', stdin);
    for (const listener of stdout.listeners('error')) {
      if (!before.has(listener)) stdout.removeListener('error', listener as () => void);
    }
  }
}
