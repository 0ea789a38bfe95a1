import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import type { Board } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { redactBoard } from '#shared/redaction/redact.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { type App, startApp } from '../support/app.ts';
import { MOD, soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let dialog: Locator;

const SECRET = 'Secret-7d41 between those who draw';
const TITLE = 'Stage four: plan';

/** A template with two frames and a note for those who draw. */
function content(): Board {
  const wanted = template('M4');
  if (wanted === undefined) throw new RangeError('There is no template M4.');
  const board = boardFromTemplate(wanted);
  const elements = new Map(board.elements);
  const [first] = elements.values();
  if (first !== undefined) elements.set(first.id, { ...first, attributes: { ...first.attributes, note: SECRET } });
  const frame = (id: string, title: string, order: string, y: number) =>
    [id, { id, title, order, x: 0, y, w: 1200, h: 675 }] as const;
  const frames = new Map([frame('fr1', 'Who leads', 'a', 0), frame('fr2', 'Who runs it', 'b', 400)]);
  return { ...board, meta: { ...board.meta, title: TITLE }, elements, frames };
}

beforeAll(async () => {
  app = await startApp();
  ana = await app.person({ permissions: ['clipboard-read', 'clipboard-write'] });
  await ana.openContent(content(), TITLE);
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

async function open(): Promise<void> {
  await ana.selectNothing();
  await ana.press(`${MOD}+Shift+e`);
  dialog = ana.dialog('Export');
  await dialog.waitFor();
}

beforeEach(async () => {
  await ana.page.evaluate(() => {
    window.orgoraBoard?.ui.setState({ overlay: { type: 'none' } });
    window.localStorage.removeItem('orgora-export');
  });
  await ana.dialog('Export').waitFor({ state: 'detached' });
  await open();
});

const choose = (format: string): Promise<void> =>
  dialog.getByRole('radio', { name: new RegExp(`^${format} `) }).check();
const turn = (name: string): Promise<void> => dialog.getByRole('switch', { name }).press('Space');

/** Presses the export button; answers the file's name and bytes. */
async function take(button: string | RegExp): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([
    ana.page.waitForEvent('download'),
    dialog.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** Everything in a deck as text. */
const unpacked = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');

/** The board as its council may read it. */
const forCouncil = async (): Promise<Board> => redactBoard(await ana.storedBoard(), 'council');

it('EXPORTUI-20 PPTX of the page is byte for byte what Node writes, and holds every name', async () => {
  const { name, bytes } = await take('Export 2 slides');
  expect(name).toBe('Stage four plan.pptx');
  const board = await forCouncil();
  const style = { theme: 'light', finish: 'full', colours: 'exact', font: 'theme', legend: true } as const;
  const expected = pptxOf(slidesOf(board, { by: 'auto' }), {
    ...style,
    ratio: '16:9',
    title: board.meta.title,
    source: `Source: ${TITLE}.`,
    mark: 'Council confidential',
  });
  expect(Buffer.compare(bytes, expected.bytes)).toBe(0);
  const words = unpacked(bytes);
  expect(words).toContain('Who runs it');
  expect(words).toContain('Council confidential');
  expect(words).not.toContain(SECRET);
});

it('EXPORTUI-21 SVG of the page is byte for byte what Node writes', async () => {
  await choose('SVG');
  const { bytes } = await take('Export SVG');
  const board = await forCouncil();
  const drawing = drawBoard(board, { finish: 'full', legend: true, title: true, routes: routeBoard(board) });
  expect(strFromU8(bytes)).toBe(svgOf(drawing, { theme: 'light', transparent: false, title: TITLE }));
});

it('EXPORTUI-22 what only those who draw may read is in no byte of a file for anybody', async () => {
  await dialog.getByText('Anybody', { exact: true }).click();
  await turn('Keep the board inside the file');
  await dialog.getByText(/stays? here\./).waitFor();
  expect(unpacked((await take('Export 2 slides')).bytes)).not.toContain(SECRET);
  await choose('SVG');
  const svg = strFromU8((await take('Export SVG')).bytes);
  expect(svg).toContain('orgora:board');
  expect(svg).not.toContain(SECRET);
  await choose('JSON');
  expect(strFromU8((await take('Export JSON')).bytes)).toContain(SECRET);
  await dialog.getByText('The council', { exact: true }).click();
  expect(strFromU8((await take('Export JSON')).bytes)).not.toContain(SECRET);
});

it('EXPORTUI-23 a pattern holds no name, title or id of the board', async () => {
  await turn('Pattern only');
  await turn('Keep the board inside the file');
  await dialog.getByText('Frame 1', { exact: true }).first().waitFor();
  const { name, bytes } = await take('Export 2 slides');
  expect(name).toBe('Pattern.pptx');
  const words = unpacked(bytes);
  const board = await ana.storedBoard();
  // Shorter names are words of the trade, which a pattern says too.
  const names = [...board.elements.values()].map((one) => one.name).filter((name) => name.split(/\s+/).length > 2);
  expect(names.length).toBeGreaterThan(5);
  expect([TITLE, 'Who leads', SECRET, ...names].filter((text) => words.includes(text))).toEqual([]);
  expect([...board.elements.keys()].filter((id) => words.includes(`"${id}"`))).toEqual([]);
});

it('EXPORTUI-24 a long export can be cancelled and done again; PDF holds the ticked pages only', async () => {
  await ana.page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    // The first order to write is lost on its way, as if it took for ever.
    Worker.prototype.postMessage = function post(message: { method?: string }, ...rest: never[]) {
      if (message.method === 'write') Worker.prototype.postMessage = postMessage;
      else postMessage.call(this, message, ...rest);
    };
  });
  await choose('PDF');
  await dialog.getByRole('button', { name: 'Export 2 pages' }).click();
  await dialog.getByRole('progressbar', { name: 'Writing the file' }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('checkbox', { name: /^Page 2/ }).uncheck();
  const { name, bytes } = await take('Export 1 page');
  expect(name).toMatch(/\.pdf$/);
  expect(strFromU8(bytes.subarray(0, 5))).toBe('%PDF-');
  expect(strFromU8(bytes, true).match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

it('EXPORTUI-25 choices are there again after a reload', async () => {
  await choose('PNG');
  await turn('Transparent ground');
  await dialog.getByText('4×', { exact: true }).click();
  await ana.page.reload();
  await ana.ready();
  await open();
  await dialog.getByRole('radio', { name: /^PNG / }).and(ana.page.locator(':checked')).waitFor();
  expect(await dialog.getByRole('switch', { name: 'Transparent ground' }).isChecked()).toBe(true);
  expect(await dialog.getByRole('radio', { name: '4×' }).isChecked()).toBe(true);
});

it('CLIPPIC-10 the key copies a picture, its SVG, its names and the board in one item', async () => {
  await ana.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await ana.selectNothing();
  await ana.press(`${MOD}+Shift+c`);
  await ana.reads('Copied as a picture.');
  const read = () =>
    ana.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      if (item === undefined) return null;
      const text = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
      const { width, height } = await createImageBitmap(await item.getType('image/png'));
      return {
        width,
        height,
        svg: await text('image/svg+xml'),
        names: await text('text/plain'),
        json: await text('web application/x-orgora+json'),
      };
    });
  const copied = await read();
  expect(copied?.width).toBeGreaterThan(1500);
  expect(copied?.svg).toContain('<text');
  const board = await ana.storedBoard();
  const names = [...board.elements.values()].map((one) => one.name.replaceAll(/\s+/g, ' ').trim());
  expect(names.filter((name) => copied?.names.includes(name) !== true)).toEqual([]);
  expect(JSON.parse(copied?.json ?? '{}')).toMatchObject({ format: 'orgora-board' });
  // The command of the menu takes the board of it, not the picture.
  const [one, two] = [...board.elements.values()].filter((element) => element.sitsIn === null);
  await ana.page.evaluate(
    (ids) => window.orgoraBoard?.ui.setState({ selection: new Set(ids) }),
    [one?.id ?? '', two?.id ?? ''],
  );
  await ana.press(`${MOD}+Shift+c`);
  await expect.poll(async () => (await read())?.names.split('\n').length, soon).toBeLessThan(names.length);
});

it('OPENFILE-10 a picture that carries its board opens again from home, one without says so', async () => {
  await choose('PNG');
  const bare = await take('Export PNG');
  await dialog.getByText('Those who draw', { exact: true }).click();
  await turn('Keep the board inside the file');
  const picture = await take('Export PNG');
  const before = fileText(await ana.storedBoard());
  const bring = async ({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> => {
    await ana.goto('/');
    await ana.page
      .getByLabel('Board file')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  };
  await bring(bare);
  await ana.reads('This picture holds no board.');
  await bring(picture);
  await ana.ready();
  expect(fileText(await ana.board())).toBe(before);
});
