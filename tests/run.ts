import { spawnSync } from 'node:child_process';
import { ensureChromium } from './support/find-chromium.ts';

/** The test command: types, lint, build, then every test. Stops at the first step that fails, with its exit code. */

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function step(title: string, script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  say(`\n— ${title}`);
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error !== undefined) say(`${title} could not start: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

step('Types', 'node_modules/typescript/bin/tsc', ['-b']);
step('Lint and format', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']);
step('Build', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);

const browser = ensureChromium(say);
const projects = ['rules', 'component', ...(browser === null ? [] : ['browser'])];
const chosen = projects.flatMap((name) => ['--project', name]);
step('Tests', 'node_modules/vitest/vitest.mjs', ['run', ...chosen, ...process.argv.slice(2)], {
  ...(browser === null ? {} : { CHROMIUM_PATH: browser }),
});
if (browser === null) {
  say('The browser tests were NOT RUN: there is no Chromium on this machine. Install one or set CHROMIUM_PATH.');
}
