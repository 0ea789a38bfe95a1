import { type JSX, useEffect, useRef } from 'react';
import type { Box, Id } from '#shared/board/model.ts';
import { hiddenLines, litChanged, litSet } from '../lenses/lit-set.ts';
import { useCanvas } from './canvas-context.ts';
import { changedPart, type Painted } from './changed-part.ts';
import { boundsAbove, boundsBelow } from './layer-bounds.ts';
import { hasRings, paintGesture, paintRings } from './paint-rings.ts';
import { linesToPaint, type PaintInput, paintAbove, paintBase, paintLive } from './paint-scene.ts';
import { createPaintedLayer, type PaintedLayer } from './painted-layer.ts';
import { applyOverrides, currentPalette, onPaletteChange } from './theme-palette.ts';

/** Margins of the layers around the window, in CSS pixels: how far one can pan before they are painted anew. */
const BASE_MARGIN = 320;
const LIVE_MARGIN = 64;

/** Milliseconds between two paintings while zooming. */
const ZOOM_PAINT = 110;

/** Parts of the window's state that rings and gestures are painted from. */
const RING_PARTS = ['selection', 'hovered', 'dropTarget', 'drag', 'morph'] as const;

const sameKeys = (a: ReadonlyMap<Id, Box>, b: ReadonlyMap<Id, Box>): boolean =>
  a.size === b.size && [...a.keys()].every((id) => b.has(id));

/** The painted layers under the nodes; `over` is the one above them, which the canvas places itself. */
export function PaintLayers({ over }: { readonly over: { readonly current: HTMLCanvasElement | null } }): JSX.Element {
  const { runtime, scene, camera, live } = useCanvas();
  const baseRef = useRef<HTMLCanvasElement>(null);
  const liveRef = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (baseRef.current === null || liveRef.current === null || over.current === null) return;
    const base = createPaintedLayer(baseRef.current, BASE_MARGIN);
    const moving = createPaintedLayer(liveRef.current, LIVE_MARGIN);
    const above = createPaintedLayer(over.current, LIVE_MARGIN);
    const root = baseRef.current.closest<HTMLElement>('.board-canvas');
    let palette = currentPalette();
    if (root !== null) applyOverrides(root);
    let baseDirty = true;
    let restDirty = true;
    let frame = 0;
    let movedBefore: ReadonlyMap<Id, Box> = new Map();
    let painted: Painted | null = null;

    const input = (context: CanvasRenderingContext2D, area: Box): PaintInput => {
      const ui = runtime.ui.getState();
      return {
        context,
        scene,
        area,
        zoom: camera.get().zoom,
        detail: ui.detail,
        palette,
        hiddenRelations: hiddenLines(ui),
        focus: litSet(scene.board, ui),
        dimmed: live.getState().dimmed,
        lit: ui.hovered,
        copying: live.getState().copying,
        editing: ui.editing?.id ?? null,
        frames: runtime.ui.getState().presenting ? null : runtime.view.state,
      };
    };

    // Loaded when there is something to compare.
    let comparing: typeof import('./paint-comparison.ts') | null = null;
    const compared = () => {
      const { comparison } = runtime.ui.getState();
      if (comparison === null || comparing !== null) return comparison;
      void import('./paint-comparison.ts').then((module) => {
        comparing = module;
        all();
      });
      return null;
    };

    const draw = () => {
      frame = 0;
      const comparison = compared();
      const view = camera.get();
      const moved = scene.moved;
      if (moved !== movedBefore) {
        if (!sameKeys(moved, movedBefore)) baseDirty = true;
        movedBefore = moved;
        restDirty = true;
      }
      // Lines of a large board arrive after its boxes.
      const lines = linesToPaint({ scene, hiddenRelations: hiddenLines(runtime.ui.getState()) });
      const now: Painted = { board: scene.board, routes: lines };
      let part: Box | null = null;
      if (now.routes !== painted?.routes || now.board !== painted.board) {
        const dims = comparison !== null || litSet(scene.board, runtime.ui.getState()) !== null;
        if (painted !== null && !baseDirty && !dims) part = changedPart(painted, now);
        if (part === null) baseDirty = true;
        restDirty = true;
      }
      // While zooming the last pictures are scaled, and painted anew a few times a second.
      const scaled = camera.moving() && performance.now() - base.paintedAt < ZOOM_PAINT;
      const due = (layer: PaintedLayer, dirty: boolean): boolean => {
        const late = layer.follow(view);
        if (dirty || (late && !scaled)) return true;
        if (late) request();
        return false;
      };
      if (due(base, baseDirty)) {
        base.paint(view, (context, area) => {
          paintBase(input(context, area));
          if (comparison !== null) comparing?.paintComparisonBelow(input(context, area), comparison);
        });
        baseDirty = false;
        painted = now;
      } else if (part !== null) {
        base.paintPart(part, (context, area) => paintBase(input(context, area)));
        painted = now;
      }
      if (painted === now) {
        // For measuring: the first picture of boxes, and the one that has every line in its place.
        if (root !== null && scene.board.elements.size > 0)
          root.dataset['painted'] = scene.settled && view.w > 0 ? 'all' : 'boxes';
      }
      const rings = { scene, runtime, live: live.getState(), zoom: view.zoom, palette };
      if (moved.size === 0 && !hasRings(runtime)) moving.hide();
      else if (due(moving, restDirty)) {
        moving.paint(
          view,
          (context, area) => {
            if (moved.size > 0) paintLive(input(context, area));
            paintRings({ context, ...rings });
          },
          boundsBelow(scene, runtime, view.zoom),
        );
      }
      // Ghosts may stand anywhere: then the whole window is covered.
      const content =
        (comparison?.as ?? 'ghosts') !== 'ghosts' ? undefined : boundsAbove(scene, runtime, live.getState(), view.zoom);
      if (content === null) above.hide();
      else if (due(above, restDirty)) {
        above.paint(
          view,
          (context, area) => {
            paintAbove(input(context, area));
            if (comparison !== null) comparing?.paintComparisonAbove(input(context, area), comparison);
            paintGesture({ context, ...rings });
          },
          content,
        );
      }
      restDirty = false;
    };

    const request = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const all = () => {
      baseDirty = true;
      restDirty = true;
      request();
    };
    const rest = () => {
      restDirty = true;
      request();
    };
    const stops = [
      camera.subscribe(request),
      camera.onRest(request),
      scene.subscribe(rest),
      runtime.view.subscribe(rest),
      runtime.ui.subscribe((now, before) => {
        if (now.hiddenRelations !== before.hiddenRelations || now.detail !== before.detail) all();
        else if (now.comparison !== before.comparison) all();
        else if (now.folds !== before.folds || litChanged(now, before)) all();
        else if (now.editing?.id !== before.editing?.id) all();
        else if (now.hovered !== before.hovered && live.getState().dimmed.size > 0) all();
        else if (RING_PARTS.some((part) => now[part] !== before[part])) rest();
      }),
      live.subscribe((now, before) =>
        now.dimmed === before.dimmed && now.copying === before.copying ? rest() : all(),
      ),
      onPaletteChange(() => {
        palette = currentPalette();
        if (root !== null) applyOverrides(root);
        all();
      }),
    ];
    document.fonts.addEventListener('loadingdone', all);
    all();
    return () => {
      cancelAnimationFrame(frame);
      document.fonts.removeEventListener('loadingdone', all);
      for (const stop of stops) stop();
    };
  }, [runtime, scene, camera, live, over]);

  return (
    <>
      <canvas ref={baseRef} className="canvas-layer" />
      <canvas ref={liveRef} className="canvas-layer" />
    </>
  );
}
