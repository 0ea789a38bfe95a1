import type { JSX } from 'react';
import { KindSign } from '../pins/PinPicture.tsx';
import type { Shown } from './comment-list.ts';
import styles from './RowCounts.module.css';
import { rowCounts } from './row-comments.ts';

/** Kinds that have room in a row. */
const MOST = 2;

/** How many comments of each kind a row of the outline has; the row's own name says it too. */
export function RowCounts({ comments }: { readonly comments: readonly Shown[] }): JSX.Element | null {
  if (comments.length === 0) return null;
  const counts = rowCounts(comments);
  const rest = counts.slice(MOST).reduce((sum, one) => sum + one.count, 0);
  return (
    <span className={styles['counts']} aria-hidden="true">
      {counts.slice(0, MOST).map(({ kind, count, unread }) => (
        <span key={kind} data-unread={unread}>
          <KindSign kind={kind} size={12} color={unread ? 'on-ink' : 'ink'} />
          {count}
        </span>
      ))}
      {rest > 0 && <span data-unread={counts.slice(MOST).some((one) => one.unread)}>+{rest}</span>}
    </span>
  );
}
