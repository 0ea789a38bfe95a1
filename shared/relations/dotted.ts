import { defineRelation } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre'],
  to: ['role', 'unit', 'centre'],
  infinitive: 'have a dotted line to',
} as const;

export const DOTTED = defineRelation({
  ...ENDS,
  id: 'dotted',
  label: 'Dotted line to',
  verb: 'has a dotted line to',
  term: 'Dotted line: a second boss.',
  starter: false,
  attributes: ['share'],
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
  sentence: (from, to) => `${from} has a dotted line to ${to}`,
});
