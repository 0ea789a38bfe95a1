import { factsOf } from '../board/board-facts.ts';
import { containsBox } from '../board/geometry.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Box, Id, Zone } from '../board/model.ts';
import { zoneBox } from '../overlays/zone.ts';

/** A zone or a container, in the order of painting. */
export type Ground =
  | { readonly layer: 'zone'; readonly zone: Zone }
  | { readonly layer: 'container'; readonly element: BoardElement };

/**
 * Zones and containers in the order of painting: zones first, then containers from the outermost in. A zone that lies in a
 * container comes right after it, as the container's body would hide it otherwise. `boxes` overrides places of what is dragged.
 */
export function groundOrder(board: Board, boxes?: ReadonlyMap<Id, Box>): readonly Ground[] {
  const index = indexBoard(board);
  const containers = [...board.elements.values()]
    .filter((element) => factsOf(board, element.id).container)
    .map((element) => ({
      element,
      depth: index.ancestorsInside(element.id).length,
      box: boxes?.get(element.id) ?? element,
    }))
    .sort((a, b) => a.depth - b.depth);
  const levels = new Map<number, Ground[]>();
  const put = (level: number, ground: Ground): void => {
    const list = levels.get(level);
    if (list === undefined) levels.set(level, [ground]);
    else list.push(ground);
  };
  for (const zone of index.zones) {
    const box = boxes?.get(zone.id) ?? zoneBox(zone);
    const depth = containers.reduce((most, c) => (containsBox(c.box, box) ? Math.max(most, c.depth) : most), -1);
    put(2 * depth + 1, { layer: 'zone', zone });
  }
  for (const { element, depth } of containers) put(2 * depth, { layer: 'container', element });
  return [...levels].sort((a, b) => a[0] - b[0]).flatMap(([, grounds]) => grounds);
}
