import { type JSX, useMemo } from 'react';
import type { FrozenPart } from '#shared/critique/comment.ts';
import { useBoard } from '../../panels/use-board.ts';
import { BoardThumb } from '../../ui/BoardThumb.tsx';
import { frozenView } from './frozen.ts';
import thread from './Thread.module.css';

/** What the comment was made on, as it was then; beside it how it is now, when it differs. */
export function FrozenPicture({ frozen }: { readonly frozen: FrozenPart }): JSX.Element | null {
  const board = useBoard();
  const view = useMemo(() => frozenView(frozen, board), [frozen, board]);
  if (view === null) return null;
  const gone = view.now !== null && view.now.elements.size === 0 && view.now.overlays.size === 0;
  return (
    <figure className={thread['frozen']} data-changed={view.now !== null}>
      <div>
        <div>
          <BoardThumb board={view.then} detail={3} label="What it was made on" />
        </div>
        {view.now !== null && !gone && (
          <div>
            <BoardThumb board={view.now} detail={3} label="How it is now" />
          </div>
        )}
      </div>
      <figcaption>
        {view.now === null && 'As it was when this was written, and still is.'}
        {gone && 'What it was made on. It has been removed since.'}
        {view.now !== null && !gone && `Then and now. ${view.changes.join(' ')}`.trim()}
      </figcaption>
    </figure>
  );
}
