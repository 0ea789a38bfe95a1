import { useCallback, useSyncExternalStore } from 'react';
import type { Comment } from '#shared/critique/comment.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { type Shown, shownComments } from './comment-list.ts';

interface Kept {
  readonly from: readonly unknown[];
  readonly shown: readonly Shown[];
}

const kept = new WeakMap<CritiqueRoom, Kept>();

/** The comments on the open board as this page shows them; the same list as long as nothing of it changed. */
export function shownNow(room: CritiqueRoom): readonly Shown[] {
  const { comments, mine } = room.store.getState();
  const { read } = room.ui.getState();
  const from = [comments, mine, read];
  const known = kept.get(room);
  if (known?.from.every((part, i) => part === from[i])) return known.shown;
  const shown = shownComments(comments, mine, read, room.boardId);
  kept.set(room, { from, shown });
  return shown;
}

export function watchShown(room: CritiqueRoom, listener: () => void): () => void {
  const stops = [
    room.store.subscribe((now, before) => {
      if (now.comments !== before.comments || now.mine !== before.mine) listener();
    }),
    room.ui.subscribe((now, before) => {
      if (now.read !== before.read) listener();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const NONE: readonly Shown[] = Object.freeze([]);

/** The comments on the open board; renders when they change. None where there is no session's room. */
export function useShown(room: CritiqueRoom | null): readonly Shown[] {
  const subscribe = useCallback(
    (listener: () => void) => (room === null ? () => undefined : watchShown(room, listener)),
    [room],
  );
  return useSyncExternalStore(subscribe, () => (room === null ? NONE : shownNow(room)));
}

/** The one that a thread belongs to: the comment itself, or the first of those it was put together with. */
export const threadOf = (shown: readonly Shown[], id: string): Shown | undefined =>
  shown.find((one) => one.id === id || one.alike.some((other: Comment) => other.id === id));
