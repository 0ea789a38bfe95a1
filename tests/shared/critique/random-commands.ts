import fc from 'fast-check';
import type { Command, CommandType } from '../../../shared/critique/commands.ts';
import { COMMENT_KIND_IDS } from '../../../shared/critique/kinds.ts';
import { EMPTY_PATCH } from '../../../shared/critique/patch.ts';
import type { Critique } from '../../../shared/critique/state.ts';
import { BOARDS, SEATS } from './support.ts';

/** A command as numbers, so that a story can be made smaller: what they mean depends on the session they meet. */
export interface Rolled {
  readonly by: number;
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const MARKER = 'secretwords';
const COMMENTS = 10;
const KINDS = COMMENT_KIND_IDS;
const SLOTS = ['slot-b', 'slot-c', 'slot-x'] as const;
const VOTES = ['vote-1', 'vote-2'] as const;
const ITEMS = ['item-1', 'item-2'] as const;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const commentId = (n: number): string => `comment-${n % COMMENTS}`;
const boardOf = (n: number): string => pick(BOARDS, n).id;
const seatOf = (n: number): string => pick(SEATS, n).id;
const stepOf = ({ run }: Critique, n: number): number => (n % 4 === 0 ? n % 16 : (run.step ?? 0));
const text = (n: number): string => (n % 9 === 0 ? ' ' : `${MARKER}${n} by somebody`);
const dotsOn = (ids: readonly string[], a: number, b: number): Readonly<Record<string, number>> => ({
  [pick(ids, a)]: b % 5,
  [pick(ids, a + 1)]: a % 3,
});
/** A comment that is there, more often than one that may be. */
const known = ({ comments }: Critique, n: number): string =>
  comments.size > 0 && n % 5 > 0 ? pick([...comments.keys()], n) : commentId(n);

type Maker = (critique: Critique, rolled: Rolled) => Command;

/** One for each type of command; the number says how often it is rolled. */
const MAKERS: { readonly [T in CommandType]: readonly [number, Maker] } = {
  'rules.set': [
    2,
    ({ rules }, { a, b, c }) => ({
      type: 'rules.set',
      rules: pick<Extract<Command, { type: 'rules.set' }>['rules']>(
        [
          { votes: a % 12 },
          { form: pick(['full', 'small', 'ahead'] as const, b) },
          {
            seconds: {
              ...rules.seconds,
              [pick(['read', 'works', 'vote', 'failure', 'recap'] as const, a)]: (b % 3) * 60,
            },
          },
          { mapping: c % 2 === 0 ? 'seal' : 'destroy' },
        ],
        c,
      ),
    }),
  ],
  'slot.add': [1, (_, { a, b }) => ({ type: 'slot.add', id: pick(SLOTS, a), board: boardOf(a), seat: seatOf(b) })],
  'slot.remove': [1, (_, { a }) => ({ type: 'slot.remove', id: pick(SLOTS, a) })],
  'slot.move': [2, (_, { a, b }) => ({ type: 'slot.move', id: pick(SLOTS, a), to: b % 4 })],
  'slot.presenter': [2, (_, { a, b }) => ({ type: 'slot.presenter', id: pick(SLOTS, a), seat: seatOf(b) })],
  'slot.challengers': [
    1,
    (_, { a, b, c }) => ({ type: 'slot.challengers', id: pick(SLOTS, a), seats: [seatOf(b), seatOf(c)] }),
  ],
  'slot.readers': [
    1,
    (_, { a, b, c }) => ({ type: 'slot.readers', id: pick(SLOTS, a), seats: [seatOf(b), seatOf(c)] }),
  ],
  'readers.deal': [1, () => ({ type: 'readers.deal' })],
  'slot.checked': [2, (_, { a, b }) => ({ type: 'slot.checked', id: pick(SLOTS, a), checked: b % 4 > 0 })],
  'slot.questions': [1, (_, { a }) => ({ type: 'slot.questions', id: pick(SLOTS, a), questions: ['Who decides?'] })],
  'run.start': [3, () => ({ type: 'run.start' })],
  'run.next': [14, (critique, { a }) => ({ type: 'run.next', from: stepOf(critique, a) })],
  'run.back': [3, (critique, { a }) => ({ type: 'run.back', from: stepOf(critique, a) })],
  'run.to': [4, (_, { a }) => ({ type: 'run.to', step: a % 19 })],
  'run.hand-over': [2, (critique, { a }) => ({ type: 'run.hand-over', from: stepOf(critique, a) })],
  'run.extend': [
    1,
    ({ run }, { a }) => ({
      type: 'run.extend',
      seconds: (a % 9) * 60 - 240,
      from: run.step ?? 0,
      of: run.clock?.seconds ?? 0,
    }),
  ],
  'run.pause': [1, () => ({ type: 'run.pause' })],
  'run.resume': [1, () => ({ type: 'run.resume' })],
  'run.end': [
    1,
    (_, { a }) => (a % 4 === 0 ? { type: 'run.end', passphrase: 'long enough words' } : { type: 'run.end' }),
  ],
  'lead.take': [2, (_, { a }) => ({ type: 'lead.take', board: boardOf(a) })],
  'lead.release': [1, () => ({ type: 'lead.release' })],
  'hand.raise': [2, () => ({ type: 'hand.raise' })],
  'hand.lower': [1, () => ({ type: 'hand.lower' })],
  'hand.call': [1, (_, { a }) => ({ type: 'hand.call', alias: a % 3 === 0 ? null : pick(SEATS, a).alias })],
  'comment.add': [
    24,
    (_, { a, b, c }) => {
      const kind = pick(KINDS, b);
      const patch = kind === 'what-if' ? { patch: EMPTY_PATCH } : {};
      const anchor = { on: 'board' } as const;
      return {
        type: 'comment.add',
        comment: { id: commentId(a), board: boardOf(c), kind, anchor, text: text(a), ...patch },
      };
    },
  ],
  'comment.edit': [3, (critique, { a, b }) => ({ type: 'comment.edit', id: known(critique, a), text: text(b) })],
  'comment.delete': [2, (critique, { a }) => ({ type: 'comment.delete', id: known(critique, a) })],
  'comment.reply': [
    4,
    (critique, { a, b }) => ({ type: 'comment.reply', on: known(critique, a), id: `reply-${b % 6}`, text: text(b) }),
  ],
  'reply.edit': [
    1,
    (critique, { a, b }) => ({ type: 'reply.edit', on: known(critique, a), id: `reply-${b % 6}`, text: text(a) }),
  ],
  'reply.delete': [1, (critique, { a, b }) => ({ type: 'reply.delete', on: known(critique, a), id: `reply-${b % 6}` })],
  'comment.same': [4, (critique, { a, b }) => ({ type: 'comment.same', id: known(critique, a), on: b % 3 > 0 })],
  'comment.state': [
    3,
    (critique, { a, b }) => ({
      type: 'comment.state',
      id: known(critique, a),
      state: pick(['open', 'answered', 'passed', 'resolved'] as const, b),
    }),
  ],
  'comment.hear': [3, (critique, { a }) => ({ type: 'comment.hear', id: known(critique, a) })],
  'comment.group': [
    2,
    (critique, { a, b }) => ({ type: 'comment.group', ids: [known(critique, a), known(critique, b)] }),
  ],
  'comment.ungroup': [1, (critique, { a }) => ({ type: 'comment.ungroup', id: known(critique, a) })],
  'proposal.answer': [
    2,
    (critique, { a, b }) => ({
      type: 'proposal.answer',
      id: known(critique, a),
      answer: pick(['accepted', 'parked', 'declined'] as const, b),
      text: '',
    }),
  ],
  'vote.prepare': [
    3,
    (_, { a, b }) => ({
      type: 'vote.prepare',
      id: pick(VOTES, a),
      title: 'What first?',
      items: ITEMS.map((id) => ({ id, label: id, comments: [] })),
      budget: 1 + (b % 4),
    }),
  ],
  'vote.show': [3, (_, { a }) => ({ type: 'vote.show', id: pick(VOTES, a) })],
  'vote.open': [4, (_, { a }) => ({ type: 'vote.open', id: pick(VOTES, a) })],
  'vote.close': [1, (_, { a }) => ({ type: 'vote.close', id: pick(VOTES, a) })],
  'vote.cast': [6, (_, { a, b, c }) => ({ type: 'vote.cast', id: pick(VOTES, c), dots: dotsOn(ITEMS, a, b) })],
  'dots.place': [
    5,
    (critique, { a, b, c }) => ({
      type: 'dots.place',
      board: boardOf(c),
      dots: dotsOn([known(critique, a), known(critique, a + 1)], b, c),
    }),
  ],
  'recap.words': [
    1,
    (_, { a }) => ({ type: 'recap.words', words: [{ id: 'w', term: `Term ${a}`, symbol: 'unit', meaning: '' }] }),
  ],
  'recap.patterns': [
    1,
    (_, { a }) => ({ type: 'recap.patterns', patterns: [{ id: 'p', text: 'Hub', boards: [boardOf(a)] }] }),
  ],
  'recap.questions': [1, () => ({ type: 'recap.questions', questions: [{ id: 'q', text: 'Who pays?' }] })],
  'recap.sentence': [1, (_, { a, b }) => ({ type: 'recap.sentence', board: boardOf(a), sentence: `Hub ${b % 3}` })],
  'recap.own': [1, (_, { a }) => ({ type: 'recap.own', board: boardOf(a), notes: { consent: 'figures' } })],
};

const ROLLED = Object.values(MAKERS).flatMap(([often, maker]) => Array.from({ length: often }, () => maker));

/** Who runs the session asks for most of what moves it. */
const actorFor = ({ type }: Command, by: number): (typeof SEATS)[number] => {
  const runs = /^(run|slot|rules|vote\.(?!cast))/.test(type);
  return pick(SEATS, runs && by % 5 > 0 ? by % 2 : by);
};

export const commandOf = (critique: Critique, rolled: Rolled) => {
  const command = pick(ROLLED, rolled.what)(critique, rolled);
  return { command, actor: actorFor(command, rolled.by) };
};

const number = fc.nat(9_999);
const rolled: fc.Arbitrary<Rolled> = fc.record({ by: number, what: number, a: number, b: number, c: number });

/** A story of random commands by random people. */
export const story = (length: number): fc.Arbitrary<readonly Rolled[]> =>
  fc.array(rolled, { maxLength: length, size: 'max' });
