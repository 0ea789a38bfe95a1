import type { Id } from '../../board/model.ts';
import type { Anchor, Comment } from '../comment.ts';
import { COMMENT_KIND_IDS } from '../kinds.ts';
import type { RecapBoard, RecapComment, RecapProposal } from './recap.ts';

const nameOf = (anchor: Anchor): string => ('name' in anchor ? anchor.name : '');

const told = (comment: Comment, same: number): RecapComment => ({
  id: comment.id,
  board: comment.board,
  kind: comment.kind,
  text: comment.text,
  on: nameOf(comment.anchor),
  same,
  dots: comment.dots ?? 0,
  state: comment.state,
  replies: comment.replies.map(({ by, text }) => ({ alias: by?.alias ?? null, text })),
  friction: comment.friction,
});

/** Comments that everybody could read, those put together as one: by kind, those that most people share first. */
export function recapComments(comments: Iterable<Comment>): readonly RecapComment[] {
  const groups = new Map<Id, Comment[]>();
  for (const comment of comments) {
    if (!comment.heard || comment.text === '') continue;
    const key = comment.group ?? comment.id;
    groups.set(key, [...(groups.get(key) ?? []), comment]);
  }
  const all = [...groups.entries()].map(([key, members]) => {
    const first = members.find(({ id }) => id === key) ?? (members[0] as Comment);
    // Each further comment that says the same is one more who does.
    const same = members.reduce((sum, one) => sum + one.same, 0) + members.length - 1;
    return told(first, same);
  });
  const place = (one: RecapComment): number => COMMENT_KIND_IDS.indexOf(one.kind);
  return all.sort((a, b) => place(a) - place(b) || b.same - a.same || b.dots - a.dots || (a.id < b.id ? -1 : 1));
}

/** @param cites proposals that the drawing cites now */
export function recapProposals(comments: Iterable<Comment>, cites: ReadonlySet<Id>): readonly RecapProposal[] {
  const found: RecapProposal[] = [];
  for (const { id, heard, text, proposal } of comments) {
    if (!heard || proposal === null) continue;
    const { changes, status, answer } = proposal;
    found.push({
      id,
      reason: text,
      changes,
      status,
      answer: answer === null ? null : { alias: answer.by.alias, text: answer.text },
      stands: status === 'accepted' && cites.has(id),
    });
  }
  return found;
}

/** What was said about a board besides its proposals, whose reasons stand with them. */
export const saidOn = ({ comments, proposals }: RecapBoard): readonly RecapComment[] =>
  comments.filter(({ id }) => !proposals.some((proposal) => proposal.id === id));
