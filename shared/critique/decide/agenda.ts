import type { Id } from '../../board/model.ts';
import { sameData } from '../../board/tables.ts';
import type { CommandOf } from '../commands.ts';
import { hasBegun, isRunning, stepOf, stepsOf } from '../program.ts';
import type { Actor, Critique, KeptSlot } from '../state.ts';
import { becomes, type Context, type Decision, idProblem, refused } from './context.ts';
import { withDealt } from './deal.ts';
import { newRules, rulesProblem } from './rules.ts';

const MOST_SLOTS = 12;
const GONE = 'This board is no longer in the running order. Reload the page to see the order.';

const slotById = (critique: Critique, id: Id): KeptSlot | null => critique.slots.find((slot) => slot.id === id) ?? null;

/**
 * The agenda with other rules or slots. While the session runs the step that is on has to be in the programme still: it keeps
 * its clock, whatever its number becomes.
 */
function replanned(critique: Critique, change: Partial<Pick<Critique, 'rules' | 'slots'>>): Decision {
  const next = { ...critique, ...change };
  const on = stepOf(critique);
  if (on === null) return becomes(next);
  const step = stepsOf(next.rules, next.slots).findIndex((one) => one.phase === on.phase && one.slot === on.slot);
  if (step < 0) return refused('This step is on now. Move on first, then take it out.');
  return becomes(step === critique.run.step ? next : { ...next, run: { ...critique.run, step } });
}

function withSlot(critique: Critique, id: Id, change: Partial<KeptSlot>): Decision {
  return becomes({
    ...critique,
    slots: critique.slots.map((slot) => (slot.id === id ? { ...slot, ...change } : slot)),
  });
}

function presenterIn(seats: readonly Actor[], seat: string | null): Actor | null | 'nobody' {
  if (seat === null) return null;
  return seats.find(({ id, role }) => id === seat && (role === 'presenter' || role === 'convenor')) ?? 'nobody';
}

const NO_PRESENTER = 'This person cannot present. Make them a presenter first.';

export function setRules({ critique }: Context, { rules }: CommandOf<'rules.set'>): Decision {
  const next = newRules(critique.rules, rules);
  if (sameData(next, critique.rules)) return becomes(critique);
  const problem = rulesProblem(critique, next);
  return problem === null ? replanned(critique, { rules: next }) : refused(problem);
}

export function addSlot({ critique, world }: Context, { id, board, seat }: CommandOf<'slot.add'>): Decision {
  const there = slotById(critique, id);
  if (there?.board === board) return becomes(critique);
  const problem = there === null ? idProblem(id) : 'This place in the order is taken. Reload the page and try again.';
  if (problem !== null) return refused(problem);
  if (!world.boards.some((one) => one.id === board)) return refused('This board was deleted. Choose another.');
  if (critique.slots.some((slot) => slot.board === board))
    return refused('This board is in the running order already.');
  if (critique.slots.length >= MOST_SLOTS) {
    return refused(`A session has at most ${MOST_SLOTS} boards. Take one out, or hold a second session.`);
  }
  const presenter = presenterIn(world.seats, seat);
  if (presenter === 'nobody') return refused(NO_PRESENTER);
  const slot: KeptSlot = {
    id,
    board,
    seat: presenter?.id ?? null,
    alias: presenter?.alias ?? '',
    who: presenter?.who ?? '',
    checked: false,
    questions: [],
    readers: [],
    challengers: [],
    furthest: -1,
  };
  return replanned(critique, { slots: [...critique.slots, slot] });
}

export function removeSlot({ critique }: Context, { id }: CommandOf<'slot.remove'>): Decision {
  const slot = slotById(critique, id);
  if (slot === null) return becomes(critique);
  if (hasBegun(slot)) return refused('This board has had its turn and stays in the order.');
  return replanned(critique, { slots: critique.slots.filter((one) => one !== slot) });
}

export function moveSlot({ critique }: Context, { id, to }: CommandOf<'slot.move'>): Decision {
  const slot = slotById(critique, id);
  if (slot === null) return refused(GONE);
  if (!Number.isInteger(to) || to < 0) return refused('There is no such place in the order.');
  const others = critique.slots.filter((one) => one !== slot);
  const slots = [...others.slice(0, to), slot, ...others.slice(to)];
  if (slots.every((one, i) => one === critique.slots[i])) return becomes(critique);
  return replanned(critique, { slots });
}

export function setPresenter({ critique, world }: Context, { id, seat }: CommandOf<'slot.presenter'>): Decision {
  const slot = slotById(critique, id);
  if (slot === null) return refused(GONE);
  const presenter = presenterIn(world.seats, seat);
  if (presenter === 'nobody') return refused(NO_PRESENTER);
  if (presenter === null && hasBegun(slot)) return refused('This board has had its turn. Name somebody else instead.');
  const { alias, who } = presenter ?? { alias: '', who: '' };
  if (slot.seat === seat && slot.alias === alias && slot.who === who) return becomes(critique);
  const without = (seats: readonly string[]): readonly string[] => seats.filter((one) => one !== seat);
  // Before the start the new presenter looks for names again; later nobody could wait for it.
  const asked = slot.seat === seat || isRunning(critique) ? {} : { checked: false, questions: [] };
  return withSlot(critique, id, {
    seat,
    alias,
    who,
    ...asked,
    readers: without(slot.readers),
    challengers: without(slot.challengers),
  });
}

/** People who take part in a slot besides its presenter. */
function setPeople(
  { critique, world }: Context,
  { id, seats }: { readonly id: Id; readonly seats: readonly string[] },
  key: 'readers' | 'challengers',
): Decision {
  const slot = slotById(critique, id);
  if (slot === null) return refused(GONE);
  const chosen = [...new Set(seats)];
  if (slot.seat !== null && chosen.includes(slot.seat)) {
    return refused('Who presents a board cannot also read it first or challenge it. Choose somebody else.');
  }
  const isFit = (seat: string): boolean =>
    world.seats.some(({ id: known, role }) => known === seat && role !== 'observer');
  if (!chosen.every(isFit)) return refused('Somebody chosen here only looks on or has left. Choose somebody else.');
  if (chosen.length === slot[key].length && chosen.every((seat, i) => seat === slot[key][i])) return becomes(critique);
  return withSlot(critique, id, { [key]: chosen });
}

export const setChallengers = (context: Context, command: CommandOf<'slot.challengers'>): Decision =>
  setPeople(context, command, 'challengers');

export const setReaders = (context: Context, command: CommandOf<'slot.readers'>): Decision =>
  setPeople(context, command, 'readers');

export function dealReaders({ critique, world }: Context): Decision {
  if (critique.slots.length === 0) return refused('No board is in the running order yet. Add one, then deal.');
  return becomes(withDealt(critique, world.seats));
}
