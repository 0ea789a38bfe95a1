import type { JSX, KeyboardEvent } from 'react';
import thread from './Thread.module.css';

interface Props {
  readonly of: string;
  /** What is placed; dots unless said. */
  readonly word?: 'Dots' | 'Votes';
  readonly value: number;
  readonly budget: number;
  /** Dots that are still mine to place. */
  readonly left: number;
  readonly onChange: (dots: number) => void;
}

/** My dots on one question: a click on a circle places as many, on the last one takes it back; arrows do too. */
export function Dots({ of, word = 'Dots', value, budget, left, onChange }: Props): JSX.Element {
  const most = value + left;
  const set = (dots: number): void => {
    const next = Math.max(0, Math.min(dots, most));
    if (next !== value) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowUp: 1, '+': 1, ArrowLeft: -1, ArrowDown: -1, '-': -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(value + by);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={thread['dots']}
      aria-label={`${word} on: ${of}`}
      aria-valuemin={0}
      aria-valuemax={budget}
      aria-valuenow={value}
      aria-valuetext={`${value} of ${budget} ${word.toLowerCase()} here, ${left} left`}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: budget }, (_, i) => (
        <span
          key={i as number}
          className={thread['dot']}
          data-on={i < value}
          data-free={i < most}
          aria-hidden="true"
          onClick={() => set(i + 1 === value ? i : i + 1)}
        />
      ))}
    </div>
  );
}
