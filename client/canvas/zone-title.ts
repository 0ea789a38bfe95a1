import type { Board, Box, Id, Point, Zone } from '#shared/board/model.ts';
import type { Detail, Mark, TextMark } from '#shared/drawing/mark.ts';
import { ellipsize, measureText } from '#shared/drawing/measure-text.ts';
import { boxBetween, overlaps } from './geometry.ts';
import { NAME_ON_SCREEN } from './held-name.ts';
import type { Scene } from './scene.ts';

/** Titles narrower than this on screen say nothing, in CSS pixels: a grey bar stands for them. */
const LEAST_ROOM = 30;
/** Capitals are this tall, as a share of the type size. */
const CAPITALS = 0.73;

/** Shares of the held size in the order they are tried, first where no line crosses the title, then where one may. */
const SIZES = [
  [1, true],
  [0.85, true],
  [0.7, true],
  [1, false],
  [0.85, false],
  [0.7, false],
] as const;

const isTitle = (mark: Mark): mark is TextMark =>
  mark.type === 'text' && mark.weight === 600 && mark.anchor !== 'end' && mark.tracking !== undefined;

/** What is written of a zone's title at this zoom: text, a bar that stands for it, or `null` where the drawing's own is right. */
export interface ShownTitle {
  readonly marks: readonly Mark[];
}

const crosses = (points: readonly Point[], area: Box): boolean =>
  points.some((b, i) => {
    const a = points[i - 1];
    return a !== undefined && overlaps(boxBetween(a, b), area);
  });

/** Whether anything else is drawn there. Lines count only when `lines` is set: a title gives way to them while it can. */
function inTheWay(scene: Scene, area: Box, own: Id, lines: boolean): boolean {
  const { board } = scene;
  for (const id of scene.index.search(area)) {
    if (id === own) continue;
    const element = board.elements.get(id);
    if (element !== undefined) {
      const around = area.x > element.x && area.x + area.w < element.x + element.w && area.y > element.y;
      if (!(around && scene.isContainer(id)) && overlaps(element, area)) return true;
    }
    if (lines && scene.routes.has(id) && crosses(scene.routes.get(id)?.points ?? [], area)) return true;
    const overlay = board.overlays.get(id);
    if (overlay?.kind === 'zone' && area.y < overlay.y && overlaps(overlay, area)) return true;
  }
  return false;
}

const shorten = (title: string, width: number, size: number, tracking: number): string => {
  if (measureText(title, size, 600, tracking) <= width) return title;
  // What `ellipsize` measures has no tracking: a twelfth of the room is kept for it.
  return ellipsize(title, width / (1 + tracking * 1.6), size, 600);
};

/** The title as the drawing has it, in its capitals and tracking, held at 11 px on screen while the zone has the room. */
function readable(scene: Scene, zone: Zone, own: TextMark, zoom: number): ShownTitle {
  const title = zone.title.trim().toLocaleUpperCase('en');
  const middle = own.y - own.size * 0.36;
  const at = (size: number, lines: boolean): TextMark | null => {
    const width = zone.w - own.x - 10;
    if (width * zoom < LEAST_ROOM) return null;
    const text = shorten(title, width, size, own.tracking ?? 0);
    if (text.length < Math.min(4, title.length)) return null;
    const h = size * CAPITALS;
    const w = measureText(text, size, 600, own.tracking ?? 0);
    const area = { x: zone.x + own.x, y: zone.y + middle - h / 2, w, h };
    return inTheWay(scene, area, zone.id, lines) ? null : { ...own, text, size, y: middle + size * 0.36 };
  };
  const held = Math.max(own.size, NAME_ON_SCREEN / zoom);
  for (const [share, lines] of SIZES) {
    const line = at(held * share, lines);
    if (line !== null) return { marks: [line] };
  }
  const w = Math.min(zone.w - own.x - 10, measureText(title, own.size, 600, own.tracking ?? 0));
  return {
    marks: w <= 0 ? [] : [{ type: 'rect', x: own.x, y: 11, w, h: 7, r: 2, fill: { color: 'ink', alpha: 0.3 } }],
  };
}

/** From far away: 11 px on screen, in the zone where its corner is free, else above it, else not at all. */
function far(scene: Scene, zone: Zone, zoom: number): ShownTitle {
  const size = NAME_ON_SCREEN / zoom;
  const room = zone.w - 12 / zoom;
  if (room * zoom < LEAST_ROOM) return { marks: [] };
  const text = shorten(zone.title.trim().toLocaleUpperCase('en'), room, size, 0.1);
  const h = size * CAPITALS;
  const x = 6 / zoom;
  const w = measureText(text, size, 600, 0.1);
  for (const top of [5 / zoom, -h - 4 / zoom]) {
    if (inTheWay(scene, { x: zone.x + x, y: zone.y + top, w, h }, zone.id, false)) continue;
    return { marks: [{ type: 'text', x, y: top + h, text, size, weight: 600, color: 'ink-2', tracking: 0.1 }] };
  }
  return { marks: [] };
}

interface Kept {
  readonly board: Board;
  readonly zoom: number;
  readonly detail: Detail;
  readonly title: ShownTitle | null;
}
const kept = new WeakMap<Zone, Kept>();

/**
 * How the title of a zone is written on the canvas. `marks` is the zone as drawn in full. Never over an element; `null` when
 * the drawing's own title is right.
 */
export function zoneTitle(
  scene: Scene,
  zone: Zone,
  marks: readonly Mark[],
  zoom: number,
  detail: Detail,
): ShownTitle | null {
  if (detail === 1 || (detail === 3 && zoom >= 1)) return null;
  // Steps of 4 %, as for names: between them the title is scaled with the picture.
  const step = Math.exp(Math.round(Math.log(zoom) * 25) / 25);
  const known = kept.get(zone);
  if (known?.board === scene.board && known.zoom === step && known.detail === detail) return known.title;
  const own = marks.find(isTitle);
  const title = own === undefined ? null : detail === 0 ? far(scene, zone, step) : readable(scene, zone, own, step);
  kept.set(zone, { board: scene.board, zoom: step, detail, title });
  return title;
}

/** Text of a zone that its own title mark is; what else is written on it (how many are inside) stays. */
export const isZoneTitle = (mark: TextMark): boolean => isTitle(mark);
