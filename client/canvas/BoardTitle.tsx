import { type JSX, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Box } from '#shared/board/model.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { toScreen } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import type { Scene } from './scene.ts';

/** Room at the edges of the window, and the least width of a title, in CSS pixels. */
const MARGIN = 16;
const LEAST = 120;
/** Under this zoom the line below the title would be smaller than what can be read. */
const FAR = 0.6;

const kept = new WeakMap<object, Box | null>();
const boundsNow = (scene: Scene): Box | null => {
  const board = scene.board;
  const known = kept.get(board);
  if (known !== undefined) return known;
  const box = scene.bounds();
  kept.set(board, box);
  return box;
};

function onceAFrame({ view }: BoardRuntime, listener: () => void): () => void {
  let frame = 0;
  const stop = view.subscribe(() => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      listener();
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}

/** Title and subtitle of the board, above the top left corner of the drawing. Follows the view without rendering. */
export function BoardTitle(): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  // Once a frame: where it stands follows from the lines, which are laid anew for each board that is asked about.
  const subscribe = useCallback((listener: () => void) => onceAFrame(runtime, listener), [runtime]);
  const board = useSyncExternalStore(subscribe, () => runtime.view.board);
  const ref = useRef<HTMLDivElement>(null);
  const box = boundsNow(scene);
  const { title, subtitle } = board.meta;
  const tall = useRef(0);
  const wide = useRef(0);
  const shown = box !== null && title !== '';
  useEffect(() => {
    if (!shown || box === null || `${title}${subtitle}` === '') return undefined;
    wide.current = 0;
    const place = () => {
      const view = camera.get();
      const at = toScreen(view, box);
      // It keeps its size while the drawing shrinks, down to where it would be wider than what it names.
      const scale = Math.max(0.6, Math.min(1, view.zoom * 1.4));
      const element = ref.current;
      if (element === null) return;
      // It stays in the window as long as what it names does, and is no wider than the window.
      const end = at.x + box.w * view.zoom;
      const x = Math.min(Math.max(at.x, MARGIN), Math.max(at.x, end - LEAST));
      const width = Math.ceil(Math.max(LEAST, view.w - Math.max(x, 0) - MARGIN) / scale / 16) * 16;
      // Its height is asked only when its width changed: the page is laid out for it.
      const far = view.zoom < FAR ? 'true' : 'false';
      if (width !== wide.current || element.dataset['far'] !== far) {
        wide.current = width;
        element.dataset['far'] = far;
        element.style.maxWidth = `${width}px`;
        tall.current = element.offsetHeight;
      }
      element.style.transform = `translate(${x}px, ${at.y - (tall.current + 20) * scale}px) scale(${scale})`;
    };
    place();
    return camera.subscribe(place);
  }, [camera, box, shown, title, subtitle]);
  if (!shown) return null;
  return (
    <div ref={ref} className="board-title">
      <h1>{title}</h1>
      {subtitle !== '' && <p>{subtitle}</p>}
    </div>
  );
}
