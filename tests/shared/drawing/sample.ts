import {
  type Attributes,
  type Board,
  type BoardElement,
  type ElementKindId,
  EMPTY_BOARD,
  type Id,
  type Overlay,
  type Relation,
  type TigerTeam,
  type Zone,
} from '../../../shared/board/model.ts';
import type { Mark, TextMark } from '../../../shared/drawing/mark.ts';

export const element = (
  id: Id,
  kind: ElementKindId,
  x: number,
  y: number,
  rest: Partial<BoardElement> = {},
): BoardElement => ({
  id,
  kind,
  name: id,
  order: id,
  sitsIn: null,
  locked: false,
  group: null,
  attributes: {},
  x,
  y,
  w: 160,
  h: 72,
  ...rest,
});

export const tiger = (id: Id, members: Readonly<Record<Id, number>>, rest: Partial<TigerTeam> = {}): TigerTeam => ({
  id,
  kind: 'tiger',
  name: `Team ${id}`,
  purpose: '',
  sponsor: 'CMO',
  lead: '',
  start: 0,
  end: 12,
  members,
  order: id,
  hidden: false,
  ...rest,
});

export const zone = (id: Id, rest: Partial<Zone> = {}): Zone => ({
  id,
  kind: 'zone',
  zone: 'function',
  title: id,
  fn: null,
  wall: false,
  collapsed: false,
  order: id,
  x: 0,
  y: 0,
  w: 400,
  h: 300,
  ...rest,
});

export const friction = (on: readonly string[], id = 'f1') =>
  ({
    id,
    kind: 'friction',
    friction: 'silo',
    status: 'open',
    mitigation: '',
    owner: '',
    on,
    at: { x: 5, y: 6 },
  }) as const;

export const relation = (kind: Relation['kind'], from: Id, to: Id, attributes: Attributes = {}): Relation => ({
  id: kind === 'reports' ? `reports:${from}` : `${kind}-${from}-${to}`,
  kind,
  from,
  to,
  attributes,
});

const byId = <T extends { readonly id: Id }>(all: readonly T[]): ReadonlyMap<Id, T> =>
  new Map([...all].sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => [one.id, one]));

export const boardOf = (
  elements: readonly BoardElement[],
  relations: readonly Relation[] = [],
  overlays: readonly Overlay[] = [],
): Board => ({ ...EMPTY_BOARD, elements: byId(elements), relations: byId(relations), overlays: byId(overlays) });

/** Every text of marks, with the place of its left end. */
export function textsOf(marks: readonly Mark[], dx = 0): readonly (TextMark & { readonly dx: number })[] {
  return marks.flatMap((mark) => {
    if (mark.type === 'group') return textsOf(mark.marks, dx + (mark.at?.x ?? 0));
    return mark.type === 'text' ? [{ ...mark, dx }] : [];
  });
}

/** Numbers between 0 and 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
