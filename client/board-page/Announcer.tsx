import type { JSX } from 'react';
import { useStore } from 'zustand';
import { useOthersSaid } from '../outline/use-others-said.ts';
import { useRuntime } from '../session/runtime.ts';

/** Says to screen readers what a command did, and, each in its own time, what others changed. */
export function Announcer(): JSX.Element {
  const { ui } = useRuntime();
  const announcement = useStore(ui, (s) => s.announcement);
  const others = useOthersSaid();
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
      <div className="visually-hidden" role="log" aria-live="polite" aria-label="What others change">
        {others}
      </div>
    </>
  );
}
