import { type JSX, Suspense } from 'react';
import { useStore } from 'zustand';
import { useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import type { CritiqueRoom } from '../critique-room.ts';

const PinsLayer = lazyPart(() => import('./PinsLayer.tsx').then((m) => ({ default: m.PinsLayer })));

function Gate({ room }: { readonly room: CritiqueRoom }): JSX.Element | null {
  const some = useStore(room.store, ({ comments, mine }) => comments.length > 0 || (mine?.comments.length ?? 0) > 0);
  const presenting = useUi((ui) => ui.presenting);
  const writing = useStore(room.ui, (ui) => ui.pinning !== null || ui.draft !== null);
  // Whoever presents shows the drawing alone.
  if (presenting || (!some && !writing)) return null;
  return (
    <Suspense fallback={null}>
      <PinsLayer room={room} />
    </Suspense>
  );
}

/** The pins of the open board; nothing of them is loaded before there is one to show or to set. */
export function PinsGate(): JSX.Element | null {
  const { critique } = useRuntime();
  return critique === null ? null : <Gate room={critique} />;
}
