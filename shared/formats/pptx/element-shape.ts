import type { BoardElement, Box, Id, Point } from '../../board/model.ts';
import type { DrawingItem } from '../../drawing/draw-board.ts';
import type { Mark, TextMark } from '../../drawing/mark.ts';
import { measureText } from '../../drawing/measure-text.ts';
import { ELEMENT_KINDS } from '../../vocabulary/index.ts';
import { bounds, flatten, type Piece } from '../page/pieces.ts';
import { lineXml } from './paint.ts';
import { mapPath, readPath } from './path-data.ts';
import type { Site, SlideCanvas } from './slide-canvas.ts';
import { paragraph, textBody } from './text-body.ts';
import { xmlValue } from './xml.ts';

/** The shape that lines of an element are glued to. */
export interface Anchor {
  readonly shape: number;
  readonly sites: readonly Site[];
}

const QUARTER = 5_400_000;

/**
 * The middles of the four sides, in the order of the presets (ISO/IEC 29500-1: top, left, bottom, right). Lines keep the place
 * they were drawn at; when a box is moved they follow to the middle of their side. Further sites at the exact places would be
 * truer, but other programs than PowerPoint know these four only and lead every other line to the right.
 */
export const sitesOf = ({ x, y, w, h }: Box): readonly Site[] => [
  { x: x + w / 2, y, angle: 3 * QUARTER },
  { x, y: y + h / 2, angle: 2 * QUARTER },
  { x: x + w / 2, y: y + h, angle: QUARTER },
  { x: x + w, y: y + h / 2, angle: 0 },
];

/** Index of the site of the side a point lies on. */
export function siteAt(sites: readonly Site[], { x, y }: Point): number {
  const [top, left, bottom, right] = sites;
  const far = [top, left, bottom, right].map((site, i) =>
    site === undefined ? Number.POSITIVE_INFINITY : Math.abs(i % 2 === 0 ? y - site.y : x - site.x),
  );
  return far.indexOf(Math.min(...far));
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The lines of text that spell the name, from the first on. */
export function nameLines(pieces: readonly Piece[], name: string): readonly Piece[] {
  const wanted = plain(name);
  if (wanted === '') return [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.type !== 'text' || plain(piece.mark.text) === '') continue;
    const found: Piece[] = [];
    let said = '';
    for (const next of pieces.slice(i)) {
      if (next.type !== 'text' || next.mark.size !== piece.mark.size || next.mark.weight !== piece.mark.weight) break;
      const text = plain(next.mark.text).replace(/…$/, '').trim();
      const joined = wanted.startsWith(`${said}${text}`) ? `${said}${text}` : said === '' ? text : `${said} ${text}`;
      if (!wanted.startsWith(joined)) break;
      found.push(next);
      said = joined;
    }
    if (found.length > 0 && said.length >= Math.min(3, wanted.length)) return found;
  }
  return [];
}

/** The name inside the shape that lines are glued to: one text that can be edited and wraps by itself. */
function nameBody(canvas: SlideCanvas, lines: readonly TextMark[], box: Box, right: number): string {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return textBody([]);
  const { size } = first;
  const anchor = first.anchor ?? 'start';
  const lead = lines.length > 1 ? (last.y - first.y) / (lines.length - 1) : size * 1.3;
  const top = first.y - size * 0.94 - box.y;
  const middle = (first.y + last.y) / 2 - size * 0.35 - box.y;
  const text = lines.map((line) => line.text.trim()).join(' ');
  const tall = lines.length > 3;
  const insets = (l: number, t: number, r: number, b: number): readonly [number, number, number, number] => [
    canvas.length(Math.max(0, l)),
    canvas.length(Math.max(0, t)),
    canvas.length(Math.max(0, r)),
    canvas.length(Math.max(0, b)),
  ];
  const left =
    anchor === 'start' ? first.x - box.x : anchor === 'middle' ? Math.max(0, 2 * (first.x - box.x) - box.w) : 0;
  const rest = anchor === 'middle' ? Math.max(0, box.w - 2 * (first.x - box.x)) : right;
  const align = anchor === 'start' ? 'l' : anchor === 'middle' ? 'ctr' : 'r';
  const body = paragraph([canvas.run({ ...first, text })], align, Math.round((canvas.points(lead) * 100) / 100));
  if (tall) return textBody([body], { anchor: 't', insets: insets(left, top, rest, 0) });
  const above = middle <= box.h / 2;
  return textBody([body], {
    wrap: lines.length > 1,
    anchor: 'ctr',
    insets: insets(left, above ? 0 : 2 * middle - box.h, rest, above ? box.h - 2 * middle : 0),
  });
}

export interface ElementOnSlide {
  readonly xml: string;
  readonly anchor: Anchor;
}

/**
 * An element as one group: its marks as shapes, and over them its outline, which carries the name, the sentence for screen
 * readers, and the sites that lines are glued to. `extra` are marks that move along (ends of lines).
 */
export function elementShape(
  canvas: SlideCanvas,
  element: BoardElement,
  item: DrawingItem,
  extra: readonly Mark[],
): ElementOnSlide {
  const { w, h } = element;
  const box: Box = { ...item.at, w, h };
  const d = ELEMENT_KINDS[element.kind].outline(w, h);
  const pieces = flatten(item.marks, item.at, 1);
  const outline = pieces.findLast((p) => p.type === 'path' && p.d === d && p.paint.stroke !== undefined);
  const name = nameLines(pieces, element.name);
  const texts = name.flatMap((piece) => (piece.type === 'text' ? [piece.mark] : []));
  const group = canvas.id();
  const shape = canvas.id();
  const sites = sitesOf(box);
  const segments = mapPath(readPath(d), (x, y) => [x + box.x, y + box.y]);
  const stroke = outline?.type === 'path' ? outline.paint.stroke : undefined;
  // What the outline's own mark is filled with lies under the other marks; a silhouette stays as it is.
  const ground = outline?.type === 'path' && outline.paint.fill !== undefined;
  const isOutline = (mark: Mark): boolean => mark.type === 'path' && mark.d === d && mark.fill === undefined;
  const rest = item.marks.filter((mark) => ground || !isOutline(mark));
  const said = new Set(texts.map((mark) => `${mark.text} ${mark.y}`));
  // What is drawn after the outline (a pill on the edge) stays over it.
  const own = item.marks.findLastIndex((mark) => !rest.includes(mark));
  const isBefore = (mark: Mark): boolean => own < 0 || item.marks.indexOf(mark) < own;
  const before = withoutTexts(rest.filter(isBefore), said, item.at);
  const after = withoutTexts(
    rest.filter((mark) => !isBefore(mark)),
    said,
    item.at,
  );
  const label = plain(element.name) === '' ? ELEMENT_KINDS[element.kind].label : plain(element.name);
  const over = canvas.shape(
    label,
    { segments, box, sites },
    {
      fill: '<a:noFill/>',
      line: ground ? lineXml(canvas.ink, undefined) : lineXml(canvas.ink, stroke),
      body: nameBody(canvas, texts, box, rightOf(pieces, texts, box)),
      descr: item.sentence,
    },
    shape,
  );
  const inside =
    canvas.marks(before, item.at, 'Part') +
    over +
    canvas.marks(after, item.at, 'Part') +
    canvas.marks(extra, { x: 0, y: 0 }, 'End of a line');
  const all = bounds([
    ...segments,
    ...[...pieces, ...flatten(extra, { x: 0, y: 0 }, 1)].flatMap((p) => (p.type === 'path' ? p.segments : [])),
  ]);
  return { xml: groupXml(canvas, group, label, all ?? box, inside), anchor: { shape, sites } };
}

/** Room right of the name: to the edge, or to what stands beside it (a word, a gauge). */
function rightOf(pieces: readonly Piece[], name: readonly TextMark[], box: Box): number {
  const [first] = name;
  const last = name.at(-1);
  if (first === undefined || last === undefined) return 0;
  const [top, bottom] = [first.y - first.size, last.y + first.size * 0.3];
  const widest = Math.max(...name.map((line) => measureText(line.text, line.size, line.weight, line.tracking)));
  const beside = pieces.flatMap((piece) => {
    if (piece.type === 'text') {
      const { mark } = piece;
      if (name.includes(mark) || mark.y < top || mark.y - mark.size > bottom) return [];
      const wide = measureText(mark.text, mark.size, mark.weight, mark.tracking);
      const left = mark.anchor === 'end' ? mark.x - wide : mark.anchor === 'middle' ? mark.x - wide / 2 : mark.x;
      return left >= first.x + widest - 1 ? [left] : [];
    }
    const it = bounds(piece.segments);
    if (it === null || it.y > bottom || it.y + it.h < top) return [];
    return it.x >= first.x + widest - 1 ? [it.x] : [];
  });
  const edge = Math.min(box.x + box.w - 6, ...beside.map((x) => x - 3));
  return box.x + box.w - Math.max(edge, first.x + widest);
}

/** The marks without the lines of text that are said already. */
function withoutTexts(marks: readonly Mark[], said: ReadonlySet<string>, at: Point): readonly Mark[] {
  return marks.flatMap((mark): readonly Mark[] => {
    if (mark.type === 'text') return said.has(`${mark.text} ${mark.y + at.y}`) ? [] : [mark];
    if (mark.type !== 'group') return [mark];
    const inner = { x: at.x + (mark.at?.x ?? 0), y: at.y + (mark.at?.y ?? 0) };
    return [{ ...mark, marks: withoutTexts(mark.marks, said, inner) }];
  });
}

/** Shapes that move as one. */
export function groupXml(
  canvas: SlideCanvas,
  id: number,
  name: string,
  box: Box,
  inside: string,
  descr?: string,
): string {
  const place = `x="${canvas.x(box.x)}" y="${canvas.y(box.y)}"`;
  const size = `cx="${canvas.length(box.w)}" cy="${canvas.length(box.h)}"`;
  const alt = descr === undefined ? '' : ` descr="${xmlValue(descr)}"`;
  return (
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${xmlValue(name)}"${alt}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
    `<p:grpSpPr><a:xfrm><a:off ${place}/><a:ext ${size}/><a:chOff ${place}/><a:chExt ${size}/></a:xfrm></p:grpSpPr>` +
    `${inside}</p:grpSp>`
  );
}

export type AnchorTable = ReadonlyMap<Id, Anchor>;
