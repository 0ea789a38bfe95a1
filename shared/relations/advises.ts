import type { Attributes } from '../board/model.ts';
import type { Mark } from '../drawing/mark.ts';
import { ball, CORNER, endsOf, ICON_ROUTE, lineMark, shorten } from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import type { RelationDrawContext, Route } from './define-relation.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['centre', 'unit', 'role', 'partner', 'committee'],
  to: ['unit', 'role', 'centre', 'committee', 'partner'],
  infinitive: 'advise',
} as const;

const RING = 5;

function draw(route: Route, _attributes: Attributes, context: RelationDrawContext): readonly Mark[] {
  const ends = endsOf(route.points);
  if (ends === null || context.detail === 0) return [];
  return [
    lineMark(shorten(route.points, 0, RING * 2), ink(1.4, { dash: [9, 4, 1.5, 4] }), CORNER, route.gaps),
    ball(ends.end, { x: -ends.into.x, y: -ends.into.y }, RING, true, 1.5),
  ];
}

export const ADVISES = defineRelation({
  ...ENDS,
  id: 'advises',
  label: 'Advises',
  verb: 'advises',
  term: 'Advises (facilitates): consults and enables, without control.',
  starter: false,
  attributes: [],
  symmetric: false,
  width: 1.4,
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: () => '',
  caps: () => ({ ...NO_CAPS, to: 'ring' }),
  draw,
  icon: draw(ICON_ROUTE, {}, { detail: 3, finish: 'full' }),
  sentence: (from, to) => `${from} advises ${to}`,
});
