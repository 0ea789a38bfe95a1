import { describe, expect, it } from 'vitest';
import { routeBoard } from '#shared/layout/route-board.ts';
import { madeUpOrganisation } from '../../support/organisation.ts';
import { boardOf, boxOf, element, laidOut, overlaps, relation, throughBoxes } from './support.ts';

describe.each([
  [30, 5],
  [100, 5],
  [300, 5],
  [1_000, 5],
])('an organisation of %i with dotted, owner, service and seat lines', (count, seed) => {
  const board = laidOut(madeUpOrganisation({ count, seed }));

  it('ROUTEORG-1 no two boxes overlap', () => {
    expect(overlaps(board)).toEqual([]);
  });

  it('ROUTEORG-2 no line passes through a foreign box, and every line is drawn', () => {
    const routes = routeBoard(board);
    expect(throughBoxes(board, routes)).toEqual([]);
    expect(routes.size).toBe(board.relations.size);
  });

  it('ROUTEORG-3 the lines beside the tree do not change where anybody of the tree stands', () => {
    const plain = madeUpOrganisation({ count, seed, matrix: false });
    const people = laidOut({
      ...plain,
      elements: new Map(
        [...plain.elements].filter(([, { kind }]) => !['platform', 'committee', 'partner'].includes(kind)),
      ),
    });
    const first = boxOf(people, 'b0000');
    const now = boxOf(board, 'b0000');
    for (const one of people.elements.values()) {
      const box = boxOf(board, one.id);
      // Places are rounded to whole units after the whole was moved.
      expect(Math.abs(box.x - now.x - one.x + first.x), one.id).toBeLessThanOrEqual(1);
      expect(Math.abs(box.y - now.y - one.y + first.y), one.id).toBeLessThanOrEqual(1);
    }
  });
});

it('ROUTEORG-4 a line finds its way out of a yard of boxes with one gate', () => {
  const wall = (id: string, x: number, y: number, w: number, h: number) => element(id, { x, y, w, h });
  const board = boardOf(
    [
      wall('top', 0, 0, 1200, 60),
      wall('left', 0, 90, 60, 700),
      wall('right', 1140, 90, 60, 700),
      wall('bottom', 0, 820, 1100, 60),
      element('in', { x: 500, y: 400 }),
      element('out', { x: 500, y: -400 }),
      ...Array.from({ length: 130 }, (_, i) =>
        element(`f${100 + i}`, { x: 3000 + 200 * (i % 13), y: 100 * Math.floor(i / 13) }),
      ),
    ],
    [
      relation('dotted', 'in', 'out'),
      ...Array.from({ length: 129 }, (_, i) => relation('dotted', `f${100 + i}`, `f${101 + i}`)),
    ],
  );
  const routes = routeBoard(board);
  expect(throughBoxes(board, routes)).toEqual([]);
  expect(routes.get('dotted:in:out')?.points.length).toBeGreaterThan(3);
});
