import { type ChildProcess, spawn } from 'node:child_process';
import { ensureChromium } from './support/find-chromium.ts';

/**
 * The test command: types beside lint and build, then every test. Stops at the first step that fails, with its exit code.
 */

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** What runs, and whether in a process group of its own. */
const running = new Map<ChildProcess, boolean>();

/** Ends the command, and what still runs beside the step that failed with all that it started. */
function stop(code: number): never {
  for (const [child, own] of running) {
    if (child.pid === undefined || child.exitCode !== null) continue;
    if (own) process.kill(-child.pid);
    else child.kill();
  }
  process.exit(code);
}

interface Step {
  readonly title: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Keep what it prints until it ends, because another step runs beside it. */
  readonly beside?: boolean;
}

/** Runs one step to its end; a step that fails ends the command. */
async function step({ title, script, args, env = {}, beside = false }: Step): Promise<void> {
  if (!beside) say(`\n— ${title}`);
  const child = spawn(process.execPath, [script, ...args], {
    stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...env },
    // A group of its own, so that what a step starts ends with it; the tests stay in the terminal's.
    detached: beside,
  });
  running.set(child, beside);
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed.push(chunk));
  const began = performance.now();
  const { code, problem } = await new Promise<{ code: number; problem: string | null }>((ended) => {
    child.once('error', (error) => ended({ code: 1, problem: error.message }));
    child.once('close', (status) => ended({ code: status ?? 1, problem: null }));
  });
  running.delete(child);
  if (beside) {
    say(`\n— ${title}: ${Math.round((performance.now() - began) / 1000)} s`);
    process.stdout.write(Buffer.concat(printed));
  }
  if (problem !== null) say(`${title} could not start: ${problem}`);
  if (code !== 0) stop(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(1));

const types: Step = { title: 'Types', script: 'node_modules/typescript/bin/tsc', args: ['-b'], beside: true };
const lint: Step = {
  title: 'Lint and format',
  script: 'node_modules/@biomejs/biome/bin/biome',
  args: ['check', '.'],
  beside: true,
};
const build: Step = {
  title: 'Build',
  script: 'node_modules/vite/bin/vite.js',
  args: ['build', '--logLevel', 'warn'],
  beside: true,
};
say('\n— Types, lint and format, build');
await Promise.all([step(types), step(lint).then(() => step(build))]);

const browser = ensureChromium(say);
const projects = ['rules', 'component', ...(browser === null ? [] : ['browser'])];
const chosen = projects.flatMap((name) => ['--project', name]);
await step({
  title: 'Tests',
  script: 'node_modules/vitest/vitest.mjs',
  args: ['run', ...chosen, ...process.argv.slice(2)],
  env: browser === null ? {} : { CHROMIUM_PATH: browser },
});
if (browser === null) {
  say('The browser tests were NOT RUN: there is no Chromium on this machine. Install one or set CHROMIUM_PATH.');
}
