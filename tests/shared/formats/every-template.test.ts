import { Resvg } from '@resvg/resvg-js';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Board } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import type { Mark } from '#shared/drawing/mark.ts';
import { THEMES } from '#shared/drawing/theme.ts';
import { csvOf } from '#shared/formats/csv.ts';
import { drawioOf } from '#shared/formats/drawio.ts';
import { jsonCanvasOf } from '#shared/formats/json-canvas.ts';
import { markdownOf } from '#shared/formats/markdown.ts';
import { mermaidOf } from '#shared/formats/mermaid.ts';
import { outlineOf } from '#shared/formats/outline-text.ts';
import { councilSlides } from '#shared/formats/pptx/council-deck.ts';
import { LEAST_POINTS, slidesOf } from '#shared/formats/pptx/deck.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { xlsxOf } from '#shared/formats/xlsx.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { fontFiles } from '../../../server/render-png-fonts.ts';
import { all, boardOf, partsOf } from './pptx-parts.ts';
import { offSlide, structureFaults } from './pptx-structure.ts';
import { textsOutside } from './text-bounds.ts';

const font = {
  loadSystemFonts: false,
  fontFiles: [...fontFiles()],
  defaultFontFamily: 'Inter',
  sansSerifFamily: 'Inter',
};
const svgFor = (board: Board): string =>
  svgOf(drawBoard(board, { title: true, legend: true }), { theme: 'light', title: board.meta.title });
const slidesIn = (bytes: Uint8Array): readonly string[] =>
  [...partsOf(bytes)].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).map(([, xml]) => xml);
const EMU = 9525;

describe.each(TEMPLATES.map((t) => [t.id, t] as const))('%s', (_id, t) => {
  const board = boardFromTemplate(t);
  const svg = svgFor(board);

  it('FORMATS-1 is well-formed in every format, and every name is in it', () => {
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(XMLValidator.validate(drawioOf(board))).toBe(true);
    for (const [path, xml] of partsOf(xlsxOf(board))) expect(XMLValidator.validate(xml), path).toBe(true);
    expect(JSON.parse(jsonCanvasOf(board))).toHaveProperty('nodes');
    const flat = (text: string): string => text.replaceAll(/[\s"\\*_]+/g, ' ');
    const written = { md: markdownOf(board), mmd: mermaidOf(board), csv: csvOf(board), txt: outlineOf(board) };
    for (const [format, text] of Object.entries(written)) {
      for (const { name, kind } of board.elements.values()) {
        const word = name.split(/[\s"&<>#;()[\]:]+/)[0] ?? '';
        if (kind !== 'card') expect(flat(text), `${format}: ${name}`).toContain(word);
      }
    }
  });

  it('FORMATS-2 keeps every text of an element inside its box or its own pill, as the font measures it', () => {
    const { items } = drawBoard(board);
    for (const item of items) {
      const element = board.elements.get(item.id);
      if (element === undefined || (item.layer !== 'element' && item.layer !== 'container')) continue;
      const outside = textsOutside(item.marks, { x: 0, y: 0, w: element.w, h: element.h });
      expect(outside, `${element.kind} ${element.name}`).toEqual([]);
    }
  });

  it('FORMATS-3 is not cut off: the rendered picture has nothing but paper along its edges', () => {
    const { pixels, width, height } = new Resvg(svg, { font, fitTo: { mode: 'width', value: 480 } }).render();
    const paper = Buffer.from(THEMES.light.paper.slice(1, 7), 'hex');
    const isPaper = (x: number, y: number): boolean =>
      paper.every((value, i) => pixels[(y * width + x) * 4 + i] === value);
    let ink = 0;
    for (let x = 0; x < width; x += 1) for (const y of [1, height - 2]) ink += Number(!isPaper(x, y));
    for (let y = 0; y < height; y += 1) for (const x of [1, width - 2]) ink += Number(!isPaper(x, y));
    expect(ink).toBe(0);
    expect(isPaper(Math.round(width / 2), Math.round(height / 2)) && pixels.every((value) => value === pixels[0])).toBe(
      false,
    );
  });

  it('FORMATS-4 is a slide of known parts in the order of the standard, with nothing past its edge', () => {
    const file = pptxOf(slidesOf(board, { by: 'auto' }), { source: 'Source: a board', mark: 'Draft' });
    for (const xml of slidesIn(file.bytes)) {
      expect(structureFaults(xml)).toEqual([]);
      expect(offSlide(xml, 1280 * EMU, 720 * EMU)).toEqual([]);
      const ids = all(xml, /<p:cNvPr id="(\d+)"/g);
      expect(new Set(ids).size).toBe(ids.length);
      const glued = all(xml, /<a:(?:st|end)Cxn id="(\d+)"/g);
      expect(glued).toHaveLength(2 * all(xml, /(<p:cxnSp>)/g).length);
      for (const id of glued) expect(ids).toContain(id);
    }
  });
});

/** The ink of texts alone, drawn at twice their size on a ground with room around: its bounds in units. */
function inkOf(texts: readonly Mark[], w: number, h: number): readonly [number, number, number, number] | null {
  const ROOM = 60;
  const box = { x: -ROOM, y: -ROOM, w: w + 2 * ROOM, h: h + 2 * ROOM };
  const item = { id: 'a', layer: 'element', at: { x: 0, y: 0 }, marks: texts, sentence: '' } as const;
  const svg = svgOf({ box, items: [item] }, { theme: 'light', transparent: true, title: 'Texts' });
  const { pixels, width, height } = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } }).render();
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[(y * width + x) * 4 + 3] ?? 0) < 32) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? null : [left / 2 - ROOM, top / 2 - ROOM, (right + 1) / 2 - ROOM, (bottom + 1) / 2 - ROOM];
}

it.each(['M4', 'T1', 'G1'])('FORMATS-5 %s: the pixels of names and other words lie inside their box', (id) => {
  const board = boardOf(id);
  let seen = 0;
  for (const item of drawBoard(board).items) {
    const element = board.elements.get(item.id);
    if (element === undefined || item.layer !== 'element') continue;
    // Pills stand over the edge on purpose; their words are measured with them above.
    const pill = item.marks.findIndex((mark) => mark.type === 'rect' && mark.y < 0);
    const texts = item.marks.filter((mark, i) => mark.type === 'text' && (pill < 0 || i < pill));
    const ink = inkOf(texts, element.w, element.h);
    if (ink === null) continue;
    seen += 1;
    const [left, top, right, bottom] = ink;
    expect(left, element.name).toBeGreaterThanOrEqual(0);
    expect(top, element.name).toBeGreaterThanOrEqual(0);
    expect(right, element.name).toBeLessThanOrEqual(element.w);
    expect(bottom, element.name).toBeLessThanOrEqual(element.h);
  }
  expect(seen).toBeGreaterThan(8);
});

it('FORMATS-6 is the same to the byte each time it is written', () => {
  for (const id of ['M4', 'T1']) {
    const twice = <T>(write: (board: Board) => T): void => expect(write(boardOf(id))).toEqual(write(boardOf(id)));
    twice(svgFor);
    twice((board) => pptxOf(slidesOf(board, { by: 'branches' })).bytes);
    twice(xlsxOf);
    twice(drawioOf);
  }
});

it('FORMATS-7 a deck in the dark, for print, of 4:3, of frames and of a council keeps to the standard and to its slides', () => {
  const board = boardOf('M4');
  const [first] = [...board.elements.values()];
  if (first === undefined) throw new Error('M4 is empty.');
  const frame = { id: 'f', title: 'W'.repeat(160), order: 'a', x: first.x - 90, y: first.y - 60, w: 480, h: 270 };
  const framed = {
    ...board,
    frames: new Map([['f', { ...frame, subtitle: 'Under it '.repeat(40), notes: 'Say this' }]]),
  };
  const decks = [
    { slides: slidesOf(framed), options: { theme: 'dark', ratio: '4:3' }, w: 960 },
    {
      slides: slidesOf(board, { by: 'branches' }),
      options: { finish: 'print', colours: 'deck', font: 'Inter' },
      w: 1280,
    },
    { slides: councilSlides([{ board }, { board: boardOf('T1') }], { by: 'board' }), options: {}, w: 1280 },
  ] as const;
  for (const { slides, options, w } of decks) {
    const file = pptxOf(slides, { ...options, source: 'Long line '.repeat(60), mark: 'Council confidential' });
    for (const xml of slidesIn(file.bytes)) {
      expect(structureFaults(xml)).toEqual([]);
      expect(offSlide(xml, w * EMU, 720 * EMU)).toEqual([]);
    }
  }
  const wrong =
    '<p:sld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr><p:cSld><p:spTree><p:what/></p:spTree></p:cSld></p:sld>';
  expect(structureFaults(wrong).length).toBeGreaterThan(1);
});

it('FORMATS-8 of a board that one slide cannot show come an overview and branches; one that can be read stays one slide', () => {
  const many = pptxOf(slidesOf(boardOf('M4'), { by: 'auto' })).slides;
  expect(many.length).toBeGreaterThan(1);
  expect(many[0]?.smallest).toBeLessThan(LEAST_POINTS);
  const m1 = boardOf('M1');
  const few = new Map([...m1.elements].slice(0, 2));
  const small = { ...m1, elements: few, relations: new Map(), overlays: new Map() };
  expect(pptxOf(slidesOf(small, { by: 'auto' })).slides).toHaveLength(1);
});

it('FORMATS-9 of a frame come its subtitle, its state and its notes', () => {
  const board = boardOf('M1');
  const frame = {
    id: 'f',
    title: 'Then',
    subtitle: 'Under it',
    state: 'target' as const,
    notes: 'Say this',
    order: 'a',
  };
  const framed = { ...board, frames: new Map([['f', { ...frame, x: -500, y: -500, w: 4000, h: 2250 }]]) };
  const [id = ''] = board.elements.keys();
  const target = {
    ...framed,
    elements: new Map([...board.elements].map(([at, one]) => [at, at === id ? { ...one, name: 'Grown' } : one])),
  };
  const [slide] = slidesOf(framed, {
    states: [{ id: 'target', title: 'In two years', board: target }],
    critique: 'They said',
  });
  expect(slide?.subtitle).toBe('Under it · In two years');
  expect(slide?.notes).toMatch(/^Say this/);
  expect(slide?.notes).toMatch(/They said$/);
  expect(slide?.board.elements.get(id)?.name).toBe('Grown');
  expect(slidesOf(framed, { prompts: false })[0]?.notes).toBe('');
});
