import { beforeAll, describe, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import type { Mark } from '#shared/drawing/mark.ts';
import { THEMES } from '#shared/drawing/theme.ts';
import { readable } from '#shared/formats/fonts/font-book.ts';
import { type Page, type PageStyle, pageOf } from '#shared/formats/page/page.ts';
import { pdfOf } from '#shared/formats/pdf/pdf.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { readSource } from '#shared/formats/source/read-source.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { FONT_FILES } from '../../../server/fonts-node.ts';
import {
  bodyOf,
  emptyGlyphs,
  type PdfPage,
  type PdfParts,
  pagesOf,
  partsOfPdf,
  reference,
  stringsAt,
} from './pdf-reader.ts';
import { boardOf } from './pptx-parts.ts';
import { NAMES, scriptsBoard } from './scripts-board.ts';

/** Milliseconds: a document of all templates is long work on a busy machine. */
const PATIENCE = 120_000;

const STYLE: PageStyle = { ratio: '16:9', finish: 'full', legend: true, source: '', mark: '' };

const textsIn = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((mark) => (mark.type === 'group' ? textsIn(mark.marks) : mark.type === 'text' ? [mark.text] : []));

/** All letters of a page as they are drawn. */
const lettersOf = (page: Page): string =>
  page.blocks
    .flatMap((block) => block.items.flatMap((item) => textsIn(item.marks)))
    .map(readable)
    .join('');

describe('the templates as one document', () => {
  const slides = TEMPLATES.flatMap((template) => slidesOf(boardFromTemplate(template)));
  let parts: PdfParts;
  let pages: readonly PdfPage[];

  beforeAll(async () => {
    parts = partsOfPdf((await pdfOf(slides, {}, FONT_FILES)).bytes);
    pages = pagesOf(parts);
  }, PATIENCE);

  it('PDF-1 has a page for each slide, and a line of the outline that names it', () => {
    expect(pages).toHaveLength(slides.length);
    const outline = parts
      .find(/\/Dest \[/)
      .map((id) => stringsAt({ ...parts, objects: new Map([[id, bodyOf(parts, id)]]) }, 'Title')[0]);
    expect(outline).toEqual(slides.map((slide) => slide.title));
  });

  it('PDF-2 holds every letter of every page as text that can be found and copied', () => {
    for (const [i, slide] of slides.entries()) {
      expect(pages[i]?.text, slide.title).toBe(lettersOf(pageOf(slide, STYLE)));
    }
  });

  it('PDF-3 carries only the glyphs it uses, of three weights of one typeface', () => {
    const fonts = parts.find(/\/Type \/Font\n[\s\S]*\/Subtype \/Type0/).map((id) => bodyOf(parts, id));
    expect(fonts.map((font) => /\/BaseFont \/[A-Z]{6}\+(\S+)/.exec(font)?.[1]).sort()).toEqual([
      'Inter-Medium',
      'Inter-Regular',
      'Inter-SemiBold',
    ]);
    for (const id of parts.find(/\/FontFile2 /)) {
      expect(parts.stream(reference(bodyOf(parts, id), 'FontFile2')).length).toBeLessThan(60_000);
    }
  });
});

describe('many scripts', () => {
  const slides = slidesOf(scriptsBoard());
  let parts: PdfParts;
  let pages: readonly PdfPage[];

  beforeAll(async () => {
    parts = partsOfPdf((await pdfOf(slides, {}, FONT_FILES)).bytes);
    pages = pagesOf(parts);
  }, PATIENCE);

  it('PDF-4 are found as they were written, letters put together from two as one', () => {
    const text = pages[0]?.text.replaceAll(' ', '') ?? '';
    for (const name of NAMES) expect(text).toContain(name.normalize('NFC').replaceAll(' ', ''));
  });

  it('PDF-5 are drawn and not only there to be found: no letter has an empty shape', () => {
    const used = pages[0]?.glyphs ?? new Map<number, ReadonlySet<number>>();
    expect(used.size).toBeGreaterThan(4);
    for (const [font, glyphs] of used) {
      const unicode = Buffer.from(parts.stream(reference(bodyOf(parts, font), 'ToUnicode'))).toString('latin1');
      const descendant = bodyOf(parts, reference(bodyOf(parts, font), 'DescendantFonts'));
      const descriptor = bodyOf(parts, reference(descendant, 'FontDescriptor'));
      const blank = emptyGlyphs(parts.stream(reference(descriptor, 'FontFile2')), glyphs);
      // A space has no shape, and nothing else.
      expect(blank.length, descriptor).toBeLessThanOrEqual(unicode.includes('<0020>') ? 1 : 0);
    }
  });

  it('PDF-6 that no font has are drawn as boxes that say what they stand for, and the rest of the page stays', async () => {
    const board = scriptsBoard(['تسويق', '🚀 Launch', 'a\u0000b\ud800c']);
    const [page] = pagesOf(partsOfPdf((await pdfOf(slidesOf(board), {}, FONT_FILES)).bytes));
    // ActualText of the five letters, two bytes each.
    expect(page?.content).toContain('/ActualText (\xfe\xff\x06*\x063\x06H\x06J\x06B)');
    expect(page?.text).toContain(' Launch');
    expect(page?.text).toContain('abc');
    expect(page?.content).toContain('/ActualText (\xfe\xff\0a\0b\xff\xfd\0c)');
  });
});

it('PDF-7 gives equal bytes for equal boards, and says nothing of who made it or when', async () => {
  const once = (await pdfOf(slidesOf(boardOf('T1')), {}, FONT_FILES)).bytes;
  const again = (await pdfOf(slidesOf(boardOf('T1')), {}, FONT_FILES)).bytes;
  expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
  const parts = partsOfPdf(once);
  const info = bodyOf(parts, reference(parts.trailer, 'Info'));
  expect([...info.matchAll(/\/(\w+) /g)].map((match) => match[1]).sort()).toEqual([
    'CreationDate',
    'Creator',
    'Producer',
    'Title',
  ]);
  expect(bodyOf(parts, reference(info, 'CreationDate'))).toContain('(D:20000101000000Z)');
  const metadata = Buffer.from(parts.stream(parts.find(/\/Type \/Metadata/)[0] ?? 0)).toString('utf8');
  expect(metadata).not.toMatch(/dc:creator|20[1-9]\d-/);
});

it('PDF-8 carries the board when it is asked to, and nothing of it otherwise', async () => {
  const board = boardOf('M2');
  const source = fileText(board);
  const kept = (await pdfOf(slidesOf(board), { embedSource: source }, FONT_FILES)).bytes;
  expect(readSource(kept)).toEqual({ from: 'pdf', text: source });
  const plain = (await pdfOf(slidesOf(board), {}, FONT_FILES)).bytes;
  expect(readSource(plain)).toBeNull();
  expect(partsOfPdf(plain).find(/EmbeddedFile|Filespec/)).toEqual([]);
});

it('PDF-9 is tagged: the title as a heading, the drawing as a figure that says its sentences', async () => {
  const parts = partsOfPdf((await pdfOf(slidesOf(boardOf('M3')), {}, FONT_FILES)).bytes);
  const catalog = bodyOf(parts, reference(parts.trailer, 'Root'));
  expect(catalog).toContain('/Lang (en)');
  expect(bodyOf(parts, reference(catalog, 'MarkInfo'))).toContain('/Marked true');
  expect(parts.find(/\/S \/H1\n/)).toHaveLength(1);
  const [drawing, legend] = stringsAt(parts, 'Alt');
  expect(drawing).toContain('Analytics and reporting lead reports to Director, marketing operations.');
  expect(legend).toContain('Legend: Team, Role');
});

it('PDF-14 spaces no letters so far that readers take them apart, and marks no content inside other content', async () => {
  const [page] = pagesOf(partsOfPdf((await pdfOf(slidesOf(boardOf('M1')), {}, FONT_FILES)).bytes));
  const content = page?.content ?? '';
  const wide = [...content.matchAll(/([\d.]+) Tf[\s\S]*?([\d.]+) Tc/g)].map(
    ([, size, by]) => Number(by) / Number(size),
  );
  expect(wide.length).toBeGreaterThan(5);
  expect(Math.max(...wide)).toBeGreaterThan(0.05);
  expect(Math.max(...wide)).toBeLessThan(0.1);
  const marks = content.match(/\b(?:BDC|BMC|EMC)\b/g) ?? [];
  expect(marks.length).toBeGreaterThan(4);
  expect(marks.every((mark, i) => (mark === 'EMC') === (i % 2 === 1))).toBe(true);
});

it.each([
  ['16:9', [960, 540]],
  ['4:3', [720, 540]],
] as const)('PDF-10 has pages of the shape that is asked for: %s', async (ratio, size) => {
  const [page] = pagesOf(partsOfPdf((await pdfOf(slidesOf(boardOf('M1')), { ratio }, FONT_FILES)).bytes));
  expect(page?.size).toEqual(size);
});

it('PDF-11 fits a page to the drawing when that is asked for, with its title and legend', async () => {
  const [slide] = slidesOf(boardOf('M1'));
  if (slide === undefined) throw new Error('There is no slide.');
  const wanted = pageOf(slide, { ...STYLE, ratio: 'fit' });
  const [page] = pagesOf(partsOfPdf((await pdfOf([slide], { ratio: 'fit' }, FONT_FILES)).bytes));
  expect(page?.size[0]).toBeCloseTo(wanted.w * 0.75, 1);
  expect(page?.text).toContain('Legend');
  expect(page?.text).toContain(slide.title);
});

it('PDF-12 follows theme and finish', async () => {
  const first = async (options: Parameters<typeof pdfOf>[1]): Promise<string> =>
    pagesOf(partsOfPdf((await pdfOf(slidesOf(boardOf('T1')), options, FONT_FILES)).bytes))[0]?.content ?? '';
  const fills = (content: string): readonly string[] =>
    [...content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) scn/g)].map(
      ([, ...shares]) =>
        `#${shares
          .map((share) =>
            Math.round(Number(share) * 255)
              .toString(16)
              .padStart(2, '0'),
          )
          .join('')
          .toUpperCase()}`,
    );
  expect(fills(await first({ theme: 'dark' }))[0]).toBe(THEMES.dark.paper);
  const full = new Set(fills(await first({})));
  const print = new Set(fills(await first({ finish: 'print' })));
  expect([...full][0]).toBe(THEMES.light.surface);
  const tint = THEMES.light['tint-amber'];
  expect([full.has(tint), print.has(tint)]).toEqual([true, false]);
});

it('PDF-13 tells after each page how far it is, and stops when it is told to', async () => {
  const slides = slidesOf(boardOf('M1')).flatMap((slide) => [slide, slide]);
  let heard = '';
  const onPage = (done: number, all: number): void => {
    heard += `${done}/${all} `;
  };
  await pdfOf(slides, { onPage }, FONT_FILES);
  expect(heard).toBe('1/2 2/2 ');
  const stopped = pdfOf(slides, { onPage: () => Promise.reject(new Error('Stopped.')) }, FONT_FILES);
  await expect(stopped).rejects.toThrow('Stopped.');
});
