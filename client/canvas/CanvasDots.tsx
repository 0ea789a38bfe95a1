import { type JSX, useEffect, useRef } from 'react';
import { useCanvas } from './canvas-context.ts';

/** Step of the grid of dots, in units. */
const STEP = 24;

/** Grid dots, shown only while something moves. Follows the view without rendering. */
export function CanvasDots(): JSX.Element {
  const { camera, live } = useCanvas();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = () => {
      const element = ref.current;
      if (element === null) return;
      const { x, y, zoom } = camera.get();
      const shown = zoom >= 0.5 && live.getState().busy;
      element.dataset['shown'] = String(shown);
      if (!shown) return;
      element.style.backgroundSize = `${STEP * zoom}px ${STEP * zoom}px`;
      element.style.backgroundPosition = `${x}px ${y}px`;
    };
    const stops = [camera.subscribe(show), live.subscribe(show)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [camera, live]);
  return <div ref={ref} className="canvas-dots" />;
}
