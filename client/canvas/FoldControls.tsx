import { Minus } from 'lucide-react';
import { type CSSProperties, type JSX, useSyncExternalStore } from 'react';
import { canFold, type Fold, foldingOf, foldSentence } from '#shared/board/folded.ts';
import type { Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { foldBox } from '#shared/drawing/draw-fold.ts';
import { setFolded, shownBoard } from '../gestures/fold.ts';
import { toScreen, visibleBox } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import { touches } from './geometry.ts';
import { useSlice, useView } from './use-subscription.ts';

/** Zoom under which the buttons would lie over one another. */
const LEAST_ZOOM = 0.3;
/** How far the − stands from the middle of the lower edge, where the + is, in CSS pixels. */
const ASIDE = 24;

/** What opens a folded branch: the painted count is the button's face. */
function OpenButton({ fold }: { readonly fold: Fold }): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  const view = useView(camera);
  const detail = useSlice(runtime.ui, (ui) => ui.detail);
  const box = scene.boxOf(fold.head);
  if (box === null || !touches(box, visibleBox(view, 40))) return null;
  const badge = foldBox(fold, box, detail);
  const at = toScreen(view, { x: box.x + badge.x, y: box.y + badge.y });
  const style: CSSProperties = {
    transform: `translate(${at.x}px, ${at.y}px)`,
    width: badge.w * view.zoom,
    height: badge.h * view.zoom,
  };
  const name = nameOf(scene.board, fold.head);
  return (
    <button
      type="button"
      className="fold-open"
      tabIndex={-1}
      style={style}
      title={`${foldSentence(fold)}. Click to open.`}
      aria-label={`Open ${name}: ${foldSentence(fold)}`}
      onClick={() => setFolded(runtime, [fold.head], false)}
    />
  );
}

/** What folds the branch under the box that is pointed at. */
function FoldButton({ id }: { readonly id: Id }): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  const view = useView(camera);
  const box = scene.boxOf(id);
  if (box === null) return null;
  const at = toScreen(view, { x: box.x + box.w / 2, y: box.y + box.h });
  return (
    <button
      type="button"
      className="fold-handle"
      tabIndex={-1}
      title="Fold what is below (Alt X)"
      aria-label={`Fold what is below ${nameOf(scene.board, id)}`}
      style={{ transform: `translate(${at.x - ASIDE}px, ${at.y + 4}px)` }}
      onClick={() => setFolded(runtime, [id], true)}
    >
      <Minus size={12} strokeWidth={2.5} aria-hidden="true" />
    </button>
  );
}

/** Folding with the pointer: a − under what has something below it, and the count under what is folded, which opens it. */
export function FoldControls(): JSX.Element | null {
  const { runtime } = useCanvas();
  const hovered = useSlice(runtime.ui, (ui) => ui.hovered);
  const selection = useSlice(runtime.ui, (ui) => ui.selection);
  const zoom = useSlice(runtime.ui, (ui) => ui.zoom);
  const busy = useSlice(runtime.ui, (ui) => ui.drag !== null || ui.morph !== null || ui.editing !== null);
  useSlice(runtime.ui, (ui) => ui.folds);
  useSyncExternalStore(runtime.view.subscribe, () => runtime.view.board);
  if (busy || zoom < LEAST_ZOOM) return null;
  // Not the scene's: asking that after each change would lay the lines anew more often than they are painted.
  const board = shownBoard(runtime);
  const { folds } = foldingOf(board);
  const only = selection.size === 1 ? ([...selection][0] ?? null) : null;
  const over = hovered !== null && board.elements.has(hovered) ? hovered : only;
  const open = over !== null && board.elements.has(over) && !folds.has(over) && canFold(board, over) ? over : null;
  return (
    <div className="canvas-above">
      {[...folds.values()].map((fold) => (
        <OpenButton key={fold.head} fold={fold} />
      ))}
      {open !== null && <FoldButton id={open} />}
    </div>
  );
}
