import type { EditContext } from './edit-context.ts';
import type { NewContent } from './edit-types.ts';
import type { Board, Friction, Id, Overlay, Relation } from './model.ts';
import { reportsId } from './model.ts';
import { repair } from './repair.ts';
import { sortedMap } from './tables.ts';
import { elementMap, frameMap, overlayMap, promptMap, relationMap } from './write-entity.ts';

type Renamed = ReadonlyMap<Id, Id>;

const byId = <T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> =>
  sortedMap(items.map((item) => [item.id, item] as const));

/** A valid board from a piece of one; what hangs in the air is left out. */
export const boardOfContent = (content: Partial<NewContent>): Board =>
  repair({
    meta: { title: '', subtitle: '', state: '', template: '' },
    elements: byId(content.elements ?? []),
    relations: byId(content.relations ?? []),
    overlays: byId(content.overlays ?? []),
    frames: byId(content.frames ?? []),
    prompts: byId(content.prompts ?? []),
    broken: [],
  });

function renamedOverlay(overlay: Overlay, id: Id, to: (old: Id) => Id | null): Overlay {
  if (overlay.kind === 'zone') return { ...overlay, id };
  if (overlay.kind === 'friction')
    return { ...overlay, id, on: overlay.on.flatMap((old) => to(old) ?? []) } as Friction;
  const members = Object.entries(overlay.members).flatMap(([old, share]) => {
    const element = to(old);
    return element === null ? [] : [[element, share] as const];
  });
  return {
    ...overlay,
    id,
    members: Object.fromEntries(members),
    lead: to(overlay.lead) ?? '',
    sponsor: to(overlay.sponsor) ?? overlay.sponsor,
  };
}

function renamedLine(line: Relation, ids: Renamed): Relation {
  const from = ids.get(line.from) as Id;
  return { ...line, id: ids.get(line.id) as Id, from, to: ids.get(line.to) as Id };
}

/**
 * Adds a piece of a board under new ids and answers old to new. Lines between what is added are kept. Something that sat in
 * an element which is not part of the piece sits there still when this board has it. Copies are never locked.
 */
export function addElements(context: EditContext, batch: Partial<NewContent>): Map<Id, Id> {
  const outside = new Set<Id>();
  const { board } = context;
  const present = (id: Id | null): id is Id => id !== null && board.elements.has(id);
  const parts = new Set((batch.elements ?? []).map((element) => element.id));
  const homes = new Map<Id, Id>();
  for (const element of batch.elements ?? []) {
    if (element.sitsIn !== null && !parts.has(element.sitsIn) && present(element.sitsIn)) {
      homes.set(element.id, element.sitsIn);
      outside.add(element.sitsIn);
    }
  }
  const piece = boardOfContent(batch);
  context.checkRoom('elements', piece.elements.size);
  context.checkRoom('relations', piece.relations.size);

  const ids = new Map<Id, Id>();
  const groups = new Map<Id, Id>();
  const fresh = (old: Id): void => {
    ids.set(old, context.idFor());
  };
  for (const id of piece.elements.keys()) fresh(id);
  for (const line of piece.relations.values()) {
    if (line.kind === 'reports') ids.set(line.id, reportsId(ids.get(line.from) as Id));
    else fresh(line.id);
  }
  for (const table of [piece.overlays, piece.frames, piece.prompts]) for (const id of table.keys()) fresh(id);
  const groupOf = (group: Id | null): Id | null => {
    if (group === null) return null;
    const known = groups.get(group) ?? context.idFor();
    groups.set(group, known);
    return known;
  };

  context.transact(() => {
    for (const element of piece.elements.values()) {
      const sitsIn = element.sitsIn === null ? (homes.get(element.id) ?? null) : (ids.get(element.sitsIn) as Id);
      const id = ids.get(element.id) as Id;
      const copy = { ...element, id, sitsIn, locked: false, group: groupOf(element.group) };
      context.table('elements').set(id, elementMap(copy));
    }
    for (const line of piece.relations.values()) {
      const copy = renamedLine(line, ids);
      context.table('relations').set(copy.id, relationMap(copy));
    }
    for (const overlay of piece.overlays.values()) {
      const copy = renamedOverlay(overlay, ids.get(overlay.id) as Id, (old) => ids.get(old) ?? null);
      context.table('overlays').set(copy.id, overlayMap(copy));
    }
    for (const frame of piece.frames.values()) {
      context.table('frames').set(ids.get(frame.id) as Id, frameMap(frame));
    }
    for (const prompt of piece.prompts.values()) {
      context.table('prompts').set(ids.get(prompt.id) as Id, promptMap(prompt));
    }
  });
  return ids;
}
