import type { Browser, Page } from 'playwright-core';
// For `window.orgoraBoard`, which the page declares.
import type {} from '../../client/board-page/BoardPage.tsx';
import { launchBrowser } from '../support/browser.ts';
import { type MeasuredServer, startOrgora } from './support/servers.ts';
import { type Row, row } from './support/table.ts';

/** 50,000 rows in the import dialog of a real page: how long it takes, and how long the page does not answer meanwhile. */

const ROWS = 50_000;
const SPAN = 8;

function people(): Buffer {
  const rows = ['Employee ID,Job title,Manager ID'];
  for (let i = 1; i <= ROWS; i += 1) {
    rows.push(`${i},Specialist ${i},${i === 1 ? '' : Math.floor((i - 2) / SPAN) + 1}`);
  }
  return Buffer.from(rows.join('\n'));
}

interface Gaps {
  longest: number;
}

/** Watches the time between frames from now on. */
const watch = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const gaps: Gaps = { longest: 0 };
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      gaps.longest = Math.max(gaps.longest, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { gaps });
    return last;
  });

const seen = (page: Page, since: number): Promise<{ longest: number; took: number }> =>
  page.evaluate((from) => {
    const { gaps } = window as unknown as { gaps: Gaps };
    const { longest } = gaps;
    gaps.longest = 0;
    return { longest, took: performance.now() - from };
  }, since);

async function once(browser: Browser, server: MeasuredServer) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: server.origin });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto('/');
  await page.getByRole('button', { name: 'New board', exact: true }).click();
  await page.waitForFunction(() => window.orgoraBoard?.control != null);
  await page.evaluate(() => window.orgoraBoard?.ui.setState({ overlay: { type: 'import' } }));
  await page.getByLabel('File to import').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: people() });
  const started = await watch(page);
  await page.getByRole('button', { name: 'Add to this board' }).and(page.locator(':enabled')).waitFor();
  const read = await seen(page, started);
  const adding = await page.evaluate(() => performance.now());
  await page.getByRole('button', { name: 'Add to this board' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const added = await seen(page, adding);
  await context.close();
  return { read, added };
}

/** Needs a build and a Chromium. */
export async function benchImportPage(quick: boolean): Promise<Row[]> {
  const browser = await launchBrowser();
  const server = await startOrgora();
  try {
    const runs: Awaited<ReturnType<typeof once>>[] = [];
    for (let run = 0; run < (quick ? 1 : 3); run += 1) runs.push(await once(browser, server));
    const of = (pick: (one: (typeof runs)[number]) => number): number[] => runs.map(pick);
    return [
      row(
        '50,000 rows in the page: from the file to the picture',
        'ms',
        of((one) => one.read.took),
        null,
        '–',
      ),
      row(
        'longest time between two frames meanwhile',
        'ms',
        of((one) => one.read.longest),
        null,
        '≤ 200',
      ),
      row(
        'their top five levels, 4,681 boxes, added to the board',
        'ms',
        of((one) => one.added.took),
        null,
        '–',
      ),
      row(
        'longest time between two frames meanwhile',
        'ms',
        of((one) => one.added.longest),
        null,
        '≤ 1,000',
      ),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
