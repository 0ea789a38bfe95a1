import type { Board, Id, StateId } from '../../board/model.ts';
import { sameData } from '../../board/tables.ts';
import type { BoardPatch } from '../patch.ts';
import { differingKeys, type Thing } from './parts.ts';

interface TableChange<T> {
  readonly things: readonly T[];
  readonly removed: readonly Id[];
  readonly changed: readonly (readonly [Id, readonly string[]])[];
}

function tableChange<T extends Thing>(before: ReadonlyMap<Id, T>, after: ReadonlyMap<Id, T>): TableChange<T> {
  const things: T[] = [];
  const changed: (readonly [Id, readonly string[]])[] = [];
  for (const [id, thing] of after) {
    const old = before.get(id);
    if (old === thing || (old !== undefined && sameData(old, thing))) continue;
    things.push(thing);
    if (old !== undefined) changed.push([id, differingKeys(old, thing)]);
  }
  return { things, changed, removed: [...before.keys()].filter((id) => !after.has(id)) };
}

/**
 * What leads from one board to another: the whole values of what is new or differs, which keys differ, and what is gone. A line
 * that goes because an end goes is not told apart. The title and the questions of the board are no part of it.
 */
export function patchBetween(before: Board, after: Board, state: StateId): BoardPatch {
  const elements = tableChange(before.elements, after.elements);
  const relations = tableChange(before.relations, after.relations);
  const overlays = tableChange(before.overlays, after.overlays);
  const frames = tableChange(before.frames, after.frames);
  const gone = new Set(elements.removed);
  const lines = relations.removed.filter((id) => {
    const line = before.relations.get(id);
    if (line === undefined || gone.has(line.from)) return false;
    // A reporting line is lifted to the boss above when its own boss goes; that it is gone must be said.
    return line.kind === 'reports' || !gone.has(line.to);
  });
  const changed = [elements, relations, overlays, frames].flatMap((table) => table.changed);
  return Object.freeze({
    state,
    elements: elements.things,
    relations: relations.things,
    overlays: overlays.things,
    frames: frames.things,
    removed: [...elements.removed, ...lines, ...overlays.removed, ...frames.removed],
    changed: Object.fromEntries(changed),
  });
}

/** Ids of everything that a patch adds, changes or removes. */
export const patchIds = (patch: BoardPatch): ReadonlySet<Id> =>
  new Set([
    ...[...patch.elements, ...patch.relations, ...patch.overlays, ...patch.frames].map((thing) => thing.id),
    ...patch.removed,
  ]);

export const isEmptyPatch = (patch: BoardPatch): boolean => patchIds(patch).size === 0;
