import type { Board, Box, Id, Point } from '../../board/model.ts';
import { type Drawing, type DrawingItem, drawBoard } from '../../drawing/draw-board.ts';
import { drawRelation } from '../../drawing/draw-relation.ts';
import type { Finish, Mark } from '../../drawing/mark.ts';
import { ellipsize, measureText } from '../../drawing/measure-text.ts';
import type { ThemeName } from '../../drawing/theme.ts';
import { routeBoard } from '../../layout/route-board.ts';
import type { Route } from '../../relations/define-relation.ts';
import { RELATIONS } from '../../relations/index.ts';
import {
  footMarks,
  legendMarks,
  PAGE,
  type PlacedMarks,
  placeDrawing,
  pointsMarks,
  tight,
} from '../page/page-frame.ts';
import { bounds, flatten } from '../page/pieces.ts';
import type { Place } from '../page/place.ts';
import { type Anchor, elementShape, groupXml } from './element-shape.ts';
import { colour } from './paint.ts';
import { apartMarks, onLineMarks, relationLine } from './relation-line.ts';
import { boardInWindow } from './slide-board.ts';
import { EMU, SlideCanvas } from './slide-canvas.ts';
import { tableXml } from './table.ts';
import { HEAD, NS, xmlText } from './xml.ts';

/** One slide: a board or a window on it, or a table, with what is said about it. */
export interface Slide {
  readonly board: Board;
  /** Only this part; the whole board when absent. */
  readonly window?: Box;
  readonly title: string;
  readonly subtitle?: string;
  /** Sentences beside the drawing. */
  readonly points?: readonly string[];
  /** Speaker notes; paragraphs by line break. */
  readonly notes?: string;
  /** In place of a drawing: rows of cells, the first row its heads. */
  readonly table?: readonly (readonly string[])[];
  /** Widths of the table's columns beside each other; with them all columns are words. */
  readonly columns?: readonly number[];
}

export interface SlideStyle {
  readonly theme: ThemeName;
  readonly finish: Finish;
  readonly colours: 'exact' | 'deck';
  /** `theme` takes the deck's own font. */
  readonly font: 'theme' | 'Inter';
  readonly legend: boolean;
  /** Left and right at the foot. */
  readonly source: string;
  readonly mark: string;
  /** Of the slide, in units. */
  readonly w: number;
  readonly h: number;
}

export interface SlideXml {
  readonly xml: string;
  /** Smallest text of the drawing, in points; infinite when there is none. */
  readonly smallest: number;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** Size of a title in points, and the least that a long one is set in; it takes two lines then. */
const TITLE = { size: 24, least: 13 } as const;

/** Largest size at which the title stands on one line of this width in units. */
function titlePoints(title: string, width: number): number {
  const wide = measureText(title, TITLE.size / 0.75, 600) * 1.06;
  return Math.max(TITLE.least, Math.min(TITLE.size, Math.floor((TITLE.size * width) / wide)));
}

/** The title as the layout's own placeholder. */
const titleXml = (canvas: SlideCanvas, title: string, points: number): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${canvas.id()}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
  `<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>` +
  `<a:p><a:r><a:rPr lang="en-GB"${points === TITLE.size ? '' : ` sz="${points * 100}"`}/><a:t>${xmlText(title)}</a:t></a:r></a:p></p:txBody></p:sp>`;

interface Line {
  readonly id: Id;
  readonly route: Route;
  readonly marks: readonly Mark[];
}

/** Lines of the board with their routes, in drawing order, and what of them belongs to the boxes at their ends. */
function linesOf(board: Board, items: readonly DrawingItem[], finish: Finish): readonly Line[] {
  const routes = routeBoard(board);
  return items
    .filter((item) => item.layer === 'line')
    .flatMap(({ id }) => {
      const route = routes.get(id);
      const relation = board.relations.get(id);
      if (route === undefined || relation === undefined || route.points.length < 2) return [];
      const marks = drawRelation(relation, route, { detail: 3, finish });
      return [{ id, route, marks }];
    });
}

/** The drawing of a board: groups for elements, connectors glued to them, groups for the rest. */
function drawingXml(canvas: SlideCanvas, board: Board, { items }: Drawing, finish: Finish): string {
  const lines = linesOf(board, items, finish);
  const extra = new Map<Id, Mark[]>();
  for (const { id, marks } of lines) {
    const relation = board.relations.get(id);
    if (relation === undefined) continue;
    const apart = apartMarks(relation, marks);
    if (apart === null) continue;
    const at = relation[apart.end];
    extra.set(at, [...(extra.get(at) ?? []), ...apart.marks]);
  }
  // What is drawn later for the same box (how much is folded under it) moves with it.
  const first = new Map<Id, DrawingItem>();
  for (const item of items) {
    if (item.layer !== 'element' && item.layer !== 'container') continue;
    if (!first.has(item.id)) first.set(item.id, item);
    else extra.set(item.id, [...(extra.get(item.id) ?? []), { type: 'group', at: item.at, marks: item.marks }]);
  }
  const anchors = new Map<Id, Anchor>();
  const over: string[] = [];
  const under: string[] = [];
  const boxes: string[] = [];
  for (const item of items) {
    const element = item.layer === 'element' || item.layer === 'container' ? board.elements.get(item.id) : undefined;
    if (element !== undefined) {
      if (first.get(item.id) !== item) continue;
      const { xml, anchor } = elementShape(canvas, element, item, extra.get(item.id) ?? []);
      anchors.set(item.id, anchor);
      (item.layer === 'container' ? under : boxes).push(xml);
    } else if (item.layer === 'zone' || item.layer === 'tiger') under.push(itemXml(canvas, item));
    else if (item.layer === 'flag' || item.layer === 'friction') over.push(itemXml(canvas, item));
  }
  // Lines run behind boxes, so that names stay readable when another program leads them anew; a ball lies on the edge of its box.
  const behind: string[] = [];
  const before: string[] = [];
  const labels: string[] = [];
  for (const { id, route, marks } of lines) {
    const relation = board.relations.get(id);
    const from = relation === undefined ? undefined : anchors.get(relation.from);
    const to = relation === undefined ? undefined : anchors.get(relation.to);
    if (relation === undefined || from === undefined || to === undefined) continue;
    const caps = RELATIONS[relation.kind].caps(relation.attributes);
    const shelf = caps.from === 'ball' || caps.to === 'ball' ? before : behind;
    shelf.push(relationLine(canvas, board, relation, route, marks, { from, to }));
    labels.push(canvas.marks(onLineMarks(relation, marks), ORIGIN, 'Label'));
  }
  return [...under, ...behind, ...boxes, ...before, ...labels, ...over].join('');
}

/** Marks of one item as a group that says its sentence. */
function itemXml(canvas: SlideCanvas, item: DrawingItem): string {
  const id = canvas.id();
  const inside = canvas.marks(item.marks, item.at, 'Part');
  if (inside === '') return '';
  const box = bounds(flatten(item.marks, item.at, 1).flatMap((piece) => (piece.type === 'path' ? piece.segments : [])));
  return groupXml(canvas, id, item.sentence, box ?? { ...item.at, w: 0, h: 0 }, inside, item.sentence);
}

/** A canvas elsewhere on the same slide, which counts on with the same ids. */
class PlacedCanvas extends SlideCanvas {
  readonly #first: SlideCanvas;

  constructor(first: SlideCanvas, place: Place, style: SlideStyle, typeface: string) {
    super(place, { theme: style.theme, colours: style.colours }, typeface);
    this.#first = first;
  }

  override id(): number {
    return this.#first.id();
  }
}

/** The legend as one group. */
function legendXml(page: SlideCanvas, legend: PlacedMarks | null, style: SlideStyle, typeface: string): string {
  if (legend === null) return '';
  const canvas = new PlacedCanvas(page, legend.place, style, typeface);
  const { marks, w, h } = legend;
  const id = page.id();
  return groupXml(canvas, id, 'Legend', { x: 0, y: 0, w, h }, canvas.marks(marks, ORIGIN, 'Legend'), 'Legend');
}

/** One slide as XML. */
export function slideXml(slide: Slide, style: SlideStyle): SlideXml {
  const typeface = style.font === 'theme' ? '+mn-lt' : 'Inter';
  const board = slide.window === undefined ? slide.board : boardInWindow(slide.board, slide.window);
  const points = slide.points ?? [];
  const drawing = drawBoard(board, { finish: style.finish });
  const legend = style.legend && slide.table === undefined ? legendMarks(board, style, points) : null;
  const place = placeDrawing(slide.window ?? tight(drawing.box), style, style.legend || points.length > 0);
  const canvas = new SlideCanvas(place, { theme: style.theme, colours: style.colours }, typeface);
  const page = new PlacedCanvas(canvas, { from: ORIGIN, at: ORIGIN, scale: 1 }, style, typeface);
  const width = style.w - 2 * PAGE.margin;
  const said = slide.title === '' ? 'Untitled board' : slide.title;
  const title = titleXml(canvas, said, titlePoints(said, width));
  const subtitle = ellipsize(slide.subtitle ?? '', width / 1.06, 16, 400);
  const head =
    subtitle === ''
      ? ''
      : page.textBox([{ type: 'text', x: PAGE.margin, y: 80, text: subtitle, size: 16, weight: 400, color: 'ink-2' }]);
  const middle =
    slide.table === undefined
      ? drawingXml(canvas, board, drawing, style.finish)
      : tableXml(page, slide.table, style.w, slide.columns);
  const rest =
    page.marks(pointsMarks(points, style, legend !== null), ORIGIN, 'To talk about') +
    legendXml(page, legend, style, typeface) +
    page.marks(footMarks(style, style.source, style.mark), ORIGIN, 'Foot');
  const background = `<p:bg><p:bgPr><a:solidFill>${colour(canvas.ink, style.theme === 'dark' ? 'paper' : 'surface')}</a:solidFill><a:effectLst/></p:bgPr></p:bg>`;
  const tree =
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>' +
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
  const xml =
    `${HEAD}<p:sld ${NS}><p:cSld>${background}<p:spTree>${tree}${title}${head}${middle}${rest}</p:spTree></p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>';
  return { xml, smallest: slide.table === undefined ? canvas.smallest : Number.POSITIVE_INFINITY };
}

/** Where the title stands on every slide, in EMU. */
export const titlePlace = (w: number) => ({
  x: PAGE.margin * EMU,
  y: 22 * EMU,
  cx: Math.round((w - 2 * PAGE.margin) * EMU),
  cy: 44 * EMU,
});
