import { useEffect } from 'react';
import { leaderOf } from '../critique/attention/leader-of.ts';
import { useCanvas } from './canvas-context.ts';

/** Keeps the leader's window inside mine while I follow, also through somebody who follows them; my own wheel or drag of the board ends it (see gestures). */
export function useFollowing(): void {
  const { runtime, camera } = useCanvas();
  useEffect(() => {
    let shown = '';
    const follow = () => {
      const { following } = runtime.ui.getState();
      if (following === null) {
        shown = '';
        return;
      }
      const leader = leaderOf(runtime.room.others, runtime.editor.doc.clientID, following);
      if (leader === null || leader === 'round') {
        runtime.ui.setState({ following: null });
        runtime.notify(
          leader === null
            ? 'The person you followed has left.'
            : 'The person you followed follows you. You look around on your own.',
        );
        return;
      }
      const { viewport } = leader.presence;
      const key = viewport === null ? '' : `${viewport.x} ${viewport.y} ${viewport.w} ${viewport.h}`;
      if (viewport === null || key === shown || camera.get().w === 0) return;
      shown = key;
      runtime.control?.contain(viewport);
    };
    const stops = [
      runtime.room.subscribe(follow),
      runtime.ui.subscribe((now, before) => {
        if (now.following === before.following) return;
        runtime.room.show({ following: now.following });
        follow();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [runtime, camera]);
}
