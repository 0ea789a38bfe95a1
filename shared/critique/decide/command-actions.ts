import type { Id } from '../../board/model.ts';
import type { Action } from '../../rights/actions.ts';
import type { Command, CommandType } from '../commands.ts';
import type { Actor, Critique, KeptComment } from '../state.ts';

/** The right a command asks for. Those on comments may ask for another: see `asks`. */
const ACTION_OF: { readonly [T in Exclude<CommandType, 'comment.add'>]: Action } = {
  'rules.set': 'session.plan',
  'slot.add': 'session.plan',
  'slot.remove': 'session.plan',
  'slot.move': 'session.plan',
  'slot.presenter': 'session.plan',
  'slot.challengers': 'session.plan',
  'slot.readers': 'session.plan',
  'readers.deal': 'session.plan',
  'slot.checked': 'recap.own',
  'slot.questions': 'recap.own',
  'run.start': 'session.run',
  'run.next': 'session.run',
  'run.back': 'session.run',
  'run.to': 'session.run',
  'run.hand-over': 'session.run',
  'run.extend': 'session.run',
  'run.pause': 'session.run',
  'run.resume': 'session.run',
  'run.end': 'session.end',
  'lead.take': 'lead.take',
  'lead.release': 'lead.take',
  'hand.raise': 'hand.raise',
  'hand.lower': 'hand.raise',
  'hand.call': 'session.run',
  'comment.edit': 'comment.edit',
  'comment.delete': 'comment.edit',
  'comment.reply': 'comment.reply',
  'reply.edit': 'comment.edit',
  'reply.delete': 'comment.edit',
  'comment.same': 'comment.same',
  'comment.state': 'comment.resolve',
  'comment.hear': 'comment.hear',
  'comment.group': 'comment.group',
  'comment.ungroup': 'comment.group',
  'proposal.answer': 'proposal.answer',
  'vote.prepare': 'vote.run',
  'vote.show': 'vote.run',
  'vote.open': 'vote.run',
  'vote.close': 'vote.run',
  'vote.cast': 'vote.cast',
  'dots.place': 'dots.place',
  'recap.words': 'recap.write',
  'recap.patterns': 'recap.write',
  'recap.questions': 'recap.write',
  'recap.sentence': 'recap.write',
  'recap.own': 'recap.own',
};

export interface Asked {
  readonly action: Action;
  /** The board it is about; `null`: the council as a whole. */
  readonly board: Id | null;
}

/** A comment that a seat may know of: one that is shown, or its own. To everybody else it is as if it were not there. */
export function visibleTo(critique: Critique, seat: string, id: Id): KeptComment | null {
  const comment = critique.comments.get(id);
  return comment !== undefined && (comment.shown || comment.seat === seat) ? comment : null;
}

/** Who takes away what somebody else wrote needs another right than who takes back their own. */
const removal = (isOwn: boolean): Action => (isOwn ? 'comment.edit' : 'comment.remove');

/** Which right a command asks for, and on which board. */
export function asks(critique: Critique, actor: Actor, command: Command): Asked {
  if (command.type === 'comment.add') {
    return { action: `comment.${command.comment.kind}`, board: command.comment.board };
  }
  const action = ACTION_OF[command.type];
  const about = (id: Id | undefined): KeptComment | null =>
    id === undefined ? null : visibleTo(critique, actor.id, id);
  const on = (comment: KeptComment | null, right: Action = action): Asked => ({
    action: right,
    board: comment?.board ?? null,
  });
  switch (command.type) {
    case 'lead.take':
    case 'dots.place':
    case 'recap.sentence':
    case 'recap.own':
      return { action, board: command.board };
    case 'slot.checked':
    case 'slot.questions':
      return { action, board: critique.slots.find((slot) => slot.id === command.id)?.board ?? null };
    case 'comment.edit':
    case 'comment.same':
    case 'comment.hear':
    case 'comment.ungroup':
    case 'proposal.answer':
      return on(about(command.id));
    case 'comment.delete': {
      const comment = about(command.id);
      return on(comment, comment === null ? action : removal(comment.seat === actor.id));
    }
    case 'comment.reply':
    case 'reply.edit':
      return on(about(command.on));
    case 'reply.delete': {
      const comment = about(command.on);
      const reply = comment?.replies.find((one) => one.id === command.id);
      return on(comment, reply === undefined ? action : removal(reply.seat === actor.id));
    }
    case 'comment.state': {
      const comment = about(command.id);
      const closes = command.state === 'resolved' || command.state === 'open';
      return on(comment, comment?.seat === actor.id && closes && actor.role !== 'convenor' ? 'comment.edit' : action);
    }
    case 'comment.group':
      return on(about(command.ids[0]));
    default:
      return { action, board: null };
  }
}
