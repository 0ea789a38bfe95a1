import { type BoardDiff, type Change, diffBoards } from '#shared/board/diff/diff-boards.ts';
import type { Board, BoardElement, Box, Id, Point } from '#shared/board/model.ts';
import { drawElement } from '#shared/drawing/draw-element.ts';
import type { Comparison } from '../state/ui-store.ts';
import { centreOf, grown, nearestIn, touches } from './geometry.ts';
import { paintMarks } from './paint-marks.ts';
import type { PaintInput } from './paint-scene.ts';

/**
 * Another board over the one that is shown: what is not there any more stands as a dashed ghost, what moved has a ghost and an
 * arrow, what is new or changed has a ring and a sign. Never colour alone.
 */

/** Strength of ghosts, of one that a list points at, and of what it does not point at. */
const GHOST = 0.28;
const POINTED = 0.6;
const ASIDE = 0.12;
/** With more boxes elsewhere than this only those that moved in the organisation have a ghost: a new layout moves everything. */
const MOST_GHOSTS = 12;
/** Boxes nearer than this to where they were have not moved for the eye, in units. */
const LEAST_MOVE = 8;
/** In CSS pixels. */
const BADGE = 8;
const HEAD = 7;

type Sign = '+' | '−' | '→' | '•';

interface Picture {
  readonly diff: BoardDiff;
  /** Elements of the earlier board that are gone. */
  readonly gone: readonly BoardElement[];
  /** Elements that stand elsewhere, with where they stood. */
  readonly moved: readonly { readonly id: Id; readonly from: BoardElement }[];
  /** Lines that are gone, between what is there still, by their ends now. */
  readonly goneLines: readonly { readonly id: Id; readonly from: Id; readonly to: Id }[];
  /** The sign of everything that is there and is not as it was. */
  readonly signs: ReadonlyMap<Id, Sign>;
  /** Lines that are not on the earlier board, or end elsewhere there. */
  readonly newLines: readonly Id[];
}

const STRUCTURAL: ReadonlySet<Change['type']> = new Set(['moved', 'sits-in', 'order']);

function signOf(change: Change): Sign {
  if (change.type === 'added') return '+';
  return STRUCTURAL.has(change.type) ? '→' : '•';
}

function pictureOf(before: Board, after: Board): Picture {
  const diff = diffBoards(before, after);
  const signs = new Map<Id, Sign>();
  const structural = new Set<Id>();
  const gone: BoardElement[] = [];
  const goneLines: { id: Id; from: Id; to: Id }[] = [];
  const later = new Map([...diff.pairs].map(([id, was]) => [was, id] as const));
  for (const change of diff.changes) {
    if (change.type === 'span' || change.about === 'board' || change.about === 'prompt') continue;
    if (change.type === 'removed') {
      const element = before.elements.get(change.id);
      const line = before.relations.get(change.id);
      if (element !== undefined) gone.push(element);
      const [from, to] = [later.get(line?.from ?? ''), later.get(line?.to ?? '')];
      if (line !== undefined && from !== undefined && to !== undefined) goneLines.push({ id: line.id, from, to });
      continue;
    }
    if (STRUCTURAL.has(change.type)) structural.add(change.id);
    // The strongest thing that happened to it comes first in the list.
    if (!signs.has(change.id)) signs.set(change.id, signOf(change));
  }
  const few = diff.elsewhere.length <= MOST_GHOSTS;
  const moved = diff.elsewhere.flatMap((id) => {
    const now = after.elements.get(id);
    const from = before.elements.get(diff.pairs.get(id) ?? '');
    if (now === undefined || from === undefined || !(few || structural.has(id))) return [];
    return Math.hypot(now.x - from.x, now.y - from.y) < LEAST_MOVE ? [] : [{ id, from }];
  });
  const newLines = [...after.relations.values()].flatMap(({ id, from, to }) => {
    const old = before.relations.get(id);
    return old === undefined || old.from !== from || old.to !== to ? [id] : [];
  });
  return { diff, gone, moved, goneLines, signs, newLines };
}

let kept: { readonly before: Board; readonly after: Board; readonly picture: Picture } | null = null;

/** Worked out once for two boards, however often they are painted. */
function pictureFor(before: Board, after: Board): Picture {
  if (kept?.before !== before || kept.after !== after) kept = { before, after, picture: pictureOf(before, after) };
  return kept.picture;
}

const strength = (input: PaintInput, id: Id): number =>
  input.focus === null ? GHOST : input.focus.has(id) ? POINTED : ASIDE;

function dashes({ context, palette, zoom }: PaintInput, box: Box, alpha: number): void {
  context.globalAlpha = Math.min(1, alpha * 2.4);
  context.strokeStyle = palette['ink-3'];
  context.lineWidth = 1.5 / zoom;
  context.setLineDash([5 / zoom, 4 / zoom]);
  context.strokeRect(box.x, box.y, box.w, box.h);
  context.setLineDash([]);
}

function paintGhost(input: PaintInput, board: Board, element: BoardElement, id: Id): void {
  if (!touches(element, input.area)) return;
  const { context, palette, zoom, detail } = input;
  const alpha = strength(input, id);
  context.translate(element.x, element.y);
  const marks = drawElement(board, element.id, { detail, finish: 'full' });
  paintMarks(context, marks, { palette, hairline: 1 / zoom }, alpha);
  context.translate(-element.x, -element.y);
  dashes(input, element, alpha);
}

/** A thin arrow from where a box stood to where it stands. */
function paintArrow({ context, palette, zoom }: PaintInput, from: Box, to: Box, alpha: number): void {
  const start = nearestIn(from, centreOf(to));
  const end = nearestIn(grown(to, 5 / zoom), start);
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length < (2 * HEAD) / zoom) return;
  const along: Point = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  context.globalAlpha = Math.min(1, alpha * 3);
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5 / zoom;
  context.lineJoin = 'round';
  const head = HEAD / zoom;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  context.moveTo(end.x - head * (along.x + 0.5 * along.y), end.y - head * (along.y - 0.5 * along.x));
  context.lineTo(end.x, end.y);
  context.lineTo(end.x - head * (along.x - 0.5 * along.y), end.y - head * (along.y + 0.5 * along.x));
  context.stroke();
}

function paintGoneLine(input: PaintInput, id: Id, from: Box, to: Box): Point {
  const { context, palette, zoom } = input;
  const start = nearestIn(from, centreOf(to));
  const end = nearestIn(to, centreOf(from));
  context.globalAlpha = Math.min(1, strength(input, id) * 2.4);
  context.strokeStyle = palette['ink-3'];
  context.lineWidth = 1.5 / zoom;
  context.setLineDash([5 / zoom, 4 / zoom]);
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  context.stroke();
  context.setLineDash([]);
  return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
}

/** Ghosts, on the layer at rest, under the drawing's nodes. */
export function paintComparisonBelow(input: PaintInput, { before, as }: Comparison): void {
  const { scene, context } = input;
  const picture = pictureFor(before, scene.board);
  for (const element of picture.gone) paintGhost(input, before, element, element.id);
  for (const { id, from } of picture.moved) paintGhost(input, before, from, id);
  if (as !== 'ghosts') {
    for (const { id, from } of picture.moved) {
      const box = scene.boxOf(id);
      if (box !== null) paintArrow(input, from, box, strength(input, id));
    }
  }
  context.globalAlpha = 1;
}

function badge({ context, palette, zoom }: PaintInput, at: Point, sign: Sign, alpha: number): void {
  const r = BADGE / zoom;
  const solid = sign === '+' || sign === '→';
  context.globalAlpha = alpha;
  context.beginPath();
  context.arc(at.x, at.y, r, 0, 2 * Math.PI);
  context.fillStyle = solid ? palette.accent : palette.surface;
  context.fill();
  context.lineWidth = 1.5 / zoom;
  context.strokeStyle = sign === '−' ? palette['ink-3'] : solid ? palette.surface : palette.accent;
  context.stroke();
  context.strokeStyle = solid ? palette.surface : sign === '−' ? palette.ink : palette.accent;
  context.fillStyle = context.strokeStyle;
  context.lineWidth = 2 / zoom;
  const arm = 0.5 * r;
  context.beginPath();
  if (sign === '•') {
    context.arc(at.x, at.y, 0.36 * r, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.moveTo(at.x - arm, at.y);
  context.lineTo(at.x + arm, at.y);
  if (sign === '+') {
    context.moveTo(at.x, at.y - arm);
    context.lineTo(at.x, at.y + arm);
  } else if (sign === '→') {
    context.moveTo(at.x, at.y - arm);
    context.lineTo(at.x + arm, at.y);
    context.lineTo(at.x, at.y + arm);
  }
  context.stroke();
}

/** Dashes of what is proposed and not yet in, in CSS pixels (design, states). */
const PROPOSED_DASH = [2, 4] as const;
const PROPOSED_FILL = 0.06;

function proposedPen({ context, palette, zoom }: PaintInput, width: number): void {
  context.strokeStyle = palette.accent;
  context.lineWidth = width / zoom;
  context.setLineDash(PROPOSED_DASH.map((part) => part / zoom));
}

function paintProposed(input: PaintInput, box: Box, alpha: number): void {
  const { context, palette, zoom } = input;
  const ring = grown(box, 4 / zoom);
  context.beginPath();
  context.roundRect(ring.x, ring.y, ring.w, ring.h, 8 / zoom);
  context.globalAlpha = PROPOSED_FILL * alpha;
  context.fillStyle = palette.accent;
  context.fill();
  context.globalAlpha = alpha;
  proposedPen(input, 2);
  context.stroke();
  context.setLineDash([]);
}

/** A would-be line: its own pen laid over with paper and the accent's dashes. */
function paintProposedLine(input: PaintInput, [start, ...points]: readonly Point[], alpha: number): void {
  const { context, palette, zoom } = input;
  if (start === undefined) return;
  context.globalAlpha = alpha;
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(start.x, start.y);
  for (const point of points) context.lineTo(point.x, point.y);
  context.setLineDash([]);
  context.strokeStyle = palette.paper;
  context.lineWidth = 4 / zoom;
  context.stroke();
  proposedPen(input, 2);
  context.stroke();
  context.setLineDash([]);
}

/** Signs, above the drawing's nodes. */
export function paintComparisonAbove(input: PaintInput, { before, as }: Comparison): void {
  if (as === 'ghosts') return;
  const { scene, context, palette, zoom } = input;
  const picture = pictureFor(before, scene.board);
  const shown = (id: Id): number => (input.focus === null || input.focus.has(id) ? 1 : 0.35);
  for (const element of picture.gone) badge(input, { x: element.x, y: element.y + element.h }, '−', shown(element.id));
  for (const { id, from, to } of picture.goneLines) {
    const [start, end] = [scene.boxOf(from), scene.boxOf(to)];
    if (start !== null && end !== null) badge(input, paintGoneLine(input, id, start, end), '−', shown(id));
  }
  for (const id of as === 'proposed' ? picture.newLines : []) {
    paintProposedLine(input, scene.routeOf(id)?.points ?? [], shown(id));
  }
  for (const [id, sign] of picture.signs) {
    const route = scene.routeOf(id);
    if (route !== undefined) {
      badge(input, route.label, sign, shown(id));
      continue;
    }
    const box = scene.boxOf(id);
    if (box === null || scene.hidden.has(id) || !touches(grown(box, (2 * BADGE) / zoom), input.area)) continue;
    if (as === 'proposed') paintProposed(input, box, shown(id));
    else if (sign === '+') {
      const ring = grown(box, 4 / zoom);
      context.globalAlpha = shown(id);
      context.strokeStyle = palette.accent;
      context.lineWidth = 2 / zoom;
      context.setLineDash([]);
      context.beginPath();
      context.roundRect(ring.x, ring.y, ring.w, ring.h, 8 / zoom);
      context.stroke();
    }
    badge(input, { x: box.x, y: box.y + box.h }, sign, shown(id));
  }
  context.globalAlpha = 1;
}
