import type { Box } from '#shared/board/model.ts';
import { type View, visibleBox } from './camera.ts';
import { contains, grown } from './geometry.ts';

/**
 * A canvas that covers the window and a margin, or only what is painted on it. Panning only moves it; it is painted anew when
 * its content changed, when the window leaves what was painted, and while zooming a few times a second.
 */
export interface PaintedLayer {
  /** Moves the last picture to where it belongs now. Answers whether it has to be painted anew to be right. */
  follow(view: View): boolean;
  /** Paints; with `content`, only that part of the board gets a canvas. */
  paint(view: View, draw: (context: CanvasRenderingContext2D, area: Box) => void, content?: Box | null): void;
  /** Paints one part of what was painted anew, where it was painted; nothing outside it changes. */
  paintPart(part: Box, draw: (context: CanvasRenderingContext2D, area: Box) => void): void;
  /** `performance.now()` of the last painting. */
  readonly paintedAt: number;
  hide(): void;
}

/** Most that anything is painted beyond its own box, in units. */
const STANDS_OUT = 120;
/** Canvases grow and shrink in steps of this many CSS pixels: a new size costs a new bitmap. */
const STEP = 128;

interface Size {
  readonly w: number;
  readonly h: number;
}
const NO_SIZE: Size = { w: 0, h: 0 };

/** Part of the window and its margin that holds the content, in CSS pixels from the window's corner. */
function extentOf(view: View, margin: number, content: Box | null | undefined, before: Size): Box {
  const all = { x: -margin, y: -margin, w: view.w + 2 * margin, h: view.h + 2 * margin };
  if (content === undefined || content === null) return all;
  const left = Math.max(all.x, Math.floor(content.x * view.zoom + view.x));
  const top = Math.max(all.y, Math.floor(content.y * view.zoom + view.y));
  const right = Math.min(all.x + all.w, Math.ceil((content.x + content.w) * view.zoom + view.x));
  const bottom = Math.min(all.y + all.h, Math.ceil((content.y + content.h) * view.zoom + view.y));
  const stepped = (size: number, most: number, kept: number) => {
    const needed = Math.ceil(Math.max(size, 1) / STEP) * STEP;
    // A drag changes what it needs all the time; a little too large is cheaper than another bitmap.
    return Math.min(most, needed <= kept && needed * 3 > kept ? kept : needed);
  };
  return { x: left, y: top, w: stepped(right - left, all.w, before.w), h: stepped(bottom - top, all.h, before.h) };
}

export function createPaintedLayer(canvas: HTMLCanvasElement, margin: number): PaintedLayer {
  const context = canvas.getContext('2d');
  let painted: { readonly view: View; readonly extent: Box } | null = null;
  let paintedAt = 0;
  let hidden = false;
  const place = (view: View) => {
    if (painted === null) return;
    const scale = view.zoom / painted.view.zoom;
    // The canvas corner stood at `extent` when it was painted; the board point there is where it belongs now.
    const x = view.x + (painted.extent.x - painted.view.x) * scale;
    const y = view.y + (painted.extent.y - painted.view.y) * scale;
    canvas.style.transform = scale === 1 ? `translate(${x}px, ${y}px)` : `translate(${x}px, ${y}px) scale(${scale})`;
  };
  return {
    get paintedAt() {
      return paintedAt;
    },
    follow(view) {
      if (painted === null) return true;
      place(view);
      const before = painted.view;
      if (view.zoom !== before.zoom || view.w !== before.w || view.h !== before.h) return true;
      return !contains(visibleBox(before, margin), visibleBox(view));
    },
    paint(view, draw, content) {
      if (context === null || view.w === 0 || view.h === 0) return;
      const extent = extentOf(view, margin, content, painted?.extent ?? NO_SIZE);
      const ratio = window.devicePixelRatio;
      const width = Math.round(extent.w * ratio);
      const height = Math.round(extent.h * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${extent.w}px`;
        canvas.style.height = `${extent.h}px`;
      }
      if (hidden) {
        hidden = false;
        canvas.style.visibility = 'visible';
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      const scale = view.zoom * ratio;
      context.setTransform(scale, 0, 0, scale, (view.x - extent.x) * ratio, (view.y - extent.y) * ratio);
      const area = {
        x: (extent.x - view.x) / view.zoom,
        y: (extent.y - view.y) / view.zoom,
        w: extent.w / view.zoom,
        h: extent.h / view.zoom,
      };
      draw(context, area);
      painted = { view, extent };
      place(view);
      paintedAt = performance.now();
    },
    paintPart(part, draw) {
      if (context === null || painted === null) return;
      const { view, extent } = painted;
      const ratio = window.devicePixelRatio;
      const scale = view.zoom * ratio;
      const [dx, dy] = [(view.x - extent.x) * ratio, (view.y - extent.y) * ratio];
      // On whole pixels, so that no seam shows where the part ends.
      const left = Math.max(0, Math.floor(part.x * scale + dx));
      const top = Math.max(0, Math.floor(part.y * scale + dy));
      const right = Math.min(canvas.width, Math.ceil((part.x + part.w) * scale + dx));
      const bottom = Math.min(canvas.height, Math.ceil((part.y + part.h) * scale + dy));
      if (right <= left || bottom <= top) return;
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.beginPath();
      context.rect(left, top, right - left, bottom - top);
      context.clip();
      context.clearRect(left, top, right - left, bottom - top);
      context.setTransform(scale, 0, 0, scale, dx, dy);
      const area = {
        x: (left - dx) / scale,
        y: (top - dy) / scale,
        w: (right - left) / scale,
        h: (bottom - top) / scale,
      };
      // What lies beside the part may stand into it: heads, arrows, labels.
      draw(context, grown(area, STANDS_OUT));
      context.restore();
      paintedAt = performance.now();
    },
    hide() {
      if (hidden) return;
      hidden = true;
      canvas.style.visibility = 'hidden';
    },
  };
}
