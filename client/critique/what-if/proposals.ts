import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type Cites, readCites, watchCites } from '#shared/board/cites.ts';
import type { Id } from '#shared/board/model.ts';
import type { Comment, Proposal } from '#shared/critique/comment.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom, CritiqueState } from '../critique-room.ts';

/** A comment that carries a proposal one may read. */
export interface Proposed extends Comment {
  readonly proposal: Proposal;
}

/** What became of a proposal; `undone`: it was accepted, and its step was taken back since. */
export type ProposalStanding = Proposal['status'] | 'undone';

export const STANDING_WORDS: Readonly<Record<ProposalStanding, string>> = Object.freeze({
  open: 'Not answered yet',
  accepted: 'Accepted',
  undone: 'Accepted, then undone',
  parked: 'Parked',
  declined: 'Declined',
});

/** An opinion that waits has none, but for its author. */
export const isProposed = (comment: Comment): comment is Proposed => comment.proposal !== null;

/** Proposals of the open board that I may read, oldest first, my own held ones among them. */
export function proposalsIn({ comments, mine }: CritiqueState, board: Id | null): readonly Proposed[] {
  const there = new Set(comments.map((comment) => comment.id));
  const own = (mine?.comments ?? []).filter((comment) => comment.board === board && !there.has(comment.id));
  return [...comments, ...own].filter(isProposed).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function useProposals(room: CritiqueRoom): readonly Proposed[] {
  const comments = useStore(room.store, (state) => state.comments);
  const mine = useStore(room.store, (state) => state.mine);
  return useMemo(() => proposalsIn({ ...room.store.getState(), comments, mine }, room.boardId), [room, comments, mine]);
}

const keptCites = new WeakMap<BoardRuntime, { readonly key: string; readonly cites: Cites }>();

function citesOf(runtime: BoardRuntime): Cites {
  const cites = readCites(runtime.editor.doc);
  const key = JSON.stringify([...cites]);
  const kept = keptCites.get(runtime);
  if (kept?.key === key) return kept.cites;
  keptCites.set(runtime, { key, cites });
  return cites;
}

/** Proposals that the drawing holds now, by comment. */
export const useCites = (runtime: BoardRuntime): Cites =>
  useSyncExternalStore(
    (listener) => watchCites(runtime.editor.doc, listener),
    () => citesOf(runtime),
  );

export const standingOf = (comment: Proposed, cites: Cites): ProposalStanding =>
  comment.proposal.status === 'accepted' && !cites.has(comment.id) ? 'undone' : comment.proposal.status;
