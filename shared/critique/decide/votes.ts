import type { Id } from '../../board/model.ts';
import { sameData } from '../../board/tables.ts';
import type { CommandOf } from '../commands.ts';
import { phaseOf, slotOn } from '../program.ts';
import { type Critique, type KeptVote, type Placed, placedKey, withEntry, withoutEntry } from '../state.ts';
import { visibleTo } from './command-actions.ts';
import {
  becomes,
  type Context,
  type Decision,
  dotsProblem,
  firstProblem,
  idProblem,
  LENGTH,
  placedOnly,
  refused,
  textProblem,
} from './context.ts';
import { closedVote } from './tally.ts';

const MOST_ITEMS = 12;
const MOST_BUDGET = 10;
const NO_VOTE = 'There is no such vote any more. Look at the one that is on.';

const withVote = (critique: Critique, vote: KeptVote): Critique => ({
  ...critique,
  votes: withEntry(critique.votes, vote.id, vote),
});

function problemOf(
  { critique, actor }: Context,
  { id, title, items, budget }: CommandOf<'vote.prepare'>,
): string | null {
  const ids = items.map((item) => item.id);
  const isShown = (comment: Id): boolean => visibleTo(critique, actor.id, comment)?.shown === true;
  return firstProblem([
    idProblem(id),
    textProblem(title, LENGTH.line),
    items.length === 0 ? 'There is nothing to vote on. Add an item.' : null,
    items.length > MOST_ITEMS ? `A vote has at most ${MOST_ITEMS} items. Merge those that say the same.` : null,
    firstProblem(items.map((item) => idProblem(item.id) ?? textProblem(item.label, LENGTH.text))),
    new Set(ids).size === ids.length ? null : 'Two items are the same. Merge them.',
    items.every((item) => item.comments.every(isShown))
      ? null
      : 'One of these comments is no longer there. Choose again.',
    Number.isInteger(budget) && budget >= 1 && budget <= MOST_BUDGET
      ? null
      : `Each person has 1 to ${MOST_BUDGET} votes. Choose a number between.`,
  ]);
}

/** A new vote takes the place of one that was not opened; closed ones stay for the recap. */
export function prepareVote(context: Context, command: CommandOf<'vote.prepare'>): Decision {
  const { critique } = context;
  const { id, title, items, budget } = command;
  const current = critique.run.vote === null ? undefined : critique.votes.get(critique.run.vote);
  if (current?.state === 'open') return refused('A vote is open. Close it, then prepare another.');
  const there = critique.votes.get(id);
  if (there?.state === 'closed') return refused('This vote is closed. Prepare a new one.');
  const problem = problemOf(context, command);
  if (problem !== null) return refused(problem);
  const prepared: KeptVote = {
    id,
    title: title.trim(),
    items: items.map((item) => ({ id: item.id, label: item.label.trim(), comments: [...item.comments], dots: null })),
    budget,
    state: 'prepared',
    voters: null,
  };
  if (there !== undefined && sameData({ ...there, state: 'prepared' }, prepared)) return becomes(critique);
  const isReplaced = current !== undefined && current.state !== 'closed' && current.id !== id;
  const votes = isReplaced ? withoutEntry(critique.votes, current.id) : critique.votes;
  return becomes({ ...critique, votes: withEntry(votes, id, prepared), run: { ...critique.run, vote: id } });
}

function onVote({ critique }: Context, id: Id, run: (vote: KeptVote) => Decision): Decision {
  const vote = critique.votes.get(id);
  return vote === undefined || critique.run.vote !== id ? refused(NO_VOTE) : run(vote);
}

export const showVote = (context: Context, { id }: CommandOf<'vote.show'>): Decision =>
  onVote(context, id, (vote) =>
    becomes(vote.state === 'prepared' ? withVote(context.critique, { ...vote, state: 'shown' }) : context.critique),
  );

export const openVote = (context: Context, { id }: CommandOf<'vote.open'>): Decision =>
  onVote(context, id, (vote) => {
    if (vote.state === 'open') return becomes(context.critique);
    if (vote.state === 'closed') return refused('This vote is closed. Prepare a new one.');
    if (vote.state === 'prepared') return refused('Show how the vote works first, then open it.');
    if (phaseOf(context.critique) !== 'vote') return refused('A vote opens in the step Vote. Go there first.');
    return becomes(withVote(context.critique, { ...vote, state: 'open' }));
  });

export const closeVote = (context: Context, { id }: CommandOf<'vote.close'>): Decision =>
  onVote(context, id, (vote) => {
    if (vote.state === 'closed') return becomes(context.critique);
    return vote.state === 'open'
      ? becomes(closedVote(context.critique, vote))
      : refused('This vote is not open. Open it first.');
  });

/** What a seat placed, instead of what it placed before. */
function withPlaced(table: Critique['ballots'], placed: Placed): Critique['ballots'] {
  const key = placedKey(placed.on, placed.seat);
  const before = table.get(key);
  if (Object.keys(placed.dots).length === 0) return before === undefined ? table : withoutEntry(table, key);
  return sameData(before, placed) ? table : withEntry(table, key, placed);
}

export const castVote = (context: Context, { id, dots }: CommandOf<'vote.cast'>): Decision =>
  onVote(context, id, (vote) => {
    const { critique, actor } = context;
    if (vote.state !== 'open') return refused('This vote is not open. Your votes stay as they were.');
    const isItem = (item: Id): boolean => vote.items.some((one) => one.id === item);
    if (!Object.keys(dots).every(isItem)) return refused('This is not one of the items. Choose one of those shown.');
    const problem = dotsProblem(dots, vote.budget, 'Votes');
    if (problem !== null) return refused(problem);
    const ballots = withPlaced(critique.ballots, { on: id, seat: actor.id, dots: placedOnly(dots) });
    return becomes(ballots === critique.ballots ? critique : { ...critique, ballots });
  });

/** Dots that set the order of a board's questions; how many each has is told when the step is left. */
export function placeDots({ critique, actor }: Context, { board, dots }: CommandOf<'dots.place'>): Decision {
  if (phaseOf(critique) !== 'questions' || slotOn(critique)?.board !== board) {
    return refused('Dots are placed while a board’s questions are on. Wait for that step.');
  }
  const isQuestion = (id: Id): boolean => {
    const comment = critique.comments.get(id);
    return comment?.shown === true && comment.kind === 'question' && comment.board === board;
  };
  if (!Object.keys(dots).every(isQuestion))
    return refused('This question is no longer there. Place the dot on another.');
  const problem = dotsProblem(dots, critique.rules.dots, 'Dots');
  if (problem !== null) return refused(problem);
  const placed = withPlaced(critique.dots, { on: board, seat: actor.id, dots: placedOnly(dots) });
  return becomes(placed === critique.dots ? critique : { ...critique, dots: placed });
}
