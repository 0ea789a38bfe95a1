import { useEffect } from 'react';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { arrivedWords, unreadCount } from './comment-list.ts';
import { shownNow, watchShown } from './use-shown.ts';

/** Milliseconds that comments which arrive together are waited for, so that they are said in one sentence. */
const TOGETHER = 600;

/** Says to screen readers, in sum, what others wrote once it can be read. */
export function useCommentsSaid(room: CritiqueRoom): void {
  const { ui } = useRuntime();
  useEffect(() => {
    let known: ReadonlySet<string> | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (): void => {
      timer = undefined;
      const { comments, mine, live } = room.store.getState();
      if (!live) return;
      const own = new Set(mine?.comments.map((one) => one.id));
      const before = known;
      known = new Set(comments.map((one) => one.id));
      // What was there when the page opened is in the list; only what comes later is news.
      if (before === null) return;
      const words = arrivedWords(comments.filter((one) => !before.has(one.id) && !own.has(one.id)));
      if (words !== '') ui.setState({ announcement: words });
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(say, known === null ? 0 : TOGETHER);
    };
    const stop = room.store.subscribe((now, before) => {
      if (now.comments !== before.comments || now.live !== before.live) soon();
    });
    soon();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [room, ui]);
}

const COUNTED = /^\(\d+\) /;

/** Puts the number of unread comments before the page's title. */
export function useUnreadTitle(room: CritiqueRoom): void {
  const { view } = useRuntime();
  useEffect(() => {
    const name = (): void => {
      const unread = unreadCount(shownNow(room));
      const plain = document.title.replace(COUNTED, '');
      const wanted = unread === 0 ? plain : `(${unread}) ${plain}`;
      if (document.title !== wanted) document.title = wanted;
    };
    // After the page has named itself for the same change.
    const later = (): void => queueMicrotask(name);
    later();
    const stops = [watchShown(room, later), view.subscribe(later)];
    return () => {
      for (const stop of stops) stop();
      document.title = document.title.replace(COUNTED, '');
    };
  }, [room, view]);
}
