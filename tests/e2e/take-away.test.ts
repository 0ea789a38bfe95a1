import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fileText, parseFile } from '#shared/board/file.ts';
import { type App, startApp } from '../support/app.ts';
import { MOD, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let dialog: Locator;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.openTemplate('M4', 'Stage four');
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

beforeEach(async () => {
  await ana.press('Escape');
  await ana.page.evaluate(() => window.orgoraBoard?.ui.setState({ overlay: { type: 'none' } }));
  await ana.selectNothing();
  await ana.press(`${MOD}+Shift+e`);
  dialog = ana.page.getByRole('dialog').filter({ has: ana.page.getByRole('button', { name: 'Copy as picture' }) });
  await dialog.waitFor();
});

/** Presses the export button; answers the file's name and bytes. */
async function take(format: string): Promise<{ name: string; bytes: Buffer }> {
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  const [download] = await Promise.all([
    ana.page.waitForEvent('download'),
    dialog.getByRole('button', { name: `Export ${format}` }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Width and height that a PNG says it has. */
const sizeOf = (png: Buffer) => ({ w: png.readUInt32BE(16), h: png.readUInt32BE(20) });

/** Size of the drawing as the dialog shows it. */
async function shownSize(): Promise<{ w: number; h: number }> {
  const text = (await dialog.getByText(/^\d+ × \d+$/).textContent()) ?? '';
  const [w = 0, h = 0] = text.split(' × ').map(Number);
  return { w, h };
}

it('E2E-80 SVG holds every name as real text, no foreignObject and nothing from elsewhere', async () => {
  const { name, bytes } = await take('SVG');
  expect(name).toMatch(/\.svg$/);
  const svg = bytes.toString('utf8');
  expect(svg).toMatch(/^<(\?xml|svg)/);
  expect(svg).not.toContain('foreignObject');
  expect(svg).not.toMatch(/<script|href="http|url\(http/);
  const words = await ana.page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (parsed.querySelector('parsererror') !== null) throw new Error('The SVG cannot be read.');
    return [...parsed.querySelectorAll('text')]
      .map((one) => one.textContent)
      .join(' ')
      .replace(/\s+/g, ' ');
  }, svg);
  const missing = (await ana.elements())
    .filter((one) => one.kind !== 'card')
    .flatMap((one) => one.name.split(/[\s-]+/))
    .filter((word) => !words.includes(word.slice(0, 4)));
  expect(missing).toEqual([]);
});

it('E2E-81 PNG comes at one and two times the size of the drawing', async () => {
  await dialog.getByRole('radio', { name: /^PNG/ }).check();
  const { w, h } = await shownSize();
  const sizes: Record<string, { w: number; h: number }> = {};
  for (const scale of ['1', '2']) {
    await dialog.getByText(`${scale}×`, { exact: true }).click();
    sizes[scale] = sizeOf((await take('PNG')).bytes);
  }
  for (const scale of [1, 2]) {
    expect(Math.abs((sizes[scale]?.w ?? 0) - w * scale)).toBeLessThanOrEqual(scale);
    expect(Math.abs((sizes[scale]?.h ?? 0) - h * scale)).toBeLessThanOrEqual(scale);
  }
});

it('E2E-82 a dark drawing and one on a transparent ground are what they say', async () => {
  const corner = (png: Buffer) =>
    ana.page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const paper = canvas.getContext('2d');
      paper?.drawImage(image, 0, 0);
      return [...(paper?.getImageData(2, 2, 1, 1).data ?? [])];
    }, png.toString('base64'));
  await dialog.getByRole('radio', { name: /^PNG/ }).check();
  await dialog.getByText('1×', { exact: true }).click();
  const [r = 0, , , a = 0] = await corner((await take('PNG')).bytes);
  expect([r > 200, a]).toEqual([true, 255]);
  await dialog.getByRole('switch', { name: 'Dark' }).press('Space');
  const [dark = 255] = await corner((await take('PNG')).bytes);
  expect(dark).toBeLessThan(80);
  await dialog.getByRole('switch', { name: 'Transparent ground' }).press('Space');
  expect((await corner((await take('PNG')).bytes))[3]).toBe(0);
});

it('E2E-83 a selection is exported by itself', async () => {
  const whole = await shownSize();
  await ana.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const [one, two] = (await ana.elements()).filter((element) => element.sitsIn === null && element.kind === 'role');
  await ana.page.evaluate(
    (ids) => window.orgoraBoard?.ui.setState({ selection: new Set(ids) }),
    [one?.id ?? '', two?.id ?? ''],
  );
  await ana.press(`${MOD}+Shift+e`);
  await dialog.waitFor();
  const part = await shownSize();
  expect(part.w * part.h).toBeLessThan(whole.w * whole.h);
  const { bytes } = await take('SVG');
  expect(bytes.toString('utf8')).toContain('<text');
});

it('E2E-84 a board taken away as JSON opens again from home as the same board', async () => {
  const before = await ana.board();
  const { name, bytes } = await take('JSON');
  expect(name).toMatch(/\.orgora\.json$/);
  expect('file' in parseFile(bytes.toString('utf8'))).toBe(true);
  await ana.goto('/');
  await ana.page.getByLabel('Board file').setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
  await ana.ready();
  expect(fileText(await ana.board())).toBe(fileText(before));
  await ana.says('Saved');
});

it('E2E-85 a file that is no board, and one of a later version, are refused with a sentence', async () => {
  const file = JSON.parse(fileText(await ana.board())) as Record<string, unknown>;
  await ana.goto('/');
  const open = (text: string) =>
    ana.page
      .getByLabel('Board file')
      .setInputFiles({ name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await open('{"some": "thing"}');
  await ana.page.getByRole('alert').first().waitFor();
  expect(await ana.page.getByRole('alert').first().textContent()).toMatch(/\.$/);
  await open(JSON.stringify({ ...file, version: 999 }));
  await ana.reads(/newer/i);
  expect(new URL(ana.page.url()).pathname).toBe('/');
  await ana.goto('/templates');
  await ana.page.goBack();
});
