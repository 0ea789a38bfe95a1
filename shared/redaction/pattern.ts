import { indexBoard } from '../board/index-board.ts';
import type { Attributes, Board, BoardElement, Id, Overlay } from '../board/model.ts';
import { compareOrder } from '../board/order.ts';
import { attribute, choiceLabel } from '../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { sealedBoard } from './sealed-board.ts';

/** Attributes whose value is one of a list, a number or a flag: they say the pattern and can hold no name. */
function bare(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([id]) => {
    const type = attribute(id)?.value.type;
    return type !== undefined && type !== 'text';
  });
  return Object.freeze(Object.fromEntries(kept));
}

/** "Marketing operations team 2": what it is and what it works on, numbered where there are several. */
function labels(board: Board): ReadonlyMap<Id, string> {
  const word = (element: BoardElement): string => {
    const { fn } = element.attributes;
    const label = ELEMENT_KINDS[element.kind].label;
    return typeof fn === 'string' ? `${choiceLabel('fn', fn)} ${label.toLowerCase()}` : label;
  };
  const all = [...board.elements.values()].sort(compareOrder);
  const count = new Map<string, number>();
  for (const element of all) count.set(word(element), (count.get(word(element)) ?? 0) + 1);
  const used = new Map<string, number>();
  return new Map(
    all.map((element) => {
      const name = word(element);
      const n = (used.get(name) ?? 0) + 1;
      used.set(name, n);
      return [element.id, count.get(name) === 1 ? name : `${name} ${n}`];
    }),
  );
}

function bareOverlay(overlay: Overlay, board: Board): Overlay {
  if (overlay.kind === 'zone') {
    const title =
      overlay.fn === null
        ? `${overlay.zone.charAt(0).toUpperCase()}${overlay.zone.slice(1)}`
        : choiceLabel('fn', overlay.fn);
    return { ...overlay, title };
  }
  if (overlay.kind === 'friction') return { ...overlay, mitigation: '', owner: '' };
  const number = indexBoard(board).tigers.indexOf(overlay) + 1;
  const sponsor = board.elements.has(overlay.sponsor) ? overlay.sponsor : '';
  return { ...overlay, name: `Tiger team ${number}`, purpose: '', sponsor };
}

/** Members in the order of their ids, as every board has them. */
const sortedMembers = (members: Readonly<Record<Id, number>>): Readonly<Record<Id, number>> =>
  Object.freeze(Object.fromEntries(Object.entries(members).sort((a, b) => (a[0] < b[0] ? -1 : 1))));

/** The same table under ids that say nothing: an id may hold what a file was imported from. */
function renamed(board: Board): Board {
  const names = new Map<Id, Id>();
  let n = 0;
  for (const table of [board.elements, board.overlays, board.frames, board.prompts]) {
    for (const id of table.keys()) {
      n += 1;
      names.set(id, `p${n}`);
    }
  }
  for (const line of board.relations.values()) {
    n += 1;
    names.set(line.id, line.kind === 'reports' ? `reports:${names.get(line.from) ?? ''}` : `p${n}`);
  }
  const to = (id: Id): Id => names.get(id) ?? '';
  const table = <T extends { readonly id: Id }>(all: Iterable<T>, change: (one: T) => T): ReadonlyMap<Id, T> =>
    new Map([...all].map((one) => [to(one.id), { ...change(one), id: to(one.id) }]));
  const overlay = (one: Overlay): Overlay => {
    if (one.kind === 'tiger') {
      const members = Object.fromEntries(Object.entries(one.members).map(([id, share]) => [to(id), share]));
      return { ...one, members: sortedMembers(members), lead: to(one.lead), sponsor: to(one.sponsor) };
    }
    if (one.kind !== 'friction') return one;
    const on = one.on.map(to).filter((id) => id !== '');
    return { ...one, on: Object.freeze(on.sort()) };
  };
  return sealedBoard({
    ...board,
    elements: table(board.elements.values(), (one) => ({
      ...one,
      sitsIn: one.sitsIn === null ? null : to(one.sitsIn),
      group: null,
    })),
    relations: table(board.relations.values(), (one) => ({ ...one, from: to(one.from), to: to(one.to) })),
    overlays: table(board.overlays.values(), overlay),
    frames: table(board.frames.values(), (one) => one),
    prompts: new Map(),
  });
}

/**
 * The pattern of a board and nothing else: generic labels, no free text, no ids of its own. What it keeps is what a reader
 * could draw after looking at it: shapes, lines, functions, scopes, numbers, loads and kinds of friction.
 */
export function patternOf(board: Board): Board {
  const names = labels(board);
  const elements = [...board.elements].map(([id, one]): readonly [Id, BoardElement] => [
    id,
    { ...one, name: names.get(id) ?? '', attributes: bare(one.attributes) },
  ]);
  const relations = [...board.relations].map(
    ([id, one]) => [id, { ...one, attributes: bare(one.attributes) }] as const,
  );
  const overlays = [...board.overlays].map(([id, one]) => [id, bareOverlay(one, board)] as const);
  const frames = [...board.frames.values()]
    .sort(compareOrder)
    .map((frame, i) => [frame.id, { ...frame, title: `Frame ${i + 1}`, subtitle: '', notes: '' }] as const);
  return renamed({
    ...board,
    meta: { ...board.meta, title: 'Pattern', subtitle: '' },
    elements: new Map(elements),
    relations: new Map(relations),
    overlays: new Map(overlays),
    frames: new Map(frames),
    broken: [],
  });
}
