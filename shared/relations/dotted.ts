import type { Attributes } from '../board/model.ts';
import type { Mark } from '../drawing/mark.ts';
import { CORNER, ICON_ROUTE, lineLabel, lineMark } from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import type { RelationDrawContext, Route } from './define-relation.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre'],
  to: ['role', 'unit', 'centre'],
  infinitive: 'have a dotted line to',
} as const;

const share = (attributes: Attributes): string =>
  typeof attributes['share'] === 'number' ? `${attributes['share']} %` : '';

function draw(route: Route, attributes: Attributes, context: RelationDrawContext): readonly Mark[] {
  if (context.detail === 0) return [];
  return [
    lineMark(route.points, ink(1.5, { dash: [9, 5] }), CORNER, route.gaps),
    ...lineLabel(share(attributes), route, context),
  ];
}

export const DOTTED = defineRelation({
  ...ENDS,
  id: 'dotted',
  label: 'Dotted line to',
  verb: 'has a dotted line to',
  term: 'Dotted line: a second boss.',
  starter: false,
  attributes: ['share'],
  symmetric: false,
  width: 1.5,
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: share,
  caps: () => NO_CAPS,
  draw,
  icon: draw(ICON_ROUTE, {}, { detail: 3, finish: 'full' }),
  sentence: (from, to, attributes) =>
    `${from} has a dotted line to ${to}${share(attributes) === '' ? '' : `, ${share(attributes)}`}`,
});
