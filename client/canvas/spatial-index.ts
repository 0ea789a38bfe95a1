import RBush from 'rbush';
import type { Box, Id } from '#shared/board/model.ts';

interface Entry {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly id: Id;
}

/** Boxes by id in an R-tree; an id may have several (a line has one a segment). */
export interface SpatialIndex {
  set(id: Id, boxes: readonly Box[]): void;
  delete(id: Id): void;
  /** Ids with a box that touches the area, each once, in no order. */
  search(area: Box): Set<Id>;
  load(all: Iterable<readonly [Id, readonly Box[]]>): void;
}

const entry = (id: Id, box: Box): Entry => ({
  minX: box.x,
  minY: box.y,
  maxX: box.x + box.w,
  maxY: box.y + box.h,
  id,
});

export function createSpatialIndex(): SpatialIndex {
  const tree = new RBush<Entry>();
  const kept = new Map<Id, readonly Entry[]>();
  const drop = (id: Id) => {
    for (const one of kept.get(id) ?? []) tree.remove(one);
    kept.delete(id);
  };
  return {
    set(id, boxes) {
      drop(id);
      const entries = boxes.map((box) => entry(id, box));
      kept.set(id, entries);
      for (const one of entries) tree.insert(one);
    },
    delete: drop,
    search(area) {
      const found = new Set<Id>();
      for (const one of tree.search(entry('', area))) found.add(one.id);
      return found;
    },
    load(all) {
      tree.clear();
      kept.clear();
      const entries: Entry[] = [];
      for (const [id, boxes] of all) {
        const own = boxes.map((box) => entry(id, box));
        kept.set(id, own);
        entries.push(...own);
      }
      tree.load(entries);
    },
  };
}
