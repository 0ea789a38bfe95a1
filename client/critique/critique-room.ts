import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Id } from '#shared/board/model.ts';
import type { Command } from '#shared/critique/commands.ts';
import type { Anchor, Comment } from '#shared/critique/comment.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import type { MyPart, PublicSession } from '#shared/critique/public.ts';
import type { BoardSummary } from '#shared/protocol/api.ts';
import type { Action } from '#shared/rights/actions.ts';
import type { Phase } from '#shared/rights/phases.ts';
import type { Role } from '#shared/rights/roles.ts';

/** What a page knows of a council and its session now: the server's lanes and my own part. */
export interface CritiqueState {
  readonly phase: Phase;
  readonly session: PublicSession | null;
  readonly boards: readonly BoardSummary[];
  /** Comments of the board that is open that everybody may read, oldest first. */
  readonly comments: readonly Comment[];
  /** My own part; `null` until the server has told it. */
  readonly mine: MyPart | null;
  /** My role in the council, which may change while the page is open. */
  readonly role: Role;
  readonly alias: string;
  /** `false` while the lanes have not arrived yet or the line is lost: what is shown may be old. */
  readonly live: boolean;
}

/** What of the critique is open in this window; nothing of it is shared. */
export interface CritiqueUi {
  /** The comment whose thread is open. */
  readonly open: Id | null;
  /** The kind that the next click on the board pins; `null`: none. */
  readonly pinning: CommentKindId | null;
  /** A comment that is being written: where it stands. */
  readonly draft: { readonly kind: CommentKindId; readonly anchor: Anchor } | null;
  readonly filter: {
    readonly kinds: ReadonlySet<CommentKindId>;
    readonly state: 'all' | 'open' | 'unread' | 'mine';
    readonly text: string;
  };
  /** Comment ids read on this device. */
  readonly read: ReadonlySet<Id>;
  /** A proposed change that is being drawn on a copy of the board. */
  readonly whatIf: 'drawing' | null;
  /** The proposal that is shown over the board. */
  readonly proposal: Id | null;
  /** Calls of the spotlight that I declined: their number. */
  readonly notNow: number | null;
  /** The call of the spotlight that I went along with: its number. */
  readonly joined: number | null;
  /** The slot whose beginning this window has seen, or whose digest was shown. */
  readonly caughtUp: Id | null;
  /** Which of the session's panels stands at the right. */
  readonly panel: 'comments' | 'vote' | 'hands' | 'digest' | null;
  /** My pointer is a laser that everybody sees. */
  readonly laser: boolean;
  /** The rule under the bar is folded to its shield. */
  readonly ruleFolded: boolean;
}

/** One council's session on one page. Passed by context and as `runtime.critique`; no module-level state. */
export interface CritiqueRoom {
  readonly councilId: string;
  /** The board that is open, or `null` on a page of the council. */
  readonly boardId: Id | null;
  /** My seat. */
  readonly seat: string;
  readonly store: StoreApi<CritiqueState>;
  readonly ui: StoreApi<CritiqueUi>;
  /** Whether I may do it now: on the open board, unless another is named; `null` for the council as a whole. */
  can(action: Action, board?: Id | null): boolean;
  /**
   * Sends a command; tries again by itself while the line is lost. Resolves `true` when the server took it; says the server's
   * sentence and resolves `false` when it refused.
   */
  send(command: Command): Promise<boolean>;
  /** The server's clock, ms since 1970. */
  now(): number;
  destroy(): void;
}

export const CritiqueContext = createContext<CritiqueRoom | null>(null);

/** The session of this page. Throws outside a council's page. */
export function useCritique(): CritiqueRoom {
  const room = useContext(CritiqueContext);
  if (room === null) throw new Error('useCritique is for components inside a page of a council.');
  return room;
}
