import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre', 'partner'],
  to: ['unit', 'role', 'centre', 'partner'],
  infinitive: 'partner with',
} as const;

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
  labelText: () => '',
  draw: (route) => [
    {
      type: 'path',
      d: `M${route.points.map((p) => `${p.x} ${p.y}`).join('L')}`,
      stroke: { color: 'ink', width: 1.1 },
    },
  ],
  icon: [],
  sentence: (from, to) => `${from} partners with ${to}`,
});
