import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MyComment } from '#shared/critique/comment.ts';
import { COMMENT_KIND_IDS } from '#shared/critique/kinds.ts';
import {
  arrivedWords,
  filtered,
  isFiltering,
  ordered,
  type Shown,
  shownComments,
  unreadCount,
} from '../../../client/critique/comments/comment-list.ts';
import {
  forgetDraft,
  keepDraft,
  keepReply,
  keptDraft,
  keptDrafts,
  keptReply,
} from '../../../client/critique/comments/drafts.ts';
import { heldUntil, heldWords, reachedFor } from '../../../client/critique/comments/held.ts';
import { mentionAt, mentionChoices, mentionsIn } from '../../../client/critique/comments/mentions.ts';
import { whenWords } from '../../../client/critique/comments/when.ts';
import type { CritiqueUi } from '../../../client/critique/critique-room.ts';
import { commentLinkHash, parseCommentLink } from '../../../client/links/comment-link.ts';
import { emptyPart, fakeCritique, SAMPLE_START, sampleComment, sampleSession } from '../../support/fake-critique.ts';
import { onElement, shown } from './sample.ts';

const ids = (list: readonly Shown[]): readonly string[] => list.map((one) => one.id);
const mine = (id: string, held: boolean): MyComment => ({ ...sampleComment({ id, kind: 'works' }), held });
const filter = (part: Partial<CritiqueUi['filter']>): CritiqueUi['filter'] => ({
  kinds: new Set(COMMENT_KIND_IDS),
  state: 'all',
  text: '',
  ...part,
});

describe('the list of comments', () => {
  it('THREAD-1 holds what everybody reads and what only I see, each once, oldest first', () => {
    const lane = [
      sampleComment({ id: 'b', kind: 'question', at: 2 }),
      sampleComment({ id: 'c', kind: 'works', at: 3 }),
    ];
    const part = emptyPart({
      comments: [
        { ...mine('a', true), at: 1 },
        { ...mine('c', false), text: 'old words' },
      ],
    });
    const list = shownComments(lane, part, new Set(), 'board');
    expect(ids(list)).toEqual(['a', 'b', 'c']);
    expect(list.map((one) => [one.mine, one.held])).toEqual([
      [true, true],
      [false, false],
      [true, false],
    ]);
    expect(list[2]?.text).toBe(lane[1]?.text);
  });

  it('THREAD-2 leaves out my comments on other boards', () => {
    const part = emptyPart({ comments: [{ ...mine('a', true), board: 'another' }] });
    expect(shownComments([], part, new Set(), 'board')).toEqual([]);
  });

  it('THREAD-3 counts as unread what others wrote and I have not opened, replies too', () => {
    const reply = { id: 'r', text: 'Yes', by: null, at: 3, edited: false };
    const lane = [
      sampleComment({ id: 'a', kind: 'question' }),
      sampleComment({ id: 'b', kind: 'question', replies: [reply] }),
      sampleComment({ id: 'c', kind: 'question' }),
    ];
    const part = emptyPart({ comments: [{ ...sampleComment({ id: 'c', kind: 'question' }), held: false }] });
    expect(unreadCount(shownComments(lane, part, new Set(['b']), 'board'))).toBe(2);
    expect(unreadCount(shownComments(lane, part, new Set(['a', 'b', 'r']), 'board'))).toBe(0);
    expect(unreadCount(shownComments(lane, { ...part, replies: ['r'] }, new Set(['a', 'b']), 'board'))).toBe(0);
  });

  it('THREAD-4 shows those that were put together as one, with their voices added', () => {
    const lane = [
      sampleComment({ id: 'a', kind: 'question', group: 'a', same: 2, at: 1 }),
      sampleComment({ id: 'b', kind: 'question', group: 'a', same: 1, at: 2 }),
    ];
    const [one, ...rest] = shownComments(lane, null, new Set(), 'board');
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ id: 'a', voices: 4 });
    expect(one?.alike.map((other) => other.id)).toEqual(['b']);
  });

  it('THREAD-5 filters by kind, state, mine and words', () => {
    const list = [
      shown('a', onElement('x', 'Web team'), { text: 'How long?' }),
      shown('b', { on: 'board' }, { state: 'answered' }, 'works'),
      { ...shown('c', { on: 'board' }, { text: 'We do this' }, 'same-here'), mine: true, unread: false },
    ];
    expect(ids(filtered(list, filter({})))).toEqual(['a', 'b', 'c']);
    expect(ids(filtered(list, filter({ kinds: new Set(['works']) })))).toEqual(['b']);
    expect(ids(filtered(list, filter({ state: 'open' })))).toEqual(['a', 'c']);
    expect(ids(filtered(list, filter({ state: 'unread' })))).toEqual(['a', 'b']);
    expect(ids(filtered(list, filter({ state: 'mine' })))).toEqual(['c']);
    expect(ids(filtered(list, filter({ text: 'web TEAM' })))).toEqual(['a']);
    expect(isFiltering(filter({}))).toBe(false);
    expect(isFiltering(filter({ kinds: new Set(['works']) }))).toBe(true);
  });

  it('THREAD-6 orders by dots, by same here, by time and from the top of the board down', () => {
    const list = [
      { ...shown('a', { on: 'board' }), dots: 1, voices: 0 },
      { ...shown('b', { on: 'board' }), dots: 3, voices: 1 },
      { ...shown('c', { on: 'board' }), dots: null, voices: 5 },
    ];
    const places: Readonly<Record<string, { x: number; y: number }>> = {
      a: { x: 0, y: 900 },
      b: { x: 500, y: 0 },
      c: { x: 100, y: 4 },
    };
    const by = (order: Parameters<typeof ordered>[1]) => ids(ordered(list, order, (one) => places[one.id] ?? null));
    expect(by('time')).toEqual(['a', 'b', 'c']);
    expect(by('dots')).toEqual(['b', 'a', 'c']);
    expect(by('same')).toEqual(['c', 'b', 'a']);
    expect(by('place')).toEqual(['c', 'b', 'a']);
  });

  it('THREAD-7 says in sum what has become readable', () => {
    const one = sampleComment({ id: 'a', kind: 'question', anchor: onElement('x', 'Web') });
    expect(arrivedWords([])).toBe('');
    expect(arrivedWords([one])).toBe('New comment: question on Web.');
    expect(arrivedWords(Array.from({ length: 7 }, () => one))).toBe('7 comments are open now.');
  });

  it('THREAD-8 says how long ago in minutes, hours and days', () => {
    const minute = 60_000;
    expect(whenWords(SAMPLE_START, SAMPLE_START + 30_000)).toBe('now');
    expect(whenWords(SAMPLE_START, SAMPLE_START + 5 * minute)).toBe('5 min ago');
    expect(whenWords(SAMPLE_START, SAMPLE_START + 130 * minute)).toBe('2 h ago');
    expect(whenWords(SAMPLE_START, SAMPLE_START + 3 * 24 * 60 * minute)).toMatch(/Jan/);
  });
});

describe('when a comment is heard', () => {
  const at = (phase: Parameters<typeof sampleSession>[0], board = 'board') =>
    reachedFor(phase, phase === 'open' ? null : sampleSession(phase), board);

  it('COMMENT-4 waits for the phase of its kind, and for none outside a session', () => {
    const waits = (phase: Parameters<typeof at>[0]): readonly (string | null)[] =>
      (['works', 'question', 'friction', 'vocabulary', 'same-here', 'wish', 'what-if'] as const).map((kind) =>
        heldUntil(kind, at(phase)),
      );
    expect(waits('open')).toEqual([null, null, null, null, null, null, null]);
    expect(waits('read')).toEqual(['works', 'questions', 'failure', 'recap', 'works', 'opinions', 'opinions']);
    expect(waits('questions')).toEqual([null, null, 'failure', 'recap', null, 'opinions', 'opinions']);
    expect(waits('failure')).toEqual([null, null, null, 'recap', null, null, null]);
    expect(heldWords('works', at('read'))).toBe('held until Works');
    expect(heldWords('works', at('works'))).toBe('');
  });

  it('COMMENT-5 goes by the turn of its own board', () => {
    expect(heldUntil('works', at('questions', 'board-2'))).toBe('works');
    expect(heldUntil('same-here', at('questions', 'board-2'))).toBeNull();
    expect(heldUntil('works', at('compare', 'not-listed'))).toBeNull();
  });
});

describe('what is written and not sent', () => {
  beforeEach(() => window.localStorage.clear());
  afterEach(() => window.localStorage.clear());
  const draft = {
    kind: 'question' as const,
    anchor: onElement('x'),
    text: 'How long?',
    friction: 'silo',
    level: 2 as const,
    term: '',
    symbol: '',
    meaning: '',
  };

  it('COMMENT-6 stays on this device by its place, for this seat alone, until it is sent', () => {
    const room = fakeCritique();
    keepDraft(room, draft);
    expect(keptDraft(room, onElement('x'))?.text).toBe('How long?');
    expect(keptDraft(room, onElement('y'))).toBeNull();
    expect(keptDrafts(fakeCritique({}, { seat: 'another' }))).toEqual([]);
    keepReply(room, 'c1', 'A reply');
    expect(keptReply(room, 'c1')).toBe('A reply');
    expect(keptDrafts(room)).toHaveLength(1);
    forgetDraft(room, onElement('x'));
    keepReply(room, 'c1', '');
    expect(window.localStorage).toHaveLength(0);
  });

  it('COMMENT-7 is not kept when there is nothing in it', () => {
    const room = fakeCritique();
    keepDraft(room, draft);
    keepDraft(room, { ...draft, text: '  ' });
    expect(keptDrafts(room)).toEqual([]);
  });
});

describe('mentions', () => {
  it('COMMENT-8 are offered while the word after an @ is written', () => {
    expect(mentionAt('Ask @pre', 8)).toEqual({ start: 4, word: 'pre' });
    expect(mentionAt('@', 1)).toEqual({ start: 0, word: '' });
    expect(mentionAt('a@b', 3)).toBeNull();
    expect(mentionAt('Ask @presenter about it', 23)).toBeNull();
    expect(mentionChoices(['Org A', 'Org B'], 'org')).toEqual(['Org A', 'Org B']);
    expect(mentionChoices(['Org A'], 'con')).toEqual(['convenor']);
  });

  it('COMMENT-9 are known roles and aliases only, each once', () => {
    expect(mentionsIn('@Org A and @presenter, and @Org A again; not @somebody', ['Org A', 'Org AB'])).toEqual([
      'Org A',
      'presenter',
    ]);
    expect(mentionsIn('@Org AB', ['Org A', 'Org AB'])).toEqual(['Org AB']);
  });
});

describe('links to a comment', () => {
  it('COMMENT-10 name it after the #, and nothing else is read as one', () => {
    expect(parseCommentLink(commentLinkHash('c_1-2'))).toBe('c_1-2');
    expect(parseCommentLink('#e=x')).toBeNull();
    expect(parseCommentLink('#comment=<script>')).toBeNull();
    expect(parseCommentLink('#comment=%E0%A4%A')).toBeNull();
  });
});
