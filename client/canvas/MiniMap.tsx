import { useReactFlow } from '@xyflow/react';
import { type JSX, type PointerEvent, useEffect, useRef } from 'react';
import type { Box, Point } from '#shared/board/model.ts';
import { visibleBox } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import { currentPalette, onPaletteChange } from './theme-palette.ts';
import { useSlice } from './use-subscription.ts';

const W = 156;
const H = 96;
/** Milliseconds after a change until the map shows it. */
const REDRAW = 300;

/** The whole board small, with the window on it; drag to look elsewhere. */
export function MiniMap(): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  const flow = useReactFlow();
  const ref = useRef<HTMLCanvasElement>(null);
  const shown = useSlice(runtime.ui, (ui) => !ui.quiet && !ui.closedPanels.has('minimap'));
  const map = useRef<{ scale: number; x: number; y: number }>({ scale: 1, x: 0, y: 0 });

  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d') ?? null;
    if (!shown || canvas === null || context === null) return;
    let frame = 0;
    const picture = document.createElement('canvas');
    const paper = picture.getContext('2d');
    let extent: Box | null = null;
    let dirty = true;

    const drawBoard = (ratio: number) => {
      const palette = currentPalette();
      for (const one of [canvas, picture]) {
        one.width = W * ratio;
        one.height = H * ratio;
      }
      const content = scene.bounds();
      extent = content;
      if (content === null || paper === null) return;
      const scale = Math.min((W - 8) / content.w, (H - 8) / content.h, 0.25);
      map.current = {
        scale,
        x: W / 2 - (content.x + content.w / 2) * scale,
        y: H / 2 - (content.y + content.h / 2) * scale,
      };
      paper.setTransform(scale * ratio, 0, 0, scale * ratio, map.current.x * ratio, map.current.y * ratio);
      paper.strokeStyle = palette.ink;
      paper.globalAlpha = 0.35;
      paper.lineWidth = 0.8 / scale;
      paper.beginPath();
      for (const [id, route] of scene.routes) {
        if (scene.board.relations.get(id)?.kind !== 'reports') continue;
        route.points.forEach((at, i) => {
          if (i === 0) paper.moveTo(at.x, at.y);
          else paper.lineTo(at.x, at.y);
        });
      }
      paper.stroke();
      for (const element of scene.board.elements.values()) {
        if (scene.hidden.has(element.id)) continue;
        const container = scene.isContainer(element.id);
        paper.globalAlpha = container ? 0.25 : 0.7;
        paper.fillStyle = container ? palette['ink-4'] : palette['ink-3'];
        paper.fillRect(element.x, element.y, element.w, element.h);
      }
    };

    const draw = () => {
      frame = 0;
      const ratio = window.devicePixelRatio;
      if (dirty) drawBoard(ratio);
      dirty = false;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      if (extent === null) return;
      context.drawImage(picture, 0, 0);
      const { scale, x, y } = map.current;
      const seen = visibleBox(camera.get());
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.globalAlpha = 1;
      context.strokeStyle = currentPalette().accent;
      context.lineWidth = 1;
      const left = Math.max(0.5, seen.x * scale + x);
      const top = Math.max(0.5, seen.y * scale + y);
      const right = Math.min(W - 0.5, (seen.x + seen.w) * scale + x);
      const bottom = Math.min(H - 0.5, (seen.y + seen.h) * scale + y);
      if (right > left && bottom > top) context.strokeRect(left, top, right - left, bottom - top);
    };
    const request = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    let later: ReturnType<typeof setTimeout> | undefined;
    /** The whole board small is wanted a few times a second at most; the window on it follows at once. */
    const redraw = () => {
      later ??= setTimeout(() => {
        later = undefined;
        dirty = true;
        request();
      }, REDRAW);
    };
    const stops = [
      camera.subscribe(request),
      runtime.view.subscribe(redraw),
      runtime.ui.subscribe((now, before) => {
        if (now.folds !== before.folds) redraw();
      }),
      onPaletteChange(redraw),
    ];
    request();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
      for (const stop of stops) stop();
    };
  }, [shown, runtime, scene, camera]);

  if (!shown) return null;
  const look = (event: PointerEvent<HTMLCanvasElement>) => {
    const corner = event.currentTarget.getBoundingClientRect();
    const { scale, x, y } = map.current;
    const at: Point = { x: (event.clientX - corner.left - x) / scale, y: (event.clientY - corner.top - y) / scale };
    const { zoom, w, h } = camera.get();
    runtime.ui.setState({ following: null });
    // A move that already is the pointer's needs no animation of its own.
    void flow.setViewport({ x: w / 2 - at.x * zoom, y: h / 2 - at.y * zoom, zoom });
  };
  return (
    <div className="mini-map" data-own-pointer="true">
      <canvas
        ref={ref}
        aria-label="Map of the board"
        role="img"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          look(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) look(event);
        }}
      />
    </div>
  );
}
