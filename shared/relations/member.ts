import type { Attributes } from '../board/model.ts';
import type { Mark } from '../drawing/mark.ts';
import { CORNER, endsOf, ICON_ROUTE, lineLabel, lineMark, shorten } from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import type { RelationDrawContext, Route } from './define-relation.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['role', 'unit', 'centre', 'partner'],
  to: ['committee'],
  infinitive: 'have a seat on',
} as const;

const SQUARE = 7;

/** Load, chair and observer as words. */
const seat = (attributes: Attributes): string =>
  [
    attributes['chair'] === true ? 'chair' : '',
    attributes['observer'] === true ? 'observer' : '',
    typeof attributes['load'] === 'number' ? `${attributes['load']} %` : '',
  ]
    .filter((word) => word !== '')
    .join(' · ');

function draw(route: Route, attributes: Attributes, context: RelationDrawContext): readonly Mark[] {
  const ends = endsOf(route.points);
  if (ends === null || context.detail === 0) return [];
  const x = ends.end.x - (ends.into.x * SQUARE) / 2;
  const y = ends.end.y - (ends.into.y * SQUARE) / 2;
  const box = { type: 'rect', x: x - SQUARE / 2, y: y - SQUARE / 2, w: SQUARE, h: SQUARE } as const;
  return [
    lineMark(shorten(route.points, 0, SQUARE), ink(2.2, { dash: [0.1, 5], cap: 'round' }), CORNER, route.gaps),
    { ...box, fill: { color: 'ink' } },
    ...lineLabel(seat(attributes), route, context),
  ];
}

export const MEMBER = defineRelation({
  ...ENDS,
  id: 'member',
  label: 'Seat on',
  verb: 'has a seat on',
  term: 'Seat on (member of): holds a seat in a committee.',
  starter: false,
  attributes: ['load', 'chair', 'observer'],
  symmetric: false,
  width: 2.2,
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: seat,
  caps: () => ({ ...NO_CAPS, to: 'square' }),
  draw,
  icon: draw(ICON_ROUTE, {}, { detail: 3, finish: 'full' }),
  sentence(from, to, attributes) {
    const load = typeof attributes['load'] === 'number' ? `, ${attributes['load']} %` : '';
    if (attributes['chair'] === true) return `${from} chairs ${to}${load}`;
    return attributes['observer'] === true
      ? `${from} has an observer's seat on ${to}${load}`
      : `${from} has a seat on ${to}${load}`;
  },
});
