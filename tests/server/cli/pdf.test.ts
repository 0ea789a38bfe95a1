import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { readSource } from '#shared/formats/source/read-source.ts';
import { pagesOf, partsOfPdf } from '../../shared/formats/pdf-reader.ts';
import { boardOf } from '../../shared/formats/pptx-parts.ts';
import { here } from './here.ts';
import { orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();
const board = at('board.json');

beforeAll(() => {
  const frames = ['Top', 'All'].map((title, i) => ({
    id: title,
    title,
    order: i === 0 ? 'V' : 'W',
    x: 0,
    y: 0,
    w: 400 + 900 * i,
    h: 700,
  }));
  writeFileSync(board, fileText({ ...boardOf('M1'), frames: new Map(frames.map((frame) => [frame.id, frame])) }));
});

test('PDF-30 export writes a PDF page for each frame, or for the one that is named, with the board inside when asked', async () => {
  const whole = await here(['export', board, '--to', at('all.pdf'), '--source']);
  expect([whole.code, whole.text, whole.stderr]).toEqual([0, '', expect.stringContaining('2 of 2 pages')]);
  const all = new Uint8Array(readFileSync(at('all.pdf')));
  expect(pagesOf(partsOfPdf(all)).map((page) => page.text.slice(0, 3))).toEqual(['Top', 'All']);
  expect(readSource(all)?.from).toBe('pdf');
  const one = await orgora(['export', board, '--to', '-', '--format', 'pdf', '--frame', 'Top', '--ratio', '4:3']);
  const [page, ...more] = pagesOf(partsOfPdf(new Uint8Array(one.stdout)));
  expect(more).toEqual([]);
  expect(page?.size).toEqual([720, 540]);
  expect(readSource(new Uint8Array(one.stdout))).toBeNull();
});

test('FONTS-7 export writes SVG with the font inside or with outlines, and refuses fonts where there are none to choose', async () => {
  const svg = async (fonts: string): Promise<string> =>
    (await here(['export', board, '--to', '-', '--format', 'svg', '--fonts', fonts])).text;
  const embed = await svg('embed');
  expect(embed).toContain('@font-face');
  expect(embed).toContain('<text');
  const outlines = await svg('outlines');
  expect(outlines).not.toMatch(/<text|@font-face/);
  const idle = await here(['export', board, '--to', at('x.pdf'), '--fonts', 'embed']);
  expect(refusal(idle)).toContain('--fonts');
});
