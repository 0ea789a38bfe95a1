import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';

const runnable = (path: string | undefined): path is string => {
  if (path === undefined || path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium that can be started: `CHROMIUM_PATH`, then the system's, then Playwright's own; `null` when there is none. */
export function findChromium(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'], ...KNOWN, chromium.executablePath()];
  return candidates.find(runnable) ?? null;
}

/**
 * Finds a Chromium or installs one: Debian's package where there is `apt-get` and the right to use it, else Playwright's own.
 * Answers `null` when the machine can have neither; the caller says so.
 */
export function ensureChromium(say: (line: string) => void): string | null {
  const found = findChromium();
  if (found !== null) return found;
  const root = process.getuid?.() === 0;
  if (spawnSync('apt-get', ['--version']).status === 0 && (root || spawnSync('sudo', ['-n', 'true']).status === 0)) {
    say('No browser here: installing Debian’s chromium.');
    const apt = (...args: string[]) => {
      const [command, rest] = root ? ['apt-get', args] : ['sudo', ['-n', 'apt-get', ...args]];
      return spawnSync(command as string, rest as string[], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status;
    };
    apt('update');
    if (apt('install', '-y', '--no-install-recommends', 'chromium') === 0 && findChromium() !== null)
      return findChromium();
  }
  say('No browser here: asking Playwright for its own.');
  try {
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
    });
  } catch {
    say('Playwright could not fetch a browser either.');
  }
  return findChromium();
}
