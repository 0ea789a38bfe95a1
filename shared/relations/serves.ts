import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['platform', 'centre', 'unit', 'role', 'partner', 'function'],
  to: ['unit', 'role', 'centre', 'partner', 'platform', 'committee'],
  infinitive: 'serve',
} as const;

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
  labelText: () => '',
  draw: (route) => [
    {
      type: 'path',
      d: `M${route.points.map((p) => `${p.x} ${p.y}`).join('L')}`,
      stroke: { color: 'ink', width: 1.1 },
    },
  ],
  icon: [],
  sentence: (from, to) => `${from} serves ${to}`,
});
