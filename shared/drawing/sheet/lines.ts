import type { Attributes, ElementKindId, Point, RelationKindId } from '../../board/model.ts';
import { RELATIONS } from '../../relations/index.ts';
import type { Mark } from '../mark.ts';
import { COLUMN, column, element, HEADING, heading, label, note, type Section } from './page.ts';

interface Cell {
  readonly kind: RelationKindId;
  readonly cue: string;
  readonly from: readonly [ElementKindId, string];
  readonly to: readonly [ElementKindId, string];
  readonly attributes?: Attributes;
  readonly jog?: true;
}

const CELLS: readonly Cell[] = [
  {
    kind: 'reports',
    cue: 'Solid 1.5, right angles, no end mark. Line management; one per person.',
    from: ['role', 'Director'],
    to: ['role', 'VP marketing'],
    jog: true,
  },
  {
    kind: 'dotted',
    cue: '1.5, long dashes 9 5. A second boss.',
    from: ['unit', 'Mktg ops'],
    to: ['role', 'CIO'],
    attributes: { share: 30 },
    jog: true,
  },
  {
    kind: 'owns',
    cue: 'Solid 3, ball at the owner. Hollow ball: runs it, does not decide.',
    from: ['role', 'Admin'],
    to: ['platform', 'CRM'],
  },
  {
    kind: 'serves',
    cue: 'Thin 1.1, open arrow at the user. The label says with what.',
    from: ['platform', 'CDP'],
    to: ['unit', 'Marketing'],
    attributes: { what: 'data' },
  },
  {
    kind: 'advises',
    cue: 'Dash-dot 9 4 1.5 4, hollow circle at the receiver. No control.',
    from: ['centre', 'CoE'],
    to: ['unit', 'Region A'],
  },
  {
    kind: 'funds',
    cue: 'Double line, filled arrow. Pays for.',
    from: ['role', 'CMO'],
    to: ['unit', 'Mktg ops'],
    attributes: { pct: 100 },
  },
  {
    kind: 'partners',
    cue: 'Thin 1.1, slanted bead, open arrows both ends. Shared work.',
    from: ['unit', 'Marketing'],
    to: ['unit', 'IT'],
  },
  {
    kind: 'member',
    cue: 'Round dots, small square at the committee.',
    from: ['role', 'CIO'],
    to: ['committee', 'Board'],
  },
];

const BOX = { w: 120, h: 46 } as const;

function line(kind: RelationKindId, points: readonly Point[], labelAt: Point, attributes: Attributes): readonly Mark[] {
  return RELATIONS[kind].draw({ points, label: labelAt }, attributes, { detail: 3, finish: 'full' });
}

/** The eight lines, each between two boxes. */
export function linesSection(top: number): Section {
  const marks: Mark[] = [
    ...heading(
      top,
      'Lines',
      'no two share both pattern and end mark · each line reads as a sentence from its start to its end',
    ),
  ];
  for (const [i, cell] of CELLS.entries()) {
    const x = column(i % 4);
    const y = top + HEADING + Math.floor(i / 4) * 140;
    const far = x + COLUMN - 40 - BOX.w;
    const a = y + 24 + (cell.jog ? 8 : 0);
    const b = y + 24 - (cell.jog ? 8 : 0);
    marks.push(...label(x, y, RELATIONS[cell.kind].label, cell.kind));
    // The role's name and facts stand at full size, so that a box here is a box as on a board.
    marks.push(element(cell.from[0], x, a, { name: cell.from[1], ...BOX, detail: 3 }));
    marks.push(element(cell.to[0], far, b, { name: cell.to[1], ...BOX, detail: 3 }));
    const [left, ya, yb] = [x + BOX.w, a + BOX.h / 2, b + BOX.h / 2];
    const middle = left + (far - left) * (cell.kind === 'dotted' ? 0.72 : 0.5);
    const points = cell.jog
      ? [
          { x: left, y: ya },
          { x: middle, y: ya },
          { x: middle, y: yb },
          { x: far, y: yb },
        ]
      : [
          { x: left, y: ya - (cell.kind === 'owns' ? 10 : 0) },
          { x: far, y: yb - (cell.kind === 'owns' ? 10 : 0) },
        ];
    const labelAt = cell.jog ? { x: left + (middle - left) * 0.5, y: ya } : { x: left + (far - left) * 0.46, y: ya };
    marks.push(...line(cell.kind, points, labelAt, cell.attributes ?? {}));
    if (cell.kind === 'owns') {
      const second = [
        { x: left, y: ya + 8 },
        { x: far, y: yb + 8 },
      ];
      marks.push(...line('owns', second, labelAt, { right: 'operates' }));
    }
    marks.push(...note(x, y + 98, cell.cue, COLUMN - 44));
  }
  return { label: 'Lines', marks, bottom: top + HEADING + 280 + 10 };
}
