import { describe, expect, test } from 'vitest';
import type { Point } from '../../../shared/board/model.ts';
import { breakCrossings } from '../../../shared/drawing/line-breaks.ts';
import { RELATION_LIST, RELATIONS } from '../../../shared/relations/index.ts';
import { boardOf, element, relation, textsOf } from './sample.ts';

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

  test('DRAW-60 where two lines cross, the thinner one breaks for 6 units and the thicker one runs through', () => {
    const board = boardOf(
      ['a', 'b', 'c', 'd'].map((id) => element(id, 'unit', 0, 0)),
      [relation('serves', 'a', 'b'), relation('owns', 'c', 'd')],
    );
    const level = {
      points: [
        { x: 0, y: 100 },
        { x: 300, y: 100 },
      ],
      label: { x: 0, y: 0 },
    };
    const upright = {
      points: [
        { x: 120, y: 0 },
        { x: 120, y: 200 },
      ],
      label: { x: 0, y: 0 },
    };
    const routes = new Map([
      ['serves-a-b', level],
      ['owns-c-d', upright],
    ]);
    const broken = breakCrossings(board, routes);
    expect(broken.get('owns-c-d')).toBe(upright);
    expect(broken.get('serves-a-b')?.gaps).toEqual([{ x: 120, y: 100 }]);
    expect(breakCrossings(board, routes).get('serves-a-b')).toBe(broken.get('serves-a-b'));
    const [line] = RELATIONS.serves.draw(broken.get('serves-a-b') ?? level, {}, NEAR);
    expect(line).toMatchObject({ d: 'M0 100L117 100M123 100L300 100' });
  });

  test('DRAW-61 branches of one trunk do not break, and no line breaks at its corners or ends', () => {
    const board = boardOf(
      ['boss', 'a', 'b'].map((id) => element(id, 'unit', 0, 0)),
      [relation('reports', 'a', 'boss'), relation('reports', 'b', 'boss')],
    );
    const at = (...all: readonly (readonly [number, number])[]) => ({
      points: all.map(([x, y]) => ({ x, y })),
      label: { x: 0, y: 0 },
    });
    const trunk = new Map([
      ['reports:a', at([0, 200], [0, 100], [300, 100], [300, 0])],
      ['reports:b', at([150, 200], [150, 50], [300, 50], [300, 0])],
    ]);
    expect(breakCrossings(board, trunk)).toBe(trunk);
    const { points } = at([0, 0], [100, 0], [100, 80]);
    for (const gap of [
      { x: 5, y: 0 },
      { x: 95, y: 0 },
      { x: 100, y: 8 },
    ]) {
      const whole = RELATIONS.serves.draw({ points, label: gap }, {}, NEAR)[0];
      expect(RELATIONS.serves.draw({ points, label: gap, gaps: [gap] }, {}, NEAR)[0]).toEqual(whole);
    }
  });

  test('DRAW-62 two lines side by side share one gap in the line they cross', () => {
    const { points } = {
      points: [
        { x: 0, y: 0 },
        { x: 200, y: 0 },
      ],
    };
    const gaps = [
      { x: 104, y: 0 },
      { x: 100, y: 0 },
    ];
    const [line] = RELATIONS.serves.draw({ points, label: { x: 0, y: 0 }, gaps }, {}, NEAR);
    expect(line).toMatchObject({ d: 'M0 0L97 0M107 0L200 0' });
  });
});
