import { describe, expect, test } from 'vitest';
import type { Point } from '../../../shared/board/model.ts';
import { RELATION_LIST, RELATIONS } from '../../../shared/relations/index.ts';
import { textsOf } from './sample.ts';

const points: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 80 },
];
const route = { points, label: { x: 60, y: 0 } };
const NEAR = { detail: 3, finish: 'full' } as const;

describe('lines', () => {
  test('DRAW-13 no two lines share both pattern and end mark', () => {
    const looks = RELATION_LIST.map((kind) => {
      const marks = kind.draw(route, {}, NEAR);
      const strokes = marks.flatMap((m) =>
        m.type === 'path' && m.stroke !== undefined && m.fill === undefined && m.d.includes('Q')
          ? [`${m.stroke.width} ${m.stroke.dash?.join(' ') ?? 'solid'}`]
          : [],
      );
      const ends = marks.flatMap((m) => {
        if (m.type === 'circle') return [`ball ${m.fill !== undefined && 'color' in m.fill ? m.fill.color : ''}`];
        if (m.type === 'rect') return ['square'];
        return m.type === 'path' && !m.d.includes('Q') ? [m.fill === undefined ? 'open arrow' : 'filled'] : [];
      });
      return `${strokes.join(' + ')} | ${ends.join(' + ')}`;
    });
    expect(new Set(looks).size).toBe(8);
    for (const look of looks) expect(look).not.toMatch(/^ \|/);
  });

  test('DRAW-14 what is set on a line stands on it, and goes when one is far away', () => {
    const cases = [
      ['dotted', { share: 30 }, '30 %'],
      ['serves', { what: 'data' }, 'data'],
      ['funds', { pct: 100 }, '100 %'],
      ['partners', { until: 'June' }, 'until June'],
      ['member', { chair: true, load: 10 }, 'chair · 10 %'],
    ] as const;
    for (const [id, attributes, label] of cases) {
      const kind = RELATIONS[id];
      expect(kind.labelText(attributes)).toBe(label);
      expect(textsOf(kind.draw(route, attributes, NEAR)).map((t) => t.text)).toEqual([label]);
      expect(textsOf(kind.draw(route, attributes, { ...NEAR, detail: 2 }))).toEqual([]);
    }
  });

  test('DRAW-15 from far away only reporting lines stay', () => {
    for (const kind of RELATION_LIST) {
      expect(kind.draw(route, {}, { ...NEAR, detail: 0 }).length > 0).toBe(kind.id === 'reports');
    }
  });

  test('DRAW-16 operating is a hollow ball, deciding a full one', () => {
    const ballOf = (right: string) =>
      RELATIONS.owns.draw(route, { right }, NEAR).find((m) => m.type === 'circle')?.fill;
    expect(ballOf('decides')).toEqual({ color: 'ink' });
    expect(ballOf('operates')).toEqual({ color: 'paper' });
  });
});
