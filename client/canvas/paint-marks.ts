import type { ColorToken, Fill, Hatch, Mark, PathMark, Stroke, TextMark } from '#shared/drawing/mark.ts';

export type Palette = Readonly<Record<ColorToken, string>>;

/** Font stack of the drawing; the same family whose metrics broke the lines. */
export const DRAWING_FONT = 'Inter, "Inter Variable", sans-serif';

export interface PaintOptions {
  readonly palette: Palette;
  /** Width in units that is one pixel on screen: no stroke gets thinner. */
  readonly hairline: number;
  /** Text to leave out, where the caller writes it in a size of its own. */
  readonly skipText?: (mark: TextMark) => boolean;
}

const PATHS_KEPT = 6000;
const paths = new Map<string, Path2D>();

/** A path object for SVG path data, kept because parsing costs more than drawing. */
export function pathOf(d: string): Path2D {
  const known = paths.get(d);
  if (known !== undefined) return known;
  if (paths.size >= PATHS_KEPT) paths.clear();
  const path = new Path2D(d);
  paths.set(d, path);
  return path;
}

const TILE_SCALE = 4;
const patterns = new WeakMap<CanvasRenderingContext2D, Map<string, CanvasPattern>>();

function drawTile(hatch: Hatch, ink: string, ground: string | undefined): HTMLCanvasElement {
  const side = Math.max(1, Math.round(hatch.step * TILE_SCALE));
  const tile = document.createElement('canvas');
  tile.width = side;
  tile.height = side;
  const context = tile.getContext('2d');
  if (context === null) return tile;
  if (ground !== undefined) {
    context.fillStyle = ground;
    context.fillRect(0, 0, side, side);
  }
  context.fillStyle = ink;
  context.globalAlpha = hatch.alpha ?? 1;
  const width = hatch.width * TILE_SCALE;
  if (hatch.hatch === 'dots') {
    context.beginPath();
    context.arc(side / 2, side / 2, width / 2, 0, Math.PI * 2);
    context.fill();
    return tile;
  }
  context.fillRect((side - width) / 2, 0, width, side);
  if (hatch.hatch === 'cross') context.fillRect(0, (side - width) / 2, side, width);
  return tile;
}

function patternOf(context: CanvasRenderingContext2D, hatch: Hatch, palette: Palette): CanvasPattern | null {
  const ink = palette[hatch.color];
  const ground = hatch.ground === undefined ? undefined : palette[hatch.ground];
  const key = `${hatch.hatch} ${hatch.angle} ${hatch.step} ${hatch.width} ${hatch.alpha ?? 1} ${ink} ${ground ?? ''}`;
  let kept = patterns.get(context);
  if (kept === undefined) {
    kept = new Map();
    patterns.set(context, kept);
  }
  const known = kept.get(key);
  if (known !== undefined) return known;
  const tile = drawTile(hatch, ink, ground);
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern === null) return null;
  const scale = hatch.step / tile.width;
  pattern.setTransform(new DOMMatrix().rotate(hatch.angle).scale(scale));
  kept.set(key, pattern);
  return pattern;
}

const isHatch = (fill: Fill): fill is Hatch => 'hatch' in fill;

function setFill(context: CanvasRenderingContext2D, fill: Fill, options: PaintOptions, opacity: number): void {
  if (isHatch(fill)) {
    context.globalAlpha = opacity;
    context.fillStyle = patternOf(context, fill, options.palette) ?? options.palette[fill.color];
    return;
  }
  context.globalAlpha = opacity * (fill.alpha ?? 1);
  context.fillStyle = options.palette[fill.color];
}

const NO_DASH: number[] = [];

function setStroke(
  context: CanvasRenderingContext2D,
  stroke: Stroke,
  options: PaintOptions,
  opacity: number,
  k: number,
) {
  context.globalAlpha = opacity * (stroke.alpha ?? 1);
  context.strokeStyle = options.palette[stroke.color];
  context.lineWidth = Math.max(stroke.width, options.hairline) / k;
  context.setLineDash(stroke.dash === undefined ? NO_DASH : stroke.dash.map((part) => part / k));
  context.lineCap = stroke.cap ?? 'butt';
  context.lineJoin = stroke.join ?? 'miter';
}

function paintPath(context: CanvasRenderingContext2D, mark: PathMark, options: PaintOptions, opacity: number): void {
  const path = pathOf(mark.d);
  const scale = mark.scale ?? 1;
  const moved = mark.at !== undefined || mark.rotate !== undefined || scale !== 1;
  if (moved) {
    context.save();
    if (mark.at !== undefined) context.translate(mark.at.x, mark.at.y);
    if (scale !== 1) context.scale(scale, scale);
    if (mark.rotate !== undefined) context.rotate((mark.rotate * Math.PI) / 180);
  }
  if (mark.fill !== undefined) {
    setFill(context, mark.fill, options, opacity);
    context.fill(path);
  }
  if (mark.stroke !== undefined) {
    // A scaled path carries its stroke with it, as in SVG; only the least width is held in screen pixels.
    const width = Math.max(mark.stroke.width, options.hairline / scale);
    setStroke(context, { ...mark.stroke, width }, { ...options, hairline: 0 }, opacity, 1);
    context.stroke(path);
  }
  if (moved) context.restore();
}

/** Writes one line of text with the drawing's font; `y` is the baseline. */
export function paintText(context: CanvasRenderingContext2D, mark: TextMark, palette: Palette, opacity: number): void {
  context.globalAlpha = opacity;
  context.fillStyle = palette[mark.color];
  context.font = `${mark.weight} ${mark.size}px ${DRAWING_FONT}`;
  context.letterSpacing = mark.tracking === undefined ? '0px' : `${mark.tracking * mark.size}px`;
  const anchor = mark.anchor ?? 'start';
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  context.textBaseline = 'alphabetic';
  context.fillText(mark.text, mark.x, mark.y);
}

function paintMark(context: CanvasRenderingContext2D, mark: Mark, options: PaintOptions, opacity: number): void {
  switch (mark.type) {
    case 'rect':
    case 'circle': {
      context.beginPath();
      if (mark.type === 'circle') context.arc(mark.cx, mark.cy, mark.r, 0, Math.PI * 2);
      else if (mark.r === undefined || mark.r === 0) context.rect(mark.x, mark.y, mark.w, mark.h);
      else context.roundRect(mark.x, mark.y, mark.w, mark.h, mark.r);
      if (mark.fill !== undefined) {
        setFill(context, mark.fill, options, opacity);
        context.fill();
      }
      if (mark.stroke !== undefined) {
        setStroke(context, mark.stroke, options, opacity, 1);
        context.stroke();
      }
      return;
    }
    case 'path':
      paintPath(context, mark, options, opacity);
      return;
    case 'text':
      if (options.skipText?.(mark) !== true) paintText(context, mark, options.palette, opacity);
      return;
    case 'group': {
      const at = mark.at;
      if (at !== undefined) context.translate(at.x, at.y);
      for (const inner of mark.marks) paintMark(context, inner, options, opacity * (mark.opacity ?? 1));
      if (at !== undefined) context.translate(-at.x, -at.y);
    }
  }
}

/** Paints marks on a 2D canvas whose transform already maps units to pixels. Leaves transform as it was. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  options: PaintOptions,
  opacity = 1,
): void {
  for (const mark of marks) paintMark(context, mark, options, opacity);
}
