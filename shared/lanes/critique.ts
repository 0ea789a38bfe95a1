import type * as Y from 'yjs';
import type { Id } from '../board/model.ts';
import { sameData } from '../board/tables.ts';
import type { Comment } from '../critique/comment.ts';

const COMMENTS = 'comments';

/** Reads what everybody may know of the comments on a board, oldest first. Written by the server alone, and trusted as such. */
export function readCritiqueLane(doc: Y.Doc): readonly Comment[] {
  const comments = [...doc.getMap<Comment>(COMMENTS).values()];
  return comments.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * Brings the lane's document to these comments, touching only those that differ. Comments that appear together are written in
 * the order given: the caller mixes those that were held, so that nothing tells which of them came from one hand.
 */
export function writeCritiqueLane(doc: Y.Doc, comments: ReadonlyMap<Id, Comment>): void {
  const known = doc.getMap<Comment>(COMMENTS);
  for (const id of [...known.keys()]) if (!comments.has(id)) known.delete(id);
  for (const [id, comment] of comments) {
    const old = known.get(id);
    // The document gives back the very object it was given: most comments need no closer look.
    if (old !== comment && !sameData(old, comment)) known.set(id, comment);
  }
}
