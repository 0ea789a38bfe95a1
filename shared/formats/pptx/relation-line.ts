import type { Board, Point, Relation } from '../../board/model.ts';
import type { Mark, Stroke } from '../../drawing/mark.ts';
import type { Cap, Route } from '../../relations/define-relation.ts';
import { RELATIONS } from '../../relations/index.ts';
import { bounds } from '../page/pieces.ts';
import { connectorShape, corners } from './connector.ts';
import { type Anchor, siteAt } from './element-shape.ts';
import { type LineEnds, lineXml } from './paint.ts';
import { readPath } from './path-data.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import { xmlValue } from './xml.ts';

/** Ends that a line of a slide has of its own; a ring or a square is drawn beside it and moves with its box. */
const OWN_ENDS: Readonly<Partial<Record<Cap, string>>> = { arrow: 'arrow', triangle: 'triangle', ball: 'oval' };

const endXml = (tag: 'headEnd' | 'tailEnd', cap: Cap): string => {
  const type = OWN_ENDS[cap];
  return type === undefined ? '' : `<a:${tag} type="${type}" w="med" len="med"/>`;
};

const isApart = (cap: Cap): boolean => cap !== 'none' && OWN_ENDS[cap] === undefined;

const isStroke = (mark: Mark): mark is Extract<Mark, { type: 'path' }> =>
  mark.type === 'path' && mark.stroke !== undefined;

/** The pen of a relation, from its own drawing: the first stroke is the line. */
function penOf(relation: Relation, marks: readonly Mark[]): { readonly stroke: Stroke; readonly ends: LineEnds } {
  const kind = RELATIONS[relation.kind];
  const own = marks.find(isStroke)?.stroke ?? { color: 'ink' as const, width: kind.width };
  const { from, to, double } = kind.caps(relation.attributes);
  // Two parallel lines of one pen are three times as wide: line, gap, line.
  const stroke = double ? { ...own, width: own.width * 3 } : own;
  return { stroke, ends: { head: endXml('headEnd', from), tail: endXml('tailEnd', to), double } };
}

/** End marks that are drawn apart, with the end they belong to. */
export function apartMarks(
  relation: Relation,
  marks: readonly Mark[],
): { readonly end: 'from' | 'to'; readonly marks: readonly Mark[] } | null {
  const { from, to } = RELATIONS[relation.kind].caps(relation.attributes);
  if (!isApart(from) && !isApart(to)) return null;
  const drawn = marks.filter((mark) => mark.type === 'circle' || (mark.type === 'rect' && mark.r === undefined));
  return drawn.length === 0 ? null : { end: isApart(from) ? 'from' : 'to', marks: drawn };
}

/** The bead and the label: what stands on the line and not at an end. */
export function onLineMarks(relation: Relation, marks: readonly Mark[]): readonly Mark[] {
  const apart = new Set(apartMarks(relation, marks)?.marks ?? []);
  return marks.filter((mark) => {
    if (apart.has(mark)) return false;
    if (mark.type === 'text') return true;
    if (mark.type === 'rect') return mark.r !== undefined;
    return mark.type === 'path' && mark.at !== undefined;
  });
}

/** A relation as a connector glued at both ends. */
export function relationLine(
  canvas: SlideCanvas,
  board: Board,
  relation: Relation,
  route: Route,
  marks: readonly Mark[],
  ends: { readonly from: Anchor; readonly to: Anchor },
): string {
  const { stroke, ends: caps } = penOf(relation, marks);
  const points = corners(route.points);
  const [start] = points;
  const end = points.at(-1);
  if (start === undefined || end === undefined) return '';
  const nameOf = (id: string): string => board.elements.get(id)?.name ?? '';
  const kind = RELATIONS[relation.kind];
  const sentence = kind.sentence(nameOf(relation.from), nameOf(relation.to), relation.attributes);
  const line = lineXml(canvas.ink, stroke, 1, caps);
  const glue =
    `<a:stCxn id="${ends.from.shape}" idx="${siteAt(ends.from.sites, start)}"/>` +
    `<a:endCxn id="${ends.to.shape}" idx="${siteAt(ends.to.sites, end)}"/>`;
  return (
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${canvas.id()}" name="${xmlValue(kind.label)}" descr="${xmlValue(sentence)}"/>` +
    `<p:cNvCxnSpPr>${glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${geometry(canvas, points)}${line}</p:spPr></p:cxnSp>`
  );
}

function geometry(canvas: SlideCanvas, points: readonly Point[]): string {
  const shape = connectorShape(points);
  if (shape !== null) {
    const adjust = shape.adjust
      .map((share, i) => `<a:gd name="adj${i + 1}" fmla="val ${Math.round(share * 100_000)}"/>`)
      .join('');
    return `${canvas.frame(shape.box, shape.turn)}<a:prstGeom prst="${shape.preset}"><a:avLst>${adjust}</a:avLst></a:prstGeom>`;
  }
  // A route no preset runs along keeps its way as a freeform; it is glued all the same.
  const segments = readPath(points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join(''));
  const box = bounds(segments) ?? { x: 0, y: 0, w: 0, h: 0 };
  return `${canvas.frame(box)}${canvas.geometry({ segments, box })}<a:noFill/>`;
}
