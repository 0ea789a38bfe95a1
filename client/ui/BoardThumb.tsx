import { type JSX, useMemo } from 'react';
import type { Board } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import type { Detail, GroupMark } from '#shared/drawing/mark.ts';
import { marksToSvg } from '#shared/formats/svg.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import './board-thumb.css';

const MARGIN = 24;

interface Props {
  readonly board: Board;
  /** Grey bars for names (1, default) or everything (3). */
  readonly detail?: Detail;
  /** Said to screen readers; without it the picture is decoration beside its title. */
  readonly label?: string;
}

/** A board as a small picture: the same marks as on the canvas, in the colours of the page. */
export function BoardThumb({ board, detail = 1, label }: Props): JSX.Element {
  const picture = useMemo(() => {
    const { box, items } = drawBoard(board, { detail, routes: routeBoard(board) });
    const groups = items.map((item): GroupMark => ({ type: 'group', at: item.at, marks: item.marks }));
    return {
      view: `${box.x - MARGIN} ${box.y - MARGIN} ${box.w + 2 * MARGIN} ${box.h + 2 * MARGIN}`,
      svg: marksToSvg(groups, 'tokens'),
    };
  }, [board, detail]);
  const named = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return (
    <svg
      {...named}
      className="board-thumb"
      viewBox={picture.view}
      preserveAspectRatio="xMidYMid meet"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own exporter, which escapes every text
      dangerouslySetInnerHTML={{ __html: picture.svg }}
    />
  );
}
