import type * as Y from 'yjs';
import type { Board, Id } from './model.ts';
import { BoardReader, readerOf } from './reader.ts';

/** What one transaction did to a board. `ids` are the things that were added, removed or changed, also by repair. */
export interface BoardChange {
  readonly board: Board;
  readonly previous: Board;
  readonly ids: ReadonlySet<Id>;
  readonly origin: unknown;
}

export interface BoardView {
  /** The board after the last finished transaction; frozen; what did not change keeps its identity. */
  readonly board: Board;
  /** Calls back once per transaction that changed the board; answers how to stop. */
  subscribe(listener: (change: BoardChange) => void): () => void;
  destroy(): void;
}

/** The board a document holds at this moment, valid whatever was merged. */
export const readBoard = (doc: Y.Doc): Board => new BoardReader(doc).board;

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

/** A board that follows its document. */
export function createBoardView(doc: Y.Doc): BoardView {
  const reader = readerOf(doc);
  const listeners = new Set<(change: BoardChange) => void>();
  let board = reader.board;
  const follow = (transaction: Y.Transaction): void => {
    const next = reader.board;
    if (next === board) return;
    const previous = board;
    board = next;
    const change: BoardChange = { board, previous, ids: changedIds(previous, board), origin: transaction.origin };
    for (const listener of [...listeners]) listener(change);
  };
  doc.on('afterTransaction', follow);
  return {
    get board() {
      return board;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    destroy() {
      doc.off('afterTransaction', follow);
      listeners.clear();
    },
  };
}
