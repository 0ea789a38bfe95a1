import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { BoardEditor } from '#shared/board/edit.ts';
import type { Box, Id, Point } from '#shared/board/model.ts';
import type { BoardView } from '#shared/board/read.ts';
import type { BoardUndo } from '#shared/board/undo.ts';
import type { Presence } from '#shared/protocol/messages.ts';
import type { Action } from '#shared/rights/may.ts';
import type { Role } from '#shared/rights/roles.ts';
import type { CritiqueRoom } from '../critique/critique-room.ts';
import type { UiStore } from '../state/ui-store.ts';

/** The chip beside the title, always true. `saved` only after the server's word; `own` is one's own copy, of which nothing is sent. */
export interface SyncState {
  readonly state: 'loading' | 'saved' | 'saving' | 'unsaved' | 'offline' | 'refused' | 'own';
  /** Changes not yet confirmed by the server. */
  readonly pending: number;
  /** Why it is refused or what to do, one sentence, or empty. */
  readonly sentence: string;
}

export interface OtherPerson {
  /** Awareness client id. */
  readonly client: number;
  readonly presence: Presence;
}

/** Who else is here. `others` changes identity only when somebody's presence changed; listeners are called at most once a frame. */
/** A change of what I show; `undefined` takes a part that is not always there away. */
export type Shown = Partial<Omit<Presence, 'user' | 'state' | 'presenting' | 'laser'>> & {
  readonly [Key in 'state' | 'presenting' | 'laser']?: Presence[Key] | undefined;
};

export interface Room {
  readonly others: readonly OtherPerson[];
  subscribe(listener: () => void): () => void;
  /** Shows something of mine; sent at most 20 times a second. */
  show(patch: Shown): void;
  readonly me: Presence['user'] | null;
}

/** Moves of the view. Set by the canvas when it mounts. */
export interface ViewControl {
  /** Board point under a point of the window. */
  toBoard(screen: Point): Point;
  toScreen(board: Point): Point;
  /** Board coordinates of the canvas window. */
  visible(): Box;
  fit(options?: { readonly ids?: readonly Id[]; readonly instant?: boolean }): void;
  zoomTo(zoom: number): void;
  zoomBy(factor: number): void;
  /** Pans just enough that the box is in view with a margin, clear of the floating bars. */
  reveal(box: Box): void;
  /** Shows exactly this part, whatever the window (following). */
  contain(box: Box): void;
  focus(): void;
}

/** Everything a board page works with. One per open board; passed by context; no module-level state. */
export interface BoardRuntime {
  readonly councilId: string;
  readonly boardId: string;
  readonly role: Role;
  /** Asks `may` for this seat and phase. */
  can(action: Action): boolean;
  readonly view: BoardView;
  readonly editor: BoardEditor;
  readonly undo: BoardUndo;
  readonly ui: UiStore;
  readonly room: Room;
  readonly sync: StoreApi<SyncState>;
  /** The council's session on this page; `null` where there is none (demo pages, tests). */
  readonly critique: CritiqueRoom | null;
  /** `null` until the canvas is mounted. */
  control: ViewControl | null;
  /** Shows a short message with an optional action; the only way panels and commands speak. */
  notify(message: string, action?: { readonly label: string; readonly run: () => void }): void;
  destroy(): void;
}

export const RuntimeContext = createContext<BoardRuntime | null>(null);

/** The open board's runtime. Throws outside a board page. */
export function useRuntime(): BoardRuntime {
  const runtime = useContext(RuntimeContext);
  if (runtime === null) throw new Error('useRuntime is for components inside a board page.');
  return runtime;
}
