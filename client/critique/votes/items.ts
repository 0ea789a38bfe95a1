import type { CommentKindId } from '#shared/critique/kinds.ts';
import type { Recap } from '#shared/critique/recap/recap.ts';

/** A vote has at most so many items (session 5.1). */
export const MOST_ITEMS = 12;

export interface DraftItem {
  readonly id: string;
  readonly label: string;
  /** Comments that were merged into it. */
  readonly comments: readonly string[];
}

/** A comment that may be voted on. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly kind: CommentKindId;
  /** Alias of the board it stands on. */
  readonly alias: string;
  readonly weight: number;
}

/** What was said on all boards, what most people share first. Precedents and words are not voted on. */
export function candidatesOf(recap: Recap): readonly Candidate[] {
  return recap.boards
    .flatMap(({ alias, comments }) =>
      comments
        .filter(({ kind }) => kind !== 'same-here' && kind !== 'vocabulary')
        .map(({ id, text, kind, same, dots }) => ({ id, text, kind, alias, weight: same + dots })),
    )
    .sort((a, b) => b.weight - a.weight);
}

/** Puts items together: the first keeps its words, and stands for the comments of all. */
export function merged(items: readonly DraftItem[], ids: ReadonlySet<string>): readonly DraftItem[] {
  const parts = items.filter(({ id }) => ids.has(id));
  const [first] = parts;
  if (first === undefined || parts.length < 2) return items;
  const one = { ...first, comments: [...new Set(parts.flatMap(({ comments }) => comments))] };
  return items.flatMap((item) => (item.id === first.id ? [one] : ids.has(item.id) ? [] : [item]));
}

/** Votes that are placed on a ballot. */
export const placedOn = (dots: Readonly<Record<string, number>>): number =>
  Object.values(dots).reduce((sum, n) => sum + n, 0);
