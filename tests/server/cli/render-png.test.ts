import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { measureText } from '#shared/drawing/measure-text.ts';
import { withoutFeatures } from '#shared/formats/fonts/without-features.ts';
import { LONGEST_SIDE, MOST_PIXELS, renderPng } from '../../../server/render-png.ts';
import { fontFiles } from '../../../server/render-png-fonts.ts';

const svg = (w: number, h: number, inside = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${inside}</svg>`;

const text = (words: string, weight: number): string =>
  svg(600, 60, `<text x="10" y="40" font-family="Inter" font-size="28" font-weight="${weight}">${words}</text>`);

const inkWidth = (words: string, weight: number): number => {
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles()] };
  return new Resvg(text(words, weight), { font }).getBBox()?.width ?? 0;
};

describe('PNG', () => {
  test('PNG-1 a picture is as many pixels as its units times the scale', () => {
    for (const scale of [1, 2, 4]) {
      const picture = renderPng(svg(120, 50), scale);
      expect([picture.width, picture.height, picture.notice]).toEqual([120 * scale, 50 * scale, null]);
      const header = Buffer.from(picture.png);
      expect(header.toString('latin1', 1, 4)).toBe('PNG');
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([120 * scale, 50 * scale]);
    }
  });

  test('PNG-2 a picture too large to open is drawn at the largest scale that fits, and says so', () => {
    const wide = renderPng(svg(9000, 100), 4);
    expect(wide.width).toBeLessThanOrEqual(LONGEST_SIDE);
    expect(wide.width).toBeGreaterThan(LONGEST_SIDE - 10);
    expect(wide.notice).toContain('36000 × 400');
    expect(wide.notice).toContain(`${wide.width} × ${wide.height}`);
    const large = renderPng(svg(5000, 4000), 4);
    expect(large.width * large.height).toBeLessThanOrEqual(MOST_PIXELS * 1.001);
    expect(large.width / large.height).toBeCloseTo(1.25, 2);
  });

  test.each([400, 500, 600] as const)(
    'PNG-3 text of weight %i is as wide as it was measured, contextual forms off',
    (weight) => {
      for (const words of [
        '24x7 at 1:1',
        'AVATAR Today',
        'Director, marketing operations',
        'Operații și țintă',
        'a-&gt;b',
      ]) {
        const plain = words.replace('&gt;', '>');
        // Ink ends before the advance does, by less than the side bearings of two letters.
        const difference = measureText(plain, 28, weight) - inkWidth(words, weight);
        expect(Math.abs(difference), `${plain} at ${weight}`).toBeLessThan(5.5);
      }
      const apart = inkWidth('1x1x1x1x1x1x1x1x1x1', weight);
      expect(Math.abs(apart - measureText('1x1x1x1x1x1x1x1x1x1', 28, weight))).toBeLessThan(5.5);
    },
  );

  test('PNG-4 the three weights are three different drawings', () => {
    const widths = [400, 500, 600].map((weight) => inkWidth('Marketing operations', weight));
    expect(widths[0]).toBeLessThan(widths[1] ?? 0);
    expect(widths[1]).toBeLessThan(widths[2] ?? 0);
  });

  test('PNG-5 bytes that are no font come back as they are', () => {
    expect([...withoutFeatures(Uint8Array.of(1, 2, 3), ['calt'])]).toEqual([1, 2, 3]);
    const noise = Uint8Array.from({ length: 64 }, (_, i) => i * 7);
    expect([...withoutFeatures(noise, ['calt'])]).toEqual([...noise]);
  });

  test('PNG-6 what is not SVG is refused', () => {
    expect(() => renderPng('not a picture', 1)).toThrow();
  });
});
