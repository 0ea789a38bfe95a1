import { describe, expect, it } from 'vitest';
import { indexBoard } from '#shared/board/index-board.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { createRouter, routeBoard } from '#shared/layout/route-board.ts';
import { layoutTree } from '#shared/layout/tree.ts';
import {
  boardOf,
  boxOf,
  element,
  laidOut,
  organisation,
  overlaps,
  relation,
  throughBoxes,
  withBoxes,
} from './support.ts';

describe.each([30, 100, 300])('an organisation of %i', (count) => {
  const board = laidOut(organisation(count, count));

  it('LAYOUT-1 no two boxes overlap', () => {
    expect(overlaps(board)).toEqual([]);
  });

  it('LAYOUT-10 a report stands lower than its boss', () => {
    for (const line of board.relations.values()) {
      if (line.kind !== 'reports') continue;
      expect(boxOf(board, line.from).y, line.id).toBeGreaterThan(boxOf(board, line.to).y);
    }
  });

  it('LAYOUT-4 reporting lines pass through no foreign box', () => {
    const reports = new Set([...board.relations.values()].filter(({ kind }) => kind === 'reports').map(({ id }) => id));
    expect(throughBoxes(board, routeBoard(board, { only: reports }))).toEqual([]);
  });

  it('LAYOUT-11 lines are right-angled and end on the boxes they join', () => {
    for (const [id, { points }] of routeBoard(board)) {
      const line = board.relations.get(id);
      points.forEach((point, i) => {
        const next = points[i + 1];
        if (next !== undefined) expect(point.x === next.x || point.y === next.y, id).toBe(true);
      });
      const [first, from] = [points[0], boxOf(board, line?.from ?? '')];
      expect(
        first?.x === from.x || first?.x === from.x + from.w || first?.y === from.y || first?.y === from.y + from.h,
        id,
      ).toBe(true);
    }
  });

  it('LAYOUT-8 the same board always comes out the same', () => {
    expect(layoutBoard(organisation(count, count))).toEqual(layoutBoard(organisation(count, count)));
  });
});

describe('tidying a part', () => {
  const board = boardOf(
    [
      element('a', { x: 500, y: 40 }),
      element('b', { x: 20, y: 300 }),
      element('c', { x: 900, y: 900, locked: true }),
      element('d', { x: 30, y: 310 }),
      element('far', { x: -400, y: -400 }),
    ],
    [relation('reports', 'b', 'a'), relation('reports', 'c', 'a'), relation('reports', 'd', 'a')],
  );

  it('LAYOUT-12 moves only those named, keeps the topmost in place and leaves locked ones alone', () => {
    const { boxes } = layoutBoard(board, { ids: ['a', 'b', 'c', 'd'] });
    expect([...boxes.keys()].sort()).toEqual(['b', 'd']);
    expect(overlaps(withBoxes(board, boxes))).toEqual([]);
  });

  it('LAYOUT-12 keeps a named anchor in place instead', () => {
    const { boxes } = layoutBoard(board, { ids: indexBoard(board).subtreeOf('a'), anchor: 'b' });
    expect(boxes.has('b')).toBe(false);
    expect(boxes.has('a')).toBe(true);
  });

  it('LAYOUT-13 a container carries what sits in it, and grows to hold it when that is laid out too', () => {
    const nested = boardOf([
      element('team', { x: 0, y: 0 }),
      ...['r1', 'r2', 'r3', 'r4'].map((id) => element(id, { kind: 'role', w: 160, h: 52, sitsIn: 'team' })),
    ]);
    const after = laidOut(nested);
    const team = boxOf(after, 'team');
    expect(overlaps(after)).toEqual([]);
    expect(team.w * team.h).toBeGreaterThan(4 * 160 * 52);
    const only = layoutBoard(boardOf([...nested.elements.values(), element('x', { x: 9, y: 9 })]), {
      ids: ['team', 'x'],
    });
    expect([...only.boxes.values()].every((box) => box.w === 168)).toBe(true);
  });
});

describe('tidying the whole board', () => {
  it.each([
    [0, 0],
    [300, 150],
    [600, 400],
    [900, 30],
  ])('LAYOUT-17 keeps clear of locked elements, here at %i, %i', (x, y) => {
    const free = laidOut(organisation(40, 9));
    const stone = element('stone', { x, y, w: 300, h: 200, locked: true });
    const beside = element('pebble', { x: x + 900, y: y + 250, locked: true });
    const board = { ...free, elements: new Map([...free.elements, ['stone', stone], ['pebble', beside]]) };
    const { boxes } = layoutBoard(board);
    expect(boxes.has('stone')).toBe(false);
    expect(overlaps(withBoxes(board, boxes))).toEqual([]);
  });
});

describe('lines', () => {
  it('LAYOUT-14 a reporting line to the container one sits in is not drawn', () => {
    const board = boardOf(
      [element('team', { w: 300, h: 200 }), element('r', { x: 40, y: 80, sitsIn: 'team' })],
      [relation('reports', 'r', 'team')],
    );
    expect(routeBoard(board).get('reports:r')?.points).toEqual([]);
  });

  it('LAYOUT-15 lines whose neighbourhood did not change stay the same objects', () => {
    const board = laidOut(organisation(100, 7));
    const router = createRouter();
    const before = router.route(board);
    expect(router.route(board)).toBe(before);
    const leaf = [...board.elements.values()].filter(({ id }) => indexBoard(board).reportsOf(id).length === 0).at(-1);
    const moved = withBoxes(board, new Map([[leaf?.id ?? '', { ...boxOf(board, leaf?.id ?? ''), x: 9_000 }]]));
    const elements = new Map([...moved.elements].map(([id, item]) => [id, id === leaf?.id ? item : boxOf(board, id)]));
    const after = router.route({ ...moved, elements });
    const same = [...after].filter(([id, route]) => before.get(id) === route).length;
    expect(same).toBeGreaterThan(after.size * 0.8);
    expect(same).toBeLessThan(after.size);
    expect(after.get(`reports:${leaf?.id}`)).not.toBe(before.get(`reports:${leaf?.id}`));
  });

  it.each([150, 300])(
    'LAYOUT-4 on a board of %i, where each line has little time, none passes through a foreign box',
    (n) => {
      const board = laidOut(organisation(n, 1));
      expect(throughBoxes(board, routeBoard(board))).toEqual([]);
    },
  );

  it.each(['top', 'chain'])('LAYOUT-18 a reporting line into a team goes past the name of the team (%s)', (boss) => {
    const board = laidOut(
      boardOf(
        [
          element('top'),
          element('chain'),
          element('team', { name: 'A team with a long name', w: 200 }),
          element('r', { kind: 'role', w: 160, h: 52, sitsIn: 'team' }),
        ],
        [relation('reports', 'chain', 'top'), relation('reports', 'team', 'chain'), relation('reports', 'r', boss)],
      ),
    );
    const { x, y } = boxOf(board, 'team');
    const name = element('name', { x: x + 10, y: y + 8, w: 150, h: 20 });
    const words = { ...board, elements: new Map([...board.elements, ['name', name]]) };
    expect(throughBoxes(words, routeBoard(board))).toEqual([]);
  });

  it('LAYOUT-16 a chain of 5,000 and a boss of 5,000 are laid out without running out of stack', () => {
    const row = Array.from({ length: 5_000 }, (_, i) => ({
      id: `n${i}`,
      w: 160,
      h: 52,
      parent: i === 0 ? null : `n${i - 1}`,
    }));
    expect(layoutTree(row).get('n4999')?.y).toBe(4_999 * 100);
    const flat = row.map((node, i) => ({ ...node, parent: i === 0 ? null : 'n0' }));
    expect(layoutTree(flat).size).toBe(5_000);
  });
});
