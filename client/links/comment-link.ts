import type { Id } from '#shared/board/model.ts';

const COMMENT = /^#comment=([A-Za-z0-9:_-]{1,64})$/;

/** The comment that the part after `#` of an address names, or `null`. */
export function parseCommentLink(hash: string): Id | null {
  try {
    return COMMENT.exec(decodeURIComponent(hash))?.[1] ?? null;
  } catch {
    // Not an address anybody made here.
    return null;
  }
}

/** The part after `#` that names a comment. */
export const commentLinkHash = (id: Id): string => `#comment=${id}`;
