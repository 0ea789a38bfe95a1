import type { Box } from '#shared/board/model.ts';
import { type View, visibleBox } from './camera.ts';
import { contains } from './geometry.ts';

/**
 * A canvas that is larger than the window by a margin. Panning only moves it; it is painted anew when its content changed,
 * when the window leaves what was painted, and, for zooming, as often as painting is affordable.
 */
export interface PaintedLayer {
  readonly canvas: HTMLCanvasElement;
  /** Moves the last picture to where it belongs now. Answers whether it has to be painted anew to be right. */
  follow(view: View): boolean;
  paint(view: View, draw: (context: CanvasRenderingContext2D, area: Box) => void): void;
  /** Milliseconds that the last painting took. */
  readonly cost: number;
  hide(): void;
}

export function createPaintedLayer(canvas: HTMLCanvasElement, margin: number): PaintedLayer {
  const context = canvas.getContext('2d');
  let painted: View | null = null;
  let cost = 0;
  let hidden = false;
  const place = (view: View) => {
    if (painted === null) return;
    const scale = view.zoom / painted.zoom;
    // What was painted at board point p stands at (p × painted.zoom + painted.x + margin) on the canvas.
    const x = view.x - (painted.x + margin) * scale;
    const y = view.y - (painted.y + margin) * scale;
    canvas.style.transform = scale === 1 ? `translate(${x}px, ${y}px)` : `translate(${x}px, ${y}px) scale(${scale})`;
  };
  return {
    canvas,
    get cost() {
      return cost;
    },
    follow(view) {
      if (painted === null) return true;
      place(view);
      if (view.zoom !== painted.zoom || view.w !== painted.w || view.h !== painted.h) return true;
      return !contains(visibleBox(painted, margin), visibleBox(view));
    },
    paint(view, draw) {
      if (context === null || view.w === 0 || view.h === 0) return;
      const started = performance.now();
      const ratio = window.devicePixelRatio;
      const width = Math.round((view.w + 2 * margin) * ratio);
      const height = Math.round((view.h + 2 * margin) * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${view.w + 2 * margin}px`;
        canvas.style.height = `${view.h + 2 * margin}px`;
      }
      if (hidden) {
        hidden = false;
        canvas.style.visibility = 'visible';
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      const scale = view.zoom * ratio;
      context.setTransform(scale, 0, 0, scale, (view.x + margin) * ratio, (view.y + margin) * ratio);
      draw(context, visibleBox(view, margin));
      painted = view;
      place(view);
      cost = performance.now() - started;
    },
    hide() {
      if (hidden) return;
      hidden = true;
      canvas.style.visibility = 'hidden';
    },
  };
}
