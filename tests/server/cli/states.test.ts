import { expect, test } from 'vitest';
import { parseFile, statesFromFile } from '#shared/board/file.ts';
import { here } from './here.ts';

const box = (id: string, name: string) => ({ id, kind: 'unit', name, x: 0, y: 0 });
const file = JSON.stringify({
  format: 'orgora-board',
  version: 2,
  board: {
    elements: [box('a', 'Operations')],
    states: [{ id: 'target', title: 'In two years', elements: [box('a', 'Growth'), box('b', 'Hub')] }],
    frames: [{ id: 'f', title: 'Then', state: 'target', x: -50, y: -50, w: 800, h: 450 }],
  },
});

test('STATE-25 layout and export keep every state of a file, and a frame shows the state it is made for', async () => {
  for (const args of [
    ['layout', '-', '--out', '-'],
    ['export', '-', '--to', '-', '--format', 'json'],
  ]) {
    const { code, text } = await here(args, { input: file });
    const parsed = parseFile(text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const [state] = statesFromFile(parsed.file);
    expect([code, state?.title, [...(state?.board.elements.values() ?? [])].map(({ name }) => name)]).toEqual([
      0,
      'In two years',
      ['Growth', 'Hub'],
    ]);
  }
  const { text: svg } = await here(['export', '-', '--to', '-', '--format', 'svg', '--frame', 'Then'], {
    input: file,
  });
  expect([svg.includes('Growth'), svg.includes('Operations')]).toEqual([true, false]);
});
