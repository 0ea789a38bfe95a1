import { type JSX, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Box } from '#shared/board/model.ts';
import { toScreen } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import type { Scene } from './scene.ts';

const kept = new WeakMap<object, Box | null>();
const boundsNow = (scene: Scene): Box | null => {
  const board = scene.board;
  const known = kept.get(board);
  if (known !== undefined) return known;
  const box = scene.bounds();
  kept.set(board, box);
  return box;
};

/** Title and subtitle of the board, above the top left corner of the drawing. Follows the view without rendering. */
export function BoardTitle(): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  const board = useSyncExternalStore(runtime.view.subscribe, () => runtime.view.board);
  const ref = useRef<HTMLDivElement>(null);
  const box = boundsNow(scene);
  const { title, subtitle } = board.meta;
  const height = subtitle === '' ? 24 : 42;
  const shown = box !== null && title !== '';
  useEffect(() => {
    if (!shown || box === null) return undefined;
    const place = () => {
      const view = camera.get();
      const at = toScreen(view, box);
      // It keeps its size while the drawing shrinks, down to where it would be wider than what it names.
      const scale = Math.max(0.6, Math.min(1, view.zoom * 1.4));
      if (ref.current === null) return;
      ref.current.style.transform = `translate(${at.x}px, ${at.y - (height + 20) * scale}px) scale(${scale})`;
    };
    place();
    return camera.subscribe(place);
  }, [camera, box, height, shown]);
  if (!shown) return null;
  return (
    <div ref={ref} className="board-title">
      <h1>{title}</h1>
      {subtitle !== '' && <p>{subtitle}</p>}
    </div>
  );
}
