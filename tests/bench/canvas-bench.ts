import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';
import { serve } from '../../server/main.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Row, row } from './support/table.ts';

/** How long a gesture lasts, in milliseconds. */
const GESTURE = 2000;
const SIZE = { width: 1440, height: 900 };

interface Place {
  readonly page: Page;
  readonly cdp: CDPSession;
}

interface Measured {
  /** Frames shown a second. */
  readonly fps: number;
  /** Main-thread time, in milliseconds. */
  readonly cpu: number;
}

async function busyTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find((one) => one.name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** Runs a gesture for two seconds, a step in each frame of the page's clock, and counts the frames that were shown. */
async function measure({ page, cdp }: Place, step: (i: number) => Promise<void>): Promise<Measured> {
  await page.evaluate(() => {
    const counter = { frames: 0, on: true };
    Object.assign(window, { benchFrames: counter });
    const count = () => {
      counter.frames += 1;
      if (counter.on) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const before = await busyTime(cdp);
  const start = performance.now();
  for (let i = 0; performance.now() - start < GESTURE; i += 1) {
    await step(i);
    const next = start + (i + 1) * 16;
    const left = next - performance.now();
    if (left > 1) await new Promise((done) => setTimeout(done, left));
  }
  const seconds = (performance.now() - start) / 1000;
  const frames = await page.evaluate(() => {
    const counter = (window as unknown as { benchFrames: { frames: number; on: boolean } }).benchFrames;
    counter.on = false;
    return counter.frames;
  });
  return { fps: frames / seconds, cpu: ((await busyTime(cdp)) - before) * (GESTURE / 1000 / seconds) };
}

const atRest = (page: Page) => page.waitForSelector('.board-canvas[data-moving="false"]');

/** Everything in the window. */
async function fit(page: Page): Promise<void> {
  await page.evaluate(() => window.orgoraLab?.runtime.control?.fit({ instant: true }));
  await atRest(page);
}

/** A part at the zoom at which one works. */
async function work(page: Page): Promise<void> {
  await page.evaluate(
    ({ width, height }) => {
      const { control } = (window.orgoraLab as NonNullable<Window['orgoraLab']>).runtime;
      control?.contain({ x: 1500, y: 700, w: width / 0.8, h: height / 0.8 });
    },
    { width: SIZE.width, height: SIZE.height },
  );
  await page.waitForFunction(() => (window.orgoraLab?.runtime.ui.getState().zoom ?? 0) > 0.7);
  await atRest(page);
  await page.locator('.react-flow__node').first().waitFor();
}

/** Ids of elements in the window, from its middle on. */
const near = (page: Page, count: number): Promise<string[]> =>
  page.evaluate((n) => {
    const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
    const seen = runtime.control?.visible() ?? { x: 0, y: 0, w: 0, h: 0 };
    const [x, y] = [seen.x + seen.w / 2, seen.y + seen.h / 2];
    const away = (one: { x: number; y: number; w: number; h: number }) =>
      Math.abs(one.x + one.w / 2 - x) + Math.abs(one.y + one.h / 2 - y);
    return [...runtime.view.board.elements.values()]
      .sort((a, b) => away(a) - away(b))
      .slice(0, n)
      .map((one) => one.id);
  }, count);

async function pan(place: Place): Promise<Measured> {
  await place.page.mouse.move(700, 450);
  return measure(place, async (i) => {
    const angle = i / 20;
    await place.page.mouse.wheel(Math.cos(angle) * 24, Math.sin(angle) * 24);
  });
}

async function zoom(place: Place): Promise<Measured> {
  await place.page.mouse.move(700, 450);
  await place.page.keyboard.down('Control');
  const measured = await measure(place, (i) => place.page.mouse.wheel(0, Math.floor(i / 30) % 2 === 0 ? -12 : 12));
  await place.page.keyboard.up('Control');
  return measured;
}

async function drag(place: Place, count: number): Promise<Measured> {
  const { page } = place;
  const ids = await near(page, count);
  const at = await page.evaluate((chosen) => {
    const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
    runtime.ui.setState({ selection: new Set(chosen) });
    const one = runtime.view.board.elements.get(chosen[0] ?? '');
    const middle = { x: (one?.x ?? 0) + (one?.w ?? 0) / 2, y: (one?.y ?? 0) + (one?.h ?? 0) / 2 };
    return runtime.control?.toScreen(middle) ?? middle;
  }, ids);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 8, at.y + 8);
  const measured = await measure(place, (i) =>
    page.mouse.move(at.x + 90 * Math.sin(i / 15), at.y + 90 * (1 - Math.cos(i / 15))),
  );
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return measured;
}

async function others(place: Place): Promise<Measured> {
  await place.page.evaluate(() => {
    const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
    runtime.room.animate(8, 20, [...runtime.view.board.elements]);
  });
  const measured = await measure(place, () => Promise.resolve());
  await place.page.evaluate(() => window.orgoraLab?.runtime.room.animate(0, 1, []));
  return measured;
}

/** Milliseconds from the start of the page to the first picture with every box and every line at its place. */
async function load(context: BrowserContext, url: string): Promise<Place & { readonly ms: number }> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = () => {
      const { painted } = document.querySelector<HTMLElement>('.board-canvas')?.dataset ?? {};
      if (painted === 'all') Object.assign(window, { benchPainted: performance.now() });
      else requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
  await page.goto(url);
  const painted = await page.waitForFunction(() => (window as unknown as { benchPainted?: number }).benchPainted ?? 0);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  return { page, cdp, ms: await painted.jsonValue() };
}

type Gesture = readonly [what: string, bar: string, run: (place: Place) => Promise<Measured>];

const after = (prepare: (page: Page) => Promise<void>, run: (place: Place) => Promise<Measured>) => {
  return async (place: Place): Promise<Measured> => {
    await prepare(place.page);
    return run(place);
  };
};

const THOUSAND: readonly Gesture[] = [
  ['zoom by wheel', '≥ 40', after(fit, zoom)],
  ['pan, fit', '≥ 58', after(fit, pan)],
  ['pan, work', '≥ 45', after(work, pan)],
  ['drag one, fit', '≥ 58', after(fit, (place) => drag(place, 1))],
  ['drag one, work', '≥ 57', after(work, (place) => drag(place, 1))],
  ['drag fifty, fit', '≥ 58', after(fit, (place) => drag(place, 50))],
  ['drag fifty, work', '≥ 50', after(work, (place) => drag(place, 50))],
  ['8 others moving at 20/s, fit', '≥ 58', after(fit, others)],
];

const FIVE_THOUSAND: readonly Gesture[] = [
  ['5,000: pan, fit', '≥ 45', after(fit, pan)],
  ['5,000: drag one, fit', '≥ 45', after(fit, (place) => drag(place, 1))],
];

/**
 * Frames a second of the canvas's gestures and the time to the first stable picture, on the canvas by itself in the built page.
 * Needs a build.
 */
export async function benchCanvas(quick: boolean): Promise<Row[]> {
  const runs = quick ? 1 : 3;
  const folder = mkdtempSync(join(tmpdir(), 'orgora-bench-canvas-'));
  const served = await serve(
    { PORT: '0', ORGORA_DATA: join(folder, 'bench.sqlite'), ORGORA_LOG: 'silent' },
    { say: () => undefined, signals: false, clientFolder: 'dist/client' },
  );
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: SIZE, reducedMotion: 'reduce' });
  const origin = served.url.replace('localhost', '127.0.0.1');
  const rows: Row[] = [];
  try {
    for (const [n, bar, gestures] of [
      [1000, '≤ 800', THOUSAND],
      [5000, '≤ 1800', FIVE_THOUSAND],
    ] as const) {
      const times: number[] = [];
      const found = new Map<string, Measured[]>();
      for (let i = 0; i < runs; i += 1) {
        const place = await load(context, `${origin}/debug/canvas?n=${n}`);
        times.push(place.ms);
        for (const [what, , run] of gestures) found.set(what, [...(found.get(what) ?? []), await run(place)]);
        await place.page.close();
      }
      rows.push(row(`load of ${n} to the first stable picture`, 'ms', times, null, bar));
      for (const [what, least] of gestures) {
        const all = found.get(what) ?? [];
        const fps = all.map((one) => one.fps);
        const cpu = all.map((one) => one.cpu);
        rows.push(row(what, 'fps', fps, null, least), row(`${what}, main thread`, 'ms per 2 s', cpu, null, 'lower'));
      }
    }
  } finally {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
