import type * as Y from 'yjs';
import type { EditContext } from './edit-context.ts';
import { refuse } from './edit-error.ts';
import type { Id } from './model.ts';
import { isId } from './roots.ts';
import { sortedMap } from './tables.ts';

/**
 * Which proposals were taken over into a drawing. The step that draws a proposed change writes its id here, so that undo takes
 * both back and everybody sees whether an accepted proposal still stands.
 */

export const CITES_ROOT = 'cites';
/** Most proposals one board cites. */
export const MOST_CITES = 2_000;

/** When each proposal was taken over, in ms since 1970, by its id. */
export type Cites = ReadonlyMap<Id, number>;
export const NO_CITES: Cites = new Map();

/** Whether a value of the document is the time of a citation. */
export const isCite = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 8.64e15;

/** What a document cites now; what cannot be read is passed over. */
export function readCites(doc: Y.Doc): Cites {
  const entries = [...doc.getMap<unknown>(CITES_ROOT).entries()];
  return sortedMap(entries.filter((entry): entry is [Id, number] => isId(entry[0]) && isCite(entry[1])));
}

/** Calls back when what a document cites has changed; answers how to stop. */
export function watchCites(doc: Y.Doc, listener: () => void): () => void {
  const map = doc.getMap<unknown>(CITES_ROOT);
  map.observe(listener);
  return () => map.unobserve(listener);
}

/** See `BoardEditor.cite`. */
export function cite(context: EditContext, proposal: Id, at: number | null): void {
  if (!isId(proposal as unknown)) refuse('bad-id', { id: proposal });
  if (at !== null && !isCite(at)) refuse('bad-number');
  context.transact(() => context.put(context.doc.getMap<unknown>(CITES_ROOT), proposal, at));
}
