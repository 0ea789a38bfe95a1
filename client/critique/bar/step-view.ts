import { PHASE_WORDS, type Slot, type TimedPhase } from '#shared/critique/agenda.ts';
import type { PublicSession } from '#shared/critique/public.ts';

export interface StepView {
  /** Index in the programme. */
  readonly index: number;
  readonly phase: TimedPhase;
  readonly label: string;
  readonly seconds: number;
  readonly state: 'done' | 'now' | 'next';
  /** Whose board it is about; `null`: nobody's. */
  readonly slot: Slot | null;
}

/** The whole programme, in its order. */
export function stepViews(session: PublicSession): readonly StepView[] {
  const slots = new Map(session.slots.map((slot) => [slot.id, slot]));
  const at = session.step ?? -1;
  return session.steps.map(({ phase, slot, seconds }, index) => ({
    index,
    phase,
    label: PHASE_WORDS[phase].label,
    seconds,
    state: index < at ? 'done' : index === at ? 'now' : 'next',
    slot: slot === null ? null : (slots.get(slot) ?? null),
  }));
}

/** The steps that belong with the one that is on: those of the same board, or those before, after and between boards. */
export function stepsAround(session: PublicSession): readonly StepView[] {
  const all = stepViews(session);
  const at = session.step;
  const now = at === null ? undefined : all[at];
  if (now === undefined || at === null) return [];
  const same = (index: number): boolean => session.steps[index]?.slot === session.steps[now.index]?.slot;
  let from = at;
  let to = at;
  while (from > 0 && same(from - 1)) from -= 1;
  while (to < all.length - 1 && same(to + 1)) to += 1;
  return all.slice(from, to + 1);
}

/** The step that follows, or `null` at the end of the programme. */
export function nextStep(session: PublicSession): StepView | null {
  return session.step === null ? null : (stepViews(session)[session.step + 1] ?? null);
}

/** The board whose turn comes after the one that is on, or `null`. */
export const nextSlot = (session: PublicSession | null): Slot | null =>
  session?.slots.find((slot) => slot.state === 'waiting') ?? null;

/** What a step is called apart from the others: “Questions, Org B”. */
export const stepTitle = ({ label, slot }: StepView): string => (slot === null ? label : `${label}, ${slot.alias}`);

/** “board 2 of 8”. */
export function slotPlace(session: PublicSession, slot: Slot): string {
  const place = session.slots.findIndex((one) => one.id === slot.id) + 1;
  return `board ${place} of ${session.slots.length}`;
}
