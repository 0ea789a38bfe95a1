import type { Anchor, Comment } from '#shared/critique/comment.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import { type Shown, shownComments } from '../../../client/critique/comments/comment-list.ts';
import { sampleComment } from '../../support/fake-critique.ts';

export const onElement = (id: string, name = id): Anchor => ({ on: 'element', id, name, last: { x: 900, y: 400 } });

/** A comment as the page shows it when nobody has read anything. */
export function shown(
  id: string,
  anchor: Anchor,
  more: Partial<Comment> = {},
  kind: CommentKindId = 'question',
): Shown {
  const [one] = shownComments([sampleComment({ id, kind, anchor, ...more })], null, new Set(), 'board');
  if (one === undefined) throw new Error('A comment is always shown.');
  return one;
}
