import { useEffect } from 'react';
import { useCanvas } from '../canvas/canvas-context.ts';
import { GONE, parseDeepLink, showDeepLink } from './deep-link.ts';

/**
 * Shows what the page's address names: when the board has arrived, and again whenever the part after `#` changes. Says so in
 * one sentence when it is not there once everything has arrived.
 */
export function useDeepLink(): void {
  const { runtime, camera } = useCanvas();
  useEffect(() => {
    let wanted = parseDeepLink(window.location.hash);
    let frame = 0;
    const look = () => {
      frame = 0;
      const empty = runtime.view.board.elements.size === 0 && runtime.view.board.frames.size === 0;
      const { state } = runtime.sync.getState();
      const arrived = state !== 'loading' && state !== 'refused';
      if (wanted === null || runtime.control === null || camera.get().w === 0) return;
      if (empty && !arrived) return;
      const link = wanted;
      if (showDeepLink(runtime, link)) wanted = null;
      // The copy on this device may be older than the link: only the server's board says that it is gone.
      else if (state === 'saved' || state === 'offline') {
        wanted = null;
        runtime.notify(GONE[link.type]);
      }
    };
    // After the canvas took its own first look, which this one goes over.
    const soon = () => {
      if (frame === 0 && wanted !== null) frame = requestAnimationFrame(look);
    };
    const changed = () => {
      wanted = parseDeepLink(window.location.hash);
      soon();
    };
    const stops = [runtime.view.subscribe(soon), runtime.sync.subscribe(soon), camera.subscribe(soon)];
    window.addEventListener('hashchange', changed);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('hashchange', changed);
      for (const stop of stops) stop();
    };
  }, [runtime, camera]);
}
