import { factsOf } from '../board/board-facts.ts';
import { foldingOf, foldSentence } from '../board/folded.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Box, Id, Point, Relation } from '../board/model.ts';
import { routeBoard } from '../layout/route-board.ts';
import { frictionSentence } from '../overlays/friction.ts';
import { tigerSentence } from '../overlays/tiger-team.ts';
import { zoneBox, zoneSentence } from '../overlays/zone.ts';
import type { Route } from '../relations/define-relation.ts';
import { RELATION_LIST, RELATIONS } from '../relations/index.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { boundsOf, titleItem } from './board-frame.ts';
import { drawElement } from './draw-element.ts';
import { drawFold } from './draw-fold.ts';
import { drawFriction, drawTiger, drawZone, frictionAt, hiddenCounts } from './draw-overlays.ts';
import { drawRelation } from './draw-relation.ts';
import { groundOrder } from './ground-order.ts';
import { hiddenOn } from './hidden.ts';
import { overlaps } from './hull-corridors.ts';
import { drawLegend, legendOf } from './legend.ts';
import { legendPlace } from './legend-place.ts';
import { labelBox, lineParts } from './line-boxes.ts';
import { breakCrossings } from './line-breaks.ts';
import type { Detail, Finish, Mark } from './mark.ts';
import { placeTigers } from './place-tigers.ts';

export interface DrawingItem {
  readonly id: Id;
  readonly layer: 'zone' | 'container' | 'tiger' | 'line' | 'element' | 'flag' | 'friction' | 'legend' | 'title';
  /** Added to every mark of this item. */
  readonly at: Point;
  readonly marks: readonly Mark[];
  /** Read aloud. */
  readonly sentence: string;
}

/** A whole picture in drawing order: zones, containers, tiger teams, lines, elements, flags, friction, legend, title. */
export interface Drawing {
  readonly box: Box;
  readonly items: readonly DrawingItem[];
}

export interface DrawBoardOptions {
  /** Default 3, everything. */
  readonly detail?: Detail;
  readonly finish?: Finish;
  /** A legend made from what is used, under the drawing at the right. */
  readonly legend?: boolean;
  /** The board's title and subtitle above the drawing. */
  readonly title?: boolean;
  /** Only these; a line is drawn when it is named or when both its ends are. */
  readonly ids?: ReadonlySet<Id>;
  /** Exactly this part of the board. */
  readonly crop?: Box;
  /** Routed lines by id; routed here when absent. */
  readonly routes?: ReadonlyMap<Id, Route>;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** An item with the box it takes on the board. */
interface Placed {
  readonly item: DrawingItem;
  readonly box: Box;
  /** What of the box is taken; all of it when absent. */
  readonly parts?: readonly Box[];
}

const around = (points: readonly Point[], by: number): Box => {
  const x = Math.min(...points.map((p) => p.x)) - by;
  const y = Math.min(...points.map((p) => p.y)) - by;
  return { x, y, w: Math.max(...points.map((p) => p.x)) + by - x, h: Math.max(...points.map((p) => p.y)) + by - y };
};

/** Heads, badges and pills stand out of an element's box by so much. */
const outside = (box: Box): Box => ({ x: box.x - 2, y: box.y - 12, w: box.w + 14, h: box.h + 14 });

function makeItems(board: Board, options: DrawBoardOptions): readonly Placed[] {
  const { detail = 3, finish = 'full', ids } = options;
  const context = { detail, finish };
  const index = indexBoard(board);
  const hidden = hiddenOn(board);
  const counts = hiddenCounts(board);
  const wanted = (id: Id): boolean => ids === undefined || ids.has(id);
  const shown = (id: Id): boolean => wanted(id) && !hidden.has(id);
  const nameOf = (id: Id): string => board.elements.get(id)?.name ?? '';
  const out: Placed[] = [];

  const elements = [...board.elements.values()].filter((element) => shown(element.id));
  const place = (element: BoardElement, layer: 'container' | 'element'): Placed => ({
    item: {
      id: element.id,
      layer,
      at: { x: element.x, y: element.y },
      marks: drawElement(board, element.id, context),
      sentence: ELEMENT_KINDS[element.kind].sentence(element),
    },
    box: outside(element),
  });
  for (const ground of groundOrder(board)) {
    if (ground.layer === 'container') {
      if (shown(ground.element.id)) out.push(place(ground.element, 'container'));
      continue;
    }
    const { zone } = ground;
    if (!wanted(zone.id)) continue;
    const marks = drawZone(zone, { ...context, hidden: counts.get(zone.id) ?? 0 });
    const at = { x: zone.x, y: zone.y };
    out.push({ item: { id: zone.id, layer: 'zone', at, marks, sentence: zoneSentence(zone) }, box: zoneBox(zone) });
  }

  const routes = options.routes ?? routeBoard(board);
  const flags: Placed[] = [];
  for (const [i, tiger] of index.tigers.entries()) {
    const placed = placeTigers(board, undefined, routes).get(tiger.id);
    if (placed === undefined || !wanted(tiger.id)) continue;
    const drawing = drawTiger(board, tiger, i + 1, { ...context, routes });
    const sentence = tigerSentence(board, tiger, i + 1);
    const rects = placed.rects.flatMap((r) => [r, { x: r.x + r.w, y: r.y + r.h }]);
    out.push({
      item: { id: tiger.id, layer: 'tiger', at: ORIGIN, marks: drawing.under, sentence },
      box: around(rects, 1),
      parts: placed.rects,
    });
    flags.push({
      item: { id: tiger.id, layer: 'flag', at: ORIGIN, marks: drawing.flag, sentence: `Flag of tiger team ${i + 1}` },
      box: drawing.flagBox,
    });
  }

  const lineWanted = (line: Relation): boolean =>
    !hidden.has(line.from) &&
    !hidden.has(line.to) &&
    (wanted(line.id) || (ids?.has(line.from) === true && ids.has(line.to)));
  // Reporting lines first, then the others in the order of the palette, each over the ones before.
  const rank = new Map(RELATION_LIST.map((kind, i) => [kind.id, i]));
  const lines = [...board.relations.values()]
    .filter(lineWanted)
    .sort((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0));
  const drawnIds = new Set(lines.map((line) => line.id));
  const broken = breakCrossings(board, new Map([...routes].filter(([id]) => drawnIds.has(id))));
  for (const line of lines) {
    const route = broken.get(line.id);
    if (route === undefined || route.points.length < 2) continue;
    const marks = drawRelation(line, route, context);
    if (marks.length === 0) continue;
    const sentence = RELATIONS[line.kind].sentence(nameOf(line.from), nameOf(line.to), line.attributes);
    const label = labelBox(board, line.id, route);
    out.push({
      item: { id: line.id, layer: 'line', at: ORIGIN, marks, sentence },
      box: boundsOf([around(route.points, 8), ...(label === null ? [] : [label])]),
      parts: [...lineParts(route.points), ...(label === null ? [] : [label])],
    });
  }

  out.push(...elements.filter((e) => !factsOf(board, e.id).container).map((element) => place(element, 'element')));
  const { folds } = foldingOf(board);
  for (const element of elements) {
    const fold = folds.get(element.id);
    if (fold === undefined) continue;
    const at = { x: element.x, y: element.y };
    const marks = drawFold(fold, element, detail);
    const box = { ...at, w: element.w, h: element.h + 24 };
    out.push({ item: { id: element.id, layer: 'element', at, marks, sentence: foldSentence(fold) }, box });
  }
  out.push(...flags);

  for (const friction of index.frictions) {
    if (!wanted(friction.id) || (friction.on.length > 0 && friction.on.every((id) => hidden.has(id)))) continue;
    const at = frictionAt(board, friction, routes);
    const names = friction.on.map(nameOf).filter((name) => name !== '');
    out.push({
      item: {
        id: friction.id,
        layer: 'friction',
        at: ORIGIN,
        marks: drawFriction(friction, at, context),
        sentence: frictionSentence(friction, names),
      },
      box: around([at], 18),
    });
  }
  return out;
}

/** Numbers of columns a legend may have. */
const LEGEND_COLUMNS = [1, 2, 3, 4, 5, 6] as const;

function placeLegend(board: Board, bounds: Box, placed: readonly Placed[]): Placed | null {
  const entries = legendOf(board);
  if (entries.length === 0) return null;
  const shapes = LEGEND_COLUMNS.filter((columns) => columns <= entries.length).map((columns) => {
    const { w, h } = drawLegend(entries, columns);
    return { columns, w, h };
  });
  const taken = placed.flatMap(({ box, parts }) => parts ?? [box]);
  const { at, columns } = legendPlace(bounds, shapes, taken);
  const { marks, w, h } = drawLegend(entries, columns);
  return { item: { id: 'legend', layer: 'legend', at, marks, sentence: 'Legend' }, box: { ...at, w, h } };
}

/** Room around a drawing. */
const MARGIN = 32;

/** A board, a part of it, or a window on it, as one picture. */
export function drawBoard(board: Board, options: DrawBoardOptions = {}): Drawing {
  const placed = makeItems(board, options);
  const { crop } = options;
  if (crop !== undefined) {
    return { box: crop, items: placed.filter(({ box }) => overlaps(box, crop)).map(({ item }) => item) };
  }
  const items = placed.map(({ item }) => item);
  let { x, y, w, h } = boundsOf(placed.map(({ box }) => box));
  if (options.legend === true) {
    const legend = placeLegend(board, { x, y, w, h }, placed);
    if (legend !== null) {
      items.push(legend.item);
      ({ x, y, w, h } = boundsOf([{ x, y, w, h }, legend.box]));
    }
  }
  if (options.title === true) {
    const title = titleItem(board, x, y, w);
    if (title !== null) {
      items.push(title.item);
      y -= title.h;
      h += title.h;
      w = Math.max(w, title.w);
    }
  }
  return { box: { x: x - MARGIN, y: y - MARGIN, w: w + 2 * MARGIN, h: h + 2 * MARGIN }, items };
}
