import type { JSX } from 'react';
import { BoardThumb } from '../ui/BoardThumb.tsx';
import type { Laid } from './desk.ts';
import styles from './ImportDialog.module.css';

/** More boxes than this are shown as outlines only. */
const DRAWN = 150;

/** What the board will look like. */
export function Picture({ laid }: { readonly laid: Laid | null }): JSX.Element {
  return (
    <div className={styles['picture']} aria-busy={laid === null}>
      {laid === null ? (
        <p className={styles['quiet']}>The picture comes when the columns are known.</p>
      ) : laid.board.elements.size <= DRAWN ? (
        <BoardThumb board={laid.board} detail={laid.board.elements.size <= 40 ? 3 : 1} label="What will be added" />
      ) : (
        <svg className="board-thumb" viewBox={laid.sketch.view} role="img" aria-label="What will be added">
          <path d={laid.sketch.lines} className={styles['sketchLines'] ?? ''} />
          <path d={laid.sketch.boxes} className={styles['sketchBoxes'] ?? ''} />
        </svg>
      )}
    </div>
  );
}
