import type { Actor, Critique, KeptSlot } from '../state.ts';

/** Boards that each respondent reads first (session 5.1). */
const READS = 3;
const PAIR = 2;

/** FNV-1a: a number that looks like chance and is the same for the same text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

/** In an order that nobody chose: by their ids, which are random. Dealing twice deals the same. */
const mixed = (seats: readonly Actor[]): readonly Actor[] =>
  [...seats].sort((a, b) => hash(a.id) - hash(b.id) || (a.id < b.id ? -1 : 1));

/** First readers by slot: each respondent reads three boards, or all when there are fewer; no board has many more than another. */
function dealtReaders(
  slots: readonly KeptSlot[],
  respondents: readonly Actor[],
): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>(slots.map((slot) => [slot.id, []]));
  const load = (slot: KeptSlot): number => readers.get(slot.id)?.length ?? 0;
  for (const { id } of respondents) {
    const free = slots.filter((slot) => slot.seat !== id);
    const fewest = [...free].sort((a, b) => load(a) - load(b) || slots.indexOf(a) - slots.indexOf(b));
    for (const slot of fewest.slice(0, READS)) readers.get(slot.id)?.push(id);
  }
  return readers;
}

/** A pair for each slot, in turn; presenters of other boards help out where there are too few respondents. */
function dealtPairs(slots: readonly KeptSlot[], seats: readonly Actor[]): ReadonlyMap<string, readonly string[]> {
  const respondents = seats.filter(({ role }) => role === 'respondent');
  const challengers = respondents.length >= PAIR ? respondents : seats;
  let turn = 0;
  return new Map(
    slots.map((slot) => {
      const pair: string[] = [];
      for (let tried = 0; tried < challengers.length && pair.length < PAIR; tried += 1) {
        const seat = challengers[turn % challengers.length]?.id;
        turn += 1;
        if (seat !== undefined && seat !== slot.seat && !pair.includes(seat)) pair.push(seat);
      }
      return [slot.id, pair];
    }),
  );
}

const sameSeats = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((seat, i) => seat === b[i]);

/** The running order with first readers and challengers for the people who are in the council. */
export function withDealt(critique: Critique, seats: readonly Actor[]): Critique {
  const people = mixed(seats.filter(({ role }) => role === 'respondent' || role === 'presenter'));
  const respondents = people.filter(({ role }) => role === 'respondent');
  const readers = dealtReaders(critique.slots, respondents);
  const pairs = dealtPairs(critique.slots, [...respondents, ...people.filter((one) => !respondents.includes(one))]);
  let changed = false;
  const slots = critique.slots.map((slot) => {
    const dealt = { readers: readers.get(slot.id) ?? [], challengers: pairs.get(slot.id) ?? [] };
    if (sameSeats(dealt.readers, slot.readers) && sameSeats(dealt.challengers, slot.challengers)) return slot;
    changed = true;
    return { ...slot, ...dealt };
  });
  return changed ? { ...critique, slots } : critique;
}

/** Nobody was chosen or dealt for any board yet. */
export const isUndealt = ({ slots }: Critique): boolean =>
  slots.every(({ readers, challengers }) => readers.length === 0 && challengers.length === 0);
