import { Button } from '@mantine/core';
import { Check, Circle } from 'lucide-react';
import type { JSX } from 'react';
import { useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import { isStepDone, LESSON, type LessonStep } from './lesson.ts';
import styles from './Tour.module.css';

interface Props {
  readonly step: LessonStep;
  readonly at: number;
  readonly done: readonly string[];
  readonly onBack: (() => void) | null;
  readonly onNext: () => void;
}

/** One step: what is new, and the tasks that the board itself ticks off. */
export function StepCard({ step, at, done, onBack, onNext }: Props): JSX.Element {
  const { ui } = useRuntime();
  const lit = useUi((state) => state.lit !== null);
  const complete = isStepDone(step, done);
  const next = step.tasks.find((task) => !done.includes(task.id));
  const count = step.tasks.filter((task) => done.includes(task.id)).length;
  const last = at === LESSON.length - 1;
  return (
    <>
      <p className={styles['count']}>
        Minute {at + 1} of {LESSON.length}
      </p>
      <h2 tabIndex={-1}>{step.title}</h2>
      <p>{step.say}</p>
      <Button
        variant="default"
        size="xs"
        aria-pressed={lit}
        onClick={() => ui.setState({ lit: lit ? null : new Set(step.shows) })}
      >
        {lit ? 'Show everything again' : 'Show me in the sample'}
      </Button>
      <ul className={styles['tasks']}>
        {step.tasks.map((task) => {
          const ticked = done.includes(task.id);
          return (
            <li key={task.id} data-done={ticked} aria-current={task === next ? 'true' : undefined}>
              {ticked ? <Check size={16} aria-hidden="true" /> : <Circle size={16} aria-hidden="true" />}
              <div>
                <strong>{task.text}</strong>
                <span className="visually-hidden">{ticked ? ', done' : ', to do'}</span>
                {task === next && (
                  <>
                    <p>{task.how}</p>
                    <p className={styles['keys']}>Keys: {task.keys}</p>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <p className="visually-hidden" role="status">
        {complete
          ? `${step.title}: all done. Go on when you like.`
          : `${count} of ${step.tasks.length} done. ${next === undefined ? '' : `Next: ${next.text}.`}`}
      </p>
      <div className={styles['buttons']}>
        <Button variant={complete ? 'filled' : 'default'} onClick={onNext}>
          {complete ? (last ? 'Five questions' : 'Go on') : 'Skip this step'}
        </Button>
        {onBack !== null && (
          <Button variant="subtle" onClick={onBack}>
            Back
          </Button>
        )}
      </div>
    </>
  );
}
