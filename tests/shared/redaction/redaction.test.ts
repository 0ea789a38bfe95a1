import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { boardFromFile, fileText, parseFile } from '#shared/board/file.ts';
import type { Board, Id, Overlay } from '#shared/board/model.ts';
import { violations } from '#shared/board/violations.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { drawioOf } from '#shared/formats/drawio.ts';
import { jsonCanvasOf } from '#shared/formats/json-canvas.ts';
import { markdownOf } from '#shared/formats/markdown.ts';
import { mermaidOf } from '#shared/formats/mermaid.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { lintNames } from '#shared/redaction/lint.ts';
import { patternOf } from '#shared/redaction/pattern.ts';
import { redactBoard } from '#shared/redaction/redact.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { boardOf } from '../formats/pptx-parts.ts';

/** A board whose every free text holds a word that can be searched for: `Secret` and a number. */
function marked(): { readonly board: Board; readonly words: ReadonlyMap<string, string> } {
  const board = boardOf('T1');
  const words = new Map<string, string>();
  const word = (where: string): string => {
    const text = `Secret${words.size + 100}`;
    words.set(where, text);
    return text;
  };
  const [first, ...others] = [...board.elements.values()];
  if (first === undefined) throw new Error('T1 has no element.');
  const attributes = {
    ...first.attributes,
    lead: word('lead'),
    note: word('note'),
    bu: word('bu'),
    src: word('src'),
    later: word('unknown'),
  };
  const overlays = [...board.overlays].map(([id, one]): readonly [Id, Overlay] => {
    if (one.kind === 'zone') return [id, one];
    if (one.kind === 'tiger') return [id, { ...one, purpose: word('purpose'), sponsor: word('sponsor') }];
    return [id, { ...one, mitigation: word('mitigation'), owner: word('owner') }];
  });
  const prompt = { id: 'q', text: 'Who?', answer: word('answer'), dismissed: false, order: 'a' };
  const frame = { id: 'f', title: 'All', order: 'a', x: -5000, y: -5000, w: 10_000, h: 10_000, notes: word('notes') };
  return {
    board: {
      ...board,
      elements: new Map([[first.id, { ...first, attributes }], ...others.map((one) => [one.id, one] as const)]),
      overlays: new Map(overlays),
      prompts: new Map([['q', prompt]]),
      frames: new Map<Id, typeof frame>([['f', frame]]),
    },
    words,
  };
}

/** Every byte of every file a board can become, archives opened. */
function everyByte(board: Board): string {
  const source = fileText(board);
  const deck = unzipSync(pptxOf(slidesOf(board), { embedSource: source }).bytes);
  return [
    source,
    svgOf(drawBoard(board, { title: true, legend: true }), { theme: 'light', embedSource: source }),
    drawioOf(board),
    mermaidOf(board),
    markdownOf(board),
    jsonCanvasOf(board),
    ...Object.entries(deck).map(([path, data]) => path + strFromU8(data)),
  ].join('\n');
}

const kept = (board: Board, words: ReadonlyMap<string, string>): readonly string[] => {
  const bytes = everyByte(board);
  return [...words].filter(([, text]) => bytes.includes(text)).map(([where]) => where);
};

it('REDACT-1 leaves out of every file what is above the reader’s level', () => {
  const { board, words } = marked();
  const all = [...words.keys()].sort();
  expect(kept(redactBoard(board, 'private'), words)).toEqual(expect.arrayContaining(['lead', 'note', 'src', 'answer']));
  const council = kept(redactBoard(board, 'council'), words);
  expect(council).toEqual(expect.arrayContaining(['lead', 'bu', 'sponsor', 'purpose', 'answer']));
  for (const where of ['note', 'src', 'unknown', 'notes']) expect(council).not.toContain(where);
  expect(kept(redactBoard(board, 'public'), words)).toEqual([]);
  expect(all.length).toBeGreaterThan(8);
});

it('REDACT-2 takes nothing from those who draw, and gives a board that is still valid', () => {
  const { board } = marked();
  expect(redactBoard(board, 'private')).toBe(board);
  for (const level of ['council', 'public'] as const) expect(violations(redactBoard(board, level))).toEqual([]);
});

describe.each(TEMPLATES.map((t) => [t.id, t] as const))('%s', (_id, t) => {
  it('REDACT-3 as a pattern keeps shapes and lines, and no name, title or id of its own', () => {
    const board = boardFromTemplate(t);
    const pattern = patternOf(board);
    expect(violations(pattern)).toEqual([]);
    expect(pattern.elements.size).toBe(board.elements.size);
    expect([...pattern.relations.values()].map((line) => line.kind).sort()).toEqual(
      [...board.relations.values()].map((line) => line.kind).sort(),
    );
    const text = fileText(pattern);
    const before = new Set([...board.elements.values()].map((element) => element.name));
    expect([...pattern.elements.values()].map((element) => element.name).filter((name) => before.has(name))).toEqual(
      [],
    );
    expect(text).not.toContain(board.meta.title);
    const parsed = parseFile(text);
    expect('file' in parsed && boardFromFile(parsed.file).elements.size).toBe(board.elements.size);
  });
});

it('REDACT-4 a pattern holds none of a board’s free texts in any file', () => {
  const { board, words } = marked();
  expect(kept(patternOf(board), words)).toEqual([]);
});

it('REDACT-5 finds people, companies, products and addresses, where they are', () => {
  const board = boardOf('M1');
  const [first] = [...board.elements.values()];
  if (first === undefined) throw new Error('M1 has no element.');
  const one = (name: string) =>
    lintNames({ ...board, elements: new Map([[first.id, { ...first, name }]]), relations: new Map() });
  expect(one('Ana Pop')).toEqual([{ id: first.id, kind: 'person', text: 'Ana Pop' }]);
  expect(one('Owner: Ana-Maria van Dijk')).toEqual([{ id: first.id, kind: 'person', text: 'Ana-Maria van Dijk' }]);
  expect(one('Acme Widgets GmbH')).toContainEqual({ id: first.id, kind: 'company', text: 'Acme Widgets GmbH' });
  expect(one('SuperMailer® sends')).toContainEqual({ id: first.id, kind: 'product', text: 'SuperMailer®' });
  expect(one('see www.example.com/team')).toEqual([{ id: first.id, kind: 'address', text: 'www.example.com/team' }]);
  expect(one('ask ana@example.org')).toEqual([{ id: first.id, kind: 'address', text: 'ana@example.org' }]);
});

it('REDACT-6 finds nothing in the 50 templates, which hold no names', () => {
  const hits = TEMPLATES.flatMap((t) =>
    lintNames(boardFromTemplate(t)).map(({ kind, text }) => `${t.id} ${kind} ${text}`),
  );
  expect(hits).toEqual([]);
});
