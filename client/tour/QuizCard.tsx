import { Button } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import { QUIZ } from './quiz.ts';
import styles from './Tour.module.css';

interface Props {
  readonly answers: Readonly<Record<string, number>>;
  readonly onAnswer: (question: string, option: number) => void;
  readonly onBack: () => void;
  readonly onEnd: () => void;
}

/** Five questions on the sample; what each is about is lit on the board. The first answer counts, and is explained. */
export function QuizCard({ answers, onAnswer, onBack, onEnd }: Props): JSX.Element {
  const { ui, control } = useRuntime();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      QUIZ.findIndex((question) => answers[question.id] === undefined),
    ),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const question = QUIZ[at];
  const about = question?.about;
  useEffect(() => {
    if (about === undefined) return undefined;
    ui.setState({ selection: new Set(), lit: new Set(about) });
    control?.fit();
    return () => ui.setState({ lit: null });
  }, [about, ui, control]);
  if (question === undefined) return <p>There is no such question.</p>;
  const answer = answers[question.id];
  const right = answer === question.right;
  const next = (): void => {
    if (at + 1 === QUIZ.length) {
      onEnd();
      return;
    }
    setAt(at + 1);
    requestAnimationFrame(() => heading.current?.focus());
  };
  return (
    <>
      <p className={styles['count']}>
        Question {at + 1} of {QUIZ.length}
      </p>
      <h2 ref={heading} tabIndex={-1} id="lesson-question">
        {question.ask}
      </h2>
      <div className={styles['options']} role="radiogroup" aria-labelledby="lesson-question">
        {question.options.map((option, i) => {
          const chosen = answer === i;
          const solution = answer !== undefined && i === question.right;
          return (
            <label key={option} data-right={solution} data-wrong={chosen && !right}>
              <input
                type="radio"
                name={question.id}
                checked={chosen}
                disabled={answer !== undefined && !chosen}
                onChange={() => answer === undefined && onAnswer(question.id, i)}
              />
              <span>{option}</span>
              {solution && <Check size={16} aria-label="right" />}
              {chosen && !right && <X size={16} aria-label="not right" />}
            </label>
          );
        })}
      </div>
      <p role="status" className={styles['because']}>
        {answer !== undefined && (
          <>
            <strong>{right ? 'Right.' : 'Not quite.'}</strong> {question.because}
          </>
        )}
      </p>
      <div className={styles['buttons']}>
        <Button disabled={answer === undefined} onClick={next}>
          {at + 1 === QUIZ.length ? 'See the result' : 'Next question'}
        </Button>
        <Button variant="subtle" onClick={at === 0 ? onBack : () => setAt(at - 1)}>
          Back
        </Button>
      </div>
    </>
  );
}
