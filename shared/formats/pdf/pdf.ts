import PDFDocument from 'pdfkit';
import type { ThemeName } from '../../drawing/theme.ts';
import { fontBookFor, textsIn } from '../fonts/font-book.ts';
import type { FontFiles } from '../fonts/font-files.ts';
import { type Page, type PageBlock, type PageStyle, pageOf, smallestText } from '../page/page.ts';
import type { Slide } from '../pptx/slide.ts';
import { PDF_ATTACHMENT } from '../source/pdf-source.ts';
import { PdfPen } from './pdf-pen.ts';

export interface PdfOptions extends Partial<PageStyle> {
  readonly theme?: ThemeName;
  /** Orgora JSON of the board, attached so that it can be opened again. */
  readonly embedSource?: string;
  /** Title of the document. */
  readonly title?: string;
  /** When it was made, ISO 8601 in UTC; a fixed day when absent, so that equal boards give equal files. */
  readonly date?: string;
  /** Called after each page, with how many there are; a rejection or a throw ends the work. */
  readonly onPage?: (done: number, all: number) => void | Promise<void>;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Smallest text of each page's drawing, in points. */
  readonly pages: readonly { readonly title: string; readonly smallest: number }[];
}

const FIXED_DAY = '2000-01-01T00:00:00Z';
/** Points of a unit: 72 to the inch against 96. */
const POINT = 0.75;

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;

/** Structure elements of ISO 32000-1, 14.8.4. */
const TAGS: Readonly<Record<PageBlock['role'], 'H1' | 'P' | 'Figure'>> = {
  title: 'H1',
  subtitle: 'P',
  drawing: 'Figure',
  table: 'Figure',
  points: 'P',
  legend: 'Figure',
  foot: 'P',
};

/** Writes content as parts of a tree of what it is, one after another: content that is marked does not lie in other content. */
class Tagger {
  readonly #doc: Doc;
  #part: Element | null = null;
  #tag: (typeof TAGS)[PageBlock['role']] = 'P';

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  /** Content of a part. */
  within(part: Element, tag: (typeof TAGS)[PageBlock['role']], draw: () => void): void {
    this.#part = part;
    this.#tag = tag;
    part.add(this.#doc.markStructureContent(tag));
    draw();
    this.#doc.endMarkedContent();
    this.#part = null;
    part.end();
  }

  /** Content within the part that stands for a text of its own. */
  aside(actual: string, draw: () => void): void {
    const part = this.#part;
    if (part === null) throw new RangeError('There is no part to stand in.');
    this.#doc.endMarkedContent();
    const span = this.#doc.struct('Span');
    part.add(span);
    // Said at the content and not at the part of the tree: there programs that only take the text out find it as well.
    span.add(this.#doc.markStructureContent('Span', { actual }));
    draw();
    this.#doc.endMarkedContent();
    span.end();
    part.add(this.#doc.markStructureContent(this.#tag));
  }
}

function drawBlock(doc: Doc, pen: PdfPen, block: PageBlock): void {
  const { from, at, scale } = block.place;
  doc.save();
  doc.scale(POINT).translate(at.x, at.y).scale(scale).translate(-from.x, -from.y);
  for (const item of block.items) pen.marks(item.marks, item.at);
  doc.restore();
}

function drawPage(doc: Doc, pen: PdfPen, tagger: Tagger, page: Page, parent: Element): void {
  doc.addPage({ size: [page.w * POINT, page.h * POINT], margin: 0 });
  doc.outline.addItem(page.title);
  const section = doc.struct('Sect', { title: page.title });
  parent.add(section);
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save().scale(POINT);
  pen.ground(page.w, page.h);
  doc.restore();
  doc.endMarkedContent();
  for (const block of page.blocks) {
    const tag = TAGS[block.role];
    const said = tag === 'Figure' ? { alt: block.says === '' ? page.title : `${page.title}. ${block.says}` } : {};
    const part = doc.struct(tag, said);
    section.add(part);
    tagger.within(part, tag, () => drawBlock(doc, pen, block));
  }
  section.end();
}

/** All that a document writes, as one array. */
function collected(doc: Doc): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((done, failed) => {
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('error', failed);
    doc.on('end', () => {
      const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      done(bytes);
    });
  });
}

const textsOf = (pages: readonly Page[]): ReturnType<typeof textsIn> =>
  pages.flatMap((page) => page.blocks.flatMap((block) => block.items.flatMap((item) => textsIn(item.marks))));

/**
 * Slides as a PDF of vector shapes and real text, a page each: tagged, with an outline, and with the parts of the fonts it uses.
 * Equal slides, options and fonts give equal bytes. Rejects when a font cannot be had.
 */
export async function pdfOf(slides: readonly Slide[], options: PdfOptions, files: FontFiles): Promise<PdfFile> {
  const theme = options.theme ?? 'light';
  const style: PageStyle = {
    ratio: options.ratio ?? '16:9',
    finish: options.finish ?? 'full',
    legend: options.legend ?? true,
    source: options.source ?? '',
    mark: options.mark ?? '',
  };
  const pages = slides.map((slide) => pageOf(slide, style));
  const book = await fontBookFor(textsOf(pages), files);
  const date = new Date(options.date ?? FIXED_DAY);
  const settings: PDFKit.PDFDocumentOptions = {
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: { Title: options.title ?? pages[0]?.title ?? '', Creator: 'Orgora', Producer: 'Orgora', CreationDate: date },
  };
  // Without a first font the library looks for none of its own; its types know only names.
  const doc = new PDFDocument({ ...settings, font: null as unknown as string });
  const bytes = collected(doc);
  const tagger = new Tagger(doc);
  const ground = theme === 'dark' ? 'paper' : 'surface';
  const pen = new PdfPen(doc, theme, book, ground, (actual, draw) => tagger.aside(actual, draw));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [i, page] of pages.entries()) {
    drawPage(doc, pen, tagger, page, root);
    await options.onPage?.(i + 1, pages.length);
  }
  root.end();
  if (options.embedSource !== undefined) {
    // The types know Node's buffers only.
    const data = new TextEncoder().encode(options.embedSource) as unknown as Parameters<Doc['file']>[0];
    const about = { type: 'application/json', description: 'The board, to open it again', relationship: 'Source' };
    doc.file(data, { name: PDF_ATTACHMENT, ...about, creationDate: date, modifiedDate: date });
  }
  doc.end();
  return {
    bytes: await bytes,
    pages: pages.map((page) => ({ title: page.title, smallest: smallestText(page) })),
  };
}
