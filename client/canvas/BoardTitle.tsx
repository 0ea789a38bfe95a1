import { type JSX, useSyncExternalStore } from 'react';
import type { Box } from '#shared/board/model.ts';
import { toScreen } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import type { Scene } from './scene.ts';
import { useView } from './use-subscription.ts';

const kept = new WeakMap<object, Box | null>();
const boundsNow = (scene: Scene): Box | null => {
  const board = scene.board;
  const known = kept.get(board);
  if (known !== undefined) return known;
  const box = scene.bounds();
  kept.set(board, box);
  return box;
};

/** Title and subtitle of the board, above the top left corner of the drawing. */
export function BoardTitle(): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  const view = useView(camera);
  const board = useSyncExternalStore(runtime.view.subscribe, () => runtime.view.board);
  const box = boundsNow(scene);
  if (box === null || board.meta.title === '') return null;
  const at = toScreen(view, box);
  const height = board.meta.subtitle === '' ? 24 : 42;
  // The title keeps its size while the drawing shrinks, down to where it would be wider than what it names.
  const scale = Math.max(0.6, Math.min(1, view.zoom * 1.4));
  return (
    <div
      className="board-title"
      style={{ transform: `translate(${at.x}px, ${at.y - (height + 20) * scale}px) scale(${scale})` }}
    >
      <h1>{board.meta.title}</h1>
      {board.meta.subtitle !== '' && <p>{board.meta.subtitle}</p>}
    </div>
  );
}
