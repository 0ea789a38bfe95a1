import { type JSX, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { BoardCanvas } from '../canvas/BoardCanvas.tsx';
import { fitting, isPhone, keptLook } from '../outline/kept-look.ts';
import { OutlineDialogs } from '../outline/OutlineDialogs.tsx';
import { BoardChrome } from '../panels/BoardChrome.tsx';
import { useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';

const Outline = lazy(() => import('../outline/Outline.tsx').then((m) => ({ default: m.Outline })));

/** The drawing, its outline, or both side by side, and what floats over them. */
export function BoardStage(): JSX.Element {
  const { ui } = useRuntime();
  const look = fitting(useUi((state) => state.look));
  // A phone that shows the outline draws nothing until it is asked to.
  const [drawn, setDrawn] = useState(() => !(isPhone() && keptLook() === 'outline'));
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    ui.setState({ look: keptLook() });
  }, [ui]);
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
