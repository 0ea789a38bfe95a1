import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { carriedText } from '../../../client/export/carried-board.ts';
import { choicesFor, DEFAULTS, rememberedChoices, withheldFrom } from '../../../client/export/choices.ts';
import type { ExportContent } from '../../../client/export/content.ts';
import { copyPicture, type PictureClip } from '../../../client/export/copy-picture.ts';
import { fileName } from '../../../client/export/file-name.ts';
import { BOARD, type ExportOrder, previewOf } from '../../../client/export/pages.ts';
import { clampScale } from '../../../client/export/png.ts';
import { clipTexts, writeExport } from '../../../client/export/write-file.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

const order = (more: Partial<ExportOrder['choices']> = {}): ExportOrder => ({
  choices: { ...DEFAULTS, ...more },
  texts: { mark: '', source: null },
  what: BOARD,
  selection: [],
  off: [],
});

function contentOf(id: string): ExportContent {
  const wanted = template(id);
  if (wanted === undefined) throw new RangeError(`There is no template ${id}.`);
  const board = boardFromTemplate(wanted);
  return { board, now: board, states: [] };
}

it('EXPORTUI-8 names files after the title with signs that every file system takes', () => {
  expect(fileName('Org D, central platforms', '', 'pptx')).toBe('Org D, central platforms.pptx');
  expect(fileName('Plan: A/B "test"?', 'Frame <1>', 'svg')).toBe('Plan A B test Frame 1.svg');
  expect(fileName('Vânzări și piață', '', 'pdf')).toBe('Vânzări și piață.pdf');
  expect(fileName('  ..', '', 'png')).toBe('board.png');
  expect(fileName('con', '', 'csv')).toBe('board con.csv');
  expect([...fileName('x'.repeat(300), '', 'json')].length).toBe(85);
});

it('EXPORTUI-9 keeps pictures within the pixels of the browser and says at which scale', () => {
  expect(clampScale(1000, 800, 4, 268_435_456)).toBe(4);
  const ios = clampScale(6000, 4000, 4, 16_777_216);
  expect(6000 * ios * 4000 * ios).toBeLessThanOrEqual(16_777_216 + 1);
  expect(clampScale(20_000, 10, 1, 268_435_456) * 20_000).toBeLessThanOrEqual(16_384);
});

it('EXPORTUI-10 passes over remembered choices that are not valid', () => {
  window.localStorage.setItem(
    'orgora-export',
    JSON.stringify({ format: 'exe', ratio: '4:3', level: 'public', scale: 3 }),
  );
  expect(rememberedChoices(window.localStorage)).toEqual({ ratio: '4:3' });
  window.localStorage.setItem('orgora-export', 'not JSON');
  expect(rememberedChoices(window.localStorage)).toEqual({});
  expect(choicesFor({ alone: false, privateParts: false }, {}).keep).toBe(false);
});

it('EXPORTUI-11 counts what a reader does not get, and leaves it out of the file', () => {
  const runtime = createFakeRuntime();
  const id = runtime.add('unit', 'Web team');
  runtime.editor.setAttributes([id], { note: 'Between us', region: 'North' });
  const content: ExportContent = { board: runtime.board, now: runtime.board, states: [] };
  expect(['private', 'council', 'public'].map((level) => withheldFrom(runtime.board, [], level as 'public'))).toEqual([
    0, 1, 2,
  ]);
  const written = (level: 'public' | 'council' | 'private') =>
    String(writeExport(content, order({ format: 'json', fileLevel: level })));
  expect(written('private')).toContain('Between us');
  expect(written('council')).not.toContain('Between us');
  expect(written('council')).toContain('North');
  expect(written('public')).not.toContain('North');
});

it('EXPORTUI-12 shows as many pages as the deck has, with their type, boxes and crossings', () => {
  const { pages } = previewOf(contentOf('M4'), order({ slides: 'branches' }));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    expect(page.svg).toContain('<text');
    expect(page.smallest).toBeGreaterThan(0);
    expect([page.w, page.h]).toEqual([1280, 720]);
  }
  expect(pages[0]?.elements).toBe(contentOf('M4').board.elements.size);
  const fit = previewOf(contentOf('M4'), order({ format: 'pdf', slides: 'board', ratio: 'fit' })).pages[0];
  expect(fit?.w).not.toBe(1280);
});

it('EXPORTUI-13 draws a selection and a frame of a pattern though its ids are others', () => {
  const content = contentOf('M4');
  const [one] = [...content.board.elements.values()].filter((element) => element.sitsIn === null);
  if (one === undefined) throw new Error('The template is empty.');
  const asked = { ...order({ format: 'svg', pattern: true, legend: false }), what: 'selection', selection: [one.id] };
  const svg = String(writeExport(content, asked));
  expect(svg).toContain('<text');
  expect(svg.length).toBeLessThan(String(writeExport(content, order({ format: 'svg', pattern: true }))).length / 4);
  expect(clipTexts(content, asked).text.split('\n')).toHaveLength(1);
});

it('OPENFILE-1 reads the board out of what carries one, and says what holds none', () => {
  const content = contentOf('T1');
  const text = fileText(content.board);
  const deck = writeExport(content, order({ keep: true }));
  if (typeof deck === 'string') throw new Error('A deck is bytes.');
  expect(carriedText(deck)).toBe(text);
  const svg = String(writeExport(content, order({ format: 'svg', keep: true })));
  expect(carriedText(new TextEncoder().encode(svg))).toBe(text);
  expect(carriedText(new TextEncoder().encode(text))).toBe(text);
  expect(carriedText(new TextEncoder().encode('a,b\n1,2'))).toBeNull();
  const bare = writeExport(content, order());
  expect(() => carriedText(typeof bare === 'string' ? new Uint8Array() : bare)).toThrow(
    /^This deck holds no board\. .+\.$/,
  );
});

class FakeItem {
  static supports: ((type: string) => boolean) | undefined;
  readonly forms: Readonly<Record<string, Promise<Blob>>>;
  constructor(forms: Readonly<Record<string, Promise<Blob>>>) {
    this.forms = forms;
  }
}

const clip: PictureClip = { svg: '<svg/>', png: new Blob(['png']), text: 'Web team', json: '{}' };
let wrote: string[][];
let texts: string[];

beforeEach(() => {
  wrote = [];
  texts = [];
  FakeItem.supports = () => true;
  vi.stubGlobal('ClipboardItem', FakeItem);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A clipboard that takes items of these types only. */
const clipboard = (allowed: readonly string[], text = true): void => {
  vi.stubGlobal('navigator', {
    clipboard: {
      async write([item]: readonly FakeItem[]) {
        const types = Object.keys(item?.forms ?? {});
        if (types.some((type) => !allowed.includes(type))) throw new Error('Type not supported.');
        await Promise.all(Object.values(item?.forms ?? {}));
        wrote.push(types);
      },
      async writeText(words: string) {
        if (!text) throw new Error('Not allowed.');
        texts.push(words);
      },
    },
  });
};

const OURS = 'web application/x-orgora+json';

it('CLIPPIC-1 copies PNG, SVG, list and board in one item where the browser takes them', async () => {
  clipboard(['image/png', 'image/svg+xml', 'text/plain', OURS]);
  expect(await copyPicture(Promise.resolve(clip))).toBe('Copied as a picture.');
  expect(wrote).toEqual([['image/png', 'text/plain', 'image/svg+xml', OURS]]);
  FakeItem.supports = undefined;
  await copyPicture(Promise.resolve(clip));
  expect(wrote[1]).toEqual(['image/png', 'text/plain']);
});

it('CLIPPIC-2 falls back to PNG alone, then to the list, and says which it was', async () => {
  clipboard(['image/png']);
  expect(await copyPicture(Promise.resolve(clip))).toBe('Copied as a picture.');
  expect(wrote).toEqual([['image/png']]);
  clipboard([]);
  expect(await copyPicture(Promise.resolve(clip))).toMatch(/list of names/);
  expect(texts).toEqual(['Web team']);
  clipboard([], false);
  await expect(copyPicture(Promise.resolve(clip))).rejects.toThrow(/Export the picture as PNG\./);
});

it('CLIPPIC-3 asks the clipboard within the gesture, before the picture is made', () => {
  clipboard(['image/png', 'image/svg+xml', 'text/plain', OURS]);
  const write = vi.spyOn(navigator.clipboard, 'write');
  copyPicture(new Promise(() => undefined)).catch(() => undefined);
  expect(write).toHaveBeenCalledTimes(1);
});
