import { factsOf } from '../board/board-facts.ts';
import {
  type Board,
  type BoardElement,
  type Box,
  EMPTY_BOARD,
  type Id,
  type Relation,
  reportsId,
} from '../board/model.ts';
import { ordersBetween } from '../board/order.ts';
import { repair } from '../board/repair.ts';
import { layoutBoard } from '../layout/layout-board.ts';
import { LIMITS } from '../protocol/messages.ts';
import { NO_FACTS } from '../vocabulary/define-kind.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { digest, keepsMarks, srcOf } from './digest.ts';
import type { ImportDraft, ImportedItem, NameChoice } from './import-types.ts';
import { applyNames } from './names.ts';
import { counted } from './repairs.ts';
import { ImportProblem } from './steps.ts';
import { normalAttributes } from './values.ts';

export interface ToBoardOptions {
  /** What becomes of names of people; titles when not said. */
  readonly names?: NameChoice;
}

const byId = <T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(
    [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map((item) => [item.id, Object.freeze(item)]),
  );

/** Ids of elements by the keys of items: the same key always gets the same id, which does not tell the key. */
export function idsFor(items: readonly ImportedItem[]): ReadonlyMap<string, Id> {
  const ids = new Map<string, Id>();
  const taken = new Set<Id>();
  for (const { key } of items) {
    const base = `i${digest(`id ${key}`)}`;
    let id = base;
    for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

/** Attributes of an item as its element holds them, with the mark by which it is found again. */
export const attributesOf = (item: ImportedItem, marked: boolean): BoardElement['attributes'] =>
  normalAttributes(marked ? { src: srcOf(item), ...item.attributes } : item.attributes);

function elementsOf(draft: ImportDraft, ids: ReadonlyMap<string, Id>): readonly BoardElement[] {
  const orders = ordersBetween(null, null, draft.items.length);
  const marked = keepsMarks(draft);
  return draft.items.map((item, i) => {
    const { w, h } = ELEMENT_KINDS[item.kind].defaultSize;
    const attributes = attributesOf(item, marked);
    const size = ELEMENT_KINDS[item.kind].size({ name: item.name, w, h, locked: false, attributes }, NO_FACTS);
    return {
      id: ids.get(item.key) ?? '',
      kind: item.kind,
      name: item.name,
      x: 0,
      y: 0,
      ...size,
      order: orders[i] ?? '',
      sitsIn: item.sitsIn === null ? null : (ids.get(item.sitsIn) ?? null),
      locked: false,
      group: null,
      attributes,
    };
  });
}

function relationsOf(draft: ImportDraft, ids: ReadonlyMap<string, Id>): readonly Relation[] {
  const id = (key: string): Id => ids.get(key) ?? '';
  const reports = draft.items.flatMap((item): readonly Relation[] => {
    if (item.boss === null) return [];
    const from = id(item.key);
    return [{ id: reportsId(from), kind: 'reports', from, to: id(item.boss), attributes: {} }];
  });
  const lines = draft.lines.map(({ kind, from, to, attributes = {} }): Relation => {
    const [a, b] = [id(from), id(to)];
    return { id: `${kind}:${a}:${b}`, kind, from: a, to: b, attributes: normalAttributes(attributes) };
  });
  return [...reports, ...lines];
}

/** Boxes as they stood where they came from, each at least as large as its kind needs; `null` when one has no place. */
function ownBoxes(draft: ImportDraft, board: Board, ids: ReadonlyMap<string, Id>): ReadonlyMap<Id, Box> | null {
  const boxes = new Map<Id, Box>();
  for (const { key, box } of draft.items) {
    const element = board.elements.get(ids.get(key) ?? '');
    if (box === undefined || element === undefined) return null;
    boxes.set(element.id, {
      x: Math.round(box.x),
      y: Math.round(box.y),
      w: Math.max(element.w, Math.round(box.w)),
      h: Math.max(element.h, Math.round(box.h)),
    });
  }
  return boxes.size === 0 ? null : boxes;
}

/**
 * A board of a draft: laid out by the grammar, or as it stood when the source says where everything stood. Names of people are
 * replaced by titles unless `names` says to keep them. The same draft makes the same board. Throws `ImportProblem` for more
 * than a board holds.
 */
export function boardFromDraft(draft: ImportDraft, { names = 'titles' }: ToBoardOptions = {}): Board {
  const most = LIMITS.elements;
  if (draft.items.length > most) {
    const sentence = `There are ${counted(draft.items.length, 'box', 'boxes')} here and a board holds ${most.toLocaleString('en-US')}: import one part of the organisation at a time.`;
    throw new ImportProblem(sentence);
  }
  const shown = applyNames(draft, names);
  const ids = idsFor(shown.items);
  const elements = byId(elementsOf(shown, ids));
  const meta = { ...EMPTY_BOARD.meta, title: draft.title };
  const bare = repair({ ...EMPTY_BOARD, meta, elements, relations: byId(relationsOf(shown, ids)) });
  const sized = [...bare.elements.values()].map((element) => ({
    ...element,
    ...ELEMENT_KINDS[element.kind].size(element, factsOf(bare, element.id)),
  }));
  const board: Board = { ...bare, elements: byId(sized) };
  const boxes = ownBoxes(shown, board, ids) ?? layoutBoard(board).boxes;
  return Object.freeze({
    ...board,
    elements: byId(sized.map((element) => ({ ...element, ...boxes.get(element.id) }))),
  });
}
