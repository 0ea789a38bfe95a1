import { type CSSProperties, type JSX, useEffect, useReducer } from 'react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Box } from '#shared/board/model.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import { useCanvas } from '../../canvas/canvas-context.ts';
import { boundsOf, grown } from '../../canvas/geometry.ts';
import type { Scene } from '../../canvas/scene.ts';
import { threadOf, useShown } from '../comments/use-shown.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import styles from './Pins.module.css';

/** Room between a thing and the ring around it, in units. */
const RING = 5;
const AROUND_BRANCH = 12;

type Extent =
  | { readonly type: 'box'; readonly box: Box; readonly dashed: boolean }
  | { readonly type: 'line'; readonly points: string }
  | null;

/** What a comment is about, on the drawing as it is now. */
function extentOf(scene: Scene, anchor: Anchor): Extent {
  if (anchor.on === 'board') return null;
  if (anchor.on === 'area') return { type: 'box', box: anchor.box, dashed: true };
  const route = scene.routeOf(anchor.id);
  if (route !== undefined) {
    return { type: 'line', points: route.points.map(({ x, y }) => `${x},${y}`).join(' ') };
  }
  if (anchor.on === 'subtree' && scene.board.elements.has(anchor.id)) {
    const ids = indexBoard(scene.board).subtreeOf(anchor.id);
    const all = boundsOf(ids.flatMap((id) => (scene.hidden.has(id) ? [] : (scene.boxOf(id) ?? []))));
    return all === null ? null : { type: 'box', box: grown(all, AROUND_BRANCH), dashed: true };
  }
  const box = scene.hidden.has(anchor.id) ? null : scene.boxOf(anchor.id);
  return box === null ? null : { type: 'box', box: grown(box, RING), dashed: false };
}

/** The ring around what the open comment is about: its thing, its line, its branch or its part of the board. */
export function OpenAnchor({ room, id }: { readonly room: CritiqueRoom; readonly id: string }): JSX.Element | null {
  const { scene } = useCanvas();
  const shown = useShown(room);
  const [, render] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    let frame = 0;
    const stop = scene.subscribe(() => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        render();
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [scene]);
  const comment = threadOf(shown, id);
  const extent = comment === undefined ? null : extentOf(scene, comment.anchor);
  if (extent === null) return null;
  if (extent.type === 'line') {
    return (
      <svg className={styles['line']} width="1" height="1" overflow="visible" aria-hidden="true">
        <polyline points={extent.points} />
      </svg>
    );
  }
  const { x, y, w, h } = extent.box;
  const style = { '--x': `${x}px`, '--y': `${y}px`, '--w': `${w}px`, '--h': `${h}px` } as CSSProperties;
  return <div className={extent.dashed ? styles['area'] : styles['ring']} style={style} data-open-anchor />;
}
