import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const BIN = join(root, 'server/bin.mjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly text: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Written to standard input, which is closed after it. */
  readonly input?: string;
  /** Arguments for Node itself, before the command's file. */
  readonly node?: readonly string[];
}

/** Runs the real command in a process of its own, as `npx orgora` does, and waits for its end. */
export async function orgora(args: readonly string[], { input = '', node = [] }: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...node, BIN, ...args], { cwd: root });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // A command that fails early does not read its input; that is part of what is tested here.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const stdout = Buffer.concat(out);
  return { code, stdout, text: stdout.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') };
}

/** A folder for one test file, removed after its tests. */
export function ownFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** Checks that a command ended with code 1, nothing on standard output, and one sentence for people on standard error. */
export function refusal({ code, text, stderr }: Ended): string {
  if (code !== 1 || text !== '') throw new Error(`Expected exit code 1 and no output, got ${code}: ${text}${stderr}`);
  const lines = stderr.trimEnd().split('\n');
  if (lines.length !== 1 || !/^[A-Z"/].*[.?]$/.test(stderr.trimEnd()) || /\bat .*:\d+:\d+/.test(stderr)) {
    throw new Error(`Expected one sentence, got: ${stderr}`);
  }
  return stderr.trimEnd();
}
