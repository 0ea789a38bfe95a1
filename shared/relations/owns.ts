import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre', 'committee', 'partner'],
  to: ['platform', 'function'],
  infinitive: 'be accountable for',
} as const;

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
  refuse: (from, to) => refuseEnds(ENDS, from, to),
  labelText: () => '',
  draw: (route) => [
    {
      type: 'path',
      d: `M${route.points.map((p) => `${p.x} ${p.y}`).join('L')}`,
      stroke: { color: 'ink', width: 3 },
    },
  ],
  icon: [],
  sentence: (from, to) => `${from} is accountable for ${to}`,
});
