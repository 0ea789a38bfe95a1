import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import type { Board } from '#shared/board/model.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { here } from './here.ts';
import { orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();
const path = at('board.json');
const SECRET = 'Zyxwv Secretword';
let json = '';

function boardOf(id: string): Board {
  const found = template(id);
  if (found === undefined) throw new Error(`There is no template ${id}.`);
  return boardFromTemplate(found);
}

beforeAll(() => {
  const plain = boardOf('C1');
  const [first] = [...plain.elements.values()];
  if (first === undefined) throw new Error('C1 is empty.');
  const noted = { ...first, attributes: { ...first.attributes, note: SECRET } };
  const board = { ...plain, elements: new Map([...plain.elements, [first.id, noted]]) };
  const target = { ...plain, meta: board.meta, elements: new Map([[first.id, { ...noted, name: 'Grown role' }]]) };
  const frame = {
    id: 'f',
    title: 'The head',
    order: 'a',
    x: first.x - 20,
    y: first.y - 40,
    w: 400,
    h: 225,
    notes: SECRET,
  };
  const frames = new Map([['f', frame]]);
  json = fileText({ ...board, frames }, [
    { id: 'target', title: 'In two years', board: { ...target, relations: new Map(), overlays: new Map(), frames } },
  ]);
  writeFileSync(path, json);
});

/** Every byte of a file as text, with packed parts unpacked. */
function allText(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8');
  return Object.entries(unzipSync(new Uint8Array(bytes)))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

/** What an export wrote. */
async function exported(format: string, ...more: readonly string[]): Promise<Buffer> {
  const to = at(`out.${format}`);
  const { code, stderr } = await here(['export', path, '--to', to, ...more]);
  if (code !== 0) throw new Error(stderr);
  return readFileSync(to);
}

describe.each(['png', 'svg', 'pptx', 'pdf'])('%s', (format) => {
  test('CLIFILES-1 a file that carries its board is a board for every command', async () => {
    const file = at(`board.${format}`);
    writeFileSync(file, await exported(format, '--source'));
    await here(['import', file, '--out', at('back.json')]);
    expect(readFileSync(at('back.json'), 'utf8')).toBe(json);
    expect((await here(['diff', path, file])).text).toBe('Nothing changed.\n');
    expect((await here(['layout', file, '--out', at('laid.json')])).code).toBe(0);
    await here(['export', file, '--to', at('again.txt')]);
    expect(readFileSync(at('again.txt'), 'utf8')).toContain('Head of combined operations');
  });

  test('CLIFILES-2 a file without its board is told in one sentence, and holds none unless it was asked for', async () => {
    const file = at(`plain.${format}`);
    writeFileSync(file, await exported(format));
    expect(refusal(await here(['layout', file, '--out', at('x.json')]))).toContain('--source');
  });
});

test('CLIFILES-3 what is above the level of its reader is in no byte of the file', async () => {
  for (const format of ['json', 'svg', 'pptx', 'csv', 'txt', 'md', 'drawio', 'mmd', 'canvas', 'xlsx']) {
    const source = format === 'svg' || format === 'pptx' ? ['--source'] : [];
    expect(allText(await exported(format, '--level', 'public', ...source)), format).not.toContain('Secretword');
  }
  expect(allText(await exported('pptx', '--source'))).toContain(SECRET);
});

test('CLIFILES-4 a pattern holds no name of the board, and its frame is found by the words it had', async () => {
  const args = ['--pattern', '--source', '--frame', 'The head'];
  const text = allText(await exported('pptx', ...args));
  for (const word of ['Chief marketing', 'Combined operations', 'The head', 'Secretword'])
    expect(text).not.toContain(word);
  expect(text).toContain('Frame 1');
  expect(refusal(await here(['export', path, '--to', at('x.pptx'), ...args, '--alias', 'Org D']))).toContain('--alias');
});

test('CLIFILES-5 one state is exported alone, and a state there is not is told with those there are', async () => {
  const text = (await exported('json', '--state', 'target')).toString('utf8');
  expect(text).toContain('Grown role');
  expect(text).not.toContain('Head of combined operations');
  const message = refusal(await here(['export', path, '--to', at('x.svg'), '--state', 'bridge']));
  expect(message).toContain('now, target (In two years)');
});

test('CLIFILES-6 the foot of slides says source, day, alias and mark, and notes and legend can be left out', async () => {
  const foot = ['--source-line', 'Source: Org D', '--day', '5 May', '--alias', 'Teal', '--mark', 'Draft'];
  const full = allText(await exported('pptx', ...foot));
  expect(full).toContain('<a:t>Source: Org D · 5 May</a:t>');
  expect(full).toContain('<a:t>Teal · Draft</a:t>');
  expect(full).toContain(`<a:t>${SECRET}</a:t>`);
  expect(full).toContain('name="Legend"');
  const bare = allText(await exported('pptx', '--no-notes', '--no-legend'));
  expect(bare).not.toContain(SECRET);
  expect(bare).not.toContain('name="Legend"');
});

test('CLIFILES-7 several boards become one deck with all of them side by side at its end', async () => {
  const other = at('other.json');
  writeFileSync(other, fileText(boardOf('T1')));
  const to = at('council.pptx');
  expect((await here(['export', path, other, '--to', to, '--slides', 'board'])).code).toBe(0);
  const parts = unzipSync(new Uint8Array(readFileSync(to)));
  expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(3);
  const last = strFromU8(parts['ppt/slides/slide3.xml'] ?? new Uint8Array());
  expect(last).toContain('<a:tbl>');
  expect(last).toContain('Central core with interwoven tiger teams');
  for (const more of [['--frame', 'The head'], ['--source']])
    expect(refusal(await here(['export', path, other, '--to', to, ...more]))).toContain(more[0]);
  expect(refusal(await here(['export', path, other, '--to', at('x.svg')]))).toContain('one board');
});

test('CLIFILES-8 lint lists what may name somebody, and ends with 1 only when it is strict', async () => {
  const named = at('named.json');
  writeFileSync(named, json.replace('"Head of combined operations"', '"Acme Widgets GmbH, acme-widgets.com"'));
  const plain = await here(['lint', named]);
  expect([plain.code, plain.stderr]).toEqual([0, '']);
  expect(plain.text).toMatch(/^company "Acme Widgets GmbH" in \S+/m);
  const strict = await here(['lint', named, '--strict', '--json']);
  expect(strict.code).toBe(1);
  expect(strict.stderr).toMatch(/^\d+ names and addresses are on this board: .*\.\n$/);
  expect(JSON.parse(strict.text)).toContainEqual(expect.objectContaining({ kind: 'company' }));
  const clean = at('clean.json');
  writeFileSync(clean, fileText(boardOf('M1')));
  const none = await here(['lint', clean, '--strict']);
  expect([none.code, none.text]).toEqual([0, '']);
});

test('CLIFILES-9 help lists every command and the options of export in groups, without defaults that go without saying', async () => {
  const [all, one] = [await here(['--help']), await here(['export', '--help'])];
  for (const name of ['serve', 'templates', 'new', 'import', 'layout', 'export', 'diff', 'lint'])
    expect(all.text).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  for (const group of ['What of the board:', 'How it looks:', 'Slides and pages:']) expect(one.text).toContain(group);
  expect(one.text).not.toMatch(/default: (false|"")/);
});

test('CLIFILES-10 a deck goes through standard input and output unharmed', async () => {
  const deck = await orgora(['export', '-', '--to', '-', '--format', 'pptx', '--source'], { input: json });
  expect(deck.code).toBe(0);
  writeFileSync(at('piped.pptx'), deck.stdout);
  await here(['import', at('piped.pptx'), '--out', at('piped.json')]);
  expect(readFileSync(at('piped.json'), 'utf8')).toBe(json);
});

test('CLIFILES-11 a board carried by a picture cannot be taken for people', async () => {
  const file = at('people.svg');
  writeFileSync(file, await exported('svg', '--source'));
  expect(refusal(await here(['import', file, '--out', at('x.json'), '--update', path]))).toContain('--update');
});
