import { type JSX, useMemo } from 'react';
import type { Board, Box } from '#shared/board/model.ts';
import styles from './FrameThumb.module.css';
import { pictureOf, viewBoxOf } from './frame-picture.ts';

interface Props {
  readonly board: Board;
  readonly box: Box;
}

/** A frame as a small picture: what lies in it, as the canvas draws it from afar. Decoration beside its title. */
export function FrameThumb({ board, box }: Props): JSX.Element {
  const { x, y, w, h } = box;
  const picture = useMemo(() => pictureOf(board, { x, y, w, h }, 1), [board, x, y, w, h]);
  return (
    <svg
      aria-hidden="true"
      className={styles['thumb']}
      viewBox={viewBoxOf(box)}
      preserveAspectRatio="xMidYMid meet"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own exporter, which escapes every text
      dangerouslySetInnerHTML={{ __html: picture }}
    />
  );
}
