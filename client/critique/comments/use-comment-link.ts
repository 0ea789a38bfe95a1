import { useEffect } from 'react';
import { parseCommentLink } from '../../links/comment-link.ts';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { openComment } from './actions.ts';
import { watchShown } from './use-shown.ts';

const GONE = 'The comment this link points to is not on this board, or not open yet.';

/** Opens the comment that the page's address names, once it has arrived, and again when the part after # changes. */
export function useCommentLink(room: CritiqueRoom): void {
  const runtime = useRuntime();
  useEffect(() => {
    let wanted = parseCommentLink(window.location.hash);
    let frame = 0;
    const look = (): void => {
      frame = 0;
      if (wanted === null) return;
      const drawn = runtime.view.board.elements.size > 0 || runtime.view.board.overlays.size > 0;
      const { live, mine } = room.store.getState();
      const saved = runtime.sync.getState().state === 'saved';
      if (runtime.control === null && !drawn) return;
      if (openComment(runtime, room, wanted)) wanted = null;
      else if (live && mine !== null && saved) {
        wanted = null;
        runtime.notify(GONE);
      }
    };
    // After the canvas took its own first look, which this one goes over.
    const soon = (): void => {
      if (frame === 0 && wanted !== null) frame = requestAnimationFrame(look);
    };
    const changed = (): void => {
      wanted = parseCommentLink(window.location.hash);
      soon();
    };
    const stops = [
      watchShown(room, soon),
      room.store.subscribe(soon),
      runtime.view.subscribe(soon),
      runtime.sync.subscribe(soon),
    ];
    window.addEventListener('hashchange', changed);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('hashchange', changed);
      for (const stop of stops) stop();
    };
  }, [runtime, room]);
}
