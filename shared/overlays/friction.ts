import type { Friction, FrictionStatus, Point } from '../board/model.ts';
import { sign } from '../drawing/glyphs.ts';
import type { Detail, Fill, Mark } from '../drawing/mark.ts';
import { filled, ink, stroked, when } from '../drawing/parts/marks.ts';
import { defineOverlay } from './define-overlay.ts';
import { FRICTION_KINDS, frictionKind } from './friction-kinds.ts';

/** 32 × 27 about its centre. */
export const TRIANGLE = 'M0 -14.5L16 12.5H-16Z';
const RIGHT_HALF = 'M0 -14.5L16 12.5H0Z';
const STRIPES: Fill = { hatch: 'lines', angle: 45, step: 4, width: 2, color: 'ink', alpha: 0.7, ground: 'surface' };

export const FRICTION_STATUS: Readonly<Record<FrictionStatus, string>> = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  resolved: 'Resolved',
};

export const FRICTION = defineOverlay({
  id: 'friction',
  label: 'Friction',
  plural: 'friction markers',
  term: 'A place where the organisation rubs: one of 16 kinds, on one or more things.',
  fields: [
    {
      id: 'friction',
      label: 'Kind',
      value: { type: 'choice', choices: FRICTION_KINDS.map((k) => ({ code: k.id, label: k.label, term: k.term })) },
    },
    {
      id: 'status',
      label: 'Status',
      value: { type: 'choice', choices: Object.entries(FRICTION_STATUS).map(([code, label]) => ({ code, label })) },
    },
    { id: 'mitigation', label: 'Answer', hint: 'What is done about it', value: { type: 'text', maxLength: 2000 } },
    { id: 'owner', label: 'Who answers', hint: 'A role title, never a name', value: { type: 'text', maxLength: 120 } },
  ],
  icon: [stroked('M18 3L28 21H8Z', ink(1.6, { join: 'round' }), { color: 'surface' })],
});

/** Label of a friction's kind; the stored word when this version does not know it. */
export const frictionLabel = (friction: Friction): string =>
  frictionKind(friction.friction)?.label ?? friction.friction;

/** The triangle with its sign; `at` is its centre. The fill tells the status. */
export function frictionMarks(friction: Friction, at: Point, detail: Detail): readonly Mark[] {
  const { status } = friction;
  const ground: Fill =
    status === 'resolved' ? { color: 'ink' } : status === 'accepted' ? STRIPES : { color: 'surface' };
  const kind = frictionKind(friction.friction);
  const marks: readonly Mark[] = [
    stroked(TRIANGLE, { color: 'surface', width: 5, join: 'round' }, ground),
    { type: 'path', d: TRIANGLE, fill: ground },
    ...when(status === 'mitigated', () => [filled(RIGHT_HALF, 'ink', 0.32)]),
    stroked(TRIANGLE, ink(1.8, { join: 'round' })),
    ...when(detail > 1 && status === 'resolved', () => [sign('check', -7, -4, 14, 2, 'surface')]),
    ...when(detail > 1 && status === 'accepted', () => [
      { type: 'circle', cx: 0, cy: 3.8, r: 6.6, fill: { color: 'surface' } },
    ]),
    ...when(detail > 1 && status !== 'resolved' && kind !== undefined, () => [
      sign(kind?.sign ?? 'circle-question-mark', -6, -2.4, 12),
    ]),
  ];
  return [{ type: 'group', at, marks }];
}

/** `Friction: Silo, open, on Sales and IT`. */
export function frictionSentence(friction: Friction, names: readonly string[]): string {
  const on = names.length === 0 ? '' : `, on ${names.join(' and ')}`;
  const answer = friction.mitigation === '' ? '' : `. Answer: ${friction.mitigation}`;
  return `Friction: ${frictionLabel(friction)}, ${FRICTION_STATUS[friction.status].toLowerCase()}${on}${answer}`;
}
