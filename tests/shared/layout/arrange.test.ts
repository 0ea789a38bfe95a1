import { describe, expect, it } from 'vitest';
import type { Board, BoardElement } from '#shared/board/model.ts';
import { withLayout } from '#shared/layout/apply-layout.ts';
import { type ArrangeMode, arrangeOf } from '#shared/layout/arrange-mode.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { boardOf, boxOf, element, laidOut, overlaps, relation, throughBoxes, withBoxes } from './support.ts';

const REPORTS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];

/** A boss with some reports, one of which has two of its own. */
function team(attributes: BoardElement['attributes'], count = 7): Board {
  const reports = REPORTS.slice(0, count);
  return boardOf(
    [element('boss', { attributes }), ...[...reports, 's1', 's2'].map((id) => element(id))],
    [
      ...reports.map((id) => relation('reports', id, 'boss')),
      ...['s1', 's2'].map((id) => relation('reports', id, 'r2')),
    ],
  );
}

const tops = (board: Board, ids: readonly string[]): readonly number[] => ids.map((id) => boxOf(board, id).y);
const lefts = (board: Board, ids: readonly string[]): readonly number[] => ids.map((id) => boxOf(board, id).x);
const sorted = (values: readonly number[]): boolean => values.every((v, i) => i === 0 || v > (values[i - 1] ?? v));

describe('how reports stand', () => {
  it('ARRANGE-1 in a row they have one top and the order of their siblings', () => {
    const board = laidOut(team({ arrange: 'row' }));
    expect(new Set(tops(board, REPORTS)).size).toBe(1);
    expect(sorted(lefts(board, REPORTS))).toBe(true);
  });

  it('ARRANGE-2 stacked they hang one under the other, right of a trunk under their boss', () => {
    const board = laidOut(team({ arrange: 'stack' }));
    const boss = boxOf(board, 'boss');
    expect(sorted(tops(board, REPORTS))).toBe(true);
    for (const id of REPORTS) expect(boxOf(board, id).x, id).toBeGreaterThan(boss.x + 20);
  });

  it('ARRANGE-3 on two sides they stand in pairs left and right of the trunk', () => {
    const board = laidOut(team({ arrange: 'stack2' }));
    const { x, w } = boxOf(board, 'boss');
    REPORTS.forEach((id, i) => {
      const box = boxOf(board, id);
      if (i % 2 === 0) expect(box.x + box.w, id).toBeLessThan(x + w / 2);
      else expect(box.x, id).toBeGreaterThan(x + w / 2);
    });
    expect(boxOf(board, 'r1').y).toBe(boxOf(board, 'r2').y);
    expect(boxOf(board, 'r3').y).toBeGreaterThan(boxOf(board, 'r1').y);
  });

  it('ARRANGE-4 in a grid they have rows and columns, in reading order', () => {
    const board = laidOut(
      boardOf(
        [...team({ arrange: 'grid' }).elements.values()].filter(({ id }) => id[0] !== 's'),
        REPORTS.map((id) => relation('reports', id, 'boss')),
      ),
    );
    const rows = new Set(tops(board, REPORTS));
    expect(rows.size).toBeGreaterThan(1);
    expect(rows.size).toBeLessThan(REPORTS.length);
    const reading = [...REPORTS].sort(
      (a, b) => boxOf(board, a).y - boxOf(board, b).y || boxOf(board, a).x - boxOf(board, b).x,
    );
    expect(reading).toEqual(REPORTS);
  });

  it.each(['row', 'stack', 'stack2', 'grid'] as const)(
    'ARRANGE-5 however they stand (%s), nothing overlaps and every line goes round every box',
    (arrange) => {
      const board = laidOut(team({ arrange }));
      expect(overlaps(board)).toEqual([]);
      expect(throughBoxes(board, routeBoard(board))).toEqual([]);
    },
  );

  it('ARRANGE-6 what hangs from one trunk is entered from the side, all alike', () => {
    const board = laidOut(team({ arrange: 'stack' }, 4));
    const routes = routeBoard(board);
    for (const id of REPORTS.slice(0, 4)) {
      const box = boxOf(board, id);
      expect(routes.get(`reports:${id}`)?.points[0], id).toEqual({ x: box.x, y: box.y + box.h / 2 });
    }
  });

  it('ARRANGE-7 a word that is not known is as good as none', () => {
    expect(arrangeOf({ arrange: 'spiral' })).toBeUndefined();
    expect(laidOut(team({ arrange: 'spiral' })).elements.get('r1')?.x).toBe(laidOut(team({})).elements.get('r1')?.x);
  });

  it('ARRANGE-8 a mode can be tried without writing it, and written with the places', () => {
    const board = team({ arrange: 'row' });
    const arrange = new Map<string, ArrangeMode | null>([['boss', 'stack']]);
    const tried = layoutBoard(board, { arrange }).boxes;
    expect(tried).toEqual(layoutBoard(team({ arrange: 'stack' })).boxes);
    const after = withLayout(board, tried, arrange);
    expect(after.elements.get('boss')?.attributes).toEqual({ arrange: 'stack' });
    expect(withLayout(after, new Map(), new Map([['boss', null]])).elements.get('boss')?.attributes).toEqual({});
  });
});

describe('assistants', () => {
  const board = laidOut(
    boardOf(
      [
        element('boss'),
        element('aid', { attributes: { assistant: true } }),
        element('office', { attributes: { assistant: true } }),
        ...['r1', 'r2', 'r3'].map((id) => element(id)),
      ],
      ['aid', 'office', 'r1', 'r2', 'r3'].map((id) => relation('reports', id, 'boss')),
    ),
  );

  it('ARRANGE-9 stand beside the trunk, between their boss and the row', () => {
    const [boss, aid, office] = [boxOf(board, 'boss'), boxOf(board, 'aid'), boxOf(board, 'office')];
    expect(aid.y).toBeGreaterThan(boss.y + boss.h);
    expect(aid.y).toBe(office.y);
    expect(aid.x + aid.w).toBeLessThan(boss.x + boss.w / 2);
    expect(office.x).toBeGreaterThan(boss.x + boss.w / 2);
    for (const id of ['r1', 'r2', 'r3']) expect(boxOf(board, id).y).toBeGreaterThan(aid.y + aid.h);
  });

  it('ARRANGE-10 have their lines from the side, and no other line goes through them', () => {
    const routes = routeBoard(board);
    const aid = boxOf(board, 'aid');
    expect(routes.get('reports:aid')?.points[0]).toEqual({ x: aid.x + aid.w, y: aid.y + aid.h / 2 });
    expect(throughBoxes(board, routes)).toEqual([]);
  });
});

describe('what stays or is away', () => {
  it.each(['whole', 'branch'])('ARRANGE-11 a pinned box stays and the others are laid clear of it (%s)', (how) => {
    const free = laidOut(team({}));
    const pin = boxOf(free, 'r4');
    const pinned = { ...pin, x: pin.x + 40, attributes: { pinned: true } };
    const board = { ...free, elements: new Map([...free.elements, ['r4', pinned]]) };
    const { boxes } = layoutBoard(board, how === 'whole' ? {} : { ids: [...board.elements.keys()], anchor: 'boss' });
    expect(boxes.has('r4')).toBe(false);
    const after = withBoxes(board, boxes);
    expect(overlaps(after)).toEqual([]);
    if (how === 'branch') expect(boxOf(after, 'boss')).toMatchObject({ x: boxOf(board, 'boss').x });
  });

  it('ARRANGE-12 a folded branch takes no room and goes where its head goes', () => {
    const open = laidOut(team({}));
    const folded = { ...boxOf(open, 'r2'), attributes: { collapsed: true } };
    const board = { ...open, elements: new Map([...open.elements, ['r2', folded]]) };
    const after = withBoxes(board, layoutBoard(board).boxes);
    const alone = laidOut(team({}, 7));
    const bottom = Math.max(...REPORTS.map((id) => boxOf(after, id).y));
    expect(bottom).toBeLessThanOrEqual(Math.max(...REPORTS.map((id) => boxOf(alone, id).y)) + 1);
    const [before, now] = [boxOf(board, 'r2'), boxOf(after, 'r2')];
    expect(boxOf(after, 's1').x - boxOf(board, 's1').x).toBe(now.x - before.x);
    expect(boxOf(after, 's1').y - boxOf(board, 's1').y).toBe(now.y - before.y);
  });

  it('ARRANGE-13 lines go through where a folded branch was, and none leads to it', () => {
    const board = boardOf(
      [
        element('head', { x: 0, y: 400, attributes: { collapsed: true } }),
        element('under', { x: 300, y: 0 }),
        element('a', { x: 0, y: 0 }),
        element('b', { x: 600, y: 0 }),
      ],
      [relation('reports', 'under', 'head'), relation('dotted', 'a', 'b'), relation('dotted', 'under', 'b')],
    );
    const routes = routeBoard(board);
    expect(routes.get('dotted:a:b')?.points).toHaveLength(2);
    expect(routes.has('dotted:under:b')).toBe(false);
  });

  it('ARRANGE-14 dotted and matrix lines never move a box', () => {
    const plain = team({});
    const lines = [
      relation('dotted', 's1', 'r7'),
      relation('dotted', 'r1', 'r6'),
      relation('serves', 's2', 'r5'),
      relation('advises', 'r3', 'r4'),
      relation('partners', 'r3', 's1'),
    ];
    const matrix = {
      ...plain,
      relations: new Map([...plain.relations, ...lines.map((line) => [line.id, line] as const)]),
    };
    expect(layoutBoard(matrix).boxes).toEqual(layoutBoard(plain).boxes);
  });
});
