import { type JSX, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useStore } from 'zustand';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { CritiqueContext } from '../critique/critique-room.ts';
import { useCritiqueUi, useSessionIsOn } from '../critique/room/use-session.ts';
import { WhatIfGate } from '../critique/what-if/WhatIfGate.tsx';
import { LinkFollower } from '../links/LinkFollower.tsx';
import { type BoardRuntime, RuntimeContext, useRuntime } from '../session/runtime.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { Announcer } from './Announcer.tsx';
import { BoardBoundary } from './BoardBoundary.tsx';
import { BoardStage } from './BoardStage.tsx';
import './board-page.css';
import { LazyDialogs } from './LazyDialogs.tsx';
import { Refusal } from './Refusal.tsx';
import { useOpenBoard } from './use-open-board.ts';

const Present = lazyPart(() => import('../present/Present.tsx').then((m) => ({ default: m.Present })));
const Attention = lazyPart(() => import('../critique/attention/Attention.tsx').then((m) => ({ default: m.Attention })));
const LaserLayer = lazyPart(() => import('../present/LaserLayer.tsx').then((m) => ({ default: m.LaserLayer })));

declare global {
  interface Window {
    /** The open board, for whoever looks from the browser's console: nothing the page could not do anyway. */
    orgoraBoard?: BoardRuntime;
  }
}

/** Reasons after which nothing of the board stays on screen. */
const ENDED: readonly string[] = [CLOSE.revoked.sentence, CLOSE.missing.sentence, CLOSE.deleted.sentence];

/** The address says whether the board is presented, and follows when it is: `/c/…/b/…/present`. */
function usePresenting(): boolean {
  const { ui, councilId, boardId } = useRuntime();
  const { mode } = useParams();
  const navigate = useNavigate();
  const presenting = useStore(ui, (s) => s.presenting);
  const there = mode === 'present';
  useEffect(() => ui.setState({ presenting: there }), [ui, there]);
  useEffect(
    () =>
      ui.subscribe((now, before) => {
        if (now.presenting === before.presenting || now.presenting === there) return;
        void navigate(`/c/${councilId}/b/${boardId}${now.presenting ? '/present' : ''}`, { replace: !now.presenting });
      }),
    [ui, there, navigate, councilId, boardId],
  );
  return presenting;
}

function OpenBoard(): JSX.Element {
  const runtime = useRuntime();
  const { sync, room } = runtime;
  const session = useSessionIsOn(runtime);
  const points = useCritiqueUi((s) => s.laser) && session && runtime.can('lead.take');
  const presenting = usePresenting();
  const laser = useSyncExternalStore(room.subscribe, () => room.others.some((one) => one.presence.laser !== undefined));
  const ended = useStore(sync, (s) => (s.state === 'refused' && ENDED.includes(s.sentence) ? s.sentence : null));
  if (ended !== null) return <Refusal sentence={ended} />;
  return (
    <main className="board-page" aria-label="Board">
      <Suspense fallback={null}>
        {presenting && <Present />}
        {(laser || points) && !presenting && <LaserLayer own={points} />}
        {session && !presenting && <Attention />}
      </Suspense>
      {!presenting && (
        <>
          <WhatIfGate>
            <BoardStage />
          </WhatIfGate>
          <LazyDialogs />
        </>
      )}
      <Announcer />
      <LinkFollower />
    </main>
  );
}

/** One open board: the canvas, what floats over it, and the session behind both. */
export function BoardPage(): JSX.Element {
  const { councilId = '', boardId = '' } = useParams();
  const { opened, problem } = useOpenBoard(councilId, boardId);
  const runtime = opened?.runtime ?? null;

  useEffect(() => {
    if (runtime === null) return undefined;
    const name = (): void => {
      document.title = `${runtime.view.board.meta.title || 'Untitled board'} · Orgora`;
    };
    name();
    return runtime.view.subscribe(name);
  }, [runtime]);

  if (problem !== null) return <Refusal sentence={problem} />;
  if (opened === null) {
    return (
      <main className="board-page board-opening" aria-busy="true">
        <p>Opening the board</p>
      </main>
    );
  }
  return (
    <CritiqueContext value={opened.room}>
      <RuntimeContext value={opened.runtime} key={opened.turn}>
        <BoardBoundary runtime={opened.runtime}>
          <OpenBoard />
        </BoardBoundary>
      </RuntimeContext>
    </CritiqueContext>
  );
}
