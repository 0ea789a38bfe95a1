import type { Id } from '../../board/model.ts';
import type { CommandOf } from '../commands.ts';
import type { Critique, KeptComment } from '../state.ts';
import { visibleTo } from './command-actions.ts';
import { becomes, type Context, type Decision, refused } from './context.ts';

type Comments = Critique['comments'];

const withGroup = (comments: Comments, ids: Iterable<Id>, group: Id | null): Comments => {
  const next = new Map(comments);
  for (const id of ids) {
    const comment = next.get(id);
    if (comment !== undefined && comment.group !== group) next.set(id, { ...comment, group });
  }
  return next;
};

const membersOf = (comments: Comments, group: Id): readonly Id[] =>
  [...comments.values()].filter((comment) => comment.group === group).map((comment) => comment.id);

/** The comments with this one in no group: one that is left alone is none, and one that lost its first has the next. */
export function withoutMember(comments: Comments, { id, group }: KeptComment): Comments {
  if (group === null) return comments;
  const others = membersOf(comments, group).filter((member) => member !== id);
  const head = others.length < 2 ? null : group === id ? (others[0] ?? null) : group;
  return withGroup(withGroup(comments, others, head), [id], null);
}

export function groupComments({ critique, actor }: Context, { ids }: CommandOf<'comment.group'>): Decision {
  const chosen = [...new Set(ids)].map((id) => visibleTo(critique, actor.id, id));
  const comments = chosen.filter((comment): comment is KeptComment => comment?.shown === true && comment.heard);
  const [first] = comments;
  if (first === undefined || comments.length < chosen.length) {
    return refused('One of these comments is no longer there. Choose again.');
  }
  if (comments.length < 2) return refused('One comment is no group. Choose two or more that say the same.');
  if (comments.some(({ board }) => board !== first.board)) {
    return refused('These comments stand on different boards. Group those of one board.');
  }
  const known = new Set(comments.flatMap(({ group }) => (group === null ? [] : [group])));
  const members = new Set([
    ...comments.map(({ id }) => id),
    ...[...known].flatMap((id) => membersOf(critique.comments, id)),
  ]);
  const isSame = [...members].every((id) => critique.comments.get(id)?.group === first.id);
  return becomes(isSame ? critique : { ...critique, comments: withGroup(critique.comments, members, first.id) });
}

export function ungroupComment({ critique, actor }: Context, { id }: CommandOf<'comment.ungroup'>): Decision {
  const comment = visibleTo(critique, actor.id, id);
  if (comment === null) return refused('This comment is no longer there. Reload the page to see those that are.');
  return becomes(
    comment.group === null ? critique : { ...critique, comments: withoutMember(critique.comments, comment) },
  );
}
