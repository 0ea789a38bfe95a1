import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { Board } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import { api } from '../session/api.ts';

/** The content of a board that is not open, read once per version; `null` while it is on its way or when it cannot be had. */
export function useBoardState(councilId: string, boardId: string, version: number): Board | null {
  const [board, setBoard] = useState<Board | null>(null);
  useEffect(() => {
    let left = false;
    void version;
    api.boardState(councilId, boardId).then(
      (state) => {
        if (left) return;
        const doc = new Y.Doc();
        Y.applyUpdate(doc, state);
        setBoard(readBoard(doc));
        doc.destroy();
      },
      () => {
        // The title and the way in stay; only the picture is missing until the next look.
        if (!left) setBoard(null);
      },
    );
    return () => {
      left = true;
    };
  }, [councilId, boardId, version]);
  return board;
}
