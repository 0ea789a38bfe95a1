import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './find-chromium.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium: `CHROMIUM_PATH`, else the system's, else Playwright's own. Throws when the machine has none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = ensureChromium((line) => process.stdout.write(`${line}\n`));
  if (executablePath === null) throw new Error('No Chromium was found and none could be installed. Set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}

let shared: Promise<Browser> | null = null;

/**
 * The one browser of all test files that run in this process; it ends with the process. Whoever opens a context in it
 * closes it at the end of the file.
 */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}
