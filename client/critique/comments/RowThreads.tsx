import type { CSSProperties, JSX, Ref } from 'react';
import { useStore } from 'zustand';
import type { CritiqueRoom } from '../critique-room.ts';
import { CommentRow } from './CommentRow.tsx';
import type { Shown } from './comment-list.ts';
import styles from './RowThreads.module.css';

interface Props {
  readonly room: CritiqueRoom;
  readonly comments: readonly Shown[];
  /** Name of the row, for whoever hears the list. */
  readonly name: string;
  /** Where it stands in the outline, in CSS pixels, and how deep the row is. */
  readonly top: number;
  readonly level: number;
  /** Whether the row itself shows as selected. */
  readonly selected: boolean;
  readonly measured: Ref<HTMLDivElement>;
}

/** The comments on the row that is chosen, under it; each opens its thread. */
export function RowThreads({ room, comments, name, top, level, selected, measured }: Props): JSX.Element {
  const open = useStore(room.ui, (ui) => ui.open);
  return (
    <div
      ref={measured}
      className={styles['threads']}
      style={{ top, '--level': level } as CSSProperties}
      data-row-threads
      data-selected={selected}
    >
      <ol aria-label={`Comments on ${name}`}>
        {comments.map((comment) => (
          <CommentRow
            key={comment.id}
            room={room}
            comment={comment}
            open={comment.id === open}
            number={null}
            dots={null}
            chosen={null}
            onChoose={() => undefined}
          />
        ))}
      </ol>
    </div>
  );
}
