import { factsOf } from '#shared/board/board-facts.ts';
import { foldingOf } from '#shared/board/folded.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { BoardElement, Box, Id, Point, RelationKindId, StateId, Zone } from '#shared/board/model.ts';
import { drawElement } from '#shared/drawing/draw-element.ts';
import { drawFold } from '#shared/drawing/draw-fold.ts';
import { drawFriction, drawZone } from '#shared/drawing/draw-overlays.ts';
import { drawRelation } from '#shared/drawing/draw-relation.ts';
import { breakCrossings } from '#shared/drawing/line-breaks.ts';
import type { Detail, Mark, TextMark } from '#shared/drawing/mark.ts';
import { zoneBox } from '#shared/overlays/zone.ts';
import type { Route } from '#shared/relations/define-relation.ts';
import { RELATION_LIST } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { boundsOf, centreOf, covers, nearestIn, touches } from './geometry.ts';
import { heldName, NAME_ON_SCREEN } from './held-name.ts';
import { withLinkMark } from './link-mark.ts';
import { type Palette, paintMarks, paintText } from './paint-marks.ts';
import { isAway, type Scene } from './scene.ts';
import { isZoneTitle, zoneTitle } from './zone-title.ts';

export interface PaintInput {
  readonly context: CanvasRenderingContext2D;
  readonly scene: Scene;
  /** Part of the board to paint. */
  readonly area: Box;
  readonly zoom: number;
  readonly detail: Detail;
  readonly palette: Palette;
  readonly hiddenRelations: ReadonlySet<RelationKindId>;
  readonly dimmed: ReadonlySet<Id>;
  /** What is at full strength while a lens, a branch or a list dims the rest; `null` when nothing does. */
  readonly focus: ReadonlySet<Id> | null;
  /** Under the pointer: its lines are at full strength though what they lead to is dimmed. */
  readonly lit: Id | null;
  /** Copies are being moved: what they are copies of stays where it is. */
  readonly copying: boolean;
  /** The state whose frames show their outlines; `null` while the board is presented. */
  readonly frames: StateId | null;
  /** Its name is being edited, so the drawing leaves it out. */
  readonly editing: Id | null;
}

/** Dimmed states, as the design gives them. */
const DIM = { element: 0.28, team: 0.25, line: 0.22 };

const isDim = ({ dimmed, focus }: PaintInput, id: Id): boolean => dimmed.has(id) || (focus !== null && !focus.has(id));

type Skip = (mark: TextMark) => boolean;

const every: Skip = () => true;

/** The lines of a name, as against facts and tags. */
const nameOnly =
  (name: string): Skip =>
  (mark) =>
    mark.size >= 12 && name.includes(mark.text.replace('…', ''));

function at(input: PaintInput, point: Point, marks: readonly Mark[], opacity = 1, skipText?: Skip): void {
  const { context, palette, zoom } = input;
  context.translate(point.x, point.y);
  const options = { palette, hairline: 1 / zoom };
  paintMarks(context, marks, skipText === undefined ? options : { ...options, skipText }, opacity);
  context.translate(-point.x, -point.y);
}

const written = new WeakMap<readonly Mark[], readonly Mark[]>();

/** What is written among the marks: their text and its groups, nothing else. */
function textsOf(marks: readonly Mark[]): readonly Mark[] {
  const known = written.get(marks);
  if (known !== undefined) return known;
  const texts = marks.flatMap((mark): Mark[] => {
    if (mark.type === 'group') return [{ ...mark, marks: textsOf(mark.marks) }];
    return mark.type === 'text' ? [mark] : [];
  });
  written.set(marks, texts);
  return texts;
}

/** Marks of an element, also while handles pull it to a size that the document does not know. */
export function marksOf(scene: Scene, element: BoardElement, detail: Detail): readonly Mark[] {
  if (scene.board.elements.get(element.id) === element) {
    return withLinkMark(element, drawElement(scene.board, element.id, { detail, finish: 'full' }), detail);
  }
  const facts = factsOf(scene.board, element.id);
  return ELEMENT_KINDS[element.kind].draw(element, { detail, finish: 'full', facts });
}

function paintElement(
  input: PaintInput,
  element: BoardElement,
  box: Point,
  names: 'with' | 'without' | 'only' = 'with',
): void {
  const { scene, detail, zoom, context, palette } = input;
  const marks = marksOf(scene, element, detail);
  const opacity = isDim(input, element.id) ? DIM.element : 1;
  if (names === 'without') {
    at(input, box, marks, opacity, every);
    return;
  }
  const what = names === 'only' ? textsOf(marks) : marks;
  if (input.editing === element.id) {
    at(input, box, what, opacity, nameOnly(element.name));
    return;
  }
  const held = detail === 2 ? heldName(element, marks, zoom, scene.isContainer(element.id)) : null;
  if (held !== null && held.length === 0 && element.name !== '') {
    // Too narrow on screen for its name: a bar stands for it, as it does farther out.
    at(input, box, names === 'only' ? [] : marksOf(scene, element, 1), opacity, every);
    return;
  }
  at(input, box, what, opacity, held === null ? undefined : every);
  if (held === null) return;
  context.translate(box.x, box.y);
  for (const line of held) paintText(context, line, palette, opacity);
  context.translate(-box.x, -box.y);
}

const hiddenCount = (scene: Scene, zone: Zone): number => {
  let count = 0;
  for (const id of scene.hidden) {
    const element = scene.board.elements.get(id);
    if (element !== undefined && covers(zone, centreOf(element))) count += 1;
  }
  return count;
};

function paintZone(input: PaintInput, zone: Zone): void {
  const { scene, zoom, detail } = input;
  const box = scene.moved.get(zone.id) ?? zoneBox(zone);
  if (!touches(box, input.area)) return;
  const same = box.x === zone.x && box.y === zone.y && box.w === zone.w && box.h === zoneBox(zone).h;
  const shown = same ? zone : { ...zone, ...box, h: zone.collapsed ? zone.h : box.h };
  const hidden = zone.collapsed ? hiddenCount(scene, zone) : 0;
  const full = drawZone(shown, { detail: 3, finish: 'full', hidden });
  const title = zoneTitle(scene, shown, full, zoom, detail);
  if (title === null) {
    at(input, box, drawZone(shown, { detail, finish: 'full', hidden }));
    return;
  }
  const marks = detail >= 2 ? full : drawZone(shown, { detail, finish: 'full', hidden });
  at(input, box, marks, 1, detail >= 2 ? isZoneTitle : every);
  at(input, box, title.marks);
}

function paintFrames(input: PaintInput, only: (id: Id) => boolean): void {
  const { scene, context, zoom, palette } = input;
  if (input.frames === null) return;
  for (const frame of scene.board.frames.values()) {
    const box = scene.moved.get(frame.id) ?? frame;
    // A frame made for another state stands where that state is shown.
    if (frame.state !== undefined && frame.state !== input.frames) continue;
    if (!only(frame.id) || !touches(box, input.area)) continue;
    context.globalAlpha = 1;
    context.strokeStyle = palette['ink-4'];
    context.lineWidth = 1 / zoom;
    context.setLineDash([6 / zoom, 4 / zoom]);
    context.strokeRect(box.x, box.y, box.w, box.h);
    const line = {
      type: 'text' as const,
      x: box.x,
      y: box.y - 6 / zoom,
      text: frame.title,
      size: NAME_ON_SCREEN / zoom,
    };
    paintText(context, { ...line, weight: 500, color: 'ink-3' }, palette, 1);
  }
}

const boxesOfRoutes = new WeakMap<Route, Box>();
function routeBox(route: Route): Box {
  const known = boxesOfRoutes.get(route);
  if (known !== undefined) return known;
  const box = boundsOf(route.points.map((point) => ({ ...point, w: 0, h: 0 }))) ?? { ...route.label, w: 0, h: 0 };
  boxesOfRoutes.set(route, box);
  return box;
}

interface DrawnLine {
  readonly relation: object;
  readonly detail: Detail;
  readonly marks: readonly Mark[];
}
const drawnLines = new WeakMap<Route, DrawnLine>();

function paintLines(input: PaintInput, routes: ReadonlyMap<Id, Route>, except: ReadonlyMap<Id, Route>): void {
  const { scene, context, detail, palette, zoom, dimmed, lit } = input;
  const options = { palette, hairline: 1 / zoom };
  for (const [id, route] of routes) {
    if (except.has(id) || !touches(routeBox(route), input.area)) continue;
    const relation = scene.board.relations.get(id);
    if (relation === undefined || input.hiddenRelations.has(relation.kind)) continue;
    let drawn = drawnLines.get(route);
    if (drawn === undefined || drawn.relation !== relation || drawn.detail !== detail) {
      drawn = { relation, detail, marks: drawRelation(relation, route, { detail, finish: 'full' }) };
      drawnLines.set(route, drawn);
    }
    const away = input.focus !== null && !input.focus.has(id);
    const dim = away || dimmed.has(relation.from) || dimmed.has(relation.to);
    const full = !dim || lit === relation.from || lit === relation.to;
    paintMarks(context, drawn.marks, options, full ? 1 : DIM.line);
  }
}

/** Lines at rest with a gap in the thinner one of two that cross, of the kinds that are shown. */
export function linesToPaint({
  scene,
  hiddenRelations,
}: Pick<PaintInput, 'scene' | 'hiddenRelations'>): ReadonlyMap<Id, Route> {
  const { board, routes } = scene;
  const known = brokenLines.get(routes);
  if (known !== undefined && known.hidden === hiddenRelations) return known.lines;
  const rank = new Map<string, number>(RELATION_LIST.map((kind, i) => [kind.id, i]));
  const shown = [...routes].flatMap(([id, route]) => {
    const kind = board.relations.get(id)?.kind;
    return kind === undefined || hiddenRelations.has(kind) ? [] : [{ id, route, rank: rank.get(kind) ?? 0 }];
  });
  // Reporting lines first, then the others in the order of the palette, as in exports.
  shown.sort((a, b) => a.rank - b.rank);
  const lines = breakCrossings(board, new Map(shown.map(({ id, route }) => [id, route])));
  brokenLines.set(routes, { hidden: hiddenRelations, lines });
  return lines;
}

interface BrokenLines {
  readonly hidden: ReadonlySet<RelationKindId>;
  readonly lines: ReadonlyMap<Id, Route>;
}
const brokenLines = new WeakMap<ReadonlyMap<Id, Route>, BrokenLines>();

const NO_ROUTES: ReadonlyMap<Id, Route> = new Map();

/** Zones and containers with what lies in them over them. Names of containers come later where tiger teams would cover them. */
function paintGround(input: PaintInput, only: (id: Id) => boolean, names: 'with' | 'without' | 'only'): void {
  const { scene, area } = input;
  for (const ground of scene.ground) {
    if (ground.layer === 'zone') {
      if (names !== 'only' && only(ground.zone.id)) paintZone(input, ground.zone);
      continue;
    }
    const { element } = ground;
    const box = scene.moved.get(element.id) ?? element;
    const shown = input.copying ? element : box;
    if (only(element.id) && touches(shown, area)) paintElement(input, sized(element, shown), shown, names);
  }
}

/**
 * The base layer: everything at rest, zones to elements. Elements that are nodes of the page too are painted all the same:
 * the node covers them exactly, and while the view moves the nodes are hidden and only the painting is moved.
 */
export function paintBase(input: PaintInput): void {
  const { scene, area, context, palette, zoom } = input;
  const { board, moved, movedTigers, hidden } = scene;
  const still = (id: Id) => input.copying || !moved.has(id);
  const { tigers } = indexBoard(board);
  paintGround(input, still, tigers.length > 0 ? 'without' : 'with');
  paintFrames(input, still);
  tigers.forEach((team, place) => {
    if (team.hidden || (movedTigers.has(team.id) && !input.copying)) return;
    const { under } = scene.tiger(team, place + 1, input.detail);
    paintMarks(
      context,
      under,
      { palette, hairline: 1 / zoom },
      input.dimmed.size > 0 || isDim(input, team.id) ? DIM.team : 1,
    );
  });
  if (tigers.length > 0) paintGround(input, still, 'only');
  paintLines(input, linesToPaint(input), input.copying ? NO_ROUTES : scene.movedRoutes);
  for (const element of board.elements.values()) {
    if (!touches(element, area) || hidden.has(element.id)) continue;
    if (still(element.id) && !scene.isContainer(element.id)) paintElement(input, element, element);
  }
  paintFolds(input, still);
}

/** The live layer, under the nodes: what is being moved and lies below elements, with the lines that follow. */
export function paintLive(input: PaintInput): void {
  const { scene, context, palette, zoom } = input;
  const { board, moved, movedTigers } = scene;
  const isMoved = (id: Id) => moved.has(id);
  const live = { ...input, copying: false };
  const { tigers } = indexBoard(board);
  paintGround(live, isMoved, movedTigers.size > 0 ? 'without' : 'with');
  paintFrames(input, isMoved);
  tigers.forEach((team, place) => {
    if (team.hidden || input.copying || !movedTigers.has(team.id)) return;
    paintMarks(context, scene.tiger(team, place + 1, input.detail).under, { palette, hairline: 1 / zoom });
  });
  if (movedTigers.size > 0) paintGround(live, isMoved, 'only');
  if (!input.copying) paintLines(input, scene.movedRoutes, NO_ROUTES);
}

/** The count under each folded box. */
function paintFolds(input: PaintInput, only: (id: Id) => boolean): void {
  const { scene, area, detail } = input;
  for (const [id, fold] of foldingOf(scene.board).folds) {
    const box = scene.boxOf(id);
    if (box === null || scene.hidden.has(id) || !only(id) || !touches({ ...box, h: box.h + 32 }, area)) continue;
    at(input, box, drawFold(fold, box, detail), isDim(input, id) ? DIM.element : 1);
  }
}

const sized = (element: BoardElement, box: Box): BoardElement =>
  element.w === box.w && element.h === box.h ? element : { ...element, ...box };

/** From a marker on several items to each of them, while the pointer is over it. */
function paintHairlines(input: PaintInput, items: readonly Id[], from: Point): void {
  const { context, scene, palette, zoom } = input;
  context.globalAlpha = 1;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1 / zoom;
  context.setLineDash([]);
  context.beginPath();
  for (const id of items) {
    const box = scene.boxOf(id);
    const to = box === null ? scene.routeOf(id)?.label : nearestIn(box, from);
    if (to === undefined) continue;
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}

/** What stands above the nodes: elements that are being moved, flags of tiger teams and friction. */
export function paintAbove(input: PaintInput): void {
  const { scene, context, palette, zoom, detail } = input;
  const { board } = scene;
  for (const [id, box] of scene.moved) {
    const element = board.elements.get(id);
    if (element === undefined || scene.hidden.has(id) || scene.isContainer(id)) continue;
    paintElement(input, sized(element, box), box);
  }
  paintFolds(input, (id) => scene.moved.has(id));
  const options = { palette, hairline: 1 / zoom };
  indexBoard(board).tigers.forEach((team, place) => {
    if (team.hidden) return;
    const drawing = scene.tiger(team, place + 1, detail);
    const opacity = isDim(input, team.id) ? DIM.team : 1;
    if (touches(drawing.flagBox, input.area)) paintMarks(context, drawing.flag, options, opacity);
  });
  for (const friction of indexBoard(board).frictions) {
    const box = scene.boxOf(friction.id);
    if (box === null || isAway(friction, scene.hidden)) continue;
    const centre = centreOf(box);
    if (friction.id === input.lit && friction.on.length > 1) paintHairlines(input, friction.on, centre);
    if (!touches(box, input.area)) continue;
    const opacity = isDim(input, friction.id) ? DIM.element : 1;
    paintMarks(context, drawFriction(friction, centre, { detail, finish: 'full' }), options, opacity);
  }
}
