import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { here } from './here.ts';
import { orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();
const board = at('board.json');
let json = '';

beforeAll(() => {
  const m1 = template('M1');
  if (m1 === undefined) throw new Error('M1 is gone');
  const plain = boardFromTemplate(m1);
  const frame = { id: 'frame1', title: 'Just the top', order: 'V', x: 0, y: 0, w: 320, h: 180 };
  json = fileText({ ...plain, frames: new Map([[frame.id, frame]]) });
  writeFileSync(board, json);
});

const pixels = (png: Buffer): [number, number] => {
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

test('CLI-20 export writes SVG with the board’s words as real text', async () => {
  const { code, text, stderr } = await orgora(['export', board, '--to', at('out.svg')]);
  expect([code, text, stderr]).toEqual([0, '', '']);
  const svg = readFileSync(at('out.svg'), 'utf8');
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /);
  expect(svg).not.toContain('foreignObject');
  expect(svg.replace(/<[^>]*>/g, ' ')).toContain('Chief marketing');
});

test('CLI-21 export writes PNG whose size follows the scale', async () => {
  for (const scale of ['1', '2']) {
    const { code, stderr } = await here(['export', board, '--to', at(`${scale}x.png`), '--scale', scale]);
    expect([code, stderr]).toEqual([0, '']);
  }
  const [w, h] = pixels(readFileSync(at('1x.png')));
  const [w2, h2] = pixels(readFileSync(at('2x.png')));
  expect(w).toBeGreaterThan(400);
  expect(Math.abs(w2 - 2 * w)).toBeLessThanOrEqual(2);
  expect(Math.abs(h2 - 2 * h)).toBeLessThanOrEqual(2);
});

test('CLI-22 dark, transparent and print are different pictures of the same board', async () => {
  const pictures: string[] = [];
  for (const extra of [[], ['--theme', 'dark'], ['--transparent'], ['--finish', 'print']])
    pictures.push((await here(['export', board, '--to', '-', '--format', 'svg', ...extra])).text);
  for (const picture of pictures) expect(picture).toContain('<svg');
  expect(new Set(pictures).size).toBe(4);
});

test('CLI-23 a frame is found by id or title and sets the size of the picture', async () => {
  for (const name of ['frame1', 'just the TOP']) {
    const { code, stdout } = await here(['export', board, '--to', '-', '--format', 'png', '--frame', name]);
    expect(code).toBe(0);
    expect(pixels(stdout)).toEqual([320, 180]);
  }
  const unknown = await here(['export', board, '--to', at('x.svg'), '--frame', 'Top']);
  expect(refusal(unknown)).toContain('"Just the top"');
});

test('CLI-24 a board comes from standard input and JSON goes to standard output unchanged', async () => {
  const { code, text } = await orgora(['export', '-', '--to', '-', '--format', 'json'], { input: json });
  expect(code).toBe(0);
  expect(JSON.parse(text)).toEqual(JSON.parse(json));
});

test('CLI-25 a missing file, a file that is no board and a newer version are each told in one sentence', async () => {
  expect(refusal(await here(['export', at('none.json'), '--to', '-', '--format', 'svg']))).toContain('no such file');
  const wrong = async (input: string) => refusal(await here(['export', '-', '--to', at('x.svg')], { input }));
  expect(await wrong('not json at all')).toContain('Standard input');
  expect(await wrong('{"name": "something else"}')).toContain('Standard input');
  expect(await wrong('')).toContain('Standard input');
  expect(await wrong(JSON.stringify({ ...JSON.parse(json), version: 999 }))).toMatch(/newer/);
});

test('CLI-26 an unknown format says which exist, and a name without one says how to name it', async () => {
  const all = '.svg, .png, .pptx';
  expect(refusal(await here(['export', board, '--to', at('x.docx')]))).toContain(all);
  expect(refusal(await here(['export', board, '--to', '-']))).toContain('--format');
  expect(refusal(await here(['export', board, '--to', at('picture')]))).toContain(all);
});

test('CLI-27 an option that the format cannot follow, or a scale there is not, is refused', async () => {
  expect(refusal(await here(['export', board, '--to', at('x.svg'), '--scale', '2']))).toContain('--scale');
  expect(refusal(await here(['export', board, '--to', at('x.json'), '--theme', 'dark']))).toContain('--theme');
  expect(refusal(await here(['export', board, '--to', at('x.png'), '--scale', '3']))).toContain('1, 2, 4');
});

test('CLI-50 a deck holds a slide for each branch when it is asked to, and says when its text is small', async () => {
  const to = at('deck.pptx');
  const { code, stderr } = await here(['export', board, '--to', to, '--slides', 'branches', '--source']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^\d+ of \d+ slides have text under 9 pt|^$/);
  const parts = Object.keys(unzipSync(new Uint8Array(readFileSync(to))));
  expect(parts).toContain('ppt/slides/slide2.xml');
  expect(parts).toContain('customXml/item1.xml');
});
