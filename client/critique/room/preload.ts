import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { api } from '../../session/api.ts';
import { deviceCopyName, keptGeneration } from '../../session/device-copy.ts';

/** Everybody has the next board to fetch: within this time, in milliseconds, each at a moment of its own. */
const SPREAD_MS = 20_000;

/**
 * Fetches a board that is not shown yet into the copy on this device, so that it opens at once when its turn comes. Nothing of
 * it reaches the screen. Answers how to give it up.
 */
export function preloadBoard(councilId: string, boardId: string, seat: string, spread: number = SPREAD_MS): () => void {
  let left = false;
  const name = deviceCopyName(councilId, boardId, seat);
  // Opened here before, it opens at once anyway; and what this device holds may belong to a board that was since rebuilt.
  if (keptGeneration(name) !== null) return () => undefined;
  const load = async (): Promise<void> => {
    const state = await api.boardState(councilId, boardId);
    if (left) return;
    const doc = new Y.Doc();
    const copy = new IndexeddbPersistence(name, doc);
    try {
      await copy.whenSynced;
      // One write of the whole state; nothing that this device already holds is written again.
      const missing = Y.diffUpdate(state, Y.encodeStateVector(doc));
      if (!left && missing.length > 2) Y.applyUpdate(doc, missing, 'preload');
    } finally {
      await copy.destroy();
      doc.destroy();
    }
  };
  const timer = setTimeout(() => {
    // Only a head start: the board opens without it, and says there what is wrong.
    load().catch((error: unknown) => console.info('The next board could not be fetched ahead.', error));
  }, Math.random() * spread);
  return () => {
    left = true;
    clearTimeout(timer);
  };
}
