import { type JSX, Suspense, useRef } from 'react';
import { useStore } from 'zustand';
import { useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { usePinning } from './use-pinning.ts';

const PinsLayer = lazyPart(() => import('./PinsLayer.tsx').then((m) => ({ default: m.PinsLayer })));

function Gate({ room }: { readonly room: CritiqueRoom }): JSX.Element | null {
  const some = useStore(room.store, ({ comments, mine }) => comments.length > 0 || (mine?.comments.length ?? 0) > 0);
  const presenting = useUi((ui) => ui.presenting);
  const writing = useStore(room.ui, (ui) => ui.pinning !== null || ui.draft !== null);
  const ref = useRef<HTMLSpanElement>(null);
  // Here, not in the layer: a click right after a pin was taken must not wait for what is still being loaded.
  const area = usePinning(room, ref);
  return (
    <>
      <span ref={ref} hidden />
      {/* Whoever presents shows the drawing alone. */}
      {!presenting && (some || writing) && (
        <Suspense fallback={null}>
          <PinsLayer room={room} area={area} />
        </Suspense>
      )}
    </>
  );
}

/** The pins of the open board; nothing of them is loaded before there is one to show or to set. */
export function PinsGate(): JSX.Element | null {
  const { critique } = useRuntime();
  return critique === null ? null : <Gate room={critique} />;
}
