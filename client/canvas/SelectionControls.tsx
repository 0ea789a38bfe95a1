import { Plus } from 'lucide-react';
import { type CSSProperties, type JSX, useSyncExternalStore } from 'react';
import { foldingOf } from '#shared/board/folded.ts';
import type { Box, Id } from '#shared/board/model.ts';
import { addChild, addSibling } from '../gestures/grow.ts';
import { CORNERS, type Corner } from '../gestures/resize.ts';
import { toScreen } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import { useSlice, useView } from './use-subscription.ts';

/** Zoom under which growing by a click makes no sense: one could not read what was added. */
const LEAST_ZOOM = 0.4;
/** Distance of handles from the box, in CSS pixels. */
const OUT = 4;

const CURSORS: Readonly<Record<Corner, string>> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
};

const at = (x: number, y: number): CSSProperties => ({ transform: `translate(${x}px, ${y}px)` });

/** Handles on what is selected or under the pointer: grow the tree, draw a line, pull to another size. */
export function SelectionControls(): JSX.Element | null {
  const { runtime, scene, live } = useCanvas();
  const selection = useSlice(runtime.ui, (ui) => ui.selection);
  const hovered = useSlice(runtime.ui, (ui) => ui.hovered);
  const tool = useSlice(runtime.ui, (ui) => ui.tool.tool);
  const editing = useSlice(runtime.ui, (ui) => ui.editing !== null);
  const drag = useSlice(runtime.ui, (ui) => ui.drag !== null || ui.morph !== null);
  const busy = useSlice(live, (state) => state.busy && state.resizing === null);
  useSyncExternalStore(runtime.view.subscribe, () => runtime.view.board);
  if (tool !== 'select' || editing || drag || busy || !runtime.can('board.edit')) return null;
  const only = selection.size === 1 ? ([...selection][0] ?? null) : null;
  const over = hovered !== null && hovered !== only && scene.board.elements.has(hovered) ? hovered : null;
  return (
    <div className="canvas-above">
      {over !== null && !selection.has(over) && <GrowHandles id={over} />}
      {only !== null && (
        <>
          <SizeHandles id={only} />
          <GrowHandles id={only} />
        </>
      )}
    </div>
  );
}

function useScreenBox(id: Id): { readonly box: Box; readonly zoom: number } | null {
  const { scene, camera, live } = useCanvas();
  const view = useView(camera);
  useSlice(live, (state) => state.resizing);
  const box = scene.boxOf(id);
  if (box === null) return null;
  return { box: { ...toScreen(view, box), w: box.w * view.zoom, h: box.h * view.zoom }, zoom: view.zoom };
}

function GrowHandles({ id }: { readonly id: Id }): JSX.Element | null {
  const { runtime, scene } = useCanvas();
  const shown = useScreenBox(id);
  const hovered = useSlice(runtime.ui, (ui) => ui.hovered);
  const element = scene.board.elements.get(id);
  if (shown === null || element === undefined || shown.zoom < LEAST_ZOOM || scene.hidden.has(id)) return null;
  const folded = foldingOf(scene.board).folds.has(id);
  const { x, y, w, h } = shown.box;
  const name = element.name;
  // Lines are drawn from what is under the pointer; a selection by itself shows only how it grows.
  const lines = hovered === id ? [at(x - OUT, y + h / 2), at(x + w / 2, y - OUT)] : [];
  const plus = <Plus size={12} strokeWidth={2.5} aria-hidden="true" />;
  return (
    <>
      {!folded && (
        <button
          type="button"
          className="grow-handle"
          title="Below it (Tab)"
          aria-label={`Add below ${name}`}
          tabIndex={-1}
          style={at(x + w / 2, y + h + OUT)}
          onClick={() => addChild(runtime, id)}
        >
          {plus}
        </button>
      )}
      <button
        type="button"
        className="grow-handle"
        title="Beside it (Enter)"
        aria-label={`Add beside ${name}`}
        tabIndex={-1}
        style={at(x + w + OUT, y + h / 2)}
        onClick={() => addSibling(runtime, id)}
      >
        {plus}
      </button>
      {lines.map((style) => (
        <button
          key={String(style.transform)}
          type="button"
          className="line-handle"
          title="Drag to draw a line"
          aria-label={`Draw a line from ${name}`}
          tabIndex={-1}
          data-handle="line"
          data-of={id}
          style={style}
        />
      ))}
    </>
  );
}

function SizeHandles({ id }: { readonly id: Id }): JSX.Element | null {
  const { scene } = useCanvas();
  const shown = useScreenBox(id);
  const { board } = scene;
  const element = board.elements.get(id);
  const overlay = board.overlays.get(id);
  const zone = overlay?.kind === 'zone' && !overlay.collapsed;
  if (shown === null || (element === undefined && !zone && !board.frames.has(id))) return null;
  // Where size says something the handles show; elsewhere the corner only changes the pointer.
  const plain = element !== undefined && !scene.isContainer(id) && element.kind !== 'card';
  const { x, y, w, h } = shown.box;
  return (
    <>
      {CORNERS.map((corner) => (
        <button
          key={corner}
          type="button"
          className="size-handle"
          aria-label="Change size"
          tabIndex={-1}
          data-handle={corner}
          data-of={id}
          style={{
            ...at(x + (corner.endsWith('w') ? -OUT : w + OUT), y + (corner.startsWith('n') ? -OUT : h + OUT)),
            cursor: CURSORS[corner],
            ...(plain ? { opacity: 0 } : {}),
          }}
        />
      ))}
    </>
  );
}
