import { type JSX, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useStore } from 'zustand';
import type { Council } from '#shared/protocol/api.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { LinkFollower } from '../links/LinkFollower.tsx';
import { keptLook } from '../outline/kept-look.ts';
import { ApiError, api } from '../session/api.ts';
import { forgetCouncil, keepCouncil, keptCouncil } from '../session/known-council.ts';
import { notify } from '../session/notify.ts';
import { openBoard } from '../session/open-board.ts';
import { type BoardRuntime, RuntimeContext, useRuntime } from '../session/runtime.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { Announcer } from './Announcer.tsx';
import { BoardBoundary } from './BoardBoundary.tsx';
import { BoardStage } from './BoardStage.tsx';
import './board-page.css';
import { LazyDialogs } from './LazyDialogs.tsx';
import { Refusal } from './Refusal.tsx';

const Present = lazyPart(() => import('../present/Present.tsx').then((m) => ({ default: m.Present })));
const LaserLayer = lazyPart(() => import('../present/LaserLayer.tsx').then((m) => ({ default: m.LaserLayer })));

declare global {
  interface Window {
    /** The open board, for whoever looks from the browser's console: nothing the page could not do anyway. */
    orgoraBoard?: BoardRuntime;
  }
}

/** Asks who I am here; without a line, takes the last answer this device remembers. */
async function askCouncil(councilId: string): Promise<Council> {
  try {
    const council = await api.council(councilId);
    keepCouncil(council);
    return council;
  } catch (error) {
    const kept = keptCouncil(councilId);
    if (error instanceof ApiError && error.status === 0 && kept !== null) return kept;
    if (error instanceof ApiError && [401, 403, 404, 410].includes(error.status)) forgetCouncil(councilId);
    throw error;
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
  const { sync, room } = useRuntime();
  const presenting = usePresenting();
  const laser = useSyncExternalStore(room.subscribe, () => room.others.some((one) => one.presence.laser !== undefined));
  const ended = useStore(sync, (s) => (s.state === 'refused' && ENDED.includes(s.sentence) ? s.sentence : null));
  if (ended !== null) return <Refusal sentence={ended} />;
  return (
    <main className="board-page" aria-label="Board">
      <Suspense fallback={null}>
        {presenting && <Present />}
        {laser && !presenting && <LaserLayer />}
      </Suspense>
      {!presenting && (
        <>
          <BoardStage />
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
  const [runtime, setRuntime] = useState<BoardRuntime | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let opened: BoardRuntime | null = null;
    let left = false;
    askCouncil(councilId).then(
      (council) => {
        if (left) return;
        opened = openBoard(council, boardId, notify);
        opened.ui.setState({ look: keptLook() });
        window.orgoraBoard = opened;
        setRuntime(opened);
      },
      (error: unknown) => {
        if (!left)
          setProblem(error instanceof Error ? error.message : 'The board could not be opened. Reload the page.');
      },
    );
    return () => {
      left = true;
      opened?.destroy();
      delete window.orgoraBoard;
      setRuntime(null);
    };
  }, [councilId, boardId]);

  useEffect(() => {
    if (runtime === null) return undefined;
    const name = (): void => {
      document.title = `${runtime.view.board.meta.title || 'Untitled board'} · Orgora`;
    };
    name();
    return runtime.view.subscribe(name);
  }, [runtime]);

  if (problem !== null) return <Refusal sentence={problem} />;
  if (runtime === null) {
    return (
      <main className="board-page board-opening" aria-busy="true">
        <p>Opening the board</p>
      </main>
    );
  }
  return (
    <RuntimeContext value={runtime}>
      <BoardBoundary runtime={runtime}>
        <OpenBoard />
      </BoardBoundary>
    </RuntimeContext>
  );
}
