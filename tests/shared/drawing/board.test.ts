// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { detailAt } from '../../../shared/drawing/detail.ts';
import { drawBoard } from '../../../shared/drawing/draw-board.ts';
import { frictionAt } from '../../../shared/drawing/draw-overlays.ts';
import { drawLegend, legendOf } from '../../../shared/drawing/legend.ts';
import { THEMES } from '../../../shared/drawing/theme.ts';
import { vocabularySheet } from '../../../shared/drawing/vocabulary-sheet.ts';
import { marksToSvg, svgOf } from '../../../shared/formats/svg.ts';
import { FRICTION_KINDS } from '../../../shared/overlays/friction-kinds.ts';
import { boardOf, element, friction, relation, tiger, zone } from './sample.ts';

const SAMPLE = boardOf(
  [
    element('core', 'centre', 0, 200, { w: 480, h: 260 }),
    element('data', 'unit', 120, 300, { sitsIn: 'core', attributes: { scope: 'global' } }),
    element('boss', 'role', 160, 0, { name: 'Head <of> "data" & more \u0000\u000b', h: 52 }),
    element('crm', 'platform', 600, 300, { w: 208, h: 64, attributes: { layer: 1 } }),
  ],
  [relation('reports', 'core', 'boss'), relation('owns', 'data', 'crm')],
  [zone('z', { x: -40, y: 160, w: 560, h: 340, fn: 'MKT' }), tiger('t1', { data: 20, crm: 10 }), friction(['data'])],
);

const parse = (svg: string) => {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
};

describe('a whole board', () => {
  test('DRAW-17 the layers come in order: zones, containers, tiger teams, lines, elements, flags, friction', () => {
    const layers = drawBoard(SAMPLE).items.map((item) => item.layer);
    expect(layers).toEqual([
      'zone',
      'container',
      'tiger',
      'line',
      'line',
      'element',
      'element',
      'element',
      'flag',
      'friction',
    ]);
  });

  test('DRAW-17 reporting lines lie under the other lines', () => {
    const lines = drawBoard(SAMPLE).items.filter((item) => item.layer === 'line');
    expect(lines.map((item) => item.id)).toEqual(['reports:core', 'owns-data-crm']);
  });

  test('DRAW-18 the drawing holds everything in it, and every item has a sentence', () => {
    const drawing = drawBoard(SAMPLE, { title: true, legend: true });
    for (const e of SAMPLE.elements.values()) {
      expect(drawing.box.x).toBeLessThan(e.x);
      expect(drawing.box.x + drawing.box.w).toBeGreaterThan(e.x + e.w);
      expect(drawing.box.y + drawing.box.h).toBeGreaterThan(e.y + e.h);
    }
    for (const item of drawing.items) expect(item.sentence).not.toBe('');
    expect(drawing.items.find((item) => item.id === 'reports:core')?.sentence).toMatch(/^core reports to Head/);
  });

  test('DRAW-19 a part of a board is only that part, with the lines between its ends', () => {
    const part = drawBoard(SAMPLE, { ids: new Set(['data', 'crm']) });
    expect(part.items.map((item) => item.id)).toEqual(['owns-data-crm', 'crm', 'data']);
    const crop = { x: 590, y: 290, w: 300, h: 200 };
    const window = drawBoard(SAMPLE, { crop });
    expect(window.box).toEqual(crop);
    expect(window.items.map((item) => item.id)).not.toContain('boss');
  });

  test('DRAW-20 a collapsed zone is its title bar and hides what lies in it', () => {
    const collapsed = zone('z', { x: -40, y: 160, w: 560, h: 340, collapsed: true });
    const board = boardOf([...SAMPLE.elements.values()], [...SAMPLE.relations.values()], [collapsed]);
    const ids = drawBoard(board).items.map((item) => item.id);
    expect(ids).toEqual(['z', 'boss', 'crm']);
    expect(JSON.stringify(drawBoard(board).items[0]?.marks)).toContain('2 inside');
  });

  test('DRAW-21 friction stands on the corner of its item, in the middle of several, and side by side', () => {
    const board = boardOf([...SAMPLE.elements.values()], [], [friction(['data']), friction(['data'], 'f2')]);
    expect(frictionAt(board, friction(['data']), new Map())).toEqual({ x: 120, y: 300 });
    expect(frictionAt(board, friction(['data'], 'f2'), new Map())).toEqual({ x: 156, y: 300 });
    expect(frictionAt(board, friction(['boss', 'data'], 'f3'), new Map())).toEqual({ x: 220, y: 181 });
    expect(frictionAt(board, friction([], 'f4'), new Map())).toEqual({ x: 5, y: 6 });
  });

  test('DRAW-22 the legend names what the board uses and nothing else', () => {
    expect(legendOf(SAMPLE).map((entry) => entry.id)).toEqual([
      'unit',
      'role',
      'platform',
      'centre',
      'reports',
      'owns',
      'tiger',
      'zone',
      'friction',
      'scope:global',
      'layer',
    ]);
    expect(legendOf(boardOf([]))).toEqual([]);
    expect(drawLegend([])).toEqual({ marks: [], w: 0, h: 0 });
  });

  test('DRAW-23 there are 16 kinds of friction, each with a sign of its own', () => {
    expect(FRICTION_KINDS).toHaveLength(16);
    expect(new Set(FRICTION_KINDS.map((kind) => kind.sign)).size).toBe(16);
  });

  test('DRAW-24 detail changes at 60, 30 and 15 % and does not flicker on the edge', () => {
    expect([1, 0.6, 0.59, 0.3, 0.29, 0.15, 0.14].map((zoom) => detailAt(zoom))).toEqual([3, 3, 2, 2, 1, 1, 0]);
    expect(detailAt(0.59, 3)).toBe(3);
    expect(detailAt(0.56, 3)).toBe(2);
    expect(detailAt(0.61, 2)).toBe(2);
    expect(detailAt(0.64, 2)).toBe(3);
    expect(detailAt(1, 0)).toBe(3);
    expect(detailAt(0.05, 3)).toBe(0);
  });
});

describe('a board as SVG', () => {
  test('SVG-1 the file is well-formed, says what it shows, and holds its text as text', () => {
    const svg = svgOf(drawBoard(SAMPLE, { title: true, legend: true }), { theme: 'light', title: 'Data <team>' });
    const document = parse(svg);
    expect(document.documentElement.getAttribute('role')).toBe('img');
    expect(document.querySelector('title')?.textContent).toBe('Data <team>');
    expect(document.querySelector('desc')?.textContent).toContain('data is accountable for crm.');
    expect(document.querySelectorAll('g[aria-label]').length).toBeGreaterThan(8);
    expect([...document.querySelectorAll('text')].map((t) => t.textContent).join(' ')).toContain('<of>');
  });

  test('SVG-2 there is no foreign object, class, style sheet, script or outside reference', () => {
    const svg = svgOf(vocabularySheet(), { theme: 'light' });
    expect(svg).not.toMatch(/foreignObject|class=|<style|<script|<clipPath|href=|var\(/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    parse(svg);
  });

  test('SVG-3 characters that XML forbids are left out', () => {
    const svg = svgOf(drawBoard(SAMPLE), { theme: 'light' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c]/u);
  });

  test('SVG-4 equal boards give equal files; a theme changes colours only; transparent leaves out the paper', () => {
    const once = svgOf(drawBoard(SAMPLE), { theme: 'light' });
    expect(svgOf(drawBoard({ ...SAMPLE }), { theme: 'light' })).toBe(once);
    const dark = svgOf(drawBoard(SAMPLE), { theme: 'dark' });
    const plain = (svg: string) =>
      svg.replaceAll(/#[0-9A-F]{6}/g, '#').replaceAll(/ (?:fill|stroke)-opacity="[\d.]+"/g, '');
    expect(plain(dark)).toBe(plain(once));
    expect(dark).not.toBe(once);
    expect(svgOf(drawBoard(SAMPLE), { theme: 'light', transparent: true })).not.toContain(
      `fill="${THEMES.light.paper}"/>\n`,
    );
  });

  test('SVG-5 every hatch that is used is defined once', () => {
    const document = parse(svgOf(drawBoard(SAMPLE), { theme: 'light' }));
    const defined = [...document.querySelectorAll('pattern')].map((p) => p.id);
    expect(new Set(defined).size).toBe(defined.length);
    for (const used of document.querySelectorAll('[fill^="url("]')) {
      expect(defined).toContain(used.getAttribute('fill')?.slice(5, -1));
    }
    expect(defined.length).toBeGreaterThan(0);
  });

  test('SVG-6 inside a page the colours are custom properties', () => {
    const marks = drawBoard(SAMPLE).items.flatMap((item) => item.marks);
    const svg = marksToSvg(marks, 'tokens');
    expect(svg).toContain('var(--ink)');
    expect(svg).not.toMatch(/#[0-9A-F]{6}/);
  });

  test('SVG-7 the source of a board can be read back from the file', () => {
    const source = '{"title":"A & B <c>"}';
    const document = parse(svgOf(drawBoard(SAMPLE), { theme: 'light', embedSource: source }));
    expect(document.getElementsByTagNameNS('urn:orgora:board', 'board')[0]?.textContent).toBe(source);
  });
});
