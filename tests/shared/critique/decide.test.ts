import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/critique/commands.ts';
import { digestOf } from '../../../shared/critique/digest.ts';
import { mappingOf, scrubbed } from '../../../shared/critique/ending.ts';
import { critiqueFrom, itemsOf } from '../../../shared/critique/items.ts';
import { EMPTY_PATCH } from '../../../shared/critique/patch.ts';
import { myPart, publicComments } from '../../../shared/critique/project.ts';
import { emptyCritique } from '../../../shared/critique/state.ts';
import { comment, keptText, PEOPLE, type Play, planned, play, SEATS, START, started } from './support.ts';

const { convenor, orgB, orgC, scribe, guest2, guest3, guest4, observer } = PEOPLE;

/** A board's questions are on, and a respondent asked one. */
function asked(): Play {
  const session = started();
  session.goTo('questions', 'slot-b');
  session.do(guest2, comment('q1', { kind: 'question' }));
  return session;
}

const told = (session: Play, id: string) => publicComments(session.critique, 'board-b').get(id);

describe('what a command makes of a session', () => {
  it('DECIDE-1 the right is asked first: a seat that may not is told which right it lacks', () => {
    const session = asked();
    const lacks: readonly [Command, string][] = [
      [comment('w', { kind: 'wish' }), 'comment.wish'],
      [{ type: 'run.next', from: 0 }, 'session.run'],
      [{ type: 'comment.same', id: 'q1', on: true }, 'comment.same'],
      [{ type: 'hand.raise' }, 'hand.raise'],
      [{ type: 'vote.cast', id: 'none', dots: {} }, 'vote.cast'],
    ];
    for (const [command, forbidden] of lacks) expect(session.ask(observer, command)).toEqual({ forbidden });
    expect(session.ask(guest2, { type: 'comment.hear', id: 'q1' })).toEqual({ forbidden: 'comment.hear' });
    expect(session.ask(orgC, { type: 'lead.take', board: 'board-b' })).toEqual({ forbidden: 'lead.take' });
    expect(session.ask(orgC, { type: 'recap.own', board: 'board-b', notes: {} })).toEqual({ forbidden: 'recap.own' });
  });

  it('DECIDE-2 a text is trimmed, and neither empty nor longer than 2,000 characters', () => {
    const session = asked();
    expect(session.refusal(guest2, comment('c', { text: '  \n ' }))).toBe(
      'Nothing is written. Write a word or two, then send.',
    );
    expect(session.refusal(guest2, comment('c', { text: 'x'.repeat(2_001) }))).toBe(
      'This is longer than 2,000 characters. Shorten it.',
    );
    session.do(guest2, comment('c', { text: ` ${'x'.repeat(2_000)} ` }));
    expect(told(session, 'c')?.text).toHaveLength(2_000);
    expect(session.refusal(guest2, comment('bad id'))).toMatch(/^This cannot be an id/);
    expect(session.refusal(guest2, comment('gone', { board: 'board-z' }))).toBe(
      'This board was deleted. Open another.',
    );
  });

  it('DECIDE-3 nobody floods a board: 300 open comments of one seat are enough', () => {
    const session = asked();
    for (let i = 1; i < 300; i += 1) session.do(guest2, comment(`c${i}`));
    expect(session.refusal(guest2, comment('one-more'))).toMatch(/^You have 300 open comments/);
    expect(session.refusal(guest3, comment('other'))).toBeNull();
    session.do(guest2, { type: 'comment.delete', id: 'c1' }, comment('one-more'));
  });

  it('DECIDE-4 only its author changes a comment; the convenor can take it away and nobody else can', () => {
    const session = asked();
    const edit = { type: 'comment.edit', id: 'q1', text: 'Who decides?' } as const;
    expect(session.refusal(convenor, edit)).toMatch(/^Only its author/);
    expect(session.refusal(guest3, { type: 'comment.delete', id: 'q1' })).toBe('comment.remove');
    session.do(guest2, edit);
    expect(told(session, 'q1')).toMatchObject({ text: 'Who decides?', edited: true });
    session.do(convenor, { type: 'comment.delete', id: 'q1' });
    expect(told(session, 'q1')).toBeUndefined();
  });

  it('DECIDE-5 what is changed before anybody saw it was never another text', () => {
    const session = started();
    session.goTo('read', 'slot-b');
    session.do(guest2, comment('w'), { type: 'comment.edit', id: 'w', text: 'Better said' });
    session.goTo('works', 'slot-b');
    expect(told(session, 'w')).toMatchObject({ text: 'Better said', edited: false });
  });

  it('DECIDE-6 replies are changed and taken back by who wrote them, and removed by the convenor', () => {
    const session = asked();
    session.do(guest3, { type: 'comment.reply', on: 'q1', id: 'r1', text: 'We too' });
    expect(myPart(session.critique, guest3.id, START).replies).toEqual(['r1']);
    expect(session.refusal(guest4, { type: 'reply.edit', on: 'q1', id: 'r1', text: 'No' })).toMatch(/^Only its author/);
    expect(session.refusal(guest4, { type: 'reply.delete', on: 'q1', id: 'r1' })).toBe('comment.remove');
    session.do(guest3, { type: 'reply.edit', on: 'q1', id: 'r1', text: 'So do we' });
    expect(told(session, 'q1')?.replies).toMatchObject([{ text: 'So do we', edited: true, by: null }]);
    session.do(convenor, { type: 'reply.delete', on: 'q1', id: 'r1' });
    expect(told(session, 'q1')?.replies).toEqual([]);
  });

  it('DECIDE-7 “we do this too” counts each seat once, not the author, and can be taken back', () => {
    const session = asked();
    const same = (on: boolean) => ({ type: 'comment.same', id: 'q1', on }) as const;
    session.do(guest3, same(true), same(true));
    session.do(guest4, same(true));
    expect(told(session, 'q1')?.same).toBe(2);
    expect(session.refusal(guest2, same(true))).toBe('This is your own comment. It counts already.');
    session.do(guest3, same(false));
    expect(told(session, 'q1')?.same).toBe(1);
    expect(myPart(session.critique, guest4.id, START).same).toEqual(['q1']);
  });

  it('DECIDE-8 the presenter answers and passes, the scribe resolves, the author closes their own without a name', () => {
    const session = asked();
    const state = (to: 'open' | 'answered' | 'passed' | 'resolved') =>
      ({ type: 'comment.state', id: 'q1', state: to }) as const;
    session.do(orgB, state('passed'));
    expect(told(session, 'q1')).toMatchObject({ state: 'passed', stateBy: { alias: 'Org B' } });
    expect(session.refusal(guest3, state('open'))).toBe('comment.resolve');
    expect(session.refusal(guest2, state('answered'))).toBe('comment.resolve');
    session.do(guest2, state('resolved'));
    expect(told(session, 'q1')).toMatchObject({ state: 'resolved', stateBy: { alias: 'its author' } });
    session.do(scribe, state('open'));
    expect(told(session, 'q1')).toMatchObject({ state: 'open', stateBy: { alias: 'Guest 1' } });
  });

  it('DECIDE-9 like comments are one group; one that is left alone is none', () => {
    const session = asked();
    session.do(guest3, comment('q2', { kind: 'question' }), comment('q3', { kind: 'question' }));
    const groups = () => ['q1', 'q2', 'q3'].map((id) => told(session, id)?.group);
    session.do(scribe, { type: 'comment.group', ids: ['q2', 'q1'] });
    expect(groups()).toEqual(['q2', 'q2', null]);
    session.do(scribe, { type: 'comment.group', ids: ['q3', 'q1'] });
    expect(groups()).toEqual(['q3', 'q3', 'q3']);
    session.do(scribe, { type: 'comment.ungroup', id: 'q3' });
    expect(groups()).toEqual(['q1', 'q1', null]);
    session.do(guest2, { type: 'comment.delete', id: 'q1' });
    expect(groups()).toEqual([undefined, null, null]);
    expect(session.refusal(scribe, { type: 'comment.group', ids: ['q2'] })).toMatch(/^One comment is no group/);
    expect(session.refusal(guest3, { type: 'comment.group', ids: ['q2', 'q3'] })).toBe('comment.group');
  });

  it('DECIDE-10 a proposed change is answered by who presents the board, with name, time and reason', () => {
    const session = asked();
    session.goTo('opinions', 'slot-b');
    const world = { ...session.world(), changes: ['Data team reports to Marketing.'] };
    session.world = () => world;
    session.do(guest3, comment('what', { kind: 'what-if', patch: EMPTY_PATCH }));
    const park = { type: 'proposal.answer', id: 'what', answer: 'parked', text: 'Next year' } as const;
    expect(session.refusal(orgB, park)).toMatch(/^This opinion waits/);
    session.do(orgB, { type: 'comment.hear', id: 'what' }, park);
    expect(told(session, 'what')?.proposal).toMatchObject({
      changes: ['Data team reports to Marketing.'],
      status: 'parked',
      answer: { by: { alias: 'Org B', as: 'presenter' }, text: 'Next year' },
    });
    expect(session.refusal(orgB, { ...park, id: 'q1' })).toMatch(/^This comment proposes no change/);
    expect(session.refusal(orgC, park)).toBe('proposal.answer');
  });

  it('DECIDE-11 what is a presenter’s own nobody else writes, not even a convenor', () => {
    const session = asked();
    const own: Command = { type: 'recap.own', board: 'board-b', notes: { consent: 'none', takeaways: [' One ', ''] } };
    expect(session.refusal(convenor, own)).toBe('Org B presents this board and decides this.');
    session.do(orgB, own);
    expect(session.critique.notes.boards['board-b']).toMatchObject({ consent: 'none', takeaways: ['One'] });
    expect(session.refusal(guest2, { type: 'recap.sentence', board: 'board-b', sentence: 'Hub' })).toBe('recap.write');
    session.do(scribe, { type: 'recap.sentence', board: 'board-b', sentence: 'A hub with spokes.' });
    expect(session.critique.notes.boards['board-b']).toMatchObject({ consent: 'none', sentence: 'A hub with spokes.' });
    expect(session.refusal(orgB, { type: 'slot.questions', id: 'slot-b', questions: ['a', 'b', 'c'] })).toMatch(
      /^Ask the room/,
    );
  });

  it('DECIDE-20 a band of the profile changes alone, and its presenter alone is told what was chosen', () => {
    const session = planned();
    const band = (profile: Readonly<Record<string, string>>): Command => ({
      type: 'recap.own',
      board: 'board-b',
      notes: { profile },
    });
    session.do(orgB, band({ industry: 'Retail' }), band({ revenue: '1 to 5' }), band({ industry: '' }));
    expect(session.critique.notes.boards['board-b']?.profile).toEqual({ revenue: '1 to 5' });
    expect(myPart(session.critique, orgB.id, START).notes).toMatchObject({
      'board-b': { profile: { revenue: '1 to 5' } },
    });
    expect(Object.keys(myPart(session.critique, orgC.id, START).notes)).toEqual(['board-c']);
    expect(myPart(session.critique, guest2.id, START).notes).toEqual({});
  });

  it('DECIDE-12 somebody else who presents looks for names anew before the start', () => {
    const session = planned();
    session.do(convenor, { type: 'slot.presenter', id: 'slot-b', seat: convenor.id });
    expect(session.critique.slots[0]).toMatchObject({ alias: 'Org A', checked: false });
    expect(session.refusal(convenor, { type: 'slot.presenter', id: 'slot-b', seat: guest2.id })).toMatch(
      /^This person cannot present/,
    );
    expect(session.refusal(convenor, { type: 'slot.add', id: 'new', board: 'board-c', seat: null })).toMatch(/already/);
    session.do(convenor, { type: 'slot.move', id: 'slot-c', to: 0 });
    expect(session.critique.slots.map(({ id }) => id)).toEqual(['slot-c', 'slot-b']);
  });

  it('DECIDE-13 numbers of the rules stay in their bounds, and another form brings its minutes along', () => {
    const session = play();
    const refusal = (rules: Parameters<typeof set>[0]): string | null => session.refusal(convenor, set(rules));
    const set = (rules: Extract<Command, { type: 'rules.set' }>['rules']) => ({ type: 'rules.set', rules }) as const;
    expect(refusal({ votes: 0 })).toMatch(/^Each person has 1 to 10 votes/);
    expect(refusal({ dots: 1.5 })).toMatch(/^Each person has 0 to 10 dots/);
    expect(refusal({ keepDays: 0 })).toMatch(/^The record is kept/);
    expect(refusal({ aheadFrom: 'soon' })).toMatch(/^This is not a date/);
    expect(refusal({ aheadFrom: '2026-02-02', aheadUntil: '2026-02-01' })).toMatch(/^Reading ahead ends before/);
    session.do(convenor, set({ form: 'small' }));
    expect(session.critique.rules.seconds).toMatchObject({ compare: 0, welcome: 180 });
  });

  it('DECIDE-14 what is kept item by item comes back as it was, also beside items of a kind that is not known', () => {
    const session = asked();
    session.do(guest3, { type: 'comment.same', id: 'q1', on: true }, { type: 'hand.raise' });
    const { put } = itemsOf(emptyCritique(), session.critique);
    const back = critiqueFrom([...put, { kind: 'from-tomorrow', id: 'x', data: '{}' }].reverse());
    expect(keptText(back)).toBe(keptText(session.critique));
    const before = session.critique;
    session.do(guest4, { type: 'comment.same', id: 'q1', on: true });
    expect(itemsOf(before, session.critique).put.map(({ kind, id }) => [kind, id])).toEqual([['comment', 'q1']]);
    const later = session.critique;
    session.do(convenor, { type: 'comment.delete', id: 'q1' });
    expect(itemsOf(later, session.critique).remove).toEqual([{ kind: 'comment', id: 'q1' }]);
  });

  it('DECIDE-15 at the end nothing that was held is kept, no seat is left, and of counts the sums', () => {
    const session = asked();
    session.do(guest3, { type: 'comment.same', id: 'q1', on: true }, comment('held', { kind: 'friction' }));
    session.do(scribe, { type: 'comment.reply', on: 'q1', id: 'r1', text: 'Noted' });
    session.goTo('opinions', 'slot-b');
    session.do(guest4, comment('unheard', { kind: 'wish' }));
    const mapping = mappingOf(session.critique, SEATS);
    session.do(convenor, { type: 'run.end' });
    const kept = keptText(session.critique);
    for (const { id } of SEATS) expect(kept).not.toContain(id);
    expect(kept).not.toContain('text of held');
    expect(kept).not.toContain('text of unheard');
    expect(told(session, 'q1')).toMatchObject({ same: 1, text: 'text of q1', slot: 'slot-b' });
    expect(scrubbed(session.critique).comments).toEqual(session.critique.comments);
    expect(mapping.comments).toEqual({ q1: guest2.id });
    expect(mapping.replies).toEqual({ r1: scribe.id });
    expect(JSON.stringify(mapping)).not.toContain(guest3.id);
  });

  it('DECIDE-16 sealing who wrote what needs a passphrase of at least 12 characters', () => {
    const session = planned();
    session.do(convenor, { type: 'rules.set', rules: { mapping: 'seal' } }, { type: 'run.start' });
    expect(session.refusal(convenor, { type: 'run.end' })).toMatch(/passphrase/);
    expect(session.refusal(convenor, { type: 'run.end', passphrase: 'too short' })).toMatch(/at least 12 characters/);
    session.do(convenor, { type: 'run.end', passphrase: 'long enough words' });
    expect(JSON.stringify([...itemsOf(emptyCritique(), session.critique).put])).not.toContain('long enough words');
  });

  it('DECIDE-17 a late joiner is told what is on and what is open, and nothing of what is held', () => {
    const session = asked();
    session.do(orgB, { type: 'slot.questions', id: 'slot-b', questions: ['Who owns data?'] });
    session.do(scribe, { type: 'recap.sentence', board: 'board-b', sentence: 'A hub.' });
    session.do(
      guest3,
      ...['q2', 'q3', 'q4'].map((id) => comment(id, { kind: 'question' })),
      comment('f', { kind: 'friction' }),
    );
    session.do(guest4, { type: 'comment.same', id: 'q3', on: true });
    session.do(orgB, { type: 'comment.state', id: 'q2', state: 'answered' });
    const digest = digestOf(session.critique, 'board-b', ['One team was added.'], session.now + 30_000);
    expect(digest).toMatchObject({
      phase: 'questions',
      minutesLeft: 1,
      presenter: { alias: 'Org B' },
      sentence: 'A hub.',
      asked: ['Who owns data?'],
      counts: { question: 4 },
      changed: ['One team was added.'],
    });
    expect(digest.open).toHaveLength(3);
    expect(digest.open[0]).toMatchObject({ id: 'q3', same: 1 });
    expect(JSON.stringify(digest)).not.toContain('text of f');
  });
});
