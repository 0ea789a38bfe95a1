import {
  type Board,
  type BoardElement,
  EMPTY_BOARD,
  type Id,
  type Relation,
  reportsId,
  type Zone,
} from '#shared/board/model.ts';
import { ordersBetween } from '#shared/board/order.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface OrganisationOptions {
  /** Boxes in all. */
  readonly count: number;
  readonly seed: number;
  /** Lines beside the reporting lines: dotted, owns, serves, advises, seats. On unless said. */
  readonly matrix?: boolean;
}

const SPAN = { least: 3, more: 6 };

interface Plan {
  readonly id: Id;
  readonly kind: BoardElement['kind'];
  readonly boss: Id | null;
  readonly wide: number;
}

/**
 * A made-up marketing organisation as it would be imported: leaders with spans of 3 to 9, teams and roles under them, one box in
 * nine a platform with one owner and users, a committee and a partner for every sixty boxes, and dotted lines across branches.
 * Nothing has a place yet. The same seed makes the same organisation.
 */
export function madeUpOrganisation({ count, seed, matrix = true }: OrganisationOptions): Board {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const id = (i: number): Id => `b${String(i).padStart(4, '0')}`;
  const around = Math.max(1, Math.round(count / 60));
  const platforms = Math.max(1, Math.round(count / 9));
  const people = count - platforms - 2 * around;
  const plans: Plan[] = [];
  let boss = 0;
  let room = SPAN.least + below(SPAN.more);
  for (let i = 0; i < people; i += 1) {
    if (i > 0 && room === 0) {
      boss += 1;
      room = SPAN.least + below(SPAN.more);
    }
    if (i > 0) room -= 1;
    const kind = random() < 0.35 ? 'unit' : random() < 0.06 ? 'centre' : 'role';
    plans.push({ id: id(i), kind: i === 0 ? 'role' : kind, boss: i === 0 ? null : id(boss), wide: below(6) * 8 });
  }
  const rest: readonly (readonly [Plan['kind'], number])[] = [
    ['platform', platforms],
    ['committee', around],
    ['partner', around],
  ];
  for (const [kind, n] of rest)
    for (let i = 0; i < n; i += 1) plans.push({ id: id(plans.length), kind, boss: null, wide: below(4) * 8 });

  const orders = ordersBetween(null, null, plans.length);
  const elements = plans.map(({ id: one, kind, wide }, i): BoardElement => {
    const { w, h } = ELEMENT_KINDS[kind].defaultSize;
    return {
      ...{ id: one, kind, name: `${ELEMENT_KINDS[kind].label} ${i + 1}`, order: orders[i] ?? '', sitsIn: null },
      ...{ locked: false, group: null, attributes: kind === 'platform' ? { layer: 1 + (i % 5) } : {} },
      ...{ x: 0, y: 0, w: w + wide, h },
    };
  });
  const relations = new Map<Id, Relation>();
  const draw = (kind: Relation['kind'], from: Id, to: Id): void => {
    const line = kind === 'reports' ? reportsId(from) : `${kind}:${from}:${to}`;
    if (from !== to) relations.set(line, { id: line, kind, from, to, attributes: {} });
  };
  for (const plan of plans) if (plan.boss !== null) draw('reports', plan.id, plan.boss);
  const anyone = (): Id => id(1 + below(Math.max(1, people - 1)));
  if (matrix) {
    plans.slice(people).forEach(({ id: one, kind }) => {
      if (kind === 'platform') {
        draw('owns', anyone(), one);
        if (random() < 0.5) draw('serves', one, anyone());
      } else if (kind === 'committee') for (let i = 0; i < 3; i += 1) draw('member', anyone(), one);
      else draw('serves', one, anyone());
    });
    for (let i = 0; i < people / 12; i += 1) draw(i % 3 === 0 ? 'advises' : 'dotted', anyone(), anyone());
  }
  const byId = <T extends { readonly id: Id }>(items: Iterable<T>): ReadonlyMap<Id, T> =>
    new Map([...items].sort((a, b) => (a.id < b.id ? -1 : 1)).map((item) => [item.id, item]));
  return { ...EMPTY_BOARD, elements: byId(elements), relations: byId(relations.values()) };
}

/** An organisation with zones that have no place yet, and who belongs to which. */
export interface ZonedOrganisation {
  readonly board: Board;
  readonly zoneMembers: ReadonlyMap<Id, readonly Id[]>;
}

/**
 * The same organisation in zones: a function zone for every branch under the head, or two scope bands, global for the first
 * third of the people and local for the rest, with the platforms shared out between them.
 */
export function inZones(board: Board, by: 'function' | 'scope'): ZonedOrganisation {
  const zoneMembers = new Map<Id, Id[]>();
  const put = (zone: Id, id: Id): void => {
    zoneMembers.set(zone, [...(zoneMembers.get(zone) ?? []), id]);
  };
  const people = [...board.elements.values()].filter(({ kind }) => ['role', 'unit', 'centre'].includes(kind));
  const bossOf = (id: Id): Id | undefined => board.relations.get(reportsId(id))?.to;
  const [head] = people;
  if (by === 'function') {
    for (const { id } of people) {
      let top = id;
      for (let up = bossOf(top); up !== undefined && up !== head?.id; up = bossOf(top)) top = up;
      if (id !== head?.id) put(`zone-${top}`, id);
    }
  } else {
    people.slice(1).forEach(({ id }, i) => {
      put(i < people.length / 3 ? 'zone-global' : 'zone-local', id);
    });
    const platforms = [...board.elements.values()].filter(({ kind }) => kind === 'platform');
    platforms.forEach(({ id }, i) => {
      put(i % 2 === 0 ? 'zone-global' : 'zone-local', id);
    });
  }
  const orders = ordersBetween(null, null, zoneMembers.size);
  const zones = [...zoneMembers.keys()].map((id, i): Zone => {
    const title = by === 'function' ? `Function ${i + 1}` : id === 'zone-global' ? 'Global' : 'Local';
    return {
      ...{ id, kind: 'zone', zone: by, title, wall: false, order: orders[i] ?? '', fn: null, collapsed: false },
      ...{ x: 0, y: 0, w: 48, h: 48 },
    };
  });
  return { board: { ...board, overlays: new Map(zones.map((zone) => [zone.id, zone])) }, zoneMembers };
}
