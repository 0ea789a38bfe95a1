import { useEffect, useRef, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import { doneTasks } from './lesson.ts';
import { keepProgress, keptProgress, newProgress, type Progress } from './progress.ts';

export interface ProgressState {
  readonly progress: Progress;
  readonly change: (patch: Partial<Progress>) => void;
}

/** How far the lesson is, kept on this device; what the board shows as done is added by itself. */
export function useProgress(): ProgressState {
  const { councilId, boardId, view, ui } = useRuntime();
  const [progress, setProgress] = useState(() => keptProgress() ?? newProgress(councilId, boardId));
  const latest = useRef(progress);
  const change = (patch: Partial<Progress>): void => {
    latest.current = { ...latest.current, ...patch };
    keepProgress(latest.current);
    setProgress(latest.current);
  };
  useEffect(() => {
    const look = (): void => {
      const before = latest.current.done;
      const done = doneTasks({ board: view.board, hiddenLines: ui.getState().hiddenRelations }, before);
      if (done.length === before.length) return;
      latest.current = { ...latest.current, done };
      keepProgress(latest.current);
      setProgress(latest.current);
    };
    look();
    const stops = [view.subscribe(look), ui.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [view, ui]);
  return { progress, change };
}
