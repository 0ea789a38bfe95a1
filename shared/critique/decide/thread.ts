import type { CommandOf } from '../commands.ts';
import type { Speaker } from '../comment.ts';
import { commentKind } from '../kinds.ts';
import { speakerOf } from '../project.ts';
import { mayOn } from '../standing.ts';
import { type KeptComment, type KeptReply, toMinute } from '../state.ts';
import { visibleTo } from './command-actions.ts';
import { NO_COMMENT, onHeard, onShown, withComment } from './comments.ts';
import { becomes, type Context, type Decision, idProblem, LENGTH, refused, textProblem } from './context.ts';

const MOST_REPLIES = 200;

export const reply = (context: Context, { on, id, text }: CommandOf<'comment.reply'>): Decision =>
  onHeard(context, on, (comment) => {
    const { critique, actor, world, standing } = context;
    if (comment.replies.some((one) => one.id === id)) return becomes(critique);
    const problem = idProblem(id) ?? textProblem(text, LENGTH.text);
    if (problem !== null) return refused(problem);
    if (comment.replies.length >= MOST_REPLIES) return refused('This thread is full. Pin a new comment beside it.');
    const said: KeptReply = {
      id,
      text: text.trim(),
      by: speakerOf(standing, actor, comment.board),
      at: toMinute(world.now),
      edited: false,
      seat: actor.id,
    };
    return becomes(withComment(critique, { ...comment, replies: [...comment.replies, said] }));
  });

export function editReply({ critique, actor }: Context, { on, id, text }: CommandOf<'reply.edit'>): Decision {
  const comment = visibleTo(critique, actor.id, on);
  const said = comment?.replies.find((one) => one.id === id);
  if (comment === null || said === undefined) return refused(NO_COMMENT);
  if (said.seat !== actor.id) return refused('Only its author can change a reply. You can write another.');
  const problem = textProblem(text, LENGTH.text);
  if (problem !== null) return refused(problem);
  if (said.text === text.trim()) return becomes(critique);
  const replies = comment.replies.map((one) => (one === said ? { ...one, text: text.trim(), edited: true } : one));
  return becomes(withComment(critique, { ...comment, replies }));
}

/** Taken back by its author, or removed by the convenor: which right that needs was asked before. */
export function deleteReply({ critique, actor }: Context, { on, id }: CommandOf<'reply.delete'>): Decision {
  const comment = visibleTo(critique, actor.id, on);
  if (comment === null || !comment.replies.some((one) => one.id === id)) return becomes(critique);
  const replies = comment.replies.filter((one) => one.id !== id);
  return becomes(withComment(critique, { ...comment, replies }));
}

export const same = (context: Context, { id, on }: CommandOf<'comment.same'>): Decision =>
  onHeard(context, id, (comment) => {
    const { critique, actor } = context;
    if (comment.seat === actor.id) return refused('This is your own comment. It counts already.');
    if (comment.same.includes(actor.id) === on) return becomes(critique);
    const others = comment.same.filter((seat) => seat !== actor.id);
    return becomes(withComment(critique, { ...comment, same: on ? [...others, actor.id] : others }));
  });

export const setState = (context: Context, { id, state }: CommandOf<'comment.state'>): Decision =>
  onShown(context, id, (comment) => {
    const { critique, actor, world, standing } = context;
    if (comment.state === state) return becomes(critique);
    // An author who has no say over others' comments stays without a name.
    const resolves = mayOn(standing, actor, comment.board, 'comment.resolve');
    const stateBy = { alias: resolves ? actor.alias : 'its author', at: toMinute(world.now) };
    return becomes(withComment(critique, { ...comment, state, stateBy }));
  });

export const hear = (context: Context, { id }: CommandOf<'comment.hear'>): Decision =>
  onShown(context, id, (comment) => {
    if (!commentKind(comment.kind).opinion) return refused('Everybody can read this comment already.');
    return becomes(comment.heard ? context.critique : withComment(context.critique, { ...comment, heard: true }));
  });

const isAnswered = (comment: KeptComment, answer: string, text: string): boolean =>
  comment.proposal?.status === answer && comment.proposal.answer?.text === text;

export const answerProposal = (context: Context, command: CommandOf<'proposal.answer'>): Decision =>
  onHeard(context, command.id, (comment) => {
    const { critique, actor, world, standing } = context;
    const { proposal } = comment;
    if (proposal === null) return refused('This comment proposes no change. Reply to it instead.');
    const text = command.text.trim();
    const problem = textProblem(text, LENGTH.text, true);
    if (problem !== null) return refused(problem);
    if (isAnswered(comment, command.answer, text)) return becomes(critique);
    const { alias, who } = actor;
    const by: Speaker = speakerOf(standing, actor, comment.board) ?? { alias, who, as: 'presenter' };
    const answer = { by, at: toMinute(world.now), text };
    return becomes(withComment(critique, { ...comment, proposal: { ...proposal, status: command.answer, answer } }));
  });
