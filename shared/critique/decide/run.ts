import type { CommandOf } from '../commands.ts';
import { scrubbed } from '../ending.ts';
import { paused, resumed, stepOf, stepsOf } from '../program.ts';
import type { Clock } from '../public.ts';
import type { Critique, KeptSlot } from '../state.ts';
import { becomes, boardTitle, type Context, type Decision, refused, type World } from './context.ts';
import { isUndealt, withDealt } from './deal.ts';
import { movedTo, withStepLeft } from './moves.ts';

/** Shortest passphrase that a mapping may be sealed with, in characters. */
export const PASSPHRASE_LEAST = 12;
const LONGEST_EXTENSION = 24 * 3600;
const NOT_STARTED = 'The session has not started. Start it first.';

/** What a board still lacks before its turn, or `null`. */
function slotProblem(slot: KeptSlot, world: World): string | null {
  if (!world.boards.some((board) => board.id === slot.board)) {
    return 'A board of the running order was deleted. Restore it, or take it out of the order.';
  }
  const title = boardTitle(world, slot.board);
  const presenter = world.seats.find((seat) => seat.id === slot.seat);
  if (presenter === undefined || (presenter.role !== 'presenter' && presenter.role !== 'convenor')) {
    return `${title} has no presenter. Choose one, or take it out of the order.`;
  }
  if (!slot.checked) return `${title} is not checked for names. ${slot.alias} can check it, then it is ready.`;
  return null;
}

/** Goes to a step, when the board that it belongs to is ready. */
function goTo({ critique, world }: Context, index: number): Decision {
  const step = stepsOf(critique.rules, critique.slots)[index];
  if (step === undefined) return refused('There is no such step in the programme.');
  const slot = critique.slots.find((one) => one.id === step.slot);
  const problem = slot === undefined ? null : slotProblem(slot, world);
  return problem === null ? becomes(movedTo(critique, index, world)) : refused(problem);
}

export function start({ critique, world }: Context): Decision {
  if (critique.run.startedAt !== null) return becomes(critique);
  if (critique.slots.length === 0) return refused('No board is in the running order yet. Add one, then start.');
  for (const slot of critique.slots) {
    const problem = slotProblem(slot, world);
    if (problem !== null) return refused(problem);
  }
  if (stepsOf(critique.rules, critique.slots).length === 0) {
    return refused('No step of the programme takes any time. Give one of them minutes, then start.');
  }
  const dealt = isUndealt(critique) ? withDealt(critique, world.seats) : critique;
  const started = { ...dealt, run: { ...dealt.run, startedAt: world.now } };
  return becomes(movedTo(started, 0, world));
}

/** Runs what is meant for the step that the sender saw; for another one it was done already. */
function atStep({ critique }: Context, from: number, run: (step: number) => Decision): Decision {
  const { step } = critique.run;
  if (step === null) return refused(NOT_STARTED);
  return step === from ? run(step) : becomes(critique);
}

export const next = (context: Context, { from }: CommandOf<'run.next'>): Decision =>
  atStep(context, from, (step) => {
    const { rules, slots } = context.critique;
    const isLast = step >= stepsOf(rules, slots).length - 1;
    return isLast ? refused('This is the last step. End the session when you are done.') : goTo(context, step + 1);
  });

export const back = (context: Context, { from }: CommandOf<'run.back'>): Decision =>
  atStep(context, from, (step) => (step === 0 ? refused('This is the first step.') : goTo(context, step - 1)));

export function skipTo(context: Context, { step }: CommandOf<'run.to'>): Decision {
  if (context.critique.run.step === null) return refused(NOT_STARTED);
  return context.critique.run.step === step ? becomes(context.critique) : goTo(context, step);
}

export const handOver = (context: Context, { from }: CommandOf<'run.hand-over'>): Decision =>
  atStep(context, from, (step) => {
    const steps = stepsOf(context.critique.rules, context.critique.slots);
    const slot = steps[step]?.slot ?? null;
    const later = (fits: (slot: string | null) => boolean): number =>
      steps.findIndex((one, i) => i > step && fits(one.slot));
    const board = later((one) => one !== null && one !== slot);
    const index = board < 0 && slot !== null ? later((one) => one === null) : board;
    return index < 0 ? refused('There is no further board. Go to the next step.') : goTo(context, index);
  });

const withClock = (critique: Critique, clock: Clock): Decision =>
  becomes(clock === critique.run.clock ? critique : { ...critique, run: { ...critique.run, clock } });

export const extend = (context: Context, { from, seconds, of }: CommandOf<'run.extend'>): Decision =>
  atStep(context, from, () => {
    const { critique } = context;
    const { clock } = critique.run;
    if (clock === null) return refused(NOT_STARTED);
    if (!Number.isInteger(seconds) || Math.abs(seconds) > LONGEST_EXTENSION) {
      return refused('A step can be extended by at most a day. Choose fewer minutes.');
    }
    if (of !== undefined && of !== clock.seconds) return becomes(critique);
    const longer = Math.max(0, clock.seconds + seconds);
    return withClock(critique, longer === clock.seconds ? clock : { ...clock, seconds: longer });
  });

export function pause({ critique, world }: Context): Decision {
  const { clock } = critique.run;
  return clock === null ? refused(NOT_STARTED) : withClock(critique, paused(clock, world.now));
}

export function resume({ critique, world }: Context): Decision {
  const { clock } = critique.run;
  return clock === null ? refused(NOT_STARTED) : withClock(critique, resumed(clock, world.now));
}

/** The end. The answer holds no seat any more: who keeps the mapping takes it from the session before (`mappingOf`). */
export function end({ critique, world }: Context, { passphrase }: CommandOf<'run.end'>): Decision {
  if (stepOf(critique) === null) return refused(NOT_STARTED);
  if (critique.rules.mapping === 'seal' && (passphrase ?? '').length < PASSPHRASE_LEAST) {
    return refused(`Who wrote what is sealed with a passphrase. Give one of at least ${PASSPHRASE_LEAST} characters.`);
  }
  const left = withStepLeft(critique);
  return becomes(scrubbed({ ...left, run: { ...left.run, clock: null, endedAt: world.now } }));
}
