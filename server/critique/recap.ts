import type { Recap } from '#shared/critique/recap/recap.ts';
import { type RecapDrawing, recapOf } from '#shared/critique/recap/recap-of.ts';
import type { Critique } from '#shared/critique/state.ts';
import type { CouncilRecord, Storage } from '../storage/storage.ts';
import type { BoardReadings } from './board-readings.ts';
import { changesSince } from './changes-since.ts';

/** What everybody leaves with, as the boards are now. */
export async function councilRecap(
  { storage, readings }: { readonly storage: Storage; readonly readings: BoardReadings },
  council: CouncilRecord,
  critique: Critique,
): Promise<Recap> {
  const drawings = new Map<string, RecapDrawing>();
  for (const { id, title, deletedAt } of await storage.boards(council.id)) {
    if (deletedAt !== null || !critique.slots.some(({ board }) => board === id)) continue;
    const reading = await readings.read(id);
    const changed = await changesSince(critique, id, readings);
    drawings.set(id, {
      title,
      board: reading.board,
      file: reading.file(),
      version: reading.version,
      changed,
      cites: reading.cites,
    });
  }
  const deleteAt = council.deleteAt === null ? null : new Date(council.deleteAt).toISOString();
  return recapOf(critique, { title: council.title, deleteAt }, drawings);
}
