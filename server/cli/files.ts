import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { CliError } from './cli-error.ts';

/** The path that stands for standard input or output. */
export const STDIO = '-';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this account may not',
  EPERM: 'this account may not',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

const reason = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
};

/** Reads a whole file, or standard input for `-`. Throws `CliError` when it cannot be read. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    if (path !== STDIO) return await readFile(path);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${reason(error)}. Check the path and try again.`);
  }
}

/** Writes a whole file, or standard output for `-`. Throws `CliError` when it cannot be written. */
export async function writeData(path: string, data: string | Uint8Array): Promise<void> {
  if (path === STDIO) {
    if (!process.stdout.write(data)) await once(process.stdout, 'drain');
    return;
  }
  try {
    await writeFile(path, data);
  } catch (error) {
    throw new CliError(`${path} cannot be written: ${reason(error)}. Choose another place and try again.`);
  }
}
