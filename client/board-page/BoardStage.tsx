import { type JSX, Suspense, useEffect, useState } from 'react';
import { BoardCanvas } from '../canvas/BoardCanvas.tsx';
import { fitting } from '../outline/kept-look.ts';
import { OutlineDialogs } from '../outline/OutlineDialogs.tsx';
import { BoardChrome } from '../panels/BoardChrome.tsx';
import { useUi } from '../panels/use-board.ts';
import { lazyPart } from '../ui/lazy-part.ts';

const Outline = lazyPart(() => import('../outline/Outline.tsx').then((m) => ({ default: m.Outline })));

/** The drawing, its outline, or both side by side, and what floats over them. */
export function BoardStage(): JSX.Element {
  const look = fitting(useUi((state) => state.look));
  // Whoever opens a board as its outline draws nothing until the drawing is asked for; then it stays.
  const [drawn, setDrawn] = useState(look !== 'outline');
  useEffect(() => {
    if (look !== 'outline') setDrawn(true);
  }, [look]);
  return (
    <div className="board-stage" data-look={look}>
      {look !== 'canvas' && (
        <div className="board-outline">
          <Suspense fallback={null}>
            <Outline />
          </Suspense>
        </div>
      )}
      <div className="board-beside">
        {drawn && (
          <div className="board-drawing" inert={look === 'outline'}>
            <BoardCanvas />
          </div>
        )}
        <BoardChrome />
      </div>
      <OutlineDialogs />
    </div>
  );
}
