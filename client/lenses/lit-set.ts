import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Id, RelationKindId } from '#shared/board/model.ts';
import type { UiState } from '../state/ui-store.ts';
import { lensFacts } from './lens-facts.ts';

/** Parts of the window's state that say what is lit. */
export type LitParts = Pick<UiState, 'lens' | 'branch' | 'lit'>;

/** A branch: all that reports to its head or sits in it, the lines between them, and tiger teams and friction within. */
export function branchIds(board: Board, head: Id): ReadonlySet<Id> {
  const index = indexBoard(board);
  const ids = new Set<Id>(index.subtreeOf(head));
  for (const id of [...ids]) {
    for (const line of index.relationsOf(id)) if (ids.has(line.from) && ids.has(line.to)) ids.add(line.id);
  }
  for (const team of index.tigers) {
    const members = Object.keys(team.members);
    if (members.length > 0 && members.every((id) => ids.has(id))) ids.add(team.id);
  }
  for (const friction of index.frictions) {
    if (friction.on.length > 0 && friction.on.every((id) => ids.has(id))) ids.add(friction.id);
  }
  return ids;
}

const branches = new WeakMap<Board, { readonly head: Id; readonly ids: ReadonlySet<Id> }>();

function keptBranch(board: Board, head: Id): ReadonlySet<Id> {
  const known = branches.get(board);
  if (known?.head === head) return known.ids;
  const ids = branchIds(board, head);
  branches.set(board, { head, ids });
  return ids;
}

const commons = new WeakMap<ReadonlySet<Id>, { readonly lens: ReadonlySet<Id>; readonly lit: ReadonlySet<Id> }>();

/** What both light: the same set as long as both stay. */
function common(branch: ReadonlySet<Id>, lens: ReadonlySet<Id>): ReadonlySet<Id> {
  const known = commons.get(branch);
  if (known?.lens === lens) return known.lit;
  const lit = new Set([...lens].filter((id) => branch.has(id)));
  commons.set(branch, { lens, lit });
  return lit;
}

/**
 * Ids of elements, lines, tiger teams and friction at full strength; everything else is dimmed. `null` when nothing is. What a
 * list points at goes first; a lens and a branch together light what is in both. The same set as long as nothing changed.
 */
export function litSet(board: Board, { lens, branch, lit }: LitParts): ReadonlySet<Id> | null {
  if (lit !== null) return lit;
  const byBranch = branch === null || !board.elements.has(branch) ? null : keptBranch(board, branch);
  const byLens = lens === null ? null : lensFacts(board, lens).lit;
  return byBranch !== null && byLens !== null ? common(byBranch, byLens) : (byLens ?? byBranch);
}

export const litChanged = (now: LitParts, before: LitParts): boolean =>
  now.lens !== before.lens || now.branch !== before.branch || now.lit !== before.lit;

/** The kind of line a lens is about: it is shown even when lines of this kind are switched off. */
export const lensLine = (lens: UiState['lens']): RelationKindId | null =>
  lens?.lens === 'money' ? 'funds' : lens?.lens === 'ownership' ? 'owns' : null;

const without = new WeakMap<ReadonlySet<RelationKindId>, Map<RelationKindId, ReadonlySet<RelationKindId>>>();

/** Kinds of line that are not drawn now. The same set for the same state. */
export function hiddenLines({ hiddenRelations, lens }: Pick<UiState, 'hiddenRelations' | 'lens'>) {
  const shown = lensLine(lens);
  if (shown === null || !hiddenRelations.has(shown)) return hiddenRelations;
  const kept = without.get(hiddenRelations) ?? new Map<RelationKindId, ReadonlySet<RelationKindId>>();
  without.set(hiddenRelations, kept);
  const known = kept.get(shown) ?? new Set([...hiddenRelations].filter((kind) => kind !== shown));
  kept.set(shown, known);
  return known;
}
