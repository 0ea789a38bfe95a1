import { containsCentre } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import {
  type Board,
  type BoardElement,
  type Box,
  EMPTY_BOARD,
  type Id,
  type Point,
  type Relation,
  reportsId,
  type Zone,
} from '#shared/board/model.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import type { Route } from '#shared/relations/define-relation.ts';

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const element = (id: Id, patch: Partial<BoardElement> = {}): BoardElement => ({
  ...{ id, kind: 'unit', name: id, order: id, sitsIn: null, locked: false, group: null, attributes: {} },
  ...{ x: 0, y: 0, w: 168, h: 72 },
  ...patch,
});

export const relation = (kind: Relation['kind'], from: Id, to: Id): Relation => ({
  id: kind === 'reports' ? reportsId(from) : `${kind}:${from}:${to}`,
  ...{ kind, from, to, attributes: {} },
});

export function boardOf(
  elements: readonly BoardElement[],
  relations: readonly Relation[] = [],
  zones: readonly Zone[] = [],
): Board {
  const byId = <T extends { readonly id: Id }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
  return { ...EMPTY_BOARD, elements: byId(elements), relations: byId(relations), overlays: byId(zones) };
}

/** A made-up organisation: teams and roles of several sizes under bosses, some platforms with owners, partners and service. */
export function organisation(count: number, seed: number): Board {
  const random = seeded(seed);
  const elements: BoardElement[] = [];
  const relations: Relation[] = [];
  const name = (i: number): Id => `e${String(i).padStart(4, '0')}`;
  for (let i = 0; i < count; i += 1) {
    const platform = i > 8 && random() < 0.1;
    const role = random() < 0.4;
    const kind = platform ? 'platform' : role ? 'role' : 'unit';
    elements.push(element(name(i), { kind, w: role ? 160 : 168 + 8 * Math.floor(random() * 6), h: role ? 52 : 72 }));
    const other = name(Math.floor(Math.max(0, i - 1 - random() * Math.min(i, 12))));
    const boss = elements.find(({ id }) => id === other);
    if (i > 0 && !platform && boss?.kind !== 'platform') relations.push(relation('reports', name(i), other));
    if (platform) relations.push(relation('owns', boss?.kind === 'platform' ? name(0) : other, name(i)));
    else if (i > 4 && random() < 0.08) relations.push(relation('serves', name(i), name(Math.floor(random() * i))));
  }
  return boardOf(elements, relations);
}

export function withBoxes(board: Board, boxes: ReadonlyMap<Id, Box>): Board {
  const at = <T extends Box & { readonly id: Id }>(item: T): T => ({ ...item, ...boxes.get(item.id) });
  return {
    ...board,
    elements: new Map([...board.elements].map(([id, item]) => [id, at(item)])),
    overlays: new Map([...board.overlays].map(([id, item]) => [id, item.kind === 'zone' ? at(item) : item])),
  };
}

export const laidOut = (board: Board): Board => withBoxes(board, layoutBoard(board).boxes);

const related = (board: Board, a: Id, b: Id): boolean => {
  const index = indexBoard(board);
  return index.ancestorsInside(a).includes(b) || index.ancestorsInside(b).includes(a);
};

/** Pairs of boxes that share area although neither holds the other. */
export function overlaps(board: Board): readonly string[] {
  const all = [...board.elements.values()].sort((a, b) => a.x - b.x);
  const out: string[] = [];
  all.forEach((a, i) => {
    for (let j = i + 1; j < all.length; j += 1) {
      const b = all[j];
      if (b === undefined || b.x >= a.x + a.w) break;
      if (a.y < b.y + b.h && b.y < a.y + a.h && !related(board, a.id, b.id)) out.push(`${a.id} over ${b.id}`);
    }
  });
  return out;
}

const crosses = (a: Point, b: Point, box: Box): boolean =>
  Math.min(a.x, b.x) < box.x + box.w - 1 &&
  Math.max(a.x, b.x) > box.x + 1 &&
  Math.min(a.y, b.y) < box.y + box.h - 1 &&
  Math.max(a.y, b.y) > box.y + 1;

/** Lines that pass through a box that neither is nor holds one of their ends. */
export function throughBoxes(board: Board, routes: ReadonlyMap<Id, Route>): readonly string[] {
  const index = indexBoard(board);
  const boxes = [...board.elements.values()];
  const out: string[] = [];
  for (const [id, { points }] of routes) {
    const line = board.relations.get(id);
    if (line === undefined) continue;
    const open = new Set([line.from, line.to, ...index.ancestorsInside(line.from), ...index.ancestorsInside(line.to)]);
    const hit = boxes.find(
      (box) =>
        !open.has(box.id) &&
        points.some((point, i) => {
          const next = points[i + 1];
          return next !== undefined && crosses(point, next, box);
        }),
    );
    if (hit !== undefined) out.push(`${id} through ${hit.id}`);
  }
  return out;
}

/** Ids of the elements whose centres lie in a zone. */
export const membersOf = (board: Board, zone: Zone): readonly Id[] =>
  [...board.elements.values()].filter((item) => containsCentre(zone, item)).map((item) => item.id);

export function zoneOf(board: Board, id: Id): Zone {
  const zone = board.overlays.get(id);
  if (zone?.kind !== 'zone') throw new Error(`No zone ${id}`);
  return zone;
}

export function boxOf(board: Board, id: Id): BoardElement {
  const found = board.elements.get(id);
  if (found === undefined) throw new Error(`No element ${id}`);
  return found;
}
