import type { SessionRules, Slot, Step, TimedPhase } from '#shared/critique/agenda.ts';
import { stepsOf } from '#shared/critique/program.ts';
import { BOARD_PHASES } from '#shared/rights/phases.ts';

/** A part of the programme as it is shown: a board with all its steps, or one step of the whole council. */
export interface Block {
  readonly slot: Slot | null;
  readonly phase: TimedPhase;
  /** Index in the steps of its first step, and of the last. */
  readonly first: number;
  readonly last: number;
  /** Seconds from the start of the live part. */
  readonly from: number;
  readonly seconds: number;
}

/** The programme as blocks. Reading ahead is not part of the live time and begins at 0. */
export function blocksOf(slots: readonly Slot[], steps: readonly Step[]): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const [index, step] of steps.entries()) {
    const before = blocks.at(-1);
    const live = step.phase === 'ahead' ? 0 : step.seconds;
    if (before !== undefined && step.slot !== null && before.slot?.id === step.slot) {
      blocks[blocks.length - 1] = { ...before, last: index, seconds: before.seconds + live };
    } else {
      const slot = slots.find((one) => one.id === step.slot) ?? null;
      blocks.push({ slot, phase: step.phase, first: index, last: index, from, seconds: live });
    }
    from += live;
  }
  return blocks;
}

/** Seconds of everything that happens live. */
export const liveSeconds = (rules: SessionRules, slots: readonly Slot[]): number =>
  stepsOf(rules, slots)
    .filter((step) => step.phase !== 'ahead')
    .reduce((sum, step) => sum + step.seconds, 0);

/** Seconds of one board. */
export const boardSeconds = (rules: SessionRules): number =>
  BOARD_PHASES.reduce((sum, phase) => sum + rules.seconds[phase], 0);

/** Seconds as hours and minutes from the start: “0:06”, “1:26”. */
export function sinceStart(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** “1 minute”, “8.5 minutes”. */
export function inMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 6) / 10;
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/** A day as people say it: “January 12, 2026”. */
export const dayOf = (at: string | number): string =>
  new Date(at).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });
