import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, checkFile, fileText, fillDocument, parseFile, writeFile } from '#shared/board/file.ts';
import { EMPTY_BOARD } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import { validateDocument } from '#shared/board/schema.ts';
import { desk, sample } from './support.ts';

function full() {
  const d = desk('n', { mayEditLocked: true });
  sample(d);
  d.editor.addElement({
    id: 'in',
    kind: 'role',
    x: 1.5,
    y: -2,
    sitsIn: 'ops',
    attributes: { persona: { scientist: 60, modernizer: 40 } },
  });
  d.editor.addTiger({
    id: 't',
    name: 'Launch',
    members: { vp: 10, ops: 20 },
    lead: 'vp',
    sponsor: 'cmo',
    start: 0,
    end: 6,
    purpose: 'Go live',
  });
  d.editor.addFriction({ id: 'f', friction: 'silo', on: ['vp', 't'], mitigation: 'Talk', owner: 'VP' });
  d.editor.addZone({
    id: 'z',
    zone: 'function',
    title: 'Marketing',
    x: 0,
    y: 0,
    w: 99,
    h: 99,
    wall: true,
    fn: 'MKT',
    collapsed: true,
  });
  d.editor.addFrame({ id: 'frame', title: 'One', x: 0, y: 0, w: 99, h: 99 });
  d.editor.addPrompt({ id: 'prompt', text: 'Why?', answer: 'Because', dismissed: true });
  d.editor.setMeta({ title: 'Ours', subtitle: 'Now', state: 'as-is', template: 'M3' });
  d.editor.setGroup(['vp', 'cmo'], 'g');
  d.editor.setLocked(['cmo'], true);
  return d;
}

const problemOf = (text: string): string => {
  const parsed = parseFile(text);
  return 'problem' in parsed ? parsed.problem : '';
};
const withBoard = (board: unknown, version: unknown = 1): string =>
  JSON.stringify({ format: 'orgora-board', version, board });

describe('the board file', () => {
  it('BOARD-15 a board comes back from its file exactly, and the file from the board', () => {
    const board = full().board();
    const text = fileText(board);
    const parsed = parseFile(text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(boardFromFile(parsed.file)).toEqual(board);
    expect(fileText(boardFromFile(parsed.file))).toBe(text);
    expect(Object.keys(JSON.parse(text))).toEqual(['format', 'version', 'board']);
  });

  it('BOARD-15 a document filled from a board reads as that board, passes the check, and is filled once', () => {
    const board = full().board();
    const doc = new Y.Doc();
    fillDocument(doc, board);
    expect(readBoard(doc)).toEqual(board);
    expect(validateDocument(doc)).toEqual([]);
    expect(() => fillDocument(doc, board)).toThrow(RangeError);
  });

  it('BOARD-15 what was written in another order is the same file', () => {
    const one = desk();
    one.editor.addElement({ id: 'a', kind: 'role', x: 0, y: 0, order: 'V', attributes: { fn: 'MKT', lvl: 1 } });
    one.editor.addElement({ id: 'b', kind: 'role', x: 0, y: 0, order: 'V' });
    const two = desk();
    two.editor.addElement({ id: 'b', kind: 'role', x: 0, y: 0, order: 'V' });
    two.editor.addElement({ id: 'a', kind: 'role', x: 0, y: 0, order: 'V' });
    two.editor.setAttributes(['a'], { lvl: 1 });
    two.editor.setAttributes(['a'], { fn: 'MKT' });
    expect(fileText(two.board())).toBe(fileText(one.board()));
  });

  it('BOARD-15 a file written by hand may leave out what has a default', () => {
    const parsed = parseFile(withBoard({ elements: [{ id: 'a', kind: 'unit', x: 0, y: 0 }] }));
    if ('problem' in parsed) throw new Error(parsed.problem);
    const element = boardFromFile(parsed.file).elements.get('a');
    expect(element).toMatchObject({ name: '', sitsIn: null, locked: false, attributes: {} });
    expect(element?.w).toBeGreaterThan(8);
    expect(parseFile(`\uFEFF${withBoard({})}`)).toEqual({ file: writeFile(EMPTY_BOARD) });
  });

  it('BOARD-16 what is no board is refused with one sentence', () => {
    expect(problemOf('not json')).toMatch(/not JSON/);
    for (const text of ['{}', '[]', 'null', '7', '{"format":"other","version":1}']) {
      expect(problemOf(text)).toMatch(/^This is not an Orgora board\./);
    }
    for (const version of ['1', 1.5, 0, null])
      expect(problemOf(withBoard({}, version))).toMatch(/does not say its version/);
    expect(problemOf(withBoard({}, 3))).toBe(
      'This board was saved by a newer Orgora: file version 3, this one reads up to 2. Update Orgora, then open it again.',
    );
  });

  const box = { x: 0, y: 0, w: 99, h: 99 };
  const unit = (id: string, more: object = {}) => ({ id, kind: 'unit', ...box, ...more });
  const broken: readonly (readonly [unknown, RegExp])[] = [
    [undefined, /“board” is not an object/],
    [{ elements: {} }, /“elements” that is not a list/],
    [{ elements: [7] }, /Element 1 is not an object/],
    [{ elements: [unit('a', { kind: 'robot' })] }, /Element “a” has a “kind” that is not known: "robot"/],
    [{ elements: [unit('a', { x: 'left' })] }, /Element “a” has no “x” that is a number/],
    [{ elements: [unit('a', { x: 1e9 })] }, /a lies at 1000000000/],
    [{ elements: [unit('a', { name: 7 })] }, /“name” that is not text/],
    [{ elements: [unit('a', { locked: 'yes' })] }, /“locked” that is neither true nor false/],
    [{ elements: [unit('a', { attributes: { fn: 'NONE' } })] }, /Element “a” cannot hold this value of “fn”/],
    [{ elements: [unit('a'), unit('a')] }, /Element “a” is there twice/],
    [{ elements: [unit('a')], frames: [{ id: 'a', ...box }] }, /a is there twice/],
    [{ elements: [unit('a', { sitsIn: 'b' })] }, /a sits in b, which does not exist/],
    [{ elements: [unit('a')], relations: [{ id: 'l', kind: 'dotted', from: 'a', to: 'b' }] }, /l hangs in the air/],
    [{ elements: [unit('a')], relations: [{ id: 'l', kind: 'dotted', from: 'a', to: 'a' }] }, /l may not be/],
    [
      {
        elements: [unit('a'), unit('b')],
        relations: [
          { id: 'reports:a', kind: 'reports', from: 'a', to: 'b' },
          { id: 'reports:b', kind: 'reports', from: 'b', to: 'a' },
        ],
      },
      /reports to itself through others/,
    ],
    [{ overlays: [{ id: 't', kind: 'tiger', members: { x: 10 } }] }, /t lends x, which does not exist/],
    [{ overlays: [{ id: 'f', kind: 'friction', friction: 'silo', on: [7] }] }, /“on” that is not a list of ids/],
    [{ overlays: [{ id: 'z', kind: 'zone', zone: 'mood', ...box }] }, /“zone” that is not known/],
    [{ meta: { state: 'maybe' } }, /“meta” has a “state” that is not known/],
  ];
  it.each(broken)('BOARD-16 the first problem of %j is said', (board, sentence) => {
    const problem = problemOf(withBoard(board));
    expect(problem).toMatch(/^This board cannot be opened: .*\.$/);
    expect(problem).toMatch(sentence);
  });

  it('BOARD-16 older files pass through every migration after their version, in order', () => {
    const ran: number[] = [];
    const step = (from: number) => ({
      from,
      up: (board: unknown) => {
        ran.push(from);
        return board;
      },
    });
    const migrations = [step(1), step(2)];
    expect(checkFile(JSON.parse(withBoard({}, 2)), migrations)).toHaveProperty('file.version', 1);
    expect(ran).toEqual([2]);
    checkFile(JSON.parse(withBoard({}, 1)), migrations);
    expect(ran).toEqual([2, 1, 2]);
    expect(checkFile(JSON.parse(withBoard({}, 4)), migrations)).toHaveProperty('problem');
  });
});
