import { describe, expect, it } from 'vitest';
import type { CommentKindId } from '../../../shared/critique/kinds.ts';
import { myPart, publicComments } from '../../../shared/critique/project.ts';
import { toMinute } from '../../../shared/critique/state.ts';
import { comment, PEOPLE, type Play, play, START, started } from './support.ts';

const { convenor, orgB, orgC, guest2, guest3, scribe } = PEOPLE;
const seen = (session: Play, board = 'board-b'): string[] => [...publicComments(session.critique, board).keys()];
const KINDS: readonly CommentKindId[] = ['works', 'question', 'wish', 'what-if', 'friction', 'vocabulary', 'same-here'];

/** Somebody pins one of each kind while everybody reads in silence. */
function readInSilence(): Play {
  const session = started();
  session.goTo('read', 'slot-b');
  session.do(guest2, ...KINDS.map((kind) => comment(kind, { kind })));
  return session;
}

describe('what is held', () => {
  it('HELD-1 of what is pinned in silence nothing is there for anybody but its author', () => {
    const session = readInSilence();
    expect(seen(session)).toEqual([]);
    expect(myPart(session.critique, guest3.id, START).comments).toEqual([]);
    expect(myPart(session.critique, guest2.id, START).comments.map(({ id, held }) => [id, held])).toEqual(
      KINDS.map((kind) => [kind, true]),
    );
  });

  it('HELD-11 the picture of what it was made on does not tell when it was made', () => {
    const session = readInSilence();
    const [works] = [...session.critique.comments.values()].filter(({ id }) => id === 'works');
    if (works === undefined) throw new Error('There is no such comment.');
    const drawn = { ...works, frozen: { version: 41, file: { drawn: true } } };
    session.critique = { ...session.critique, comments: new Map(session.critique.comments).set('works', drawn) };
    session.goTo('works', 'slot-b');
    expect(publicComments(session.critique, 'board-b').get('works')?.frozen).toEqual({
      version: 0,
      file: { drawn: true },
    });
  });

  it('HELD-2 each kind is shown from its phase on, and going back takes nothing back', () => {
    const session = readInSilence();
    const seenIn = (phase: Parameters<Play['goTo']>[0], slot?: string): string[] => {
      session.goTo(phase, slot);
      return seen(session).sort();
    };
    expect(seenIn('model', 'slot-b')).toEqual([]);
    expect(seenIn('works', 'slot-b')).toEqual(['same-here', 'works']);
    expect(seenIn('answers', 'slot-b')).toEqual(['same-here', 'works']);
    expect(seenIn('questions', 'slot-b')).toEqual(['question', 'same-here', 'works']);
    expect(seenIn('read', 'slot-b')).toEqual(['question', 'same-here', 'works']);
    session.do(guest3, comment('works-again'));
    expect(seen(session)).toContain('works-again');
    session.do(guest3, { type: 'comment.delete', id: 'works-again' });
    expect(seenIn('opinions', 'slot-b')).toEqual(['question', 'same-here', 'what-if', 'wish', 'works']);
    expect(seenIn('vote')).toHaveLength(5);
    expect(seenIn('failure')).toContain('friction');
    expect(seenIn('recap')).toHaveLength(7);
  });

  it('HELD-3 a kind whose time has come is seen at once, and on another board it waits for that board', () => {
    const session = started();
    session.goTo('questions', 'slot-b');
    session.do(guest2, comment('now', { kind: 'question' }), comment('early', { kind: 'question', board: 'board-c' }));
    session.do(orgC, comment('still', { kind: 'friction' }));
    expect(seen(session)).toEqual(['now']);
    expect(seen(session, 'board-c')).toEqual([]);
    session.goTo('works', 'slot-c');
    expect(seen(session, 'board-c')).toEqual([]);
    session.goTo('questions', 'slot-c');
    expect(seen(session, 'board-c')).toEqual(['early']);
  });

  it('HELD-4 what is shown together has the time of that moment and stands in an order drawn by lot', () => {
    const session = started();
    session.goTo('read', 'slot-b');
    const ids = Array.from({ length: 12 }, (_, i) => `c${String(i).padStart(2, '0')}`);
    session.do(guest2, ...ids.map((id) => comment(id)));
    session.now += 5 * 60_000;
    session.goTo('works', 'slot-b');
    const comments = [...publicComments(session.critique, 'board-b').values()];
    expect(new Set(comments.map(({ at }) => at))).toEqual(new Set([toMinute(session.now)]));
    const order = comments.map(({ id }) => id);
    expect([...order].sort()).toEqual(ids);
    expect(order).not.toEqual(ids);
    expect(order).not.toEqual([...ids].reverse());
  });

  it('HELD-5 an opinion waits as a mark without words until the presenter wants to hear it', () => {
    const session = started();
    session.goTo('opinions', 'slot-b');
    session.do(guest2, comment('wish', { kind: 'wish', mentions: ['presenter'] }));
    const stub = publicComments(session.critique, 'board-b').get('wish');
    expect(stub).toMatchObject({ heard: false, text: '', proposal: null, frozen: null, mentions: [], by: null });
    expect(myPart(session.critique, guest2.id, START).comments).toMatchObject([{ text: 'text of wish', held: false }]);
    expect(session.refusal(guest3, { type: 'comment.reply', on: 'wish', id: 'r1', text: 'Why?' })).toMatch(
      /^This opinion waits/,
    );
    expect(session.refusal(guest3, { type: 'comment.hear', id: 'wish' })).toBe('comment.hear');
    expect(session.refusal(orgC, { type: 'comment.hear', id: 'wish' })).toBe('comment.hear');
    session.do(orgB, { type: 'comment.hear', id: 'wish' });
    expect(publicComments(session.critique, 'board-b').get('wish')).toMatchObject({
      heard: true,
      text: 'text of wish',
    });
  });

  it('HELD-6 what is held is to others as if it were not there: every answer is the one for what never was', () => {
    const session = readInSilence();
    session.goTo('answers', 'slot-b');
    for (const actor of [orgB, scribe, guest3, convenor]) {
      for (const id of ['question', 'nothing']) {
        const asked = [
          session.ask(actor, { type: 'comment.same', id, on: true }),
          session.ask(actor, { type: 'comment.reply', on: id, id: 'r1', text: 'Why?' }),
          session.ask(actor, { type: 'comment.edit', id, text: 'Other' }),
          session.ask(actor, { type: 'comment.state', id, state: 'resolved' }),
          session.ask(actor, { type: 'comment.hear', id }),
          session.ask(actor, { type: 'comment.group', ids: [id, 'works'] }),
        ];
        const about = (one: string): unknown[] => [
          session.ask(actor, { type: 'comment.same', id: one, on: true }),
          session.ask(actor, { type: 'comment.reply', on: one, id: 'r1', text: 'Why?' }),
          session.ask(actor, { type: 'comment.edit', id: one, text: 'Other' }),
          session.ask(actor, { type: 'comment.state', id: one, state: 'resolved' }),
          session.ask(actor, { type: 'comment.hear', id: one }),
          session.ask(actor, { type: 'comment.group', ids: [one, 'works'] }),
        ];
        expect(asked).toEqual(about('nothing'));
      }
      const decision = session.ask(actor, { type: 'comment.delete', id: 'question' });
      expect('critique' in decision ? decision.critique : session.critique).toBe(session.critique);
    }
  });

  it('HELD-7 outside a session everything is seen and heard at once', () => {
    const session = play();
    session.do(guest2, ...KINDS.map((kind) => comment(kind, { kind })));
    expect(seen(session).sort()).toEqual([...KINDS].sort());
    expect([...publicComments(session.critique, 'board-b').values()].every(({ heard }) => heard)).toBe(true);
  });

  it('HELD-8 a board whose turn never came keeps its pins to itself, one that was cut short shows them when all compare', () => {
    const session = started();
    session.goTo('read', 'slot-b');
    session.do(
      guest2,
      comment('cut'),
      comment('never', { board: 'board-c' }),
      comment('outside', { board: 'board-x' }),
    );
    session.goTo('compare');
    expect(seen(session)).toEqual(['cut']);
    expect(seen(session, 'board-c')).toEqual([]);
    expect(seen(session, 'board-x')).toEqual(['outside']);
  });

  it('HELD-9 who wrote a comment is nowhere in it; who presents, convenes or writes the recap replies by name', () => {
    const session = started();
    session.goTo('questions', 'slot-b');
    session.do(orgC, comment('q', { kind: 'question' }));
    const replies = [orgB, orgC, convenor, scribe, guest3];
    for (const [i, actor] of replies.entries()) {
      session.do(actor, { type: 'comment.reply', on: 'q', id: `r${i}`, text: 'So it is.' });
    }
    const told = publicComments(session.critique, 'board-b').get('q');
    expect(told?.by).toBeNull();
    expect(told?.replies.map(({ by }) => by?.as ?? null)).toEqual(['presenter', null, 'convenor', 'scribe', null]);
    expect(JSON.stringify(told)).not.toContain('seat-');
    session.do(orgC, { type: 'comment.state', id: 'q', state: 'resolved' });
    expect(publicComments(session.critique, 'board-b').get('q')?.stateBy?.alias).toBe('its author');
  });
});
