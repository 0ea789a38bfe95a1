import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['centre', 'unit', 'role', 'partner', 'committee'],
  to: ['unit', 'role', 'centre', 'committee', 'partner'],
  infinitive: 'advise',
} as const;

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
  draw: (route) => [
    {
      type: 'path',
      d: `M${route.points.map((p) => `${p.x} ${p.y}`).join('L')}`,
      stroke: { color: 'ink', width: 1.4 },
    },
  ],
  icon: [],
  sentence: (from, to) => `${from} advises ${to}`,
});
