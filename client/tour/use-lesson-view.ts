import { useEffect } from 'react';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Board } from '#shared/board/model.ts';
import { type BoardRuntime, useRuntime } from '../session/runtime.ts';
import { isSample } from './sample-ids.ts';

/** Room of bars, palette and panels round the free part of the canvas, in CSS pixels. */
const BARS = { left: 100, right: 312, top: 140 };
/** The least window that has room for the sample and for a drawing below it. */
const LEAST = { width: 700, height: 560 };
const NEAREST = 0.85;

/** Shows the sample at the top of the window, so that there is room to draw below it. Answers whether it could. */
function show({ control, ui }: BoardRuntime, board: Board): boolean {
  const sample = boundsOf([...board.elements.values()].filter((one) => isSample(one.id)));
  if (sample === null || control === null) return false;
  const seen = control.visible();
  const now = ui.getState().zoom;
  const [width, height] = [seen.w * now, seen.h * now];
  if (width === 0) return false;
  if (width < LEAST.width || height < LEAST.height) {
    control.fit({ instant: true });
    return true;
  }
  const room = width - BARS.left - BARS.right;
  // The flag of the tiger team stands beside the boxes.
  const zoom = Math.min(NEAREST, room / (sample.w + 80), (height - BARS.top - 80) / (2 * sample.h));
  control.contain({
    x: sample.x + sample.w / 2 - (BARS.left + room / 2 - 8) / zoom,
    y: sample.y - (BARS.top - 8) / zoom,
    w: (width - 16) / zoom,
    h: (height - 16) / zoom,
  });
  return true;
}

/** Turns the view to the lesson's sample once, when it is there and the board has made room for the card. */
export function useLessonView(): void {
  const runtime = useRuntime();
  useEffect(() => {
    let stop = (): void => undefined;
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      // Two frames: one in which the canvas learns its new size, one in which its own first view is done.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          if (show(runtime, runtime.view.board)) stop();
        });
      });
    };
    stop = runtime.view.subscribe(soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [runtime]);
}
