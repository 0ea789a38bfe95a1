import type { Board, Box, Id } from '../board/model.ts';
import type { ArrangeMode } from './arrange-mode.ts';

/** A board with elements and zones at new places, and with how reports stand written down; order of ids as it was. */
export function withLayout(
  board: Board,
  boxes: ReadonlyMap<Id, Box>,
  arrange: ReadonlyMap<Id, ArrangeMode | null> = new Map(),
): Board {
  const elements = new Map(board.elements);
  const overlays = new Map(board.overlays);
  for (const [id, { x, y, w, h }] of boxes) {
    const element = elements.get(id);
    if (element !== undefined) elements.set(id, Object.freeze({ ...element, x, y, w, h }));
    const zone = overlays.get(id);
    if (zone?.kind === 'zone') overlays.set(id, Object.freeze({ ...zone, x, y, w, h }));
  }
  for (const [id, mode] of arrange) {
    const element = elements.get(id);
    if (element === undefined) continue;
    const { arrange: _, ...rest } = element.attributes;
    const attributes = Object.freeze(mode === null ? rest : { ...rest, arrange: mode });
    elements.set(id, Object.freeze({ ...element, attributes }));
  }
  return Object.freeze({ ...board, elements, overlays });
}
