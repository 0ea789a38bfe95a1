import type { Id } from '../board/model.ts';
import { sameData } from '../board/tables.ts';
import { BOARD_PHASES, PHASES, type Phase } from '../rights/phases.ts';
import { DEFAULT_RULES, type SessionRules, type Step, type TimedPhase } from './agenda.ts';
import type { Clock } from './public.ts';
import type { Critique, KeptSlot } from './state.ts';

const BEFORE: readonly TimedPhase[] = ['ahead', 'welcome'];
const AFTER: readonly TimedPhase[] = ['compare', 'vote', 'failure', 'recap'];

/** The programme: what takes no time is left out, and reading ahead belongs to its own form only. */
export function stepsOf(rules: SessionRules, slots: readonly Pick<KeptSlot, 'id'>[]): readonly Step[] {
  const { form, seconds } = rules;
  const timed = (phase: TimedPhase): boolean => seconds[phase] > 0 && (phase !== 'ahead' || form === 'ahead');
  const step = (phase: TimedPhase, slot: Id | null): Step => ({ phase, slot, seconds: seconds[phase] });
  return [
    ...BEFORE.filter(timed).map((phase) => step(phase, null)),
    ...slots.flatMap(({ id }) => BOARD_PHASES.filter(timed).map((phase) => step(phase, id))),
    ...AFTER.filter(timed).map((phase) => step(phase, null)),
  ];
}

/** The step that is on, or `null` before the start and after the end. */
export function stepOf({ rules, slots, run }: Critique): Step | null {
  if (run.step === null || run.endedAt !== null) return null;
  return stepsOf(rules, slots)[run.step] ?? null;
}

export function phaseOf(critique: Critique): Phase {
  if (critique.run.endedAt !== null) return 'sealed';
  return stepOf(critique)?.phase ?? 'open';
}

export const isRunning = ({ run }: Critique): boolean => run.startedAt !== null && run.endedAt === null;

/** The slot whose turn it is, or `null` between boards. */
export function slotOn(critique: Critique): KeptSlot | null {
  const on = stepOf(critique)?.slot ?? null;
  return on === null ? null : (critique.slots.find((slot) => slot.id === on) ?? null);
}

export const slotOfBoard = ({ slots }: Pick<Critique, 'slots'>, board: Id): KeptSlot | null =>
  slots.find((slot) => slot.board === board) ?? null;

/** A slot has had its first step. */
export const hasBegun = (slot: KeptSlot): boolean => slot.furthest >= 0;

/** Slots that began with this change: the server keeps their boards as they are now. */
export const slotsBegun = (before: Critique, after: Critique): readonly KeptSlot[] =>
  after.slots.filter((slot) => hasBegun(slot) && !before.slots.some((old) => old.id === slot.id && hasBegun(old)));

/** Whether there is anything of a session that people are to be told. */
export const hasSession = ({ rules, slots, run, attention, votes }: Critique): boolean =>
  slots.length > 0 ||
  run.startedAt !== null ||
  attention.calls > 0 ||
  attention.hands.length > 0 ||
  votes.size > 0 ||
  !sameData(rules, DEFAULT_RULES);

/** A phase's place in the order of a session. */
export const rankOf = (phase: Phase): number => PHASES.indexOf(phase);

/** The clock of a step that begins now. Reading ahead ends at its date, when that is still to come. */
export function clockOf(step: Step, rules: SessionRules, now: number): Clock {
  const until = step.phase === 'ahead' && rules.aheadUntil !== null ? Date.parse(rules.aheadUntil) : Number.NaN;
  const seconds = until > now ? Math.ceil((until - now) / 1000) : step.seconds;
  return { startedAt: now, seconds, pausedAt: null, pausedFor: 0 };
}

/** How long a step has been on, without what it stood still, in ms. */
export const elapsed = (clock: Clock, now: number): number =>
  Math.max(0, (clock.pausedAt ?? now) - clock.startedAt - clock.pausedFor);

/** What is left of a step, in ms; below 0: overrun. */
export const remaining = (clock: Clock, now: number): number => clock.seconds * 1000 - elapsed(clock, now);

export const paused = (clock: Clock, now: number): Clock =>
  clock.pausedAt === null ? { ...clock, pausedAt: Math.max(now, clock.startedAt) } : clock;

export const resumed = (clock: Clock, now: number): Clock =>
  clock.pausedAt === null
    ? clock
    : { ...clock, pausedAt: null, pausedFor: clock.pausedFor + Math.max(0, now - clock.pausedAt) };
