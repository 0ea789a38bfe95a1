import { describe, expect, it } from 'vitest';
import type { Mark, TextMark } from '#shared/drawing/mark.ts';
import { measureText } from '#shared/drawing/measure-text.ts';
import { type Page, type PageBlock, type PageStyle, pageOf, smallestText } from '#shared/formats/page/page.ts';
import type { Slide } from '#shared/formats/pptx/slide.ts';
import { boardOf } from './pptx-parts.ts';

const STYLE: PageStyle = { ratio: '16:9', finish: 'full', legend: true, source: 'Source', mark: 'Confidential' };
const WIDTH = 1200;

const slide = (more: Partial<Slide> = {}): Slide => ({ board: boardOf('M1'), title: 'A title', ...more });

const textsOf = (page: Page, role: PageBlock['role']): readonly TextMark[] => {
  const texts = (marks: readonly Mark[]): readonly TextMark[] =>
    marks.flatMap((mark) => (mark.type === 'group' ? texts(mark.marks) : mark.type === 'text' ? [mark] : []));
  return page.blocks
    .filter((block) => block.role === role)
    .flatMap(({ items }) => items.flatMap((i) => texts(i.marks)));
};

describe('a page', () => {
  it('PDF-20 sets a long title smaller, then in two lines, and never past its edge', () => {
    const long = 'Marketing technology that serves every market';
    for (const times of [1, 2, 3, 12]) {
      const lines = textsOf(pageOf(slide({ title: Array(times).fill(long).join(', ') }), STYLE), 'title');
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) {
        expect(measureText(line.text, line.size, line.weight)).toBeLessThanOrEqual(WIDTH + 0.01);
        expect(line.size).toBeGreaterThan(17);
        expect(line.y).toBeLessThan(70);
      }
    }
  });

  it('PDF-21 keeps what is to be talked about above the legend, however much it is', () => {
    for (const count of [1, 4, 9, 40]) {
      const points = Array.from({ length: count }, (_, i) => `Point ${i}: who decides about the budget of the year?`);
      const page = pageOf(slide({ points }), STYLE);
      const lowest = Math.max(...textsOf(page, 'points').map((mark) => mark.y));
      const legend = page.blocks.find((block) => block.role === 'legend');
      expect(legend?.place.at.y).toBeGreaterThan(lowest);
      expect(legend?.place.scale).toBeGreaterThan(0.3);
    }
  });

  it('PDF-22 shows a table in place of a drawing, row by row, and reads it out', () => {
    const table = [
      ['Measure', 'Org A', 'Org B'],
      ['Boxes', '12', '30'],
    ];
    const page = pageOf(slide({ table }), STYLE);
    expect(page.blocks.map((block) => block.role)).toEqual(['title', 'table', 'foot']);
    expect(textsOf(page, 'table').map((mark) => mark.text)).toEqual(table.flat());
    expect(page.blocks[1]?.says).toBe('Boxes, Org A 12, Org B 30.');
  });

  it('PDF-23 knows the size of its smallest text in points, at the scale it is shown in', () => {
    const whole = smallestText(pageOf(slide(), STYLE));
    const narrow = smallestText(pageOf(slide(), { ...STYLE, ratio: '4:3' }));
    expect(whole).toBeGreaterThan(2);
    expect(narrow).toBeLessThan(whole);
  });

  it('PDF-24 keeps every drawing inside the room between title, column and foot', () => {
    for (const id of ['M4', 'T1', 'G1']) {
      const page = pageOf(slide({ board: boardOf(id), window: { x: 0, y: 0, w: 5000, h: 300 } }), STYLE);
      const place = page.blocks.find((block) => block.role === 'drawing')?.place;
      expect(place?.at.x).toBeGreaterThanOrEqual(40);
      expect((place?.at.x ?? 0) + 5000 * (place?.scale ?? 1)).toBeLessThanOrEqual(page.w - 40 - 184);
    }
  });
});
