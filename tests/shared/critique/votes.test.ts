import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../shared/critique/commands.ts';
import { myPart, publicComments, publicSession } from '../../../shared/critique/project.ts';
import { comment, PEOPLE, type Play, START, started } from './support.ts';

const { convenor, orgB, guest2, guest3, guest4, observer } = PEOPLE;

const prepare = (change: Partial<CommandOf<'vote.prepare'>> = {}): CommandOf<'vote.prepare'> => ({
  type: 'vote.prepare',
  id: 'vote',
  title: 'What first?',
  items: [
    { id: 'hub', label: 'A hub', comments: ['w1', 'w2'] },
    { id: 'data', label: 'One data team', comments: [] },
  ],
  budget: 3,
  ...change,
});

/** A session at its vote, with two comments to vote on. */
function atVote(): Play {
  const session = started();
  session.goTo('works', 'slot-b');
  session.do(guest2, comment('w1'), comment('w2'));
  session.goTo('vote');
  return session;
}

function openVote(): Play {
  const session = atVote();
  session.do(convenor, prepare(), { type: 'vote.show', id: 'vote' }, { type: 'vote.open', id: 'vote' });
  return session;
}

const vote = (session: Play) => publicSession(session.critique).vote;

describe('a closing vote', () => {
  it('VOTE-1 what is prepared has 1 to 12 items of comments that can be read, and 1 to 10 votes each', () => {
    const session = atVote();
    const many = Array.from({ length: 13 }, (_, i) => ({ id: `i${i}`, label: `Item ${i}`, comments: [] }));
    const refusal = (change: Partial<CommandOf<'vote.prepare'>>): string | null =>
      session.refusal(convenor, prepare(change));
    expect(refusal({ items: many })).toBe('A vote has at most 12 items. Merge those that say the same.');
    expect(refusal({ items: [] })).toBe('There is nothing to vote on. Add an item.');
    expect(refusal({ items: [...prepare().items, ...prepare().items] })).toBe('Two items are the same. Merge them.');
    expect(refusal({ items: [{ id: 'x', label: 'X', comments: ['never'] }] })).toMatch(/^One of these comments/);
    expect(refusal({ budget: 11 })).toMatch(/^Each person has 1 to 10 votes/);
    expect(refusal({ items: [{ id: 'x', label: ' ', comments: [] }] })).toMatch(/^Nothing is written/);
    expect(refusal({})).toBeNull();
  });

  it('VOTE-2 the rule is shown before it opens, it opens in its own step, and preparing anew merges items', () => {
    const session = atVote();
    session.do(convenor, prepare());
    expect(session.refusal(convenor, { type: 'vote.open', id: 'vote' })).toMatch(/^Show how the vote works first/);
    session.do(convenor, prepare({ items: [{ id: 'both', label: 'Both', comments: ['w1', 'w2'] }] }));
    expect(vote(session)?.items.map(({ label }) => label)).toEqual(['Both']);
    session.do(convenor, { type: 'vote.show', id: 'vote' });
    expect(session.refusal(guest2, { type: 'vote.cast', id: 'vote', dots: { both: 1 } })).toMatch(
      /^This vote is not open/,
    );
    session.goTo('compare');
    expect(session.refusal(convenor, { type: 'vote.open', id: 'vote' })).toMatch(/^A vote opens in the step Vote/);
  });

  it('VOTE-3 a ballot can be changed while the vote is open, and never holds more than the budget, halves or less than nothing', () => {
    const session = openVote();
    const cast = (dots: Readonly<Record<string, number>>): string | null =>
      session.refusal(guest2, { type: 'vote.cast', id: 'vote', dots });
    expect(cast({ hub: 2, data: 2 })).toBe('You have 3. Take one back, then place another.');
    expect(cast({ hub: 1.5 })).toBe('Votes are whole. Place each on one thing.');
    expect(cast({ hub: 4, data: -1 })).toBe('Votes are whole. Place each on one thing.');
    expect(cast({ other: 1 })).toMatch(/^This is not one of the items/);
    session.do(guest2, { type: 'vote.cast', id: 'vote', dots: { hub: 3 } });
    session.do(guest2, { type: 'vote.cast', id: 'vote', dots: { hub: 1, data: 2 } });
    expect(myPart(session.critique, guest2.id, START).votes).toEqual({ hub: 1, data: 2 });
    session.do(guest2, { type: 'vote.cast', id: 'vote', dots: { hub: 0 } });
    expect(session.critique.ballots.size).toBe(0);
  });

  it('VOTE-4 while it is open everybody is told the same whether a hundred voted or nobody', () => {
    const session = openVote();
    const before = JSON.stringify([publicSession(session.critique), myPart(session.critique, guest3.id, START)]);
    session.do(guest2, { type: 'vote.cast', id: 'vote', dots: { hub: 3 } });
    session.do(orgB, { type: 'vote.cast', id: 'vote', dots: { data: 1 } });
    expect(JSON.stringify([publicSession(session.critique), myPart(session.critique, guest3.id, START)])).toBe(before);
    expect(session.refusal(convenor, { type: 'vote.cast', id: 'vote', dots: { hub: 1 } })).toBe('vote.cast');
    expect(session.refusal(observer, { type: 'vote.cast', id: 'vote', dots: { hub: 1 } })).toBe('vote.cast');
  });

  it('VOTE-5 closing tells the sums and how many voted; it cannot be opened, prepared or cast again', () => {
    const session = openVote();
    session.do(guest2, { type: 'vote.cast', id: 'vote', dots: { hub: 3 } });
    session.do(guest3, { type: 'vote.cast', id: 'vote', dots: { hub: 1, data: 1 } });
    session.do(convenor, { type: 'vote.close', id: 'vote' });
    expect(vote(session)).toMatchObject({ state: 'closed', voters: 2, items: [{ dots: 4 }, { dots: 1 }] });
    expect(session.refusal(convenor, { type: 'vote.open', id: 'vote' })).toMatch(/^This vote is closed/);
    expect(session.refusal(convenor, prepare())).toMatch(/^This vote is closed/);
    expect(session.refusal(guest4, { type: 'vote.cast', id: 'vote', dots: { hub: 1 } })).toMatch(
      /^This vote is not open/,
    );
  });

  it('VOTE-6 leaving the step closes the vote that is open, and so does the end', () => {
    const left = openVote();
    left.do(guest2, { type: 'vote.cast', id: 'vote', dots: { hub: 2 } });
    left.goTo('failure');
    expect(vote(left)).toMatchObject({ state: 'closed', voters: 1 });
    const ended = openVote();
    ended.do(guest2, { type: 'vote.cast', id: 'vote', dots: { hub: 2 } });
    ended.do(convenor, { type: 'run.end' });
    expect(vote(ended)).toMatchObject({ state: 'closed', items: [{ dots: 2 }, { dots: 0 }] });
    expect(ended.critique.ballots.size).toBe(0);
  });

  it('VOTE-7 another vote takes the place of one that was not opened; closed ones stay', () => {
    const session = atVote();
    session.do(convenor, prepare(), prepare({ id: 'other' }));
    expect([...session.critique.votes.keys()]).toEqual(['other']);
    session.do(convenor, { type: 'vote.show', id: 'other' }, { type: 'vote.open', id: 'other' });
    expect(session.refusal(convenor, prepare())).toBe('A vote is open. Close it, then prepare another.');
    session.do(convenor, { type: 'vote.close', id: 'other' }, prepare());
    expect([...session.critique.votes.keys()]).toEqual(['other', 'vote']);
    expect(vote(session)?.id).toBe('vote');
  });
});

describe('dots on questions', () => {
  function atQuestions(): Play {
    const session = started();
    session.goTo('questions', 'slot-b');
    session.do(guest2, comment('q1', { kind: 'question' }), comment('q2', { kind: 'question' }), comment('w1'));
    return session;
  }

  it('VOTE-8 dots are placed while the questions of a board are on, on its questions, within the budget', () => {
    const session = atQuestions();
    const place = (dots: Readonly<Record<string, number>>, board = 'board-b'): string | null =>
      session.refusal(guest3, { type: 'dots.place', board, dots });
    expect(place({ q1: 4 })).toBe('You have 3. Take one back, then place another.');
    expect(place({ w1: 1 })).toMatch(/^This question is no longer there/);
    expect(place({}, 'board-c')).toMatch(/^Dots are placed while/);
    expect(place({ q1: 2, q2: 1 })).toBeNull();
    session.goTo('works', 'slot-b');
    expect(session.refusal(convenor, { type: 'dots.place', board: 'board-b', dots: { q1: 1 } })).toMatch(
      /^Dots are placed/,
    );
  });

  it('VOTE-9 how many dots each question has is told when the step is left, and not before', () => {
    const session = atQuestions();
    const told = () =>
      [...publicComments(session.critique, 'board-b').values()].map(({ id, dots }) => [id, dots]).sort();
    session.do(guest3, { type: 'dots.place', board: 'board-b', dots: { q1: 2, q2: 1 } });
    session.do(guest4, { type: 'dots.place', board: 'board-b', dots: { q1: 1 } });
    expect(told()).toEqual([
      ['q1', null],
      ['q2', null],
      ['w1', null],
    ]);
    expect(myPart(session.critique, guest4.id, START).dots).toEqual({ q1: 1 });
    session.do(convenor, { type: 'run.next', from: session.critique.run.step ?? 0 });
    expect(told()).toEqual([
      ['q1', 3],
      ['q2', 1],
      ['w1', null],
    ]);
  });

  it('VOTE-10 a question that is taken back takes its dots along', () => {
    const session = atQuestions();
    session.do(guest3, { type: 'dots.place', board: 'board-b', dots: { q1: 2, q2: 1 } });
    session.do(guest2, { type: 'comment.delete', id: 'q1' });
    expect(myPart(session.critique, guest3.id, START).dots).toEqual({ q2: 1 });
  });
});
