import type { Attributes } from '../board/model.ts';
import type { Mark } from '../drawing/mark.ts';
import { CORNER, endsOf, ICON_ROUTE, lineLabel, lineMark, openArrow } from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import { choiceLabel } from '../vocabulary/attributes.ts';
import type { RelationDrawContext, Route } from './define-relation.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['platform', 'centre', 'unit', 'role', 'partner', 'function'],
  to: ['unit', 'role', 'centre', 'partner', 'platform', 'committee'],
  infinitive: 'serve',
} as const;

const what = (attributes: Attributes): string => choiceLabel('what', attributes['what']).toLowerCase();

function draw(route: Route, attributes: Attributes, context: RelationDrawContext): readonly Mark[] {
  const ends = endsOf(route.points);
  if (ends === null || context.detail === 0) return [];
  return [
    lineMark(route.points, ink(1.1), CORNER, route.gaps),
    openArrow(ends.end, ends.into),
    ...lineLabel(what(attributes), route, context),
  ];
}

export const SERVES = defineRelation({
  ...ENDS,
  id: 'serves',
  label: 'Serves',
  verb: 'serves',
  term: 'Serves (as a service): gives something to be used; the label says what.',
  starter: true,
  attributes: ['what'],
  symmetric: false,
  width: 1.1,
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: what,
  caps: () => ({ ...NO_CAPS, to: 'arrow' }),
  draw,
  icon: draw(ICON_ROUTE, {}, { detail: 3, finish: 'full' }),
  sentence: (from, to, attributes) =>
    `${from} serves ${to}${what(attributes) === '' ? '' : ` with ${what(attributes)}`}`,
});
