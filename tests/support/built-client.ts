import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'dist/client');

const newest = (folder: string): number =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

/** Folder of the built client; builds it first when there is none or its sources are newer. Throws what the build says. */
export function builtClient(): string {
  const page = join(BUILT, 'index.html');
  const fresh = existsSync(page) && statSync(page).mtimeMs > Math.max(newest('client'), newest('shared'));
  if (!fresh) {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
      {
        cwd: ROOT,
        encoding: 'utf8',
        // The test runner's own mode would build a client for development.
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    if (status !== 0) throw new Error(`The client could not be built.\n${stderr}`);
  }
  return BUILT;
}
