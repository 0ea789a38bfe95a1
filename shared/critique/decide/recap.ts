import type { Id } from '../../board/model.ts';
import { sameData } from '../../board/tables.ts';
import type { CommandOf } from '../commands.ts';
import { slotOfBoard } from '../program.ts';
import { type BoardNotes, CONSENT_WORDS, EMPTY_NOTES, type RecapNotes } from '../recap-notes.ts';
import type { Critique, KeptSlot } from '../state.ts';
import {
  becomes,
  type Context,
  type Decision,
  firstProblem,
  idProblem,
  LENGTH,
  refused,
  textProblem,
} from './context.ts';

const MOST = {
  words: 100,
  patterns: 50,
  questions: 100,
  takeaways: 10,
  actions: 20,
  ownQuestions: 2,
  fields: 40,
} as const;

const tooMany = (count: number, most: number): string | null =>
  count > most ? `There is room for ${most}. Take one out first.` : null;
const trimmed = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');
const longest = (texts: readonly string[], limit: number): string | null =>
  firstProblem(texts.map((text) => textProblem(text, limit, true)));

function withNotes(critique: Critique, change: Partial<RecapNotes>): Decision {
  const notes = { ...critique.notes, ...change };
  return becomes(sameData(notes, critique.notes) ? critique : { ...critique, notes });
}

const listProblem = (list: readonly { readonly id: Id }[], most: number): string | null =>
  tooMany(list.length, most) ?? firstProblem(list.map(({ id }) => idProblem(id)));

export function setWords({ critique }: Context, { words }: CommandOf<'recap.words'>): Decision {
  const problem = firstProblem([
    listProblem(words, MOST.words),
    longest(
      words.flatMap(({ term, symbol }) => [term, symbol]),
      LENGTH.line,
    ),
    longest(
      words.map(({ meaning }) => meaning),
      LENGTH.note,
    ),
  ]);
  return problem === null ? withNotes(critique, { words }) : refused(problem);
}

export function setPatterns({ critique, world }: Context, { patterns }: CommandOf<'recap.patterns'>): Decision {
  const problem = firstProblem([
    listProblem(patterns, MOST.patterns),
    longest(
      patterns.map(({ text }) => text),
      LENGTH.note,
    ),
    patterns.every(({ boards }) => boards.every((id) => isKnown(world.boards, id))) ? null : NO_BOARD,
  ]);
  return problem === null ? withNotes(critique, { patterns }) : refused(problem);
}

export function setOpenQuestions({ critique }: Context, { questions }: CommandOf<'recap.questions'>): Decision {
  const problem =
    listProblem(questions, MOST.questions) ??
    longest(
      questions.map(({ text }) => text),
      LENGTH.note,
    );
  return problem === null ? withNotes(critique, { questions }) : refused(problem);
}

const NO_BOARD = 'This board was deleted. Choose another.';
const isKnown = (boards: readonly { readonly id: Id }[], id: Id): boolean => boards.some((board) => board.id === id);

function withBoardNotes({ critique, world }: Context, board: Id, change: Partial<BoardNotes>): Decision {
  if (!isKnown(world.boards, board)) return refused(NO_BOARD);
  const before = critique.notes.boards[board] ?? EMPTY_NOTES;
  return withNotes(critique, { boards: { ...critique.notes.boards, [board]: { ...before, ...change } } });
}

export function setSentence(context: Context, { board, sentence }: CommandOf<'recap.sentence'>): Decision {
  const problem = textProblem(sentence, LENGTH.note, true);
  return problem === null ? withBoardNotes(context, board, { sentence: sentence.trim() }) : refused(problem);
}

const notTheirs = (slot: KeptSlot): string => `${slot.alias} presents this board and decides this.`;

/** The bands that are named change; an empty one is taken out, the others stay. */
const merged = (before: BoardNotes['profile'], change: BoardNotes['profile']): BoardNotes['profile'] =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, band]) => band !== ''));

/** What is a presenter's own stays with them: nobody else says what they take away, or what may leave. */
export function setOwnNotes(context: Context, { board, notes }: CommandOf<'recap.own'>): Decision {
  const { critique, actor } = context;
  const slot = slotOfBoard(critique, board);
  if (slot !== null && slot.seat !== null && slot.seat !== actor.id) return refused(notTheirs(slot));
  const { takeaways, actions, consent, profile } = notes;
  const before = critique.notes.boards[board] ?? EMPTY_NOTES;
  const bands = Object.entries(profile ?? {});
  const problem = firstProblem([
    tooMany(takeaways?.length ?? 0, MOST.takeaways),
    tooMany(actions?.length ?? 0, MOST.actions),
    tooMany(bands.length, MOST.fields),
    longest([...(takeaways ?? []), ...(actions ?? [])], LENGTH.note),
    longest(bands.flat(), LENGTH.line),
    consent === undefined || Object.hasOwn(CONSENT_WORDS, consent) ? null : 'Choose one of the four ways it may leave.',
  ]);
  if (problem !== null) return refused(problem);
  return withBoardNotes(context, board, {
    ...(takeaways === undefined ? {} : { takeaways: trimmed(takeaways) }),
    ...(actions === undefined ? {} : { actions: trimmed(actions) }),
    ...(consent === undefined ? {} : { consent }),
    ...(profile === undefined ? {} : { profile: merged(before.profile, profile) }),
  });
}

function onOwnSlot({ critique, actor }: Context, id: Id, change: Partial<KeptSlot>): Decision {
  const slot = critique.slots.find((one) => one.id === id);
  if (slot === undefined) return refused('This board is no longer in the running order.');
  if (slot.seat !== actor.id && actor.role !== 'convenor') return refused(notTheirs(slot));
  if (sameData({ ...slot, ...change }, slot)) return becomes(critique);
  return becomes({ ...critique, slots: critique.slots.map((one) => (one === slot ? { ...one, ...change } : one)) });
}

export const setChecked = (context: Context, { id, checked }: CommandOf<'slot.checked'>): Decision =>
  onOwnSlot(context, id, { checked });

export function setQuestions(context: Context, { id, questions }: CommandOf<'slot.questions'>): Decision {
  const asked = trimmed(questions);
  if (asked.length > MOST.ownQuestions) return refused('Ask the room one or two questions. Take one out.');
  const problem = longest(asked, LENGTH.note);
  return problem === null ? onOwnSlot(context, id, { questions: asked }) : refused(problem);
}
