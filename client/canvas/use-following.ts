import { useEffect } from 'react';
import { useCanvas } from './canvas-context.ts';

/** Keeps the leader's window inside mine while I follow; my own wheel or drag of the board ends it (see gestures). */
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
      const leader = runtime.room.others.find((other) => other.client === following);
      if (leader === undefined) {
        runtime.ui.setState({ following: null });
        runtime.notify('The person you followed has left.');
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
