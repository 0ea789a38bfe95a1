import { describe, expect, it } from 'vitest';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Board, Box, Id } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { hullOf } from '#shared/drawing/hull.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { boardFromTemplate, unplacedBoard } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { crossingsOf, inkOf } from './crossings.ts';
import { boardOf, element, relation } from './support.ts';

/** What a slide leaves for a drawing, in points, and the size of a name in units. */
const ROOM = { w: 896, h: 428 };
const NAME = 13;

const drawn = TEMPLATES.map((template) => {
  const board = boardFromTemplate(template);
  const routes = routeBoard(board);
  const { box } = drawBoard(board, { routes });
  const pt = NAME * Math.min(ROOM.w / box.w, ROOM.h / box.h);
  return { id: template.id, crossings: crossingsOf(board, routes), ink: inkOf(board, routes), box, pt };
});
const sum = (of: (one: (typeof drawn)[number]) => number): number => drawn.reduce((all, one) => all + of(one), 0);

describe('the fifty templates as drawn', () => {
  it('LOOK-1 lines cross in at most 60 places, and in at most 12 in any one template', () => {
    expect(sum(({ crossings }) => crossings)).toBeLessThanOrEqual(60);
    expect(drawn.filter(({ crossings }) => crossings > 12).map(({ id }) => id)).toEqual([]);
  });

  it('LOOK-7 in at least 27 templates no line crosses another', () => {
    expect(drawn.filter(({ crossings }) => crossings === 0).length).toBeGreaterThanOrEqual(27);
  });

  it('LOOK-2 all lines together are no longer than 97,100 units', () => {
    expect(sum(({ ink }) => ink)).toBeLessThanOrEqual(97_100);
  });

  it('LOOK-3 a name is 9.4 points on a slide on average, and 5.4 in the largest', () => {
    expect(sum(({ pt }) => pt) / drawn.length).toBeGreaterThanOrEqual(9.4);
    expect(drawn.filter(({ pt }) => pt < 5.4).map(({ id }) => id)).toEqual([]);
  });

  it('LOOK-4 a drawing with its flags and badges is from 0.95 to 2.55 times as wide as it is high', () => {
    const aspects = drawn.map(({ id, box }) => ({ id, aspect: box.w / box.h }));
    expect(aspects.filter(({ aspect }) => aspect < 0.95 || aspect > 2.55)).toEqual([]);
  });
});

it.each(TEMPLATES.map((template) => [template.id, template] as const))(
  'LOOK-5 no box of template %s stands elsewhere for a dotted line',
  (_, template) => {
    const zoneMembers = new Map(template.zones.map(({ id, members }) => [id, members]));
    const places = (board: Board): ReadonlyMap<Id, Box> => layoutBoard(board, { zoneMembers }).boxes;
    const board = unplacedBoard(template);
    const relations = new Map([...board.relations].filter(([, { kind }]) => kind !== 'dotted'));
    expect(places({ ...board, relations })).toEqual(places(board));
  },
);

describe('lines that go out from one box', () => {
  const boxes = [
    element('owner', { x: 300, y: 0 }),
    ...['a', 'b', 'c'].map((id, i) => element(id, { kind: 'platform', x: 300 * i, y: 300 })),
  ];
  const targets = ['a', 'b', 'c'];

  it('LOOK-6 leave together when they are solid and say the same', () => {
    const board = boardOf(
      boxes,
      targets.map((id) => relation('owns', 'owner', id)),
    );
    const routes = routeBoard(board);
    expect(new Set(targets.map((id) => JSON.stringify(routes.get(`owns:owner:${id}`)?.points[0]))).size).toBe(1);
  });

  it('LOOK-6 leave apart when what is set on them differs, or when they are dashed', () => {
    const said = targets.map((id) => ({ ...relation('owns', 'owner', id), attributes: { note: id } }));
    const dashed = targets.map((id) => relation('advises', 'owner', id));
    for (const [kind, lines] of [
      ['owns', said],
      ['advises', dashed],
    ] as const) {
      const routes = routeBoard(boardOf(boxes, lines));
      const starts = targets.map((id) => JSON.stringify(routes.get(`${kind}:owner:${id}`)?.points[0]));
      expect(new Set(starts).size, kind).toBe(3);
    }
  });
});

it('LOOK-8 the outline of a tiger team goes round a pile of boxes with air, where it would squeeze past one of them', () => {
  const a = { x: 0, y: 100, w: 196, h: 64 };
  const b = { x: 490, y: 100, w: 168, h: 68 };
  const over = { x: 140, y: 0, w: 160, h: 52 };
  const pile = [
    { x: 250, y: 100, w: 168, h: 72 },
    { x: 250, y: 192, w: 168, h: 72 },
  ];
  const { rects } = hullOf([a, b], [over, ...pile], 8);
  for (const box of [over, ...pile]) {
    const near = rects.slice(2).filter((rect) => {
      const across = Math.max(rect.x, box.x) - Math.min(rect.x + rect.w, box.x + box.w);
      const down = Math.max(rect.y, box.y) - Math.min(rect.y + rect.h, box.y + box.h);
      return across < 12 && down < 12;
    });
    expect(near).toEqual([]);
  }
  expect(boundsOf(rects)?.y).toBeGreaterThan(80);
});
