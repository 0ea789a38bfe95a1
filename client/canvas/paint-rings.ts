import type { Box, Id, Point } from '#shared/board/model.ts';
import type { Guide } from '#shared/layout/snap.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import type { LiveState } from './live-state.ts';
import { type Palette, pathOf } from './paint-marks.ts';
import type { Scene } from './scene.ts';
import { whoColor } from './theme-palette.ts';

export interface RingInput {
  readonly context: CanvasRenderingContext2D;
  readonly scene: Scene;
  readonly runtime: BoardRuntime;
  readonly live: LiveState;
  readonly zoom: number;
  readonly palette: Palette;
}

interface Ring {
  readonly color: string;
  readonly alpha: number;
  /** Stroke and distance from the outline, in CSS pixels. */
  readonly width: number;
  readonly out: number;
  readonly dash?: readonly number[];
  readonly fill?: number;
}

function apply(input: RingInput, ring: Ring): void {
  const { context, zoom } = input;
  context.globalAlpha = ring.alpha;
  context.strokeStyle = ring.color;
  context.lineWidth = ring.width / zoom;
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  context.setLineDash((ring.dash ?? []).map((part) => part / zoom));
}

function along(input: RingInput, points: readonly Point[], ring: Ring): void {
  apply(input, ring);
  input.context.beginPath();
  points.forEach((point, i) => {
    if (i === 0) input.context.moveTo(point.x, point.y);
    else input.context.lineTo(point.x, point.y);
  });
  input.context.stroke();
}

/** Ring around anything on the board: along its outline for elements, its hull for tiger teams, its line for relations. */
export function paintRing(input: RingInput, id: Id, ring: Ring): void {
  const { context, scene, zoom } = input;
  const route = scene.routeOf(id);
  if (route !== undefined) {
    along(input, route.points, { ...ring, width: ring.width + 3, alpha: ring.alpha * 0.5 });
    return;
  }
  const overlay = scene.board.overlays.get(id);
  if (overlay?.kind === 'tiger') {
    const number = [...scene.board.overlays.values()].filter((one) => one.kind === 'tiger').indexOf(overlay) + 1;
    const { hull } = scene.tiger(overlay, number, 3);
    apply(input, ring);
    if (hull !== '') context.stroke(pathOf(hull));
  }
  const box = scene.boxOf(id);
  if (box === null) return;
  apply(input, ring);
  const out = ring.out / zoom;
  const element = scene.board.elements.get(id);
  if (element === undefined) {
    context.beginPath();
    context.roundRect(box.x - out, box.y - out, box.w + 2 * out, box.h + 2 * out, 3 / zoom);
    context.stroke();
    return;
  }
  const path = pathOf(ELEMENT_KINDS[element.kind].outline(box.w + 2 * out, box.h + 2 * out));
  context.translate(box.x - out, box.y - out);
  if (ring.fill !== undefined) {
    context.globalAlpha = ring.fill;
    context.fillStyle = ring.color;
    context.fill(path);
    context.globalAlpha = ring.alpha;
  }
  context.stroke(path);
  context.translate(-(box.x - out), -(box.y - out));
}

/** The line that is being drawn, or that waits for what stands at its end. */
const openLine = ({ relating, offer }: LiveState): LiveState['relating'] =>
  relating ?? (offer === null ? null : { ...offer, to: null });

function paintRelating(input: RingInput): void {
  const { scene, palette } = input;
  const live = { relating: openLine(input.live) };
  if (live.relating === null) return;
  const from = scene.boxOf(live.relating.from);
  if (from === null) return;
  const ring = { color: palette.accent, alpha: 1, width: 1.5, out: 0, dash: [6, 4] };
  const start = { x: from.x + from.w / 2, y: from.y + from.h / 2 };
  const to = live.relating.to === null ? null : scene.boxOf(live.relating.to);
  const end = to === null ? live.relating.at : { x: to.x + to.w / 2, y: to.y + to.h / 2 };
  along(input, [edgeTowards(from, end), to === null ? end : edgeTowards(to, start)], ring);
  if (live.relating.to !== null)
    paintRing(input, live.relating.to, { ...ring, dash: [], width: 2, out: 4, fill: 0.06 });
}

/** Where the line from the middle of a box to a point leaves the box. */
function edgeTowards(box: Box, to: Point): Point {
  const x = box.x + box.w / 2;
  const y = box.y + box.h / 2;
  const dx = to.x - x;
  const dy = to.y - y;
  const scale = Math.max(Math.abs(dx) / (box.w / 2), Math.abs(dy) / (box.h / 2));
  return scale <= 1 ? { x, y } : { x: x + dx / scale, y: y + dy / scale };
}

/** Half the length of the ticks at the ends of a measured gap, in CSS pixels. */
const TICK = 4;

/** Ticks at both ends of a gap, across it, as on a measured drawing. */
function paintTicks(input: RingInput, { from, to }: Guide, ring: Ring): void {
  const half = TICK / input.zoom;
  const [dx, dy] = from.x === to.x ? [half, 0] : [0, half];
  for (const end of [from, to]) {
    along(
      input,
      [
        { x: end.x - dx, y: end.y - dy },
        { x: end.x + dx, y: end.y + dy },
      ],
      ring,
    );
  }
}

/** Rings around what is selected, by me and by others, and under the pointer: below the elements, so that badges stay whole. */
export function paintRings(input: RingInput): void {
  const { context, runtime, palette } = input;
  const { selection, hovered } = runtime.ui.getState();
  for (const { presence } of runtime.room.others) {
    const color = presence.selection.length > 0 ? whoColor(presence.user.who) : '';
    for (const id of presence.selection) paintRing(input, id, { color, alpha: 1, width: 2, out: 4 });
  }
  if (hovered !== null && !selection.has(hovered)) {
    paintRing(input, hovered, { color: palette.ink, alpha: 0.28, width: 1.5, out: 3 });
  }
  for (const id of selection) paintRing(input, id, { color: palette.accent, alpha: 1, width: 2, out: 4 });
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Whether there is any ring to paint. */
export const hasRings = (runtime: BoardRuntime): boolean => {
  const { selection, hovered } = runtime.ui.getState();
  return (
    selection.size > 0 || hovered !== null || runtime.room.others.some((other) => other.presence.selection.length > 0)
  );
};

/** What a gesture shows while it lasts, above everything: drop targets, guides, marquee, the line being drawn. */
export function paintGesture(input: RingInput): void {
  const { context, runtime, live, palette } = input;
  const { dropTarget } = runtime.ui.getState();
  if (dropTarget !== null) {
    const sits = dropTarget.as === 'sits-in';
    const ring = { color: palette.accent, alpha: 1, width: 2, out: sits ? -4 : 4, fill: 0.08 };
    paintRing(input, dropTarget.id, sits ? { ...ring, dash: [6, 4] } : ring);
  }
  paintRelating(input);
  const accent = { color: palette.accent, alpha: 1, width: 1, out: 0 };
  if (live.ghost !== null) {
    apply(input, { ...accent, width: 1.5, dash: [6, 4] });
    context.strokeRect(live.ghost.x, live.ghost.y, live.ghost.w, live.ghost.h);
  }
  for (const guide of live.guides) {
    along(input, [guide.from, guide.to], accent);
    if (guide.gap === true) paintTicks(input, guide, accent);
  }
  if (live.marquee !== null) {
    apply(input, accent);
    context.fillStyle = palette.accent;
    context.globalAlpha = 0.08;
    context.fillRect(live.marquee.x, live.marquee.y, live.marquee.w, live.marquee.h);
    context.globalAlpha = 1;
    context.strokeRect(live.marquee.x, live.marquee.y, live.marquee.w, live.marquee.h);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}
