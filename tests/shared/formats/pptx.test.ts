import { describe, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { type Board, EMPTY_BOARD } from '#shared/board/model.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { all, boardOf, partsOf, targetsOf, xmlOf } from './pptx-parts.ts';

const partOf = (board: Board, path: string): string => partsOf(pptxOf(slidesOf(board)).bytes).get(path) ?? '';
const slideOf = (board: Board): string => partOf(board, 'ppt/slides/slide1.xml');

describe.each(TEMPLATES.map((t) => [t.id, t] as const))('%s', (_id, t) => {
  const board = boardFromTemplate(t);
  const parts = partsOf(pptxOf(slidesOf(board), { embedSource: fileText(board) }).bytes);

  it('PPTX-1 is XML in every part, and every part that another names is there and has a type', () => {
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const [path, xml] of parts) {
      expect(() => xmlOf(xml), path).not.toThrow();
      if (path.endsWith('.rels'))
        for (const target of targetsOf(path, xml)) expect(parts.has(target), target).toBe(true);
      else if (path.startsWith('ppt/')) expect(types, path).toContain(`PartName="/${path}"`);
    }
  });

  it('PPTX-2 glues both ends of every line of the board to shapes of its slide', () => {
    const slide = parts.get('ppt/slides/slide1.xml') ?? '';
    const ids = all(slide, /<p:cNvPr id="(\d+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    // Whose team has the same boss, or sits in its own boss, has no line of its own.
    const routes = routeBoard(board);
    const drawn = [...board.relations.values()].filter(({ id }) => (routes.get(id)?.points.length ?? 0) > 1);
    for (const line of board.relations.values()) {
      const team = board.elements.get(line.from)?.sitsIn ?? '';
      if (!drawn.includes(line)) expect([team, indexBoard(board).bossOf(team)]).toContain(line.to);
    }
    const glued = all(slide, /<a:(?:st|end)Cxn id="(\d+)"/g);
    expect(glued).toHaveLength(2 * drawn.length);
    for (const id of glued) expect(ids).toContain(id);
    expect(all(slide, /(<p:cxnSp>)/g)).toHaveLength(drawn.length);
  });
});

it('PPTX-3 says every element and every line in its alternative text', () => {
  const slide = slideOf(boardOf('M3'));
  const said = all(slide, /descr="([^"]*)"/g);
  expect(said).toContain('Analytics and reporting lead reports to Director, marketing operations');
  expect(said.filter((sentence) => /^Role &quot;VP marketing&quot;/.test(sentence))).toHaveLength(1);
});

it('PPTX-4 gives equal bytes for equal boards', () => {
  const once = pptxOf(slidesOf(boardOf('T1'))).bytes;
  expect(Buffer.from(pptxOf(slidesOf(boardOf('T1'))).bytes).equals(Buffer.from(once))).toBe(true);
});

it('PPTX-5 keeps what XML cannot hold out of the parts, and shows the rest as it was written', () => {
  const board = { ...boardOf('M1'), meta: { ...EMPTY_BOARD.meta, title: 'A & B <"c">\u0001\ud800' } };
  const slide = slideOf(board);
  expect(slide).toContain('A &amp; B &lt;&quot;c&quot;&gt;');
  expect(slide).not.toContain('\u0001');
  expect(() => xmlOf(slide)).not.toThrow();
});

it('PPTX-6 puts open questions and their answers into the notes, and leaves dismissed ones out', () => {
  const prompt = { id: 'a', text: 'Who decides?', answer: 'The board', dismissed: false, order: 'a' };
  const gone = { id: 'b', text: 'Left out?', answer: '', dismissed: true, order: 'b' };
  const board = {
    ...boardOf('M1'),
    prompts: new Map([
      ['a', prompt],
      ['b', gone],
    ]),
  };
  const notes = partOf(board, 'ppt/notesSlides/notesSlide1.xml');
  expect(notes).toContain('<a:t>Who decides?</a:t>');
  expect(notes).toContain('<a:t>The board</a:t>');
  expect(notes).not.toContain('Left out?');
});

it('PPTX-7 makes a slide of each frame, in order, with the boxes whose middle lies in it', () => {
  const board = boardOf('M3');
  const [first] = [...board.elements.values()];
  if (first === undefined) throw new Error('M3 has no element.');
  const frame = (id: string, x: number, order: string) => ({
    id,
    title: `Frame ${id}`,
    order,
    x,
    y: first.y - 10,
    w: first.w + 20,
    h: first.h + 20,
  });
  const frames = new Map([
    ['b', frame('b', first.x + 5000, 'b')],
    ['a', frame('a', first.x - 10, 'a')],
  ]);
  const { slides, bytes } = pptxOf(slidesOf({ ...board, frames }));
  expect(slides.map((slide) => slide.title)).toEqual(['Frame a', 'Frame b']);
  const parts = partsOf(bytes);
  expect(parts.get('ppt/slides/slide1.xml')).toContain(`name="${first.name}"`);
  expect(parts.get('ppt/slides/slide2.xml')).not.toContain('<p:cxnSp>');
});

it('PPTX-8 tells the smallest text of each slide, and a slide of a branch is easier to read than the whole', () => {
  const slides = pptxOf(slidesOf(boardOf('M4'), { by: 'branches' })).slides;
  const [overview, ...branches] = slides.map((slide) => slide.smallest);
  expect(overview).toBeLessThan(9);
  for (const smallest of branches) expect(smallest).toBeGreaterThan(overview ?? 0);
});

it('PPTX-9 carries the board inside only when it is asked to', () => {
  const board = boardOf('M2');
  const source = fileText(board);
  const parts = partsOf(pptxOf(slidesOf(board), { embedSource: source }).bytes);
  const kept = (xmlOf(parts.get('customXml/item1.xml') ?? '') as { board: { '#text': string } }).board['#text'];
  expect(JSON.parse(kept)).toEqual(JSON.parse(source));
  expect([...partsOf(pptxOf(slidesOf(board)).bytes).keys()].filter((path) => path.startsWith('customXml'))).toEqual([]);
});

it('PPTX-10 names no person, no tool and no day of making', () => {
  const core = partOf(boardOf('M1'), 'docProps/core.xml');
  expect(core).not.toMatch(/creator|lastModifiedBy/);
  expect(core).toContain('2000-01-01T00:00:00Z');
});
