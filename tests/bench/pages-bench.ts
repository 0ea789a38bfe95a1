import type { Browser, BrowserContext, Page } from 'playwright-core';
// For `window.orgoraBoard`, which the page declares.
import type {} from '../../client/board-page/BoardPage.tsx';
import { launchBrowser } from '../support/browser.ts';
import { benchBoard } from './support/bench-board.ts';
import { type MeasuredServer, startOrgora } from './support/servers.ts';
import { quantile, type Row, row } from './support/table.ts';

/** What people wait for, in a real browser and against a real server with the built client. Times in milliseconds. */

const VIEWPORT = { width: 1440, height: 900 };
const BOARD = { elements: 1000, relations: 1200 };

async function fresh(browser: Browser, server: MeasuredServer): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce', baseURL: server.origin });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { context, page };
}

/** Resolves when the canvas stands and everything has come from the server. */
const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const board = window.orgoraBoard;
    return board?.control != null && board.sync.getState().state === 'saved';
  });

/** From opening the page to the first shape on an empty board, on a server nobody has used. */
async function firstShape(browser: Browser): Promise<number> {
  const server = await startOrgora();
  const { context, page } = await fresh(browser, server);
  const started = performance.now();
  await page.goto('/');
  await page.getByRole('button', { name: 'New board', exact: true }).click();
  await page.locator('.react-flow__pane').waitFor();
  await page.keyboard.press('1');
  await page.mouse.click(640, 420);
  await page.locator('.react-flow__node[data-kind="unit"]').waitFor({ state: 'attached' });
  const took = performance.now() - started;
  await context.close();
  await server.stop();
  return took;
}

/** Makes a council with a large board; answers its path. */
async function largeBoard(context: BrowserContext, origin: string): Promise<{ path: string; council: string }> {
  const post = async (path: string, data: unknown): Promise<{ id: string }> => {
    const answer = await context.request.post(`${origin}${path}`, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const council = await post('/api/councils', { title: 'Bench' });
  const file = { format: 'orgora-board', version: 1, board: benchBoard(BOARD.elements, BOARD.relations) };
  const board = await post(`/api/councils/${council.id}/boards`, { title: 'Bench', file });
  return { path: `/c/${council.id}/b/${board.id}`, council: council.id };
}

/** From the address to the first frame in which the whole board is there and the picture has stood still for 100 ms. */
async function load(page: Page, path: string): Promise<number> {
  const picture = async (): Promise<string> => (await page.screenshot()).toString('base64');
  const started = performance.now();
  await page.goto(path);
  await page.waitForFunction((n) => (window.orgoraBoard?.view.board.elements.size ?? 0) >= n, BOARD.elements);
  let stable = performance.now();
  let last = await picture();
  while (performance.now() - stable < 100) {
    const began = performance.now();
    const next = await picture();
    if (next !== last) stable = began;
    last = next;
  }
  return stable - started;
}

/** Edits of one page as another one draws them: by the clock of the machine, which both share. */
async function remoteEdits(writer: Page, reader: Page, count: number): Promise<number[]> {
  await reader.evaluate(() => {
    const board = window.orgoraBoard;
    const seen: { x: number; at: number }[] = [];
    Object.assign(window, { benchSeen: seen });
    board?.view.subscribe(() => {
      const x = board.view.board.elements.get('e0')?.x ?? 0;
      requestAnimationFrame(() => seen.push({ x, at: performance.timeOrigin + performance.now() }));
    });
  });
  const sent = await writer.evaluate(async (n) => {
    const at: number[] = [];
    for (let i = 1; i <= n; i += 1) {
      at.push(performance.timeOrigin + performance.now());
      window.orgoraBoard?.editor.move(new Map([['e0', { x: -i * 10, y: -300 }]]));
      await new Promise((next) => setTimeout(next, 60 + (i % 7) * 9));
    }
    return at;
  }, count);
  await reader.waitForFunction((x) => window.orgoraBoard?.view.board.elements.get('e0')?.x === x, -count * 10);
  await reader.waitForTimeout(100);
  const seen = await reader.evaluate(() => (window as unknown as { benchSeen: { x: number; at: number }[] }).benchSeen);
  return sent.flatMap((at, i) => {
    const first = seen.find(({ x }) => x <= -(i + 1) * 10);
    return first === undefined ? [] : [first.at - at];
  });
}

/** Main-thread time of taking back the move of 50 elements, until the board is read anew. */
const undo = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const board = window.orgoraBoard;
    if (board === undefined) throw new Error('There is no board.');
    board.editor.move(new Map(Array.from({ length: 50 }, (_, i) => [`e${i + 100}`, { x: i * 10, y: 5_000 }])));
    const started = performance.now();
    board.undo.undo();
    board.view.board.elements.get('e100');
    return performance.now() - started;
  });

async function crowdOfTwo(browser: Browser, server: MeasuredServer, runs: number, edits: number) {
  const one = await fresh(browser, server);
  const { path, council } = await largeBoard(one.context, server.origin);
  const loads: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // A context of its own each time: nothing is kept from the time before but the seat.
    const again = await browser.newContext({
      viewport: VIEWPORT,
      reducedMotion: 'reduce',
      baseURL: server.origin,
      storageState: { cookies: await one.context.cookies(), origins: [] },
    });
    loads.push(await load(await again.newPage(), path));
    await again.close();
  }
  await one.page.goto(path);
  await ready(one.page);
  const answer = await one.context.request.post(`${server.origin}/api/councils/${council}/links`, {
    data: { role: 'presenter' },
    headers: { origin: server.origin },
  });
  const { secret } = (await answer.json()) as { secret: string };
  const two = await fresh(browser, server);
  await two.page.goto(`/join#${secret}`);
  await two.page.waitForURL(/\/c\//);
  await two.page.goto(path);
  await ready(two.page);
  const late: number[] = [];
  const undos: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    late.push(quantile(await remoteEdits(one.page, two.page, edits), 0.95));
    undos.push(await undo(one.page));
  }
  await Promise.all([one.context.close(), two.context.close()]);
  return { loads, late, undos };
}

/** Needs a build and a Chromium. */
export async function benchPages(quick: boolean): Promise<Row[]> {
  const runs = quick ? 1 : 3;
  const browser = await launchBrowser();
  try {
    const first: number[] = [];
    for (let run = 0; run < runs; run += 1) first.push(await firstShape(browser));
    const server = await startOrgora();
    const { loads, late, undos } = await crowdOfTwo(browser, server, runs, quick ? 30 : 100);
    await server.stop();
    return [
      row('first shape, from opening the page on a fresh server', 'ms', first, null, '≤ 3,000, two clicks'),
      row('1,000 elements, 1,200 relations: load to stable picture', 'ms', loads, null, '≤ 800'),
      row('remote edit on the other screen there, p95', 'ms', late, null, '≤ 50'),
      row('undo of a move of 50 there', 'ms', undos, null, '≤ 16'),
    ];
  } finally {
    await browser.close();
  }
}
