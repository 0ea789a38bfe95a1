import { lineMark } from '../drawing/parts/line.ts';
import { ink } from '../drawing/parts/marks.ts';
import { defineRelation, NO_CAPS } from './define-relation.ts';
import { refuseEnds } from './refuse.ts';

const ENDS = {
  from: ['unit', 'role', 'centre', 'committee'],
  to: ['role', 'unit', 'centre', 'committee'],
  infinitive: 'report to',
} as const;

/** Tighter than other lines, so that a trunk with its branches reads as a bracket. */
const RADIUS = 3;

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
  caps: () => NO_CAPS,
  draw: (route) => [lineMark(route.points, ink(1.5), RADIUS, route.gaps)],
  icon: [
    lineMark(
      [
        { x: 2, y: 19 },
        { x: 18, y: 19 },
        { x: 18, y: 5 },
        { x: 34, y: 5 },
      ],
      ink(1.5),
      RADIUS,
    ),
  ],
  sentence: (from, to) => `${from} reports to ${to}`,
});
