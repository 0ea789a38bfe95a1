import { type Browser, chromium, type Page } from 'playwright-core';
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

/** A page whose uncaught errors are kept, so that a test can assert that there were none. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url);
  return { page, faults };
}
