import { type JSX, Suspense, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { isLessonBoard } from './progress.ts';

const Tour = lazyPart(() => import('./Tour.tsx').then((m) => ({ default: m.Tour })));

/** The lesson's card, on the board that was made for it and on no other. */
export function TourGate(): JSX.Element | null {
  const { boardId } = useRuntime();
  const [open, setOpen] = useState(() => isLessonBoard(boardId));
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Tour onClose={() => setOpen(false)} />
    </Suspense>
  );
}
