import { Check } from 'lucide-react';
import type { JSX } from 'react';
import { useCritiqueState } from '../room/use-session.ts';
import { minutesMark } from './clock-face.ts';
import styles from './SessionBar.module.css';
import { stepsAround } from './step-view.ts';

/** The steps of the board that is on, or those before and after all boards: done, now and to come, with their minutes. */
export function PhaseStrip(): JSX.Element | null {
  const session = useCritiqueState((s) => s.session);
  if (session === null) return null;
  const steps = stepsAround(session);
  const place = steps.findIndex((step) => step.state === 'now') + 1;
  const slot = steps[0]?.slot ?? null;
  return (
    <div className={styles['phases']}>
      <ol aria-label={slot === null ? 'Steps of the session' : `Steps of the board of ${slot.alias}`}>
        {steps.map((step) => (
          <li key={step.index} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            {step.state === 'done' && <Check size={14} aria-label="done" />}
            <span className={styles['label']}>{step.label}</span>
            <span className={styles['minutes']}>{minutesMark(step.seconds)}</span>
          </li>
        ))}
      </ol>
      <span className={styles['place']} aria-hidden="true">
        {steps.length > 1 ? `${place} of ${steps.length}` : ''}
      </span>
    </div>
  );
}
