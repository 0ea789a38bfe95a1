import { thinRows } from '#shared/history/thin.ts';
import type { HistoryPiece } from '#shared/history/wire.ts';
import type { HistoryChunk, RoomState, Storage } from '../storage/storage.ts';
import { chunkOf, isStateDue, replay, rowOf, rowsIn, stateIn } from './chunk.ts';

const DAY_MS = 24 * 3600_000;
/** What is older than a day is kept by these windows. */
const WINDOW_MS = 10 * 60_000;

/** Only what people draw has a history; the other lanes are written by the server. */
export const hasHistory = (room: string): boolean => room.startsWith('board/');

/**
 * What is taken out of a room's log, as a piece of its history; `null` for rooms without one.
 *
 * The first piece of a board that is older than its history begins with the board as it was.
 */
export async function pieceOfLog(storage: Storage, room: string, state: RoomState): Promise<HistoryChunk | null> {
  if (!hasHistory(room) || state.tail.length === 0) return null;
  const chunks = await storage.historyIndex(room);
  const rows = state.tail.map(rowOf);
  const cuts = (await storage.versions(room)).map((version) => version.seq);
  const parts = { rows, cuts, thinned: false };
  if (chunks.length === 0) return chunkOf({ ...parts, state: state.snapshot?.data ?? null });
  if (!isStateDue(chunks)) return chunkOf({ ...parts, state: null });
  const from = chunks.findLast((chunk) => chunk.stateBytes > 0) ?? chunks[0];
  const kept = await storage.historyFrom(room, from?.first ?? 0);
  const [start] = kept;
  const before = replay(await stateIn(start), await rowsIn(kept));
  return chunkOf({ ...parts, state: before });
}

/** Everything from the nearest kept state at or before `from` up to now. `null` when there is no such room. */
export async function historySince(storage: Storage, room: string, from: number): Promise<HistoryPiece | null> {
  const state = await storage.loadRoom(room);
  if (state === null) return null;
  const chunks = await storage.historyIndex(room);
  const tail = state.tail.map(rowOf);
  if (chunks.length === 0) return { state: state.snapshot?.data ?? null, rows: tail };
  const begin = chunks.findLast((chunk) => chunk.stateBytes > 0 && chunk.first <= from) ?? chunks[0];
  const kept = await storage.historyFrom(room, begin?.first ?? 0);
  const rows = await rowsIn(kept);
  // The log may have been cut between the two readings.
  const last = rows.at(-1)?.seq ?? 0;
  const [start] = kept;
  return {
    state: await stateIn(start),
    rows: [...rows, ...tail.filter((row) => row.seq > last)],
  };
}

/** Puts together what is older than a day, a piece at a time. Answers how many pieces. */
export async function thinHistory(storage: Storage, now: number): Promise<number> {
  const due = await storage.historyToThin(now - DAY_MS);
  for (const { room, first } of due) {
    const [chunk] = (await storage.historyFrom(room, first)).filter((one) => one.first === first);
    if (chunk === undefined) continue;
    const cuts = (await storage.versions(room)).map((version) => version.seq);
    const rows = thinRows(await rowsIn([chunk]), WINDOW_MS, new Set(cuts));
    const thinned = await chunkOf({ rows, state: await stateIn(chunk), thinned: true, cuts });
    await storage.replaceHistory(room, { ...thinned, first: chunk.first });
  }
  return due.length;
}
