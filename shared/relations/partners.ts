import type { Attributes } from '../board/model.ts';
import type { Mark } from '../drawing/mark.ts';
import { CORNER, endsOf, ICON_ROUTE, lineLabel, lineMark, middle, onLine, openArrow } from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import type { RelationDrawContext, Route } from './define-relation.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre', 'partner'],
  to: ['unit', 'role', 'centre', 'partner'],
  infinitive: 'partner with',
} as const;

const BEAD = 'M-8 4.5L-3 -4.5H8L3 4.5Z';
const until = (attributes: Attributes): string =>
  typeof attributes['until'] === 'string' && attributes['until'] !== '' ? `until ${attributes['until']}` : '';

function draw(route: Route, attributes: Attributes, context: RelationDrawContext): readonly Mark[] {
  const ends = endsOf(route.points);
  if (ends === null || context.detail === 0) return [];
  const { at, dir } = onLine(route.points, route.label) ?? middle(route.points);
  const label = until(attributes);
  // The label keeps off the bead when both want the middle.
  const close = Math.hypot(route.label.x - at.x, route.label.y - at.y) < 20;
  const place = close ? { ...route, label: { x: route.label.x, y: route.label.y - 16 } } : route;
  return [
    lineMark(route.points, ink(1.1), CORNER, route.gaps),
    openArrow(ends.end, ends.into),
    openArrow(ends.start, { x: -ends.out.x, y: -ends.out.y }),
    {
      type: 'path',
      d: BEAD,
      at,
      rotate: (Math.atan2(dir.y, dir.x) * 180) / Math.PI,
      fill: { color: 'paper' },
      stroke: ink(1.4, { join: 'round' }),
    },
    ...lineLabel(label, place, context),
  ];
}

export const PARTNERS = defineRelation({
  ...ENDS,
  id: 'partners',
  label: 'Partners with',
  verb: 'partners with',
  term: 'Partners with (collaborates): shared work for an agreed term.',
  starter: false,
  attributes: ['until'],
  symmetric: true,
  width: 1.1,
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: until,
  caps: () => ({ ...NO_CAPS, from: 'arrow', to: 'arrow' }),
  draw,
  icon: draw(ICON_ROUTE, {}, { detail: 3, finish: 'full' }),
  sentence: (from, to, attributes) =>
    `${from} partners with ${to}${until(attributes) === '' ? '' : ` ${until(attributes)}`}`,
});
