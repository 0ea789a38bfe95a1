import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boardFromFile, fileText, parseFile } from '#shared/board/file.ts';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Board } from '#shared/board/model.ts';
import { madeUpOrganisation } from '../../support/organisation.ts';
import { here } from './here.ts';
import { orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();

const boardIn = (text: string): Board => {
  const parsed = parseFile(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return boardFromFile(parsed.file);
};
const board = madeUpOrganisation({ count: 40, seed: 2 });
const ratio = ({ elements }: Board): number => {
  const all = boundsOf(elements.values());
  return (all?.w ?? 1) / (all?.h ?? 1);
};

test('FITSLIDE-20 layout writes the same board laid out, to a file or to standard output', async () => {
  writeFileSync(at('piled.json'), fileText(board));
  const { code, text, stderr } = await orgora(['layout', at('piled.json'), '--out', at('laid.json')]);
  expect([code, text, stderr]).toEqual([0, '', '']);
  const laid = boardIn(readFileSync(at('laid.json'), 'utf8'));
  expect([...laid.elements.keys()]).toEqual([...board.elements.keys()]);
  expect(new Set([...laid.elements.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(40);
  const piped = await orgora(['layout', '-', '--out', '-'], { input: fileText(board) });
  expect(boardIn(piped.text)).toEqual(laid);
});

test('FITSLIDE-21 layout --fit comes nearer to the slide and says when names get small', async () => {
  const input = fileText(board);
  const plain = await here(['layout', '-', '--out', '-'], { input });
  const fitted = await here(['layout', '-', '--fit', '4:3', '--out', '-'], { input });
  const off = (text: string): number => Math.abs(Math.log(ratio(boardIn(text)) / (4 / 3)));
  expect(off(fitted.text)).toBeLessThan(off(plain.text));
  expect(fitted.stderr).toMatch(/^Names are \d+ pt on such a slide.*--ids\.\n$/);
});

test('FITSLIDE-22 layout --ids moves only a branch; what is not there, or no shape of a slide, is said in a sentence', async () => {
  const input = fileText(board);
  const part = boardIn((await here(['layout', '-', '--ids', 'Role 2', '--out', '-'], { input })).text);
  const moved = [...part.elements.values()].filter(({ x, y }) => x !== 0 || y !== 0);
  expect(moved.length).toBeGreaterThan(0);
  expect(moved.length).toBeLessThan(20);
  expect(refusal(await here(['layout', '-', '--ids', 'Roel 2', '--out', '-'], { input }))).toContain('Did you mean');
  expect(refusal(await here(['layout', '-', '--fit', 'wide', '--out', '-'], { input }))).toContain('16:9');
});
