import type { JSX } from 'react';
import type { Slot } from '#shared/critique/agenda.ts';
import type { BoardSummary } from '#shared/protocol/api.ts';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { notify } from '../session/notify.ts';
import styles from './session.module.css';

/** A person as everybody knows them: shape and alias. */
export function Alias({ alias, who }: { readonly alias: string; readonly who: string }): JSX.Element {
  return (
    <span className={styles['alias']}>
      <span style={{ color: `var(--who-${who})` }}>
        <WhoShape who={who} size={12} />
      </span>
      {alias}
    </span>
  );
}

export const titleOf = (boards: readonly BoardSummary[], slot: Pick<Slot, 'board'>): string =>
  boards.find((board) => board.id === slot.board)?.title || 'Untitled board';

/** Says why something did not work. */
export const tell = (error: unknown): void =>
  notify(error instanceof Error ? error.message : 'That did not work. Try again in a moment.');
