import type { Comment } from '#shared/critique/comment.ts';
import { commentKind } from '#shared/critique/kinds.ts';

/**
 * Comments as speaker notes: only those everybody in the council can read. An opinion that was not heard has no place in a file,
 * and neither has the number of those.
 */
export const commentNotes = (comments: readonly Comment[]): string =>
  comments
    .filter(({ heard, text }) => heard && text !== '')
    .map(({ kind, anchor, text, same, replies }) =>
      [
        `${commentKind(kind).label}${'name' in anchor && anchor.name !== '' ? `, ${anchor.name}` : ''}: ${text}${same === 0 ? '' : ` (same here: ${same})`}`,
        ...replies.map(({ by, text: reply }) => `  ${by === null ? '' : `${by.alias}: `}${reply}`),
      ].join('\n'),
    )
    .join('\n');
