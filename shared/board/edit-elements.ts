import { attribute } from '../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { checkBox, checkOrder, checkPoint, checkText, type EditContext } from './edit-context.ts';
import { refuse } from './edit-error.ts';
import { setBoss } from './edit-relations.ts';
import type { NewElement } from './edit-types.ts';
import { indexBoard } from './index-board.ts';
import type { AttributeValue, BoardElement, Box, ElementKindId, Id, Point } from './model.ts';
import { normalValue } from './normal-value.ts';
import { isElementKind, NO_ATTRIBUTES } from './read-entity.ts';
import { ATTRIBUTE_PREFIX, isId } from './roots.ts';
import { sameData } from './tables.ts';
import { elementMap } from './write-entity.ts';

function checkKind(kind: ElementKindId): void {
  if (!isElementKind(kind as unknown)) refuse('bad-choice', { value: kind });
}

function checkContainer(context: EditContext, id: Id, name: string, container: Id): void {
  if (id === container) refuse('sits-in-itself', { name });
  const into = context.element(container);
  const kind = ELEMENT_KINDS[into.kind];
  if (!kind.holds) refuse('not-a-container', { name: into.name, kind: kind.label });
  if (indexBoard(context.board).ancestorsInside(container).includes(id)) {
    refuse('sits-in-cycle', { name, container: into.name });
  }
}

function siblingsOf(context: EditContext, boss: Id | null, container: Id | null): readonly BoardElement[] {
  const index = indexBoard(context.board);
  if (boss !== null) return index.reportsOf(boss);
  return container === null ? index.roots : index.contentsOf(container);
}

export function addElement(context: EditContext, input: NewElement): Id {
  const id = context.idFor(input.id);
  checkKind(input.kind);
  const kind = ELEMENT_KINDS[input.kind];
  const sitsIn = input.sitsIn ?? null;
  const boss = input.boss ?? null;
  const element: BoardElement = {
    id,
    kind: input.kind,
    name: input.name ?? kind.defaultName,
    x: input.x,
    y: input.y,
    w: input.w ?? kind.defaultSize.w,
    h: input.h ?? kind.defaultSize.h,
    order: input.order ?? context.orderAfter(siblingsOf(context, boss, sitsIn)),
    sitsIn,
    locked: false,
    group: null,
    attributes: input.attributes ?? NO_ATTRIBUTES,
  };
  checkBox(element);
  checkText(element.name);
  checkOrder(element.order);
  checkAttributes(element.attributes);
  context.checkRoom('elements');
  if (sitsIn !== null) checkContainer(context, id, element.name, sitsIn);
  if (boss !== null) {
    context.checkRoom('relations');
    setBoss(context, element, context.element(boss), { write: false });
  }
  context.transact(() => {
    context.table('elements').set(id, elementMap(element));
    if (boss !== null) setBoss(context, element, context.element(boss), { write: true });
  });
  return id;
}

function checkAttributes(patch: Readonly<Record<string, AttributeValue | null>>): void {
  for (const [id, value] of Object.entries(patch)) {
    if (!isId(id) || (value !== null && normalValue(id, value) === null)) {
      refuse('bad-attribute', { label: attribute(id)?.label ?? id });
    }
  }
}

/** The name of an element or tiger team, or the title of a zone or frame. */
export function rename(context: EditContext, id: Id, name: string): void {
  checkText(name);
  const element = context.find('elements', id);
  if (element !== null) {
    context.refuseLocked([id]);
    context.transact(() => context.putText(element, 'name', name));
    return;
  }
  const overlay = context.find('overlays', id);
  if (overlay !== null && overlay.get('kind') !== 'friction') {
    const key = overlay.get('kind') === 'tiger' ? 'name' : 'title';
    context.transact(() => context.putText(overlay, key, name));
    return;
  }
  const frame = context.need('frames', id);
  context.transact(() => context.putText(frame, 'title', name));
}

/** Moves elements, zones, frames and free friction markers; what is gone by now is passed over. */
export function move(context: EditContext, positions: ReadonlyMap<Id, Point>): void {
  for (const point of positions.values()) checkPoint(point);
  context.refuseLocked(positions.keys());
  context.transact(() => {
    for (const [id, { x, y }] of positions) {
      const map = context.find('elements', id) ?? context.find('overlays', id) ?? context.find('frames', id);
      if (map === null || map.get('kind') === 'tiger') continue;
      context.putPair(map, map.get('kind') === 'friction' ? 'at' : 'pos', x, y);
    }
  });
}

/** Sets boxes of elements, zones and frames; what is gone by now is passed over. */
export function resize(context: EditContext, boxes: ReadonlyMap<Id, Box>): void {
  for (const box of boxes.values()) checkBox(box);
  context.refuseLocked(boxes.keys());
  context.transact(() => {
    for (const [id, { x, y, w, h }] of boxes) {
      const map = context.find('elements', id) ?? context.find('overlays', id) ?? context.find('frames', id);
      if (map === null || map.get('kind') === 'tiger' || map.get('kind') === 'friction') continue;
      context.putPair(map, 'pos', x, y);
      context.putPair(map, 'size', w, h);
    }
  });
}

/** Sets or, with `null`, removes attributes of elements and lines; what is gone by now is passed over. */
export function setAttributes(
  context: EditContext,
  ids: readonly Id[],
  patch: Readonly<Record<string, AttributeValue | null>>,
): void {
  checkAttributes(patch);
  context.refuseLocked(ids);
  context.transact(() => {
    for (const id of ids) {
      const map = context.find('elements', id) ?? context.find('relations', id);
      if (map === null) continue;
      for (const [attributeId, value] of Object.entries(patch)) {
        const key = ATTRIBUTE_PREFIX + attributeId;
        const normal = value === null ? null : normalValue(attributeId, value);
        if (normal === null) context.put(map, key, null);
        else if (!sameData(map.get(key), normal)) map.set(key, normal);
      }
    }
  });
}

/** Changes what kind an element is. Lines that the new kind may not have are hidden by repair, and come back with undo. */
export function setKind(context: EditContext, id: Id, kind: ElementKindId): void {
  checkKind(kind);
  const map = context.need('elements', id);
  context.refuseLocked([id]);
  context.transact(() => context.put(map, 'kind', kind));
}

/** Puts elements in a container, or with `null` takes them out. */
export function setSitsIn(context: EditContext, ids: readonly Id[], container: Id | null): void {
  const present = ids.filter((id) => context.board.elements.has(id));
  context.refuseLocked(present);
  if (container !== null) {
    for (const id of present) checkContainer(context, id, context.nameOf(id), container);
  }
  context.transact(() => {
    for (const id of present) context.put(context.need('elements', id), 'in', container);
  });
}

/** Place among siblings, of anything that has an order. */
export function setOrder(context: EditContext, id: Id, order: string): void {
  checkOrder(order);
  context.refuseLocked([id]);
  const map = context.find('elements', id) ?? context.find('overlays', id) ?? context.find('frames', id);
  const found = map ?? context.need('prompts', id);
  context.transact(() => context.put(found, 'order', order));
}

/** Locks or unlocks; only who may edit what is locked unlocks. */
export function setLocked(context: EditContext, ids: readonly Id[], locked: boolean): void {
  if (!locked) context.refuseLocked(ids);
  context.transact(() => {
    for (const id of ids) {
      const map = context.find('elements', id);
      if (map !== null) context.put(map, 'locked', locked ? true : null);
    }
  });
}

export function setGroup(context: EditContext, ids: readonly Id[], group: Id | null): void {
  if (group !== null && !isId(group as unknown)) refuse('bad-id', { id: group });
  context.refuseLocked(ids);
  context.transact(() => {
    for (const id of ids) {
      const map = context.find('elements', id);
      if (map !== null) context.put(map, 'group', group);
    }
  });
}
