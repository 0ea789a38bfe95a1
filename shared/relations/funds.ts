import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'committee', 'centre'],
  to: ['unit', 'role', 'centre', 'platform', 'partner'],
  infinitive: 'fund',
} as const;

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
  labelText: () => '',
  draw: (route) => [
    {
      type: 'path',
      d: `M${route.points.map((p) => `${p.x} ${p.y}`).join('L')}`,
      stroke: { color: 'ink', width: 4.4 },
    },
  ],
  icon: [],
  sentence: (from, to) => `${from} funds ${to}`,
});
