import { type Critique, type KeptVote, withEntry } from '../state.ts';

/** The vote with its result; whose ballots they were is in none of it. */
export function closedVote(critique: Critique, vote: KeptVote): Critique {
  const ballots = [...critique.ballots.values()].filter((ballot) => ballot.on === vote.id);
  const count = (item: string): number => ballots.reduce((sum, ballot) => sum + (ballot.dots[item] ?? 0), 0);
  const closed: KeptVote = {
    ...vote,
    state: 'closed',
    voters: ballots.length,
    items: vote.items.map((item) => ({ ...item, dots: count(item.id) })),
  };
  return { ...critique, votes: withEntry(critique.votes, vote.id, closed) };
}

/** Closes the vote that is open, if one is. */
export function withClosedVote(critique: Critique): Critique {
  const open = [...critique.votes.values()].find((vote) => vote.state === 'open');
  return open === undefined ? critique : closedVote(critique, open);
}
