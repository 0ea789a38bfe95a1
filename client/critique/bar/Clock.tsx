import { Pause, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import styles from './Clock.module.css';
import { useClock } from './use-clock.ts';

/** What is left of the step: figures, the part that is over as a bar, and a sign beside the colour when it runs out. */
export function Clock(): JSX.Element | null {
  const face = useClock();
  if (face === null) return null;
  return (
    <div className={styles['clock']} data-state={face.state} role="timer" aria-label={face.words} data-testid="clock">
      <span className={styles['left']} aria-hidden="true">
        {face.state === 'still' && <Pause size={15} />}
        {(face.state === 'soon' || face.state === 'over') && <TriangleAlert size={15} />}
        {face.left}
      </span>
      <span className={styles['of']} aria-hidden="true">
        <span className={styles['track']}>
          <span style={{ width: `${face.part * 100}%` }} />
        </span>
        {face.state === 'over' ? 'over' : `of ${face.of}`}
      </span>
    </div>
  );
}
