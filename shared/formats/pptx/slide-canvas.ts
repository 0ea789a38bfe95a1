import type { Box, Point } from '../../board/model.ts';
import type { Mark, Stroke, TextMark } from '../../drawing/mark.ts';
import { measureText } from '../../drawing/measure-text.ts';
import { bounds, flatten, type Paint, type Piece } from '../page/pieces.ts';
import type { Place } from '../page/place.ts';
import { hatchLines } from './hatch-lines.ts';
import { fillXml, type Ink, lineXml } from './paint.ts';
import type { Segment } from './path-data.ts';
import { paragraph, type Run, textBody } from './text-body.ts';
import { xmlValue } from './xml.ts';

/** EMU in a unit of a slide: 96 to the inch. */
export const EMU = 9525;

export interface Site {
  readonly x: number;
  readonly y: number;
  /** Direction a line leaves in, in 60,000ths of a degree. */
  readonly angle: number;
}

interface Outline {
  readonly segments: readonly Segment[];
  readonly box: Box;
  readonly sites?: readonly Site[];
}

/** Writes shapes of one slide: counts their ids, and notes the smallest text. */
export class SlideCanvas {
  readonly ink: Ink;
  readonly #place: Place;
  readonly #typeface: string;
  #id = 1;
  /** Smallest text so far, in points. */
  smallest = Number.POSITIVE_INFINITY;

  constructor(place: Place, ink: Omit<Ink, 'length'>, typeface: string, firstId = 2) {
    this.#place = place;
    this.#typeface = typeface;
    this.#id = firstId;
    this.ink = { ...ink, length: (units) => this.length(units) };
  }

  id(): number {
    const id = this.#id;
    this.#id += 1;
    return id;
  }

  length(units: number): number {
    return Math.round(units * this.#place.scale * EMU);
  }

  x(x: number): number {
    return Math.round((this.#place.at.x + (x - this.#place.from.x) * this.#place.scale) * EMU);
  }

  y(y: number): number {
    return Math.round((this.#place.at.y + (y - this.#place.from.y) * this.#place.scale) * EMU);
  }

  frame(box: Box, attributes = ''): string {
    const cx = Math.max(0, this.length(box.w));
    const cy = Math.max(0, this.length(box.h));
    return `<a:xfrm${attributes}><a:off x="${this.x(box.x)}" y="${this.y(box.y)}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`;
  }

  /** Size of type in hundredths of a point. */
  points(size: number): number {
    const size100 = Math.max(100, Math.round(size * this.#place.scale * 0.75 * 100));
    this.smallest = Math.min(this.smallest, size100 / 100);
    return size100;
  }

  run(mark: Pick<TextMark, 'text' | 'size' | 'weight' | 'color' | 'tracking'>, opacity = 1): Run {
    const points = this.points(mark.size);
    return {
      text: mark.text,
      points,
      bold: mark.weight >= 600,
      spacing: mark.tracking === undefined ? 0 : Math.round(mark.tracking * points),
      fill: fillXml(this.ink, { color: mark.color }, opacity),
      typeface: this.#typeface,
    };
  }

  /** A freeform shape. `descr` is what it says to a screen reader; decoration has none. */
  shape(
    name: string,
    outline: Outline,
    paint: { readonly fill: string; readonly line: string; readonly body?: string; readonly descr?: string },
    id = this.id(),
  ): string {
    const { box } = outline;
    const descr = paint.descr === undefined ? '' : ` descr="${xmlValue(paint.descr)}"`;
    return (
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xmlValue(name)}"${descr}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>` +
      `<p:spPr>${this.frame(box)}${this.geometry(outline)}${paint.fill}${paint.line}</p:spPr>` +
      `${paint.body ?? textBody([])}</p:sp>`
    );
  }

  geometry({ segments, box, sites = [] }: Outline): string {
    const w = Math.max(1, this.length(box.w));
    const h = Math.max(1, this.length(box.h));
    const pt = (x: number, y: number): string => `<a:pt x="${this.length(x - box.x)}" y="${this.length(y - box.y)}"/>`;
    const path = segments
      .map((segment) => {
        if (segment.to === 'close') return '<a:close/>';
        const p = segment.points;
        if (segment.to === 'curve') {
          const [ax, ay, bx, by, cx, cy] = segment.points;
          return `<a:cubicBezTo>${pt(ax, ay)}${pt(bx, by)}${pt(cx, cy)}</a:cubicBezTo>`;
        }
        const tag = segment.to === 'move' ? 'moveTo' : 'lnTo';
        return `<a:${tag}>${pt(p[0], p[1])}</a:${tag}>`;
      })
      .join('');
    const cxn = sites
      .map(
        (site) =>
          `<a:cxn ang="${site.angle}"><a:pos x="${this.length(site.x - box.x)}" y="${this.length(site.y - box.y)}"/></a:cxn>`,
      )
      .join('');
    return (
      `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>${cxn === '' ? '<a:cxnLst/>' : `<a:cxnLst>${cxn}</a:cxnLst>`}` +
      `<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${w}" h="${h}">${path}</a:path></a:pathLst></a:custGeom>`
    );
  }

  /** A text of one or several lines in a box of its own. Lines share size, weight, colour and anchor. */
  textBox(lines: readonly TextMark[], opacity = 1): string {
    const [first] = lines;
    if (first === undefined) return '';
    const { size } = first;
    const anchor = first.anchor ?? 'start';
    const widest = Math.max(...lines.map((l) => measureText(l.text, l.size, l.weight, l.tracking)));
    const w = widest * 1.04 + 2;
    const x = anchor === 'start' ? first.x : anchor === 'middle' ? first.x - w / 2 : first.x - w;
    const lead = (lines[1]?.y ?? 0) - first.y;
    const h = size * 1.2 + (lines.length - 1) * lead;
    const align = anchor === 'start' ? 'l' : anchor === 'middle' ? 'ctr' : 'r';
    const spacing = lines.length > 1 ? Math.round(lead * this.#place.scale * 75) : null;
    const paragraphs = lines.map((line) => paragraph([this.run(line, opacity)], align, spacing));
    const box = { x, y: first.y - size * 0.94, w, h };
    return (
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.id()}" name="${xmlValue(first.text)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>` +
      `<p:spPr>${this.frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
      `${textBody(paragraphs, { wrap: false })}</p:sp>`
    );
  }

  /** Marks as shapes, in their order; neighbours of one paint become one shape, neighbouring lines of text one box. */
  marks(marks: readonly Mark[], at: Point, name: string): string {
    return flatten(marks, at, 1)
      .reduce<Piece[][]>((groups, piece) => {
        const last = groups.at(-1);
        const before = last?.at(-1);
        if (last !== undefined && before !== undefined && joins(before, piece)) last.push(piece);
        else groups.push([piece]);
        return groups;
      }, [])
      .map((group) => this.#group(group, name))
      .join('');
  }

  #group(pieces: readonly Piece[], name: string): string {
    const [first] = pieces;
    if (first === undefined) return '';
    if (first.type === 'text') {
      return this.textBox(
        pieces.flatMap((piece) => (piece.type === 'text' ? [piece.mark] : [])),
        first.opacity,
      );
    }
    const segments = pieces.flatMap((piece) => (piece.type === 'path' ? piece.segments : []));
    const box = bounds(segments);
    if (box === null) return '';
    const { fill, stroke } = first.paint;
    const line = lineXml(this.ink, stroke, first.opacity);
    const out = this.shape(name, { segments, box }, { fill: fillXml(this.ink, fill, first.opacity), line });
    if (fill === undefined || !('hatch' in fill)) return out;
    const hatch = hatchLines(segments, fill);
    const hatched = bounds(hatch);
    if (hatched === null) return out;
    const pen: Stroke = {
      color: fill.color,
      width: fill.width,
      ...(fill.alpha === undefined ? {} : { alpha: fill.alpha }),
      ...(fill.hatch === 'dots' ? { cap: 'round' as const, dash: [0.1, fill.step] } : {}),
    };
    // The hatch lies on its ground and under the outline.
    const ground = this.shape(
      name,
      { segments, box },
      { fill: fillXml(this.ink, fill, first.opacity), line: lineXml(this.ink, undefined) },
    );
    const lines = this.shape(
      name,
      { segments: hatch, box: hatched },
      { fill: '<a:noFill/>', line: lineXml(this.ink, pen, first.opacity) },
    );
    const over = this.shape(name, { segments, box }, { fill: '<a:noFill/>', line });
    return fill.ground === undefined ? lines + over : ground + lines + over;
  }
}

const samePaint = (a: Paint, b: Paint): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a piece continues the one before: lines of one text, or strokes of one pen. */
function joins(a: Piece, b: Piece): boolean {
  if (a.opacity !== b.opacity) return false;
  if (a.type === 'text' && b.type === 'text') {
    const [m, n] = [a.mark, b.mark];
    const lead = n.y - m.y;
    const same =
      m.size === n.size &&
      m.weight === n.weight &&
      m.color === n.color &&
      m.anchor === n.anchor &&
      m.tracking === n.tracking;
    return same && Math.abs(m.x - n.x) < 0.01 && lead > m.size * 0.9 && lead < m.size * 1.7;
  }
  // Filled shapes stay apart: two in one path would cut holes into each other.
  if (a.type !== 'path' || b.type !== 'path') return false;
  return a.paint.fill === undefined && b.paint.fill === undefined && samePaint(a.paint, b.paint);
}
