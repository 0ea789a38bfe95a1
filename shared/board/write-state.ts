import type * as Y from 'yjs';
import type { Board, StateId } from './model.ts';
import { entityMap, STATE_ROOTS } from './roots.ts';
import { elementMap, overlayMap, relationMap } from './write-entity.ts';

/** Writes what a state has for itself; ids that are there already are replaced. To be called inside a transaction. */
export function fillState(doc: Y.Doc, state: StateId, board: Board): void {
  const [elements, relations, overlays] = STATE_ROOTS.map((root) => entityMap(doc, root, state));
  for (const element of board.elements.values()) elements?.set(element.id, elementMap(element));
  for (const line of board.relations.values()) relations?.set(line.id, relationMap(line));
  for (const overlay of board.overlays.values()) overlays?.set(overlay.id, overlayMap(overlay));
}
