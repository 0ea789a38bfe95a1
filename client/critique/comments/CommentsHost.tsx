import { useMediaQuery } from '@mantine/hooks';
import { type JSX, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { fitting } from '../../outline/kept-look.ts';
import { useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { firstKind } from './actions.ts';
import { useCommentLink } from './use-comment-link.ts';
import { useCommentsSaid, useUnreadTitle } from './use-comments-said.ts';

const CommentsPanel = lazyPart(() => import('./CommentsPanel.tsx').then((m) => ({ default: m.CommentsPanel })));
const BottomComposer = lazyPart(() => import('./BottomComposer.tsx').then((m) => ({ default: m.BottomComposer })));
const VotePanel = lazyPart(() => import('../votes/VotePanel.tsx').then((m) => ({ default: m.VotePanel })));
const PinTools = lazyPart(() => import('../pins/PinTools.tsx').then((m) => ({ default: m.PinTools })));

/** Whether a session runs on this page's council now. */
const isRunning = (room: CritiqueRoom): boolean => {
  const { session, phase } = room.store.getState();
  return session !== null && session.step !== null && phase !== 'open' && phase !== 'sealed';
};

const isVoting = (room: CritiqueRoom): boolean => isRunning(room) && room.store.getState().phase === 'vote';

/** Whether the bar of pins stands where the tools do: a pin is taken, the list is open, or a session runs for who does not draw. */
export function usePinTools(room: CritiqueRoom | null): boolean {
  const runtime = useRuntime();
  const docked = useUi((ui) => ui.dock === 'comments');
  const pinning = useRoomUi(room, (ui) => ui.pinning !== null || ui.draft !== null);
  const running = useRoomState(room, isRunning);
  const kinds = useRoomState(room, (one) => firstKind(one) !== null);
  if (room === null || !kinds) return false;
  return pinning || docked || (running && !runtime.can('board.edit'));
}

function useRoomUi(room: CritiqueRoom | null, slice: (ui: ReturnType<CritiqueRoom['ui']['getState']>) => boolean) {
  return useStore(room?.ui ?? NEVER_UI, (ui) => ui !== null && slice(ui));
}

function useRoomState(room: CritiqueRoom | null, slice: (room: CritiqueRoom) => boolean) {
  return useStore(room?.store ?? NEVER_STATE, () => room !== null && slice(room));
}

/** Stores for where there is no room: nothing of them is ever asked. */
const NEVER = { getState: () => null, getInitialState: () => null, subscribe: () => () => undefined };
const NEVER_UI = NEVER as unknown as CritiqueRoom['ui'];
const NEVER_STATE = NEVER as unknown as CritiqueRoom['store'];

/** Rooms whose list has opened by itself. */
const shownOnce = new WeakSet<CritiqueRoom>();

function Host({ room }: { readonly room: CritiqueRoom }): JSX.Element {
  const runtime = useRuntime();
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });
  const outline = fitting(useUi((ui) => ui.look)) === 'outline';
  const docked = useUi((ui) => ui.dock === 'comments');
  const draft = useStore(room.ui, (ui) => ui.draft);
  const tools = usePinTools(room);
  const running = useRoomState(room, isRunning);
  const voting = useRoomState(room, isVoting);
  useCommentLink(room);
  useCommentsSaid(room);
  useUnreadTitle(room);
  useEffect(() => {
    if (voting && runtime.ui.getState().dock === null) runtime.ui.setState({ dock: 'comments' });
  }, [voting, runtime]);
  useEffect(() => {
    // The list belongs to a session, for those who do not draw; whoever closes it has it closed until the next visit.
    if (!running || phone || runtime.can('board.edit') || shownOnce.has(room)) return;
    shownOnce.add(room);
    if (runtime.ui.getState().dock === null) runtime.ui.setState({ dock: 'comments' });
  }, [running, phone, runtime, room]);
  const putAway = (): void => {
    room.ui.setState({ pinning: null });
    if (runtime.ui.getState().dock === 'comments') runtime.ui.setState({ dock: null });
  };
  const bottom = outline && (phone || draft !== null);
  return (
    <Suspense fallback={null}>
      {docked && (voting ? <VotePanel room={room} /> : <CommentsPanel room={room} running={running} />)}
      {tools && !outline && <PinTools room={room} {...(runtime.can('board.edit') ? { onClose: putAway } : {})} />}
      {bottom && <BottomComposer room={room} stays={phone && running} />}
    </Suspense>
  );
}

/** Everything about comments that floats over the board; nothing where there is no session's room. */
export function CommentsHost(): JSX.Element | null {
  const { critique } = useRuntime();
  return critique === null ? null : <Host room={critique} />;
}
