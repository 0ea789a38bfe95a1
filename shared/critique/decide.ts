import type { Command, CommandOf, CommandType } from './commands.ts';
import {
  addSlot,
  dealReaders,
  moveSlot,
  removeSlot,
  setChallengers,
  setPresenter,
  setReaders,
  setRules,
} from './decide/agenda.ts';
import { callHand, lowerHand, raiseHand, releaseLead, takeLead } from './decide/attention.ts';
import { asks } from './decide/command-actions.ts';
import { addComment, deleteComment, editComment } from './decide/comments.ts';
import type { Context, Decision, World } from './decide/context.ts';
import { groupComments, ungroupComment } from './decide/group.ts';
import {
  setChecked,
  setOpenQuestions,
  setOwnNotes,
  setPatterns,
  setQuestions,
  setSentence,
  setWords,
} from './decide/recap.ts';
import { back, end, extend, handOver, next, pause, resume, skipTo, start } from './decide/run.ts';
import { answerProposal, deleteReply, editReply, hear, reply, same, setState } from './decide/thread.ts';
import { castVote, closeVote, openVote, placeDots, prepareVote, showVote } from './decide/votes.ts';
import { standingOf } from './project.ts';
import { mayOn } from './standing.ts';
import type { Actor, Critique } from './state.ts';

export { asks } from './decide/command-actions.ts';
export type { Decision, World } from './decide/context.ts';
export { PASSPHRASE_LEAST } from './decide/run.ts';

type Deciders = { readonly [T in CommandType]: (context: Context, command: CommandOf<T>) => Decision };

const DECIDERS: Deciders = {
  'rules.set': setRules,
  'slot.add': addSlot,
  'slot.remove': removeSlot,
  'slot.move': moveSlot,
  'slot.presenter': setPresenter,
  'slot.challengers': setChallengers,
  'slot.readers': setReaders,
  'readers.deal': dealReaders,
  'slot.checked': setChecked,
  'slot.questions': setQuestions,
  'run.start': start,
  'run.next': next,
  'run.back': back,
  'run.to': skipTo,
  'run.hand-over': handOver,
  'run.extend': extend,
  'run.pause': pause,
  'run.resume': resume,
  'run.end': end,
  'lead.take': takeLead,
  'lead.release': releaseLead,
  'hand.raise': raiseHand,
  'hand.lower': lowerHand,
  'hand.call': callHand,
  'comment.add': addComment,
  'comment.edit': editComment,
  'comment.delete': deleteComment,
  'comment.reply': reply,
  'reply.edit': editReply,
  'reply.delete': deleteReply,
  'comment.same': same,
  'comment.state': setState,
  'comment.hear': hear,
  'comment.group': groupComments,
  'comment.ungroup': ungroupComment,
  'proposal.answer': answerProposal,
  'vote.prepare': prepareVote,
  'vote.show': showVote,
  'vote.open': openVote,
  'vote.close': closeVote,
  'vote.cast': castVote,
  'dots.place': placeDots,
  'recap.words': setWords,
  'recap.patterns': setPatterns,
  'recap.questions': setOpenQuestions,
  'recap.sentence': setSentence,
  'recap.own': setOwnNotes,
};

/**
 * What a command makes of a session: first whether the seat may, then whether it makes sense. Pure; the same command twice is
 * the same as once. When nothing changes the very same session comes back.
 */
export function decide(critique: Critique, actor: Actor, command: Command, world: World): Decision {
  const standing = standingOf(critique);
  const { action, board } = asks(critique, actor, command);
  if (!mayOn(standing, actor, board, action)) return { forbidden: action };
  const decider = DECIDERS[command.type] as (context: Context, command: Command) => Decision;
  return decider({ critique, actor, world, standing }, command);
}
