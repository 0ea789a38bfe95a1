import { factsOf } from '../board/board-facts.ts';
import { LEAST_SIDE } from '../board/geometry.ts';
import {
  type Board,
  type BoardElement,
  type Box,
  EMPTY_BOARD,
  type Friction,
  type Id,
  type Overlay,
  type Point,
  type Prompt,
  type Relation,
  reportsId,
  type TigerTeam,
  type Zone,
} from '../board/model.ts';
import { ordersBetween } from '../board/order.ts';
import { layoutBoard } from '../layout/layout-board.ts';
import { FUNCTIONS } from '../vocabulary/attributes.ts';
import { NO_FACTS } from '../vocabulary/define-kind.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import type { Template, TemplateElement, TemplateRelation, TemplateZone } from './define-template.ts';

const ORIGIN: Point = Object.freeze({ x: 0, y: 0 });
/** A zone before it is laid out: the smallest that a board may hold. */
const UNPLACED: Box = Object.freeze({ ...ORIGIN, w: LEAST_SIDE, h: LEAST_SIDE });

/** A map of frozen items in the order of ids, as every map of a board is. */
const byId = <T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(
    [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map((item) => [item.id, Object.freeze(item)]),
  );

/** Pairs each item with an order key, so that the template's order is the board's. */
const ordered = <T, R>(items: readonly T[], make: (item: T, order: string, index: number) => R): R[] => {
  const orders = ordersBetween(null, null, items.length);
  return items.map((item, index) => make(item, orders[index] ?? '', index));
};

const relationId = ({ kind, from, to }: TemplateRelation): Id =>
  kind === 'reports' ? reportsId(from) : `${kind}:${from}:${to}`;

const element = ({ id, kind, name, attributes = {}, sitsIn }: TemplateElement, order: string): BoardElement => {
  const { w, h } = ELEMENT_KINDS[kind].defaultSize;
  const size = ELEMENT_KINDS[kind].size({ name, w, h, locked: false, attributes }, NO_FACTS);
  return { id, kind, name, order, sitsIn: sitsIn ?? null, locked: false, group: null, attributes, ...ORIGIN, ...size };
};

const relation = (line: TemplateRelation): Relation => ({
  id: relationId(line),
  kind: line.kind,
  from: line.from,
  to: line.to,
  attributes: line.attributes ?? {},
});

/** The function family that a zone's title names ("IT", "Sales silo"), which tints it, or `null`. */
const familyOf = ({ zone, title }: TemplateZone): string | null =>
  zone === 'function' ? (FUNCTIONS.find(({ label }) => label === title.replace(/ silo$/, ''))?.code ?? null) : null;

const overlays = ({ zones, tigers, frictions }: Template): readonly Overlay[] => [
  ...ordered(
    zones,
    (item, order): Zone => ({
      ...{
        id: item.id,
        kind: 'zone',
        zone: item.zone,
        title: item.title,
        wall: item.wall ?? false,
        order,
        ...UNPLACED,
      },
      fn: familyOf(item),
      collapsed: false,
    }),
  ),
  ...ordered(
    tigers,
    ({ id, name, members, sponsor = '', lead = '', start = null, end = null }, order): TigerTeam => ({
      ...{ id, kind: 'tiger', name, members, sponsor, lead, start, end, order },
      purpose: '',
      hidden: false,
    }),
  ),
  ...frictions.map(
    ({ id, friction, on, status, mitigation = '' }): Friction => ({
      ...{ id, kind: 'friction', friction, status, mitigation },
      owner: '',
      on: [...on].sort(),
      at: ORIGIN,
    }),
  ),
];

/** The template as a board whose elements have their sizes and no places yet: everything lies at the origin. */
export function unplacedBoard(template: Template): Board {
  const board: Board = {
    ...EMPTY_BOARD,
    meta: { title: template.name, subtitle: '', state: '', template: template.id },
    elements: byId(ordered(template.elements, element)),
    relations: byId(template.relations.map(relation)),
    overlays: byId(overlays(template)),
    prompts: byId(
      ordered(
        template.prompts,
        (text, order, index): Prompt => ({ id: `prompt:${index + 1}`, text, answer: '', dismissed: false, order }),
      ),
    ),
  };
  return Object.freeze({ ...board, elements: byId([...board.elements.values()].map((item) => sized(board, item))) });
}

/** The element in the smallest box that shows it, which depends on what the rest of the board says about it. */
function sized(board: Board, item: BoardElement): BoardElement {
  return { ...item, ...ELEMENT_KINDS[item.kind].size(item, factsOf(board, item.id)) };
}

const placed = <T extends Box & { readonly id: Id }>(item: T, boxes: ReadonlyMap<Id, Box>): T => {
  const box = boxes.get(item.id);
  return box === undefined ? item : { ...item, x: box.x, y: box.y, w: box.w, h: box.h };
};

/**
 * A new board from a template: its content with stable ids, placed by the layout grammar. Deterministic: the same template
 * always makes the same board.
 */
export function boardFromTemplate(template: Template): Board {
  const board = unplacedBoard(template);
  const zoneMembers = new Map(template.zones.map(({ id, members }) => [id, members]));
  const { boxes } = layoutBoard(board, { zoneMembers });
  return Object.freeze({
    ...board,
    elements: byId([...board.elements.values()].map((item) => placed(item, boxes))),
    overlays: byId([...board.overlays.values()].map((item) => (item.kind === 'zone' ? placed(item, boxes) : item))),
  });
}
