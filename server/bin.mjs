#!/usr/bin/env node
// Plain JavaScript, because it is the one file that whatever Node is on the machine must be able to load: the command itself
// is TypeScript, which the Node that comes with the project runs directly.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 24;
const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));

/** The Node binary that was installed with the project, or `null`. */
function ownNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Runs the command in another Node with the same terminal, and ends as it ends. */
function runIn(node) {
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl+C reaches both processes from the terminal; passed on as well, the second one would cut a clean stop short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`Orgora could not start ${node}: ${error.message}. Run npm ci and try again.\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0);
  });
}

if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) await import('./cli.ts');
else {
  const node = ownNode();
  if (node === null) {
    process.stderr.write(
      `Orgora needs Node ${LEAST_NODE} or newer and this is ${process.versions.node}. Run npm ci in its folder, which brings one.\n`,
    );
    process.exitCode = 1;
  } else runIn(node);
}
