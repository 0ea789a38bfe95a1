import type PDFDocument from 'pdfkit';
import type { ColorToken, Fill, Stroke, TextMark } from '../../drawing/mark.ts';
import { measureText } from '../../drawing/measure-text.ts';
import { THEMES, type ThemeName } from '../../drawing/theme.ts';
import { type Face, type FontBook, heavier, runsOf } from '../fonts/font-book.ts';
import { flatten, type Piece } from '../page/pieces.ts';
import { hatchLines } from '../pptx/hatch-lines.ts';
import type { Segment } from '../pptx/path-data.ts';

type Doc = InstanceType<typeof PDFDocument>;

/** Shortest dash that is drawn: round dots have none of their own. */
const LEAST_DASH = 0.01;

/** Letter spacing in em that readers do not yet take for spaces between words: titles in capitals stay words that are found. */
const WIDEST = 0.09;

const spacing = (mark: TextMark): number => Math.min(WIDEST, mark.tracking ?? 0) * mark.size;

/** Draws something that does not say what it stands for, and says it. */
export type Aside = (actual: string, draw: () => void) => void;

/** Draws pieces of a drawing on the current page of a document, in whatever units it is set to. */
export class PdfPen {
  readonly #doc: Doc;
  readonly #theme: ThemeName;
  readonly #book: FontBook;
  readonly #ground: ColorToken;
  readonly #aside: Aside;
  readonly #known = new Set<string>();

  /** `ground` is what pages are filled with; what is paper on the board, as under the words on a line, takes its colour. */
  constructor(doc: Doc, theme: ThemeName, book: FontBook, ground: ColorToken, aside: Aside) {
    this.#doc = doc;
    this.#theme = theme;
    this.#book = book;
    this.#ground = ground;
    this.#aside = aside;
  }

  /** Marks of an item at a place on the board. */
  marks(marks: Parameters<typeof flatten>[0], at: { readonly x: number; readonly y: number }): void {
    for (const piece of flatten(marks, at, 1)) this.#piece(piece);
  }

  /** Fills a page of this size. */
  ground(w: number, h: number): void {
    const { hex, alpha } = this.#color(this.#ground, 1);
    this.#doc.rect(0, 0, w, h).fillColor(hex, alpha).fill();
  }

  #color(token: ColorToken, alpha: number): { readonly hex: string; readonly alpha: number } {
    const value = THEMES[this.#theme][token === 'paper' ? this.#ground : token];
    const own = value.length > 7 ? Number.parseInt(value.slice(7), 16) / 255 : 1;
    return { hex: value.slice(0, 7), alpha: Math.round(own * alpha * 1000) / 1000 };
  }

  #trace(segments: readonly Segment[]): void {
    const doc = this.#doc;
    for (const segment of segments) {
      if (segment.to === 'close') doc.closePath();
      else if (segment.to === 'curve') doc.bezierCurveTo(...segment.points);
      else if (segment.to === 'move') doc.moveTo(...segment.points);
      else doc.lineTo(...segment.points);
    }
  }

  #penOf(stroke: Stroke, opacity: number): void {
    const { hex, alpha } = this.#color(stroke.color, (stroke.alpha ?? 1) * opacity);
    const doc = this.#doc;
    doc
      .lineWidth(stroke.width)
      .lineJoin(stroke.join ?? 'miter')
      .lineCap(stroke.cap ?? 'butt');
    if (stroke.dash === undefined || stroke.dash.length === 0) doc.undash();
    // The types know one length; the library takes a list as well.
    else doc.dash(stroke.dash.map((length) => Math.max(LEAST_DASH, length)) as unknown as number, {});
    doc.strokeColor(hex, alpha);
  }

  #fill(segments: readonly Segment[], fill: Fill, opacity: number): void {
    if (!('hatch' in fill)) {
      const { hex, alpha } = this.#color(fill.color, (fill.alpha ?? 1) * opacity);
      this.#trace(segments);
      this.#doc.fillColor(hex, alpha).fill();
      return;
    }
    if (fill.ground !== undefined) this.#fill(segments, { color: fill.ground }, opacity);
    // Real lines, cut at the outline: patterns of a PDF keep their phase to the page and look different in every reader.
    this.#trace(hatchLines(segments, fill));
    const dots = fill.hatch === 'dots' ? ({ cap: 'round', dash: [0, fill.step] } as const) : {};
    this.#penOf({ color: fill.color, width: fill.width, alpha: fill.alpha ?? 1, ...dots }, opacity);
    this.#doc.stroke();
  }

  #piece(piece: Piece): void {
    if (piece.type === 'text') {
      this.#text(piece.mark, piece.opacity);
      return;
    }
    const { fill, stroke } = piece.paint;
    if (fill !== undefined) this.#fill(piece.segments, fill, piece.opacity);
    if (stroke === undefined) return;
    this.#trace(piece.segments);
    this.#penOf(stroke, piece.opacity);
    this.#doc.stroke();
  }

  #use(face: Face, size: number): void {
    if (!this.#known.has(face.name)) {
      // A font that is read already is as good as its bytes; the types know only bytes.
      this.#doc.registerFont(face.name, face.font as unknown as Uint8Array);
      this.#known.add(face.name);
    }
    this.#doc.font(face.name).fontSize(size);
  }

  #text(mark: TextMark, opacity: number): void {
    const tracking = spacing(mark);
    const runs = runsOf(mark.text, mark.weight, this.#book).map(({ face, text }) => ({
      face,
      text,
      w: this.#width(face, text, mark) + tracking * [...text].length,
    }));
    const whole = runs.reduce((sum, { w }) => sum + w, 0);
    const anchor = mark.anchor ?? 'start';
    let x = mark.x - (anchor === 'start' ? 0 : anchor === 'middle' ? whole / 2 : whole);
    const draw = (): void => {
      for (const { face, text, w } of runs) {
        if (face === null) this.#boxes(text, x, mark, opacity);
        else this.#run(face, text, x, mark, opacity);
        x += w;
      }
    };
    if (runs.some(({ face }) => face === null)) {
      this.#aside(runs.map(({ text }) => text).join(''), draw);
    } else draw();
  }

  #run(face: Face, text: string, x: number, mark: TextMark, opacity: number): void {
    this.#use(face, mark.size);
    const heavy = heavier(face, mark.weight) * mark.size;
    if (heavy > 0) this.#penOf({ color: mark.color, width: heavy, join: 'round' }, opacity);
    const { hex, alpha } = this.#color(mark.color, opacity);
    this.#doc.fillColor(hex, alpha).text(text, x, mark.y, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: spacing(mark),
      fill: true,
      stroke: heavy > 0,
    });
  }

  #width(face: Face | null, text: string, { size, weight }: TextMark): number {
    if (face === null) return measureText(text, size, weight);
    this.#use(face, size);
    return this.#doc.widthOfString(text);
  }

  /** A box for each character that no font has: something is seen to be missing. */
  #boxes(text: string, from: number, mark: TextMark, opacity: number): void {
    const doc = this.#doc;
    let x = from;
    for (const char of text) {
      const w = measureText(char, mark.size, mark.weight);
      if (w > 0) {
        const gap = Math.min(w * 0.12, mark.size * 0.1);
        doc.rect(x + gap, mark.y - mark.size * 0.72, w - 2 * gap, mark.size * 0.72);
        this.#penOf({ color: mark.color, width: mark.size / 14 }, opacity);
        doc.stroke();
      }
      x += w + spacing(mark);
    }
  }
}
