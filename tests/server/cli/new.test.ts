import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boardFromFile, parseFile } from '#shared/board/file.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { here } from './here.ts';
import { orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();

const boardIn = (text: string) => {
  const parsed = parseFile(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return boardFromFile(parsed.file);
};

test('CLI-10 new writes a board file that reads back as the template’s board', async () => {
  const { code, text, stderr } = await orgora(['new', '--template', 'M3', '--out', at('m3.json')]);
  expect([code, text, stderr]).toEqual([0, '', '']);
  const written = readFileSync(at('m3.json'), 'utf8');
  expect(JSON.parse(written)).toMatchObject({ format: 'orgora-board', version: 1 });
  const m3 = template('M3');
  if (m3 === undefined) throw new Error('M3 is gone');
  expect(boardIn(written)).toEqual(boardFromTemplate(m3));
});

test('CLI-11 new takes ids and names in any case, a title, and standard output', async () => {
  const { code, text } = await here(['new', '--template', 'placed in it', '--title', 'Our plan', '--out', '-']);
  expect(code).toBe(0);
  expect(boardIn(text).meta).toMatchObject({ title: 'Our plan', template: 'P2' });
});

test('CLI-12 an unknown template names the nearest, and an unwritable place says so', async () => {
  expect(refusal(await here(['new', '--template', 'M33', '--out', '-']))).toContain(
    'Did you mean M3 (Stage 3, effective)',
  );
  expect(refusal(await here(['new', '--template', 'Placed in slaes', '--out', '-']))).toContain('P3 (Placed in sales)');
  const nowhere = await here(['new', '--template', 'M3', '--out', at('no/such/folder/x.json')]);
  expect(refusal(nowhere)).toContain('no such file or folder');
});
