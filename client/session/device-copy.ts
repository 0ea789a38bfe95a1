import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

const PREFIX = 'orgora:';
const GENERATION = 'orgora-generation:';
/** What somebody began to write or draw on a council's boards and did not send; the names go on with the council. */
const UNSENT = ['orgora-drafts:', 'orgora-what-if:'] as const;

/** Name of the copy of a board on this device: one for each seat, so that two people on one machine never share one. */
export const deviceCopyName = (council: string, board: string, seat: string): string =>
  `${PREFIX}${council}:${board}:${seat}`;

/** Generation of the board that a copy belongs to, or `null` when there is none yet. */
export const keptGeneration = (copy: string): string | null => window.localStorage.getItem(GENERATION + copy);

export const keepGeneration = (copy: string, generation: string): void =>
  window.localStorage.setItem(GENERATION + copy, generation);

/** Removes one copy from this device; a page that still holds it open keeps it until it is closed. */
export async function forgetDeviceCopy(copy: string): Promise<void> {
  window.localStorage.removeItem(GENERATION + copy);
  await clearDocument(copy);
}

/** Removes every copy of a council's boards and what was begun on them, when access to it has ended. */
export async function forgetCouncilCopies(council: string): Promise<void> {
  for (const key of Object.keys(window.localStorage)) {
    if (UNSENT.some((unsent) => key.startsWith(`${unsent}${council}:`))) window.localStorage.removeItem(key);
  }
  const start = `${GENERATION}${PREFIX}${council}:`;
  const names = Object.keys(window.localStorage).filter((key) => key.startsWith(start));
  await Promise.all(names.map((key) => forgetDeviceCopy(key.slice(GENERATION.length))));
}

/** Puts the document aside under a name of its own: never merged with the board it no longer belongs to. */
export async function keepDraft(copy: string, generation: string, doc: Y.Doc): Promise<void> {
  const draft = new IndexeddbPersistence(`${copy}:draft:${generation}`, doc);
  await draft.whenSynced;
  await draft.destroy();
}
