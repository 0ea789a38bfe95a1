import { useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type JSX, Suspense, useEffect } from 'react';
import { useHotkeys } from '../commands/index.ts';
import { SCHEME_EVENT } from '../commands/scheme.ts';
import { CommentsHost, usePinTools } from '../critique/comments/CommentsHost.tsx';
import { useSessionIsOn } from '../critique/room/use-session.ts';
import { LensBar } from '../lenses/LensBar.tsx';
import { fitting } from '../outline/kept-look.ts';
import { useRuntime } from '../session/runtime.ts';
import { TourGate } from '../tour/TourGate.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import styles from './BoardChrome.module.css';
import { EmptyBoard } from './EmptyBoard.tsx';

import { Legend } from './Legend.tsx';
import {
  BoardPanel,
  CommandPalette,
  ContextMenu,
  ExportDialog,
  FindDialog,
  FrictionChooser,
  Inspector,
  PhoneSheets,
  Prompts,
  RelationChooser,
  ShortcutsDialog,
  warmPanels,
} from './lazy-panels.ts';
import { openPrompts } from './open-prompts.ts';
import { Palette } from './Palette.tsx';
import { RemovalBar } from './RemovalBar.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { TopLeft } from './TopLeft.tsx';
import { TopRight } from './TopRight.tsx';
import { useBoard, useUi } from './use-board.ts';
import { useFrictionChooser } from './use-friction-chooser.ts';
import { useOpenNext } from './use-open-next.ts';
import { ZoomBar } from './ZoomBar.tsx';

const SessionBar = lazyPart(() => import('../critique/bar/SessionBar.tsx').then((m) => ({ default: m.SessionBar })));
const FramesPanel = lazyPart(() => import('../present/FramesPanel.tsx').then((m) => ({ default: m.FramesPanel })));
const HistoryPanel = lazyPart(() => import('../history/HistoryPanel.tsx').then((m) => ({ default: m.HistoryPanel })));
const LinkDialog = lazyPart(() => import('../links/LinkDialog.tsx').then((m) => ({ default: m.LinkDialog })));
const PreviewBar = lazyPart(() => import('../layout/PreviewBar.tsx').then((m) => ({ default: m.PreviewBar })));

/** The overlays that are ours; sharing and templates are the page's. */
function Overlays(): JSX.Element | null {
  const { ui } = useRuntime();
  const overlay = useUi((state) => state.overlay);
  const close = (): void => ui.setState({ overlay: { type: 'none' } });
  return (
    <Suspense fallback={null}>
      {overlay.type === 'commands' && <CommandPalette onClose={close} />}
      {overlay.type === 'find' && <FindDialog onClose={close} />}
      {overlay.type === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {overlay.type === 'export' && <ExportDialog onClose={close} />}
      {overlay.type === 'link' && <LinkDialog id={overlay.id} onClose={close} />}
      {overlay.type === 'context-menu' && (
        <ContextMenu key={`${overlay.at.x} ${overlay.at.y}`} at={overlay.at} board={overlay.board} on={overlay.on} />
      )}
      {overlay.type === 'friction-chooser' && <FrictionChooser at={overlay.at} id={overlay.id} />}
      {overlay.type === 'relation-chooser' && <RelationChooser at={overlay.at} from={overlay.from} to={overlay.to} />}
    </Suspense>
  );
}

function useScheme(): void {
  const { toggleColorScheme } = useMantineColorScheme();
  useEffect(() => {
    window.addEventListener(SCHEME_EVENT, toggleColorScheme);
    return () => window.removeEventListener(SCHEME_EVENT, toggleColorScheme);
  }, [toggleColorScheme]);
}

/** Everything that floats over the canvas: bars, palette, details, legend, menus and dialogs. Ctrl . hides the bars. */
export function BoardChrome(): JSX.Element {
  const runtime = useRuntime();
  useHotkeys(runtime);
  useScheme();
  useFrictionChooser();
  useOpenNext();
  useEffect(warmPanels, []);
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });
  const quiet = useUi((ui) => ui.quiet);
  const details = useUi((ui) => !ui.closedPanels.has('inspector'));
  const folded = useUi((ui) => ui.closedPanels.has('prompts'));
  const about = useUi((ui) => !ui.closedPanels.has('board'));
  const selected = useUi((ui) => ui.selection.size > 0);
  const drawing = useUi((ui) => fitting(ui.look) !== 'outline');
  const previewing = useUi((ui) => ui.preview !== null);
  const dock = useUi((ui) => ui.dock);
  const session = useSessionIsOn(runtime);
  const pins = usePinTools(runtime.critique);
  // There the field for one's own comment stands at the bottom.
  const asking = session && !drawing && runtime.can('comment.question');
  const board = useBoard();
  const editor = runtime.can('board.edit');
  const empty = board.elements.size === 0 && board.overlays.size === 0 && board.frames.size === 0;
  return (
    <div className={styles['chrome']} data-quiet={quiet} data-session={session}>
      {!quiet && (
        <>
          {session ? (
            <Suspense fallback={null}>
              <SessionBar />
            </Suspense>
          ) : (
            <>
              <TopLeft />
              <TopRight />
            </>
          )}
          <LensBar />
          {empty && drawing && <EmptyBoard />}
          {editor && drawing && <Palette />}
          {drawing && <ZoomBar />}
          {drawing && !pins && <Toolbar editor={editor} />}
          <Suspense fallback={null}>{dock === 'frames' && <FramesPanel />}</Suspense>
          <Suspense fallback={null}>{dock === 'history' && <HistoryPanel />}</Suspense>
          {phone ? (
            <Suspense fallback={null}>{!asking && dock !== 'comments' && <PhoneSheets />}</Suspense>
          ) : dock !== null ? null : (
            <div className={styles['right']}>
              <Suspense fallback={<span />}>
                {editor && details && selected && <Inspector />}
                {editor && !selected && !empty && about && (folded || openPrompts(board).length === 0) && (
                  <BoardPanel />
                )}
                {editor && !selected && openPrompts(board).length > 0 && <Prompts />}
              </Suspense>
              <Legend />
            </div>
          )}
          <CommentsHost />
          <StatusBar />
        </>
      )}
      <RemovalBar />
      <Suspense fallback={null}>{previewing && <PreviewBar />}</Suspense>
      <TourGate />
      <Overlays />
    </div>
  );
}
