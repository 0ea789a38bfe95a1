import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { Board } from '#shared/board/model.ts';
import { type Drawing, drawBoard } from '#shared/drawing/draw-board.ts';
import type { Mark, TextMark } from '#shared/drawing/mark.ts';
import { measureText } from '#shared/drawing/measure-text.ts';
import { fontBookFor, runsOf, textsIn } from '#shared/formats/fonts/font-book.ts';
import { type FontFiles, readRanges } from '#shared/formats/fonts/font-files.ts';
import { type SvgFontsKind, svgFontsFor } from '#shared/formats/fonts/svg-fonts.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { FONT_FILES } from '../../../server/fonts-node.ts';
import { fontFiles } from '../../../server/render-png-fonts.ts';
import { all, boardOf, xmlOf } from './pptx-parts.ts';
import { NAMES, scriptsBoard } from './scripts-board.ts';

const drawn = (board: Board): Drawing => drawBoard(board, { title: true, legend: true });

const marksOf = (drawing: Drawing): readonly Mark[] => drawing.items.flatMap((item) => item.marks);

async function svgWith(kind: SvgFontsKind, drawing: Drawing, files: FontFiles = FONT_FILES): Promise<string> {
  return svgOf(drawing, { theme: 'light', fonts: await svgFontsFor(kind, marksOf(drawing), files) });
}

/** Font files that remember what was asked of them. */
function watched(): { readonly files: FontFiles; readonly asked: string[] } {
  const asked: string[] = [];
  const files: FontFiles = {
    inter: (weight) => {
      asked.push(`inter ${weight}`);
      return FONT_FILES.inter(weight);
    },
    slices: (typeface) => FONT_FILES.slices(typeface),
    slice: (name) => {
      asked.push(name);
      return FONT_FILES.slice(name);
    },
  };
  return { files, asked };
}

const word = (text: string) => [{ text, weight: 500 as const }];

describe('the fonts of a text', () => {
  it('FONTS-1 are loaded as far as the text needs them, and once', async () => {
    const latin = watched();
    await fontBookFor(word('Marketing, Știință, Μάρκετινγκ, Маркетинг'), latin.files);
    expect(latin.asked).toEqual(['inter 500']);
    const chinese = watched();
    await fontBookFor(word('市市市'), chinese.files);
    expect(chinese.asked).toHaveLength(2);
  });

  it('FONTS-2 come from a file that has the letter, not from one that only claims its range', async () => {
    const [claims] = await FONT_FILES.slices('noto');
    if (claims === undefined) throw new Error('There are no slices.');
    const lying: FontFiles = {
      ...FONT_FILES,
      slices: async (typeface) => [{ ...claims, ranges: [[0x3000, 0xffff]] }, ...(await FONT_FILES.slices(typeface))],
    };
    for (const [char, typeface] of [
      ['市', 'noto-sans-sc'],
      ['김', 'noto-sans-kr'],
    ] as const) {
      const face = (await fontBookFor(word(char), lying)).faceOf(char, 500);
      expect(face?.name).toContain(typeface);
      expect(face?.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)).toBe(true);
    }
  });

  it('FONTS-3 change inside a line where the script does, and a mark stays with its letter', async () => {
    const text = 'Lead 市场 a\u0301 q\u0301';
    const book = await fontBookFor(word(text), FONT_FILES);
    const runs = runsOf(text, 500, book).map((run) => [run.face?.name.replace(/-\d+$/, ''), run.text]);
    expect(runs.map(([, piece]) => piece).join('')).toBe(text.normalize('NFC'));
    expect(runs[0]).toEqual(['inter', 'Lead ']);
    expect(runs.at(-1)?.[1]).toBe(' á q\u0301');
    expect(runs.slice(1, -1).every(([face]) => face === 'noto-sans-sc')).toBe(true);
  });

  it('FONTS-4 that cannot be had stop the work with what is missing', async () => {
    const broken: FontFiles = { ...FONT_FILES, inter: () => Promise.reject(new Error('No connection.')) };
    await expect(svgFontsFor('embed', marksOf(drawn(boardOf('M1'))), broken)).rejects.toThrow('No connection.');
  });
});

describe('an SVG with its font inside', () => {
  it('FONTS-5 holds every letter it shows in slices, and points to no address', async () => {
    const drawing = drawn(scriptsBoard());
    const svg = await svgWith('embed', drawing);
    expect(() => xmlOf(svg)).not.toThrow();
    const ranges = all(svg, /unicode-range:([^}]+)\}/g).flatMap(readRanges);
    const letters = new Set(textsIn(marksOf(drawing)).flatMap(({ text }) => [...text.normalize('NFC')]));
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0;
      expect(
        ranges.some(([from, to]) => code >= from && code <= to),
        letter,
      ).toBe(true);
    }
    expect(all(svg, /url\(([^)]{5})/g).every((start) => start === 'data:' || start.startsWith('#'))).toBe(true);
    for (const name of NAMES) expect(svg).toContain(name.replaceAll(/ .*/g, ''));
  });

  it('FONTS-6 of plain English carries one slice, under 100 KB in all', async () => {
    const svg = await svgWith('embed', drawn(boardOf('M1')));
    expect(all(svg, /(@font-face)/g)).toHaveLength(1);
    const plain = svgOf(drawn(boardOf('M1')), { theme: 'light' });
    expect(svg.length - plain.length).toBeLessThan(100_000);
  });
});

describe('an SVG with outlines', () => {
  it('OUTLINES-1 has no text and needs no font, and says every line as a label', async () => {
    const drawing = drawn(scriptsBoard());
    const svg = await svgWith('outlines', drawing);
    expect(() => xmlOf(svg)).not.toThrow();
    expect(svg).not.toMatch(/<text|@font-face/);
    const labels = new Set(all(svg, /role="img" aria-label="([^"]*)"/g));
    for (const { text } of textsIn(marksOf(drawing))) {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      if (text.trim() !== '') expect(labels).toContain(escaped);
    }
  });

  it('OUTLINES-2 looks the same as the text it stands for', async () => {
    const drawing = drawn(boardOf('M4'));
    const paint = (svg: string): Uint8Array =>
      new Resvg(svg, {
        font: { loadSystemFonts: false, fontFiles: [...fontFiles()], defaultFontFamily: 'Inter' },
      }).render().pixels;
    const text = paint(svgOf(drawing, { theme: 'light' }));
    const outlines = paint(await svgWith('outlines', drawing));
    expect(outlines).toHaveLength(text.length);
    let ink = 0;
    let apart = 0;
    for (let i = 0; i < text.length; i += 4) {
      if ((text[i] ?? 0) < 128) ink += 1;
      if (Math.abs((text[i] ?? 0) - (outlines[i] ?? 0)) > 96) apart += 1;
    }
    expect(ink).toBeGreaterThan(10_000);
    expect(apart / ink).toBeLessThan(0.005);
  });

  it('OUTLINES-3 ends where the measured line ends, whatever its anchor and spacing', async () => {
    const base = { type: 'text', y: 40, text: '24x7 AVATAR -> flow', size: 20, weight: 600, color: 'ink' } as const;
    const lines: readonly TextMark[] = [
      { ...base, x: 0 },
      { ...base, x: 400, anchor: 'end' },
      { ...base, x: 200, anchor: 'middle', tracking: 0.1 },
    ];
    const fonts = await svgFontsFor('outlines', lines, FONT_FILES);
    if (fonts.kind !== 'outlines') throw new Error('Outlines were asked for.');
    const widths = lines.map((mark) => measureText(mark.text, mark.size, mark.weight, mark.tracking));
    const starts = lines.map((mark) => Number(/translate\((-?[\d.]+) /.exec(fonts.write(mark, ''))?.[1]));
    expect(starts[0]).toBe(0);
    expect(starts[1]).toBeCloseTo(400 - (widths[1] ?? 0), 1);
    expect(starts[2]).toBeCloseTo(200 - (widths[2] ?? 0) / 2, 1);
  });

  it('OUTLINES-4 shows a box for a letter that no font has', async () => {
    const mark: TextMark = { type: 'text', x: 0, y: 20, text: '🚀', size: 20, weight: 400, color: 'ink' };
    const fonts = await svgFontsFor('outlines', [mark], FONT_FILES);
    if (fonts.kind !== 'outlines') throw new Error('Outlines were asked for.');
    expect(fonts.write(mark, '')).toMatch(/aria-label="🚀"><path [^>]*d="M80 0V-720/u);
  });
});

it('OUTLINES-5 equal drawings give equal files, with the font inside and as outlines', async () => {
  for (const kind of ['embed', 'outlines'] as const) {
    expect(await svgWith(kind, drawn(boardOf('T1')))).toBe(await svgWith(kind, drawn(boardOf('T1'))));
  }
});
