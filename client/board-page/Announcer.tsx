import type { JSX } from 'react';
import { useStore } from 'zustand';
import { useRuntime } from '../session/runtime.ts';

/** Says to screen readers what a command did. */
export function Announcer(): JSX.Element {
  const { ui } = useRuntime();
  const announcement = useStore(ui, (s) => s.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
