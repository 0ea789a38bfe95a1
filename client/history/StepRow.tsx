import { UnstyledButton } from '@mantine/core';
import type { JSX } from 'react';
import type { HistoryStep } from '#shared/protocol/api.ts';
import { WhoShape } from '../canvas/WhoShape.tsx';
import styles from './HistoryPanel.module.css';
import { useHistory, useHistoryState } from './history-context.ts';
import { timeOf } from './when.ts';

const SERVER = 'server';

/** Who took part in a step, in words. */
function useNames(step: HistoryStep): { readonly names: string; readonly who: string | null } {
  const authors = useHistoryState((state) => state.authors);
  const people = step.seats.filter((seat) => seat !== SERVER);
  const names = people.map((seat) => authors.get(seat)?.alias ?? 'Somebody who left');
  const [first] = people;
  return {
    names: names.length === 0 ? 'Orgora' : [...new Set(names)].join(', '),
    who: first === undefined ? null : (authors.get(first)?.who ?? null),
  };
}

/** One step: who, when, what. Pressed, it shows the board as it was then. */
export function StepRow({ step, newest }: { readonly step: HistoryStep; readonly newest: boolean }): JSX.Element {
  const history = useHistory();
  useHistoryState((state) => state.played);
  const looked = useHistoryState((state) => state.looked?.seq ?? null);
  const { names, who } = useNames(step);
  const shown = newest ? looked === null : looked === step.last;
  return (
    <li>
      <UnstyledButton
        className={styles['step']}
        aria-current={shown}
        onClick={() => (newest ? history.lookAt(null) : history.lookAtStep(step))}
      >
        <span className={styles['who']} style={who === null ? undefined : { color: `var(--who-${who})` }}>
          <WhoShape who={who ?? 'a'} size={12} />
        </span>
        <span className={styles['what']}>
          <span className={styles['line']}>
            <strong>{names}</strong>
            <time dateTime={step.to}>{newest ? `Now, ${timeOf(step.to)}` : timeOf(step.to)}</time>
          </span>
          <span className={styles['sentence']}>{history.replayer.moment(step)?.sentence ?? ''}</span>
        </span>
      </UnstyledButton>
    </li>
  );
}
