import type { Id } from '#shared/board/model.ts';
import type { Comment } from '#shared/critique/comment.ts';
import { COMMENT_KINDS, commentKind } from '#shared/critique/kinds.ts';
import type { MyPart } from '#shared/critique/public.ts';
import type { CritiqueUi } from '../critique-room.ts';

/** A comment as this page shows it: what everybody reads, and what I know about my own. */
export interface Shown extends Comment {
  readonly mine: boolean;
  /** Nobody else can see it. */
  readonly held: boolean;
  readonly unread: boolean;
  /** I said “we do this too”. */
  readonly sameByMe: boolean;
  /** Dots of mine on it. */
  readonly myDots: number;
  /** Others that the scribe put together with this one. */
  readonly alike: readonly Comment[];
  /** Voices: those who said the same, and who wrote the ones put together with it. */
  readonly voices: number;
}

const EMPTY_MINE: Pick<MyPart, 'comments' | 'replies' | 'same' | 'dots'> = {
  comments: [],
  replies: [],
  same: [],
  dots: {},
};

/** Ids by which a thread is known to be read: the comment's and its replies'. */
export const readIds = (comment: Comment): readonly Id[] => [comment.id, ...comment.replies.map((reply) => reply.id)];

/**
 * The comments on a board as one list, oldest first: the lane's, with mine that nobody else sees. Those that were put together
 * stand as one, under the first.
 */
export function shownComments(
  comments: readonly Comment[],
  mine: MyPart | null,
  read: ReadonlySet<Id>,
  board: Id | null,
): readonly Shown[] {
  const part = mine ?? EMPTY_MINE;
  const own = new Map(part.comments.filter((one) => board === null || one.board === board).map((one) => [one.id, one]));
  const replies = new Set(part.replies);
  const same = new Set(part.same);
  const all = new Map<Id, Comment>();
  for (const comment of comments) all.set(comment.id, comment);
  // What the lane does not tell yet, only I know; what it tells is newer than my own part.
  for (const comment of own.values()) if (!all.has(comment.id)) all.set(comment.id, comment);
  const groups = new Map<Id, Comment[]>();
  for (const comment of all.values()) {
    if (comment.group === null || comment.group === comment.id || !all.has(comment.group)) continue;
    groups.set(comment.group, [...(groups.get(comment.group) ?? []), comment]);
  }
  const shown = [...all.values()].flatMap((comment): Shown[] => {
    if (comment.group !== null && comment.group !== comment.id && all.has(comment.group)) return [];
    const alike = groups.get(comment.id) ?? [];
    const others = [comment, ...alike];
    const lane = comments.some((one) => one.id === comment.id);
    return [
      {
        ...comment,
        mine: own.has(comment.id),
        held: !lane && own.get(comment.id)?.held === true,
        unread: others.some(
          (one) =>
            (!own.has(one.id) && !read.has(one.id)) ||
            one.replies.some((reply) => !replies.has(reply.id) && !read.has(reply.id)),
        ),
        sameByMe: same.has(comment.id),
        myDots: part.dots[comment.id] ?? 0,
        alike,
        voices: others.reduce((sum, one) => sum + one.same, 0) + alike.length,
      },
    ];
  });
  return shown.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

const isOpen = (comment: Comment): boolean => comment.state === 'open';

const says = (comment: Comment, text: string): boolean =>
  [
    comment.text,
    commentKind(comment.kind).label,
    'name' in comment.anchor ? comment.anchor.name : '',
    comment.word === null ? '' : `${comment.word.term} ${comment.word.symbol} ${comment.word.meaning}`,
    ...comment.replies.map((reply) => reply.text),
  ]
    .join(' ')
    .toLowerCase()
    .includes(text);

/** Those that the filter lets through. */
export function filtered(comments: readonly Shown[], filter: CritiqueUi['filter']): readonly Shown[] {
  const text = filter.text.trim().toLowerCase();
  return comments.filter((comment) => {
    if (filter.kinds.size > 0 && !filter.kinds.has(comment.kind)) return false;
    if (filter.state === 'open' && !isOpen(comment)) return false;
    if (filter.state === 'unread' && !comment.unread) return false;
    if (filter.state === 'mine' && !comment.mine) return false;
    return text === '' || says(comment, text) || comment.alike.some((one) => says(one, text));
  });
}

export const isFiltering = ({ kinds, state, text }: CritiqueUi['filter']): boolean =>
  (kinds.size > 0 && kinds.size < COMMENT_KINDS.length) || state !== 'all' || text.trim() !== '';

export type CommentOrder = 'dots' | 'same' | 'time' | 'place';

export const ORDERS: readonly { readonly id: CommentOrder; readonly label: string }[] = Object.freeze([
  { id: 'time', label: 'By time' },
  { id: 'dots', label: 'By dots' },
  { id: 'same', label: 'By same here' },
  { id: 'place', label: 'By place on the board' },
]);

/**
 * The list in an order: oldest first, most dots, most voices, or from the top of the board down. `placeOf` gives the place of
 * its pin.
 */
export function ordered(
  comments: readonly Shown[],
  order: CommentOrder,
  placeOf: (comment: Shown) => { readonly x: number; readonly y: number } | null,
): readonly Shown[] {
  const list = [...comments];
  switch (order) {
    case 'time':
      return list;
    case 'dots':
      return list.sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0));
    case 'same':
      return list.sort((a, b) => b.voices - a.voices);
    case 'place': {
      const places = new Map(list.map((one) => [one.id, placeOf(one)]));
      const row = (one: Shown): number => Math.round((places.get(one.id)?.y ?? 0) / 40);
      return list.sort((a, b) => row(a) - row(b) || (places.get(a.id)?.x ?? 0) - (places.get(b.id)?.x ?? 0));
    }
  }
}

export const unreadCount = (comments: readonly Shown[]): number => comments.filter((one) => one.unread).length;

/** What stands beside the title: dots left, or how many there are. */
export function dotsPlaced(comments: readonly Shown[]): number {
  return comments.reduce((sum, one) => sum + one.myDots, 0);
}

/** "7 comments are open now", "1 new question": what others wrote that has just become readable. */
export function arrivedWords(arrived: readonly Comment[]): string {
  if (arrived.length === 0) return '';
  if (arrived.length === 1 && arrived[0] !== undefined) {
    const { kind, anchor } = arrived[0];
    const on = 'name' in anchor ? ` on ${anchor.name}` : '';
    return `New comment: ${commentKind(kind).label.toLowerCase()}${on}.`;
  }
  return `${arrived.length} comments are open now.`;
}
