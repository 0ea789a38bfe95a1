import { type JSX, useSyncExternalStore } from 'react';
import { nameOf } from '#shared/board/sentences.ts';
import { followLink } from '../links/follow-link.ts';
import { linkOf, linkWords } from '../links/link-target.ts';
import { toScreen } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import { LINK_RADIUS, linkPoint } from './link-mark.ts';
import { useSlice, useView } from './use-subscription.ts';

/** Makes the arrow on the box that is pointed at, or selected, a button that follows its link. */
export function LinkControls(): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  const hovered = useSlice(runtime.ui, (ui) => ui.hovered);
  const selection = useSlice(runtime.ui, (ui) => ui.selection);
  const near = useSlice(runtime.ui, (ui) => ui.detail === 3 && ui.drag === null && ui.morph === null);
  useSyncExternalStore(runtime.view.subscribe, () => runtime.view.board);
  const view = useView(camera);
  const only = selection.size === 1 ? ([...selection][0] ?? null) : null;
  const { elements } = runtime.view.board;
  const element = elements.get(hovered ?? '') ?? elements.get(only ?? '');
  const target = element === undefined ? null : linkOf(element);
  if (!near || element === undefined || target === null || scene.hidden.has(element.id)) return null;
  const box = scene.boxOf(element.id) ?? element;
  const middle = linkPoint(box);
  const at = toScreen(view, { x: box.x + middle.x - LINK_RADIUS, y: box.y + middle.y - LINK_RADIUS });
  const size = 2 * LINK_RADIUS * view.zoom;
  return (
    <div className="canvas-above">
      <button
        type="button"
        className="link-handle"
        tabIndex={-1}
        style={{ transform: `translate(${at.x}px, ${at.y}px)`, width: size, height: size }}
        title={`${linkWords(target)} (Alt Shift K)`}
        aria-label={`${linkWords(target)}, from ${nameOf(runtime.view.board, element.id)}`}
        onClick={() => followLink(runtime, element.id)}
      />
    </div>
  );
}
