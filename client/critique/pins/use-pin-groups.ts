import { useEffect, useState } from 'react';
import type { Box, StateId } from '#shared/board/model.ts';
import { useCanvas } from '../../canvas/canvas-context.ts';
import { shownNow, watchShown } from '../comments/use-shown.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import type { PinGround } from './anchor-place.ts';
import { groupPins, type PinGroup, type Placed, placePins } from './pin-groups.ts';

export interface PinsShown {
  readonly groups: readonly PinGroup[];
  readonly elsewhere: ReadonlyMap<StateId, number>;
}

const NOTHING: PinsShown = Object.freeze({ groups: [], elsewhere: new Map<StateId, number>() });

const place = ({ at }: { readonly at: { readonly x: number; readonly y: number } }): string =>
  `${Math.round(at.x * 4)} ${Math.round(at.y * 4)}`;

/** Tells two pictures of the pins apart without comparing what is written in them. */
const keyOf = ({ groups, elsewhere }: PinsShown): string =>
  `${groups.map((group) => `${group.key}@${place(group)}`).join('|')}#${[...elsewhere].join()}`;

/**
 * The pins of the open board in groups. Worked out at most once a frame, and only when comments, the board or the zoom changed:
 * a view that pans moves the layer as a whole.
 */
export function usePinGroups(room: CritiqueRoom): PinsShown {
  const { runtime, scene, camera } = useCanvas();
  const [shown, setShown] = useState<PinsShown>(NOTHING);
  useEffect(() => {
    let frame = 0;
    let placed: Placed | null = null;
    let zoom = camera.get().zoom;
    let key = '';
    let comments = shownNow(room);
    let boundsOf: { readonly board: object; readonly box: Box | null } | null = null;
    const ground: PinGround = {
      get board() {
        return scene.board;
      },
      get hidden() {
        return scene.hidden;
      },
      boxOf: (id) => scene.boxOf(id),
      routeOf: (id) => scene.routeOf(id),
      bounds() {
        const { board } = scene;
        if (boundsOf?.board !== board) boundsOf = { board, box: scene.bounds() };
        return boundsOf.box;
      },
    };
    const update = () => {
      frame = 0;
      const now = shownNow(room);
      placed ??= placePins(now, ground, runtime.view.state);
      const next = { groups: groupPins(placed, zoom), elsewhere: placed.elsewhere };
      const nextKey = keyOf(next);
      if (nextKey === key && now === comments) return;
      key = nextKey;
      comments = now;
      setShown(next);
    };
    const request = () => {
      if (frame === 0) frame = requestAnimationFrame(update);
    };
    const again = () => {
      placed = null;
      request();
    };
    const stops = [
      watchShown(room, again),
      scene.subscribe(again),
      runtime.view.subscribe(again),
      camera.subscribe((view) => {
        if (view.zoom === zoom) return;
        zoom = view.zoom;
        request();
      }),
    ];
    key = '-';
    update();
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [room, runtime, scene, camera]);
  return shown;
}
