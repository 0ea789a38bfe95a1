import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { type JSX, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useRuntime } from '../session/runtime.ts';
import { isStepDone, LESSON } from './lesson.ts';
import { QuizCard } from './QuizCard.tsx';
import { QUIZ } from './quiz.ts';
import { StepCard } from './StepCard.tsx';
import { isSample } from './sample-ids.ts';
import styles from './Tour.module.css';
import { useLessonView } from './use-lesson-view.ts';
import { useProgress } from './use-progress.ts';

/** Takes away what the learner drew; the sample stays. One step of undo. */
function useClear(): () => void {
  const { view, editor } = useRuntime();
  return () => {
    const { elements, relations, overlays, frames } = view.board;
    const own = [...elements.keys(), ...relations.keys(), ...overlays.keys(), ...frames.keys()].filter(
      (id) => !isSample(id),
    );
    if (own.length > 0) editor.remove(own);
  };
}

function EndCard({ right, onAgain }: { readonly right: number; readonly onAgain: () => void }): JSX.Element {
  const best = right === QUIZ.length;
  return (
    <>
      <h2 tabIndex={-1}>You read the symbols</h2>
      <p>
        {right} of {QUIZ.length} answers were right.{' '}
        {best
          ? 'You can read every board in the council now.'
          : 'The sheet of the vocabulary has every mark, when you need one.'}
      </p>
      <div className={styles['buttons']}>
        <Button component="a" href="/">
          Draw my own board
        </Button>
        <Button component="a" href="/vocabulary" variant="default">
          See the sheet
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          Take it again
        </Button>
      </div>
    </>
  );
}

/** The lesson: a column beside the drawing, which makes room for it. */
export function Tour({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { ui, control } = useRuntime();
  const { progress, change } = useProgress();
  const clear = useClear();
  const card = useRef<HTMLElement>(null);
  const { step, done, answers } = progress;
  const lesson = LESSON[step];

  useLessonView();
  useEffect(() => {
    // The board makes room: the card covers nothing that is asked for.
    document.body.dataset['tour'] = 'on';
    // The lesson is about the drawing, and the board's own facts can wait.
    const low = window.innerHeight < 560;
    ui.setState(({ closedPanels }) => ({
      look: 'canvas',
      closedPanels: new Set([...closedPanels, 'board' as const, ...(low ? (['legend'] as const) : [])]),
    }));
    return () => {
      delete document.body.dataset['tour'];
      ui.setState({ lit: null });
    };
  }, [ui]);

  const go = (next: number): void => {
    ui.setState({ lit: null });
    change({ step: next });
    // Whoever reads by ear starts at the new heading.
    requestAnimationFrame(() => card.current?.querySelector('h2')?.focus());
  };
  const close = (): void => {
    change({ closed: true });
    onClose();
    control?.focus();
  };
  const right = QUIZ.filter((question) => answers[question.id] === question.right).length;
  const places = [...LESSON.map((one) => one.title), 'Five questions'];

  return createPortal(
    <aside ref={card} className={styles['tour']} aria-label="Lesson" data-region>
      <header className={styles['head']}>
        <span>The symbols in five minutes</span>
        <ActionIcon variant="subtle" size={28} aria-label="Put the lesson away" onClick={close}>
          <X size={16} />
        </ActionIcon>
      </header>
      <ol className={styles['places']}>
        {places.map((title, i) => {
          const one = LESSON[i];
          const past = one === undefined ? progress.finished : isStepDone(one, done);
          return (
            <li key={title}>
              <button
                type="button"
                aria-label={`${i + 1}. ${title}${past ? ', done' : ''}`}
                aria-current={i === step ? 'step' : undefined}
                data-done={past}
                onClick={() => go(i)}
              />
            </li>
          );
        })}
      </ol>
      <div className={styles['body']}>
        {lesson !== undefined ? (
          <StepCard
            key={lesson.id}
            step={lesson}
            at={step}
            done={done}
            onBack={step === 0 ? null : () => go(step - 1)}
            onNext={() => go(step + 1)}
          />
        ) : progress.finished ? (
          <EndCard
            right={right}
            onAgain={() => {
              clear();
              ui.setState({ hiddenRelations: new Set() });
              change({ done: [], answers: {}, finished: false });
              go(0);
            }}
          />
        ) : (
          <QuizCard
            answers={answers}
            onAnswer={(question, option) => change({ answers: { ...answers, [question]: option } })}
            onBack={() => go(LESSON.length - 1)}
            onEnd={() => change({ finished: true })}
          />
        )}
      </div>
    </aside>,
    document.body,
  );
}
