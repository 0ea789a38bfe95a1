import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { here } from './here.ts';
import { orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();

function file(id: string): string {
  const found = template(id);
  if (found === undefined) throw new Error(`${id} is gone`);
  writeFileSync(at(`${id}.json`), fileText(boardFromTemplate(found)));
  return at(`${id}.json`);
}

test('CLIDIFF-1 diff says what differs, a sentence a line, the headline first', async () => {
  const { code, text, stderr } = await here(['diff', file('P1'), file('H1')]);
  expect([code, stderr]).toEqual([0, '']);
  const lines = text.trimEnd().split('\n');
  expect(lines[0]).toBe('1 team moved, 2 elements added, 7 removed, span of Chief marketing officer 3 to 1.');
  expect(lines).toContain('IT development bench now reports to Chief information officer.');
});

test('CLIDIFF-2 diff --json is JSON with ids, and either board may come from standard input', async () => {
  const { code, text } = await orgora(['diff', '-', file('D2'), '--json'], {
    input: fileText(boardFromTemplate(template('D1') as never)),
  });
  expect(code).toBe(0);
  const json = JSON.parse(text);
  expect(json).toMatchObject({ format: 'orgora-diff', version: 1, related: true });
  expect(json.changes).toContainEqual(
    expect.objectContaining({ type: 'removed', id: 'bi', name: 'Business intelligence' }),
  );
});

test('CLIDIFF-3 diff of a board and itself says that nothing changed', async () => {
  const m4 = file('M4');
  expect((await here(['diff', m4, m4])).text).toBe('Nothing changed.\n');
});

test('CLIDIFF-4 what cannot be read is refused in one sentence that names the file', async () => {
  expect(refusal(await here(['diff', at('nothing.json'), file('M3')]))).toContain('nothing.json cannot be read');
  writeFileSync(at('odd.json'), '{"hello": 1}');
  expect(refusal(await here(['diff', file('M3'), at('odd.json')]))).toContain('odd.json');
  expect(refusal(await here(['diff', '-', '-']))).toContain('one of the two boards');
  expect(refusal(await here(['diff', file('M3')]))).toContain('after');
  const help = await here(['diff', '--help']);
  expect([help.code, help.text]).toEqual([0, expect.stringContaining('Usage: orgora diff ')]);
});
