import { type JSX, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Box } from '#shared/board/model.ts';
import { type BoardRuntime, useRuntime } from '../../session/runtime.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { type KeptWhatIf, keptWhatIf, type WhatIfPlace } from './kept-what-if.ts';
import type { WhatIfPage } from './WhatIfStage.tsx';

const ProposalBar = lazyPart(() => import('./ProposalBar.tsx').then((m) => ({ default: m.ProposalBar })));
const KeptBar = lazyPart(() => import('./KeptBar.tsx').then((m) => ({ default: m.KeptBar })));

const placeOf = (room: CritiqueRoom): WhatIfPlace => ({
  councilId: room.councilId,
  boardId: room.boardId ?? '',
  seat: room.seat,
});

/** Looks at a part of the board as soon as its canvas stands. Answers how to give it up. */
function lookAt(runtime: BoardRuntime, box: Box): () => void {
  let frame = 0;
  const look = (): void => {
    if (runtime.control === null) frame = requestAnimationFrame(look);
    // The canvas takes its own first look in the frame in which it stands.
    else frame = requestAnimationFrame(() => runtime.control?.contain(box));
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/** What is looked at when it is a part of the board; whoever sees all of it sees all of it again, clear of the bars. */
function partSeen({ control, view }: BoardRuntime): Box | null {
  const seen = control?.visible();
  const elements = [...view.board.elements.values()];
  if (seen === undefined || elements.length === 0) return null;
  const whole = elements.every(
    ({ x, y, w, h }) => x >= seen.x && y >= seen.y && x + w <= seen.x + seen.w && y + h <= seen.y + seen.h,
  );
  return whole ? null : seen;
}

interface Open {
  readonly Page: typeof WhatIfPage;
  readonly made: import('./draft-runtime.ts').WhatIfDraft;
  readonly kept: KeptWhatIf | null;
}

/** The copy that is drawn on while `whatIf` says so; `null` before its tools have arrived. */
function useDraft(room: CritiqueRoom, drawing: boolean): Open | null {
  const runtime = useRuntime();
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    if (!drawing) return undefined;
    let left = false;
    let stop: (() => void) | null = null;
    let made: Open['made'] | null = null;
    Promise.all([import('./WhatIfStage.tsx'), import('./draft-runtime.ts')]).then(
      ([stage, drafts]) => {
        if (left) return;
        const kept = keptWhatIf(placeOf(room));
        const box = partSeen(runtime);
        made = drafts.createWhatIfDraft(runtime, kept?.patch ?? null);
        if (box !== null) stop = lookAt(made.runtime, box);
        // What is looked at from the console is what is drawn on.
        window.orgoraBoard = made.runtime;
        setOpen({ Page: stage.WhatIfPage, made, kept });
      },
      () => {
        if (left) return;
        room.ui.setState({ whatIf: null });
        runtime.notify('The tools for a what-if did not arrive. Try again when you are online.');
      },
    );
    return () => {
      left = true;
      stop?.();
      const box = made === null ? null : partSeen(made.runtime);
      if (box !== null) lookAt(runtime, box);
      setOpen(null);
      if (made !== null && window.orgoraBoard === made.runtime) window.orgoraBoard = runtime;
      made?.destroy();
    };
  }, [room, runtime, drawing]);
  return drawing ? open : null;
}

function Gate({ room, children }: { readonly room: CritiqueRoom; readonly children: ReactNode }): JSX.Element {
  const drawing = useStore(room.ui, (ui) => ui.whatIf === 'drawing');
  const showing = useStore(room.ui, (ui) => ui.proposal !== null);
  const open = useDraft(room, drawing);
  const place = useMemo(() => placeOf(room), [room]);
  const kept = !drawing && room.can('comment.what-if') && keptWhatIf(place) !== null;
  if (open !== null) return <open.Page room={room} draft={open.made} place={place} kept={open.kept} />;
  return (
    <>
      {children}
      <Suspense fallback={null}>
        {showing && <ProposalBar room={room} />}
        {kept && !showing && <KeptBar room={room} place={place} />}
      </Suspense>
    </>
  );
}

/**
 * Stands around the drawing of a board page: shows one's own copy instead while a what-if is drawn, and the bar of a proposal
 * that is looked at. Without a session it is nothing but its children.
 */
export function WhatIfGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { critique } = useRuntime();
  return critique === null ? children : <Gate room={critique}>{children}</Gate>;
}
