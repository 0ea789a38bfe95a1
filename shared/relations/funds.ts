import type { Attributes } from '../board/model.ts';
import type { Mark } from '../drawing/mark.ts';
import {
  CORNER,
  endsOf,
  filledArrow,
  ICON_ROUTE,
  lineLabel,
  lineMark,
  shorten,
  sideways,
} from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import type { RelationDrawContext, Route } from './define-relation.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'committee', 'centre'],
  to: ['unit', 'role', 'centre', 'platform', 'partner'],
  infinitive: 'fund',
} as const;

/** Two lines of 1.1 with 2.2 between them: each stands this far from the middle. */
const APART = 1.65;
const ARROW = 11;
const pct = (attributes: Attributes): string => (typeof attributes['pct'] === 'number' ? `${attributes['pct']} %` : '');

function draw(route: Route, attributes: Attributes, context: RelationDrawContext): readonly Mark[] {
  const ends = endsOf(route.points);
  if (ends === null || context.detail === 0) return [];
  const shaft = shorten(route.points, 0, ARROW);
  return [
    lineMark(sideways(shaft, APART), ink(1.1), CORNER, route.gaps),
    lineMark(sideways(shaft, -APART), ink(1.1), CORNER, route.gaps),
    filledArrow(ends.end, ends.into, ARROW),
    ...lineLabel(pct(attributes), route, context),
  ];
}

export const FUNDS = defineRelation({
  ...ENDS,
  id: 'funds',
  label: 'Funds',
  verb: 'funds',
  term: 'Funds: pays for.',
  starter: false,
  attributes: ['pct'],
  symmetric: false,
  width: 4.4,
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: pct,
  caps: () => ({ ...NO_CAPS, to: 'triangle', double: true }),
  draw,
  icon: draw(ICON_ROUTE, {}, { detail: 3, finish: 'full' }),
  sentence: (from, to, attributes) => `${from} funds ${to}${pct(attributes) === '' ? '' : `, ${pct(attributes)}`}`,
});
