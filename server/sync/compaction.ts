import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { pieceOfLog } from '../history/history.ts';
import type { Storage } from '../storage/storage.ts';

/** Every root of our documents is a map. */
const contentOf = (doc: Y.Doc): unknown =>
  Object.fromEntries([...doc.share.keys()].sort().map((name) => [name, doc.getMap(name).toJSON()]));

/**
 * Replaces a room's log by one snapshot: replayed from what is stored, loaded again and compared before a row is deleted.
 * Replaying is faster and gives a smaller result than merging updates. What is cut becomes a piece of the board's history.
 *
 * @throws Error when the snapshot is not what the log says; the log is left as it is.
 */
export async function compact(storage: Storage, room: string, now: number): Promise<void> {
  const state = await storage.loadRoom(room);
  if (state === null || state.tail.length === 0) return;
  const replayed = new Y.Doc({ gc: true });
  replayed.transact(() => {
    if (state.snapshot !== null) Y.applyUpdate(replayed, state.snapshot.data);
    for (const row of state.tail) Y.applyUpdate(replayed, row.data);
  });
  if (replayed.store.pendingStructs !== null || replayed.store.pendingDs !== null) {
    throw new Error('The log lacks changes that others build on.');
  }
  const data = Y.encodeStateAsUpdate(replayed);
  const loaded = new Y.Doc({ gc: true });
  Y.applyUpdate(loaded, data);
  const expected = contentOf(replayed);
  for (const name of replayed.share.keys()) loaded.getMap(name);
  const same =
    isDeepStrictEqual(
      Y.decodeStateVector(Y.encodeStateVector(loaded)),
      Y.decodeStateVector(Y.encodeStateVector(replayed)),
    ) && isDeepStrictEqual(contentOf(loaded), expected);
  replayed.destroy();
  loaded.destroy();
  if (!same) throw new Error('The snapshot is not what the log says.');
  const history = await pieceOfLog(storage, room, state);
  await storage.snapshot(room, { seq: state.seq, at: now, kind: 'compact', name: '', data }, history);
}
