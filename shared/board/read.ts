import type * as Y from 'yjs';
import type { Board, Id, StateBoard, StateId, StateInfo } from './model.ts';
import { readStates as statesIn } from './read-entity.ts';
import { BoardReader, readerOf } from './reader.ts';
import { isOtherState, metaMap } from './roots.ts';
import { sameData } from './tables.ts';

/** What one transaction did to a board. `ids` are the things that were added, removed or changed, also by repair. */
export interface BoardChange {
  readonly board: Board;
  readonly previous: Board;
  readonly ids: ReadonlySet<Id>;
  readonly origin: unknown;
  /** Nothing was written: another state, or another moment, is shown from now on. */
  readonly switched?: boolean;
}

export interface BoardView {
  /** The board after the last finished transaction; frozen; what did not change keeps its identity. */
  readonly board: Board;
  /** Calls back once per transaction that changed the board or its states, and when something else is shown. */
  subscribe(listener: (change: BoardChange) => void): () => void;
  /** The state that is shown; `now` again when somebody removes it. */
  readonly state: StateId;
  /** The states the board has, in their order; the same list as long as none is added, named or removed. */
  readonly states: readonly StateInfo[];
  /** Shows a state from now on; one that the board does not have is passed over. */
  show(state: StateId): void;
  /** The board in a state that is not shown, or `null` when it has no such state. */
  readState(state: StateId): Board | null;
  /** Shows a board of another moment in place of the document's, until `null`. */
  showing(board: Board | null): void;
  /** Whether a board of another moment is shown. */
  readonly isShowing: boolean;
  destroy(): void;
}

/** The board a document holds at this moment in a state, valid whatever was merged. */
export const readBoard = (doc: Y.Doc, state: StateId = 'now'): Board => new BoardReader(doc, state).board;

/** The states a document has, in their order; the first is always there. */
export const readStates = (doc: Y.Doc): readonly StateInfo[] => statesIn(metaMap(doc));

/** The states of a document beside the first, with everything in them. */
export const readStateBoards = (doc: Y.Doc): readonly StateBoard[] =>
  readStates(doc).flatMap(({ id, title }) =>
    isOtherState(id) ? [Object.freeze({ id, title, board: readBoard(doc, id) })] : [],
  );

const TABLES = ['elements', 'relations', 'overlays', 'frames', 'prompts'] as const;

/** Ids of what differs between two boards of one view. */
export function changedIds(previous: Board, board: Board): Set<Id> {
  const ids = new Set<Id>();
  for (const table of TABLES) {
    const before: ReadonlyMap<Id, unknown> = previous[table];
    const after: ReadonlyMap<Id, unknown> = board[table];
    if (before === after) continue;
    for (const [id, value] of after) if (before.get(id) !== value) ids.add(id);
    for (const id of before.keys()) if (!after.has(id)) ids.add(id);
  }
  return ids;
}

const SWITCH = Object.freeze({ switch: true });

/** A board that follows its document. */
export function createBoardView(doc: Y.Doc): BoardView {
  const listeners = new Set<(change: BoardChange) => void>();
  let state: StateId = 'now';
  let states = readStates(doc);
  let override: Board | null = null;
  let board = readerOf(doc).board;
  const has = (wanted: StateId): boolean => states.some(({ id }) => id === wanted);
  const take = (origin: unknown, switched: boolean, always: boolean): void => {
    const next = override ?? readerOf(doc, state).board;
    if (next === board && !always) return;
    const previous = board;
    board = next;
    const change = { board, previous, ids: changedIds(previous, board), origin, ...(switched ? { switched } : {}) };
    for (const listener of [...listeners]) listener(change);
  };
  const follow = (transaction: Y.Transaction): void => {
    const now = readStates(doc);
    const changed = !sameData(now, states);
    if (changed) states = now;
    const lost = !has(state);
    if (lost) state = 'now';
    take(transaction.origin, lost, changed);
  };
  doc.on('afterTransaction', follow);
  return {
    get board() {
      return board;
    },
    get state() {
      return state;
    },
    get states() {
      return states;
    },
    get isShowing() {
      return override !== null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    show(wanted) {
      if (wanted === state || !has(wanted)) return;
      state = wanted;
      take(SWITCH, true, true);
    },
    readState: (wanted) => (has(wanted) ? readerOf(doc, wanted).board : null),
    showing(other) {
      if (other === override) return;
      override = other;
      take(SWITCH, true, true);
    },
    destroy() {
      doc.off('afterTransaction', follow);
      listeners.clear();
    },
  };
}
