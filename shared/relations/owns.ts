import type { Attributes } from '../board/model.ts';
import type { Mark } from '../drawing/mark.ts';
import { ball, CORNER, endsOf, ICON_ROUTE, lineMark, shorten } from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import type { RelationDrawContext, Route } from './define-relation.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre', 'committee', 'partner'],
  to: ['platform', 'function'],
  infinitive: 'be accountable for',
} as const;

const BALL = 5.2;
const runs = (attributes: Attributes): boolean => attributes['right'] === 'operates';

function draw(route: Route, attributes: Attributes, context: RelationDrawContext): readonly Mark[] {
  const ends = endsOf(route.points);
  if (ends === null || context.detail === 0) return [];
  return [
    lineMark(shorten(route.points, BALL * 1.6, 0), ink(3), CORNER, route.gaps),
    ball(ends.start, ends.out, BALL, runs(attributes), 1.8),
  ];
}

export const OWNS = defineRelation({
  ...ENDS,
  id: 'owns',
  label: 'Accountable for',
  verb: 'is accountable for',
  term: 'Accountable for (owns): decides, pays or answers. A hollow ball runs it and does not decide.',
  starter: true,
  attributes: ['right'],
  symmetric: false,
  width: 3,
  refuse(from, to, attributes) {
    const refused = refuseEnds(ENDS, from, to);
    if (refused !== null || from.kind !== 'partner' || runs(attributes)) return refused;
    return 'A partner cannot decide over what you own. It can operate it: set the right to Operates.';
  },
  labelText: () => '',
  caps: (attributes) => ({ ...NO_CAPS, from: runs(attributes) ? 'ring' : 'ball' }),
  draw,
  icon: draw(ICON_ROUTE, {}, { detail: 3, finish: 'full' }),
  sentence: (from, to, attributes) => `${from} ${runs(attributes) ? 'operates' : 'is accountable for'} ${to}`,
});
