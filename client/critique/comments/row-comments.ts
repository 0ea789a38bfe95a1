import type { Id } from '#shared/board/model.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import type { OutlineTree, Row } from '../../outline/rows.ts';
import type { Shown } from './comment-list.ts';

const byThing = new WeakMap<readonly Shown[], ReadonlyMap<Id, readonly Shown[]>>();

/** Comments by what they stand on; worked out once for each list. */
export function commentsByThing(shown: readonly Shown[]): ReadonlyMap<Id, readonly Shown[]> {
  let found = byThing.get(shown);
  if (found === undefined) {
    const map = new Map<Id, Shown[]>();
    for (const comment of shown) {
      if (!('id' in comment.anchor)) continue;
      const list = map.get(comment.anchor.id);
      if (list === undefined) map.set(comment.anchor.id, [comment]);
      else list.push(comment);
    }
    found = map;
    byThing.set(shown, found);
  }
  return found;
}

const NONE: readonly Shown[] = Object.freeze([]);

/** Comments on what a row stands for; for a closed row also on everything that hangs from it. */
export function commentsOfRow(shown: readonly Shown[], tree: OutlineTree, row: Row): readonly Shown[] {
  const all = commentsByThing(shown);
  if (all.size === 0 || row.type === 'member') return NONE;
  const own = row.type === 'lines' || row.id === null ? NONE : (all.get(row.id) ?? NONE);
  if (row.open !== false) return own;
  const found = new Set(own);
  const walk = (key: string): void => {
    for (const below of tree.nodes.get(key)?.below ?? []) {
      const node = tree.nodes.get(below);
      if (node === undefined || node.type === 'member') continue;
      for (const comment of node.id === null ? [] : (all.get(node.id) ?? [])) found.add(comment);
      walk(below);
    }
  };
  walk(row.key);
  return found.size === own.length ? own : [...found];
}

export interface RowCount {
  readonly kind: CommentKindId;
  readonly count: number;
  readonly unread: boolean;
}

/** Kinds that a row shows beside its name; the rest is in the sum. */
export function rowCounts(comments: readonly Shown[]): readonly RowCount[] {
  const counts = new Map<CommentKindId, RowCount>();
  for (const { kind, unread } of comments) {
    const known = counts.get(kind);
    counts.set(kind, { kind, count: (known?.count ?? 0) + 1, unread: unread || known?.unread === true });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** "3 comments, 2 unread", for whoever hears the row. */
export function rowWords(comments: readonly Shown[]): string {
  if (comments.length === 0) return '';
  const unread = comments.filter((one) => one.unread).length;
  const words = `${comments.length} ${comments.length === 1 ? 'comment' : 'comments'}`;
  return unread === 0 ? words : `${words}, ${unread} unread`;
}
