import { z } from 'zod';
import { STATE_IDS } from '#shared/board/model.ts';
import type { Command } from '#shared/critique/commands.ts';
import { COMMENT_KIND_IDS } from '#shared/critique/kinds.ts';
import { validPatch } from '#shared/critique/patch/valid.ts';
import { PHASES, type Phase } from '#shared/rights/phases.ts';
import { coordinate, id, line, list, named, point, seat, text, whole } from './schema-parts.ts';

/** Length of what people write in one go, in characters. */
const TEXT = 2_000;
const LINE = 200;
/** Days a council may be kept after its end. */
const KEEP_DAYS = 3_650;
const MAX_SECONDS = 60 * 24 * 3600;
const MAX_STEPS = 1_000;

const state = z.enum(STATE_IDS).optional();
const anchor = z.discriminatedUnion('on', [
  z.object({
    on: z.enum(['element', 'relation', 'overlay', 'subtree']),
    id,
    name: line(LINE),
    last: point,
    part: point.optional(),
    state,
  }),
  z.object({
    on: z.literal('area'),
    box: z.object({ x: coordinate, y: coordinate, w: coordinate.nonnegative(), h: coordinate.nonnegative() }),
    state,
  }),
  z.object({ on: z.literal('board') }),
]);

const patch = z.unknown().transform((value, context) => {
  const valid = validPatch(value);
  if (typeof valid !== 'string') return valid;
  context.addIssue(valid);
  return z.NEVER;
});

const comment = z.object({
  id,
  board: id,
  kind: z.enum(COMMENT_KIND_IDS),
  anchor,
  text: text(TEXT),
  friction: z.object({ kind: line(40), level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }).optional(),
  word: z.object({ term: line(LINE), symbol: line(LINE), meaning: text(500) }).optional(),
  patch: patch.optional(),
  mentions: list(line(60), 20).optional(),
});

const timed = PHASES.filter(
  (phase): phase is Exclude<Phase, 'open' | 'sealed'> => phase !== 'open' && phase !== 'sealed',
);
const date = z.iso.datetime({ offset: true }).or(z.iso.date()).nullable();
const rules = z
  .object({
    form: z.enum(['full', 'small', 'ahead']),
    seconds: z.object(
      Object.fromEntries(timed.map((phase) => [phase, whole(0, MAX_SECONDS)])) as Record<
        (typeof timed)[number],
        ReturnType<typeof whole>
      >,
    ),
    votes: whole(1, 10),
    dots: whole(0, 10),
    mapping: z.enum(['destroy', 'seal']),
    keepDays: whole(1, KEEP_DAYS),
    aheadFrom: date,
    aheadUntil: date,
  })
  .partial();

const from = whole(0, MAX_STEPS);
const dots = named(id, whole(0, 20), 50);
const notes = z
  .object({
    takeaways: list(text(500), 10),
    actions: list(text(500), 20),
    consent: z.enum(['none', 'council', 'figures', 'redacted']),
    profile: named(line(40), line(LINE), 40),
  })
  .partial();

/** Every command of `shared/critique/commands.ts`, with bounds; keys that do not belong there are left out. */
export const COMMAND_SCHEMAS = {
  'rules.set': z.object({ type: z.literal('rules.set'), rules }),
  'slot.add': z.object({ type: z.literal('slot.add'), id, board: id, seat: seat.nullable() }),
  'slot.remove': z.object({ type: z.literal('slot.remove'), id }),
  'slot.move': z.object({ type: z.literal('slot.move'), id, to: whole(0, 100) }),
  'slot.presenter': z.object({ type: z.literal('slot.presenter'), id, seat: seat.nullable() }),
  'slot.challengers': z.object({ type: z.literal('slot.challengers'), id, seats: list(seat, 20) }),
  'slot.readers': z.object({ type: z.literal('slot.readers'), id, seats: list(seat, 200) }),
  'readers.deal': z.object({ type: z.literal('readers.deal') }),
  'slot.checked': z.object({ type: z.literal('slot.checked'), id, checked: z.boolean() }),
  'slot.questions': z.object({ type: z.literal('slot.questions'), id, questions: list(text(500), 5) }),
  'run.start': z.object({ type: z.literal('run.start') }),
  'run.next': z.object({ type: z.literal('run.next'), from }),
  'run.back': z.object({ type: z.literal('run.back'), from }),
  'run.to': z.object({ type: z.literal('run.to'), step: from }),
  'run.hand-over': z.object({ type: z.literal('run.hand-over'), from }),
  'run.extend': z.object({
    type: z.literal('run.extend'),
    seconds: whole(-24 * 3600, 24 * 3600),
    from,
    of: whole(0, MAX_SECONDS).optional(),
  }),
  'run.pause': z.object({ type: z.literal('run.pause') }),
  'run.resume': z.object({ type: z.literal('run.resume') }),
  'run.end': z.object({ type: z.literal('run.end'), passphrase: z.string().max(500).optional() }),
  'lead.take': z.object({ type: z.literal('lead.take'), board: id }),
  'lead.release': z.object({ type: z.literal('lead.release') }),
  'hand.raise': z.object({ type: z.literal('hand.raise') }),
  'hand.lower': z.object({ type: z.literal('hand.lower') }),
  'hand.call': z.object({ type: z.literal('hand.call'), alias: line(60).nullable() }),
  'comment.add': z.object({ type: z.literal('comment.add'), comment }),
  'comment.edit': z.object({ type: z.literal('comment.edit'), id, text: text(TEXT) }),
  'comment.delete': z.object({ type: z.literal('comment.delete'), id }),
  'comment.reply': z.object({ type: z.literal('comment.reply'), on: id, id, text: text(TEXT) }),
  'reply.edit': z.object({ type: z.literal('reply.edit'), on: id, id, text: text(TEXT) }),
  'reply.delete': z.object({ type: z.literal('reply.delete'), on: id, id }),
  'comment.same': z.object({ type: z.literal('comment.same'), id, on: z.boolean() }),
  'comment.state': z.object({
    type: z.literal('comment.state'),
    id,
    state: z.enum(['open', 'answered', 'passed', 'resolved']),
  }),
  'comment.hear': z.object({ type: z.literal('comment.hear'), id }),
  'comment.group': z.object({ type: z.literal('comment.group'), ids: list(id, 100) }),
  'comment.ungroup': z.object({ type: z.literal('comment.ungroup'), id }),
  'proposal.answer': z.object({
    type: z.literal('proposal.answer'),
    id,
    answer: z.enum(['accepted', 'parked', 'declined']),
    text: text(TEXT),
  }),
  'vote.prepare': z.object({
    type: z.literal('vote.prepare'),
    id,
    title: line(LINE),
    items: list(z.object({ id, label: text(LINE), comments: list(id, 200) }), 50),
    budget: whole(1, 20),
  }),
  'vote.show': z.object({ type: z.literal('vote.show'), id }),
  'vote.open': z.object({ type: z.literal('vote.open'), id }),
  'vote.close': z.object({ type: z.literal('vote.close'), id }),
  'vote.cast': z.object({ type: z.literal('vote.cast'), id, dots }),
  'dots.place': z.object({ type: z.literal('dots.place'), board: id, dots }),
  'recap.words': z.object({
    type: z.literal('recap.words'),
    words: list(z.object({ id, term: line(LINE), symbol: line(LINE), meaning: text(500) }), 100),
  }),
  'recap.patterns': z.object({
    type: z.literal('recap.patterns'),
    patterns: list(z.object({ id, text: text(500), boards: list(id, 50) }), 50),
  }),
  'recap.questions': z.object({
    type: z.literal('recap.questions'),
    questions: list(z.object({ id, text: text(500) }), 100),
  }),
  'recap.sentence': z.object({ type: z.literal('recap.sentence'), board: id, sentence: text(500) }),
  'recap.own': z.object({ type: z.literal('recap.own'), board: id, notes }),
} as const satisfies { readonly [T in Command['type']]: z.ZodType };

const [first, ...others] = Object.values(COMMAND_SCHEMAS);

/** A command as it came in. What each says is checked where it is decided. */
export const COMMAND = z.discriminatedUnion('type', [
  first as NonNullable<typeof first>,
  ...others,
]) as z.ZodType as z.ZodType<Command>;
