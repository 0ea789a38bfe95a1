import { remaining } from '#shared/critique/program.ts';
import type { Clock } from '#shared/critique/public.ts';

/** Before the end of a step the clock warns from here on, in milliseconds. */
export const WARN_MS = 10_000;

export interface ClockFace {
  /** What is left, “0:54”, or how far it is over, “+0:12”. */
  readonly left: string;
  /** What the step takes, “1:30”. */
  readonly of: string;
  /** Part of the step that is over, 0 to 1. */
  readonly part: number;
  readonly state: 'calm' | 'soon' | 'over' | 'still';
  /** The same for those who do not see it. */
  readonly words: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Seconds as a clock shows them: “0:54”, “12:00”, “3 d 4 h”. */
export function clockText(seconds: number): string {
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)} d ${Math.floor((seconds % 86_400) / 3_600)} h`;
  if (seconds >= 3_600) return `${Math.floor(seconds / 3_600)}:${two(Math.floor((seconds % 3_600) / 60))} h`;
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

const some = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** Seconds in words: “1 minute 30 seconds”. */
export function spokenTime(seconds: number): string {
  if (seconds >= 86_400) return some(Math.round(seconds / 86_400), 'day');
  if (seconds >= 3_600) return some(Math.round(seconds / 3_600), 'hour');
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (m === 0) return some(s, 'second');
  return s === 0 ? some(m, 'minute') : `${some(m, 'minute')} ${some(s, 'second')}`;
}

export function clockFace(clock: Clock, now: number): ClockFace {
  const left = remaining(clock, now);
  const over = left < 0;
  // A second counts as left until it is gone, and as over when it is full.
  const seconds = over ? Math.floor(-left / 1_000) : Math.ceil(left / 1_000);
  const still = clock.pausedAt !== null;
  const spoken = over
    ? `${spokenTime(seconds)} over its time`
    : `${spokenTime(seconds)} left of ${spokenTime(clock.seconds)}`;
  return {
    left: over ? `+${clockText(seconds)}` : clockText(seconds),
    of: clockText(clock.seconds),
    part: clock.seconds === 0 ? 1 : Math.min(1, Math.max(0, 1 - left / (clock.seconds * 1_000))),
    state: still ? 'still' : over ? 'over' : left <= WARN_MS ? 'soon' : 'calm',
    words: still ? `The clock stands still, ${spoken}` : spoken,
  };
}

/** Minutes of a step beside its name: 2', 1½', 5 d. */
export function minutesMark(seconds: number): string {
  if (seconds >= 86_400) return `${Math.round(seconds / 86_400)} d`;
  const halves = Math.round(seconds / 30);
  const whole = Math.floor(halves / 2);
  return `${whole === 0 && halves % 2 === 1 ? '' : whole}${halves % 2 === 1 ? '½' : ''}'`;
}
