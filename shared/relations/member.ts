import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['role', 'unit', 'centre', 'partner'],
  to: ['committee'],
  infinitive: 'have a seat on',
} as const;

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
  labelText: () => '',
  draw: (route) => [
    {
      type: 'path',
      d: `M${route.points.map((p) => `${p.x} ${p.y}`).join('L')}`,
      stroke: { color: 'ink', width: 2.2 },
    },
  ],
  icon: [],
  sentence: (from, to) => `${from} has a seat on ${to}`,
});
