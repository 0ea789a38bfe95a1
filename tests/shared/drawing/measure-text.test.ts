import { describe, expect, test } from 'vitest';
import { breakLines, ellipsize, measureText, wrapText } from '../../../shared/drawing/measure-text.ts';

/** Widths at 14 px in Chromium, with Inter's files, `calt` and `liga` off: weights 400, 500, 600. */
const TRUTH: readonly (readonly [string, number, number, number])[] = [
  ['Marketing operations', 140.594, 142.578, 144.516],
  ['AVAST: To Yield', 105.422, 106.859, 108.281],
  ['Centrul de excelență „Știință”', 193.313, 196.469, 199.563],
  ['Διεύθυνση μάρκετινγκ', 150.047, 152.813, 155.594],
  ['Маркетинговые операции', 178.641, 180.969, 183.313],
  ['CRM 24x7 1:1 (v2.0)', 131.188, 132.484, 133.813],
  ['Größenänderung & Übergabe', 194.484, 196.219, 197.906],
  ['W12 → W20 · 50 %', 127.156, 127.844, 128.5],
  ['Région Île-de-France', 139.891, 141.234, 142.516],
];

describe('measuring text', () => {
  test('DRAW-1 widths are within a fiftieth of a pixel of the browser', () => {
    for (const [text, regular, medium, semibold] of TRUTH) {
      expect(Math.abs(measureText(text, 14, 400) - regular)).toBeLessThan(0.02);
      expect(Math.abs(measureText(text, 14, 500) - medium)).toBeLessThan(0.02);
      expect(Math.abs(measureText(text, 14, 600) - semibold)).toBeLessThan(0.02);
    }
  });

  test('DRAW-2 lines break at spaces, hyphens and slashes, and a long word is cut rather than let out', () => {
    expect(breakLines('Marketing operations', 90, 13, 500)).toEqual(['Marketing', 'operations']);
    expect(breakLines('content/campaigns', 70, 13, 500)).toEqual(['content/', 'campaigns']);
    const cut = breakLines('Marketingautomatisierungsplattform', 100, 13, 500);
    expect(cut.length).toBeGreaterThan(1);
    expect(cut.join('')).toBe('Marketingautomatisierungsplattform');
    for (const line of cut) expect(measureText(line, 13, 500)).toBeLessThanOrEqual(100);
  });

  test('DRAW-3 what does not fit ends in an ellipsis and stays inside', () => {
    const lines = wrapText('Customer data and identity for all regions and brands', 90, 13, 500, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(measureText(line, 13, 500)).toBeLessThanOrEqual(90);
    expect(ellipsize('Short', 90, 13, 500)).toBe('Short');
    expect(ellipsize('Anything', 1, 13, 500)).toBe('');
    expect(wrapText('   ', 90, 13, 500, 2)).toEqual([]);
  });

  test('DRAW-4 Chinese and Japanese break between signs, and no line begins with a closing one', () => {
    const lines = breakLines('顧客データ基盤。運用部門（本社）', 60, 13, 500);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).not.toMatch(/^[。）]/u);
      expect(line).not.toMatch(/（$/u);
      expect(measureText(line, 13, 500)).toBeLessThanOrEqual(60);
    }
    expect(lines.join('')).toBe('顧客データ基盤。運用部門（本社）');
  });

  test('DRAW-5 a line break in the text is a line break in the drawing', () => {
    expect(breakLines('one\n\ntwo', 200, 12, 400)).toEqual(['one', '', 'two']);
  });
});
