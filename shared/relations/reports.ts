import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre', 'committee'],
  to: ['role', 'unit', 'centre', 'committee'],
  infinitive: 'report to',
} as const;

export const REPORTS = defineRelation({
  ...ENDS,
  id: 'reports',
  label: 'Reports to',
  verb: 'reports to',
  term: 'Solid line: line management. At most one per person or team.',
  starter: true,
  attributes: [],
  symmetric: false,
  width: 1.5,
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: () => '',
  draw: (route) => [
    {
      type: 'path',
      d: `M${route.points.map((p) => `${p.x} ${p.y}`).join('L')}`,
      stroke: { color: 'ink', width: 1.5 },
    },
  ],
  icon: [],
  sentence: (from, to) => `${from} reports to ${to}`,
});
