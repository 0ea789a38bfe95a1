import { describe, expect, test } from 'vitest';
import { indexBoard } from '../../../shared/board/index-board.ts';
import type { Board, Box } from '../../../shared/board/model.ts';
import { drawBoard } from '../../../shared/drawing/draw-board.ts';
import { frictionAt } from '../../../shared/drawing/draw-overlays.ts';
import { frictionBox } from '../../../shared/drawing/friction-place.ts';
import { groundOrder } from '../../../shared/drawing/ground-order.ts';
import { grown, overlaps } from '../../../shared/drawing/hull-corridors.ts';
import { drawLegend, legendOf } from '../../../shared/drawing/legend.ts';
import { legendPlace } from '../../../shared/drawing/legend-place.ts';
import { labelBoxes, lineParts } from '../../../shared/drawing/line-boxes.ts';
import { placeTigers } from '../../../shared/drawing/place-tigers.ts';
import { routeBoard } from '../../../shared/layout/route-board.ts';
import { RELATIONS } from '../../../shared/relations/index.ts';
import { boardFromTemplate } from '../../../shared/templates/board-from-template.ts';
import { TEMPLATES } from '../../../shared/templates/index.ts';
import { boardOf, element, friction, relation, zone } from './sample.ts';

const BOARDS = TEMPLATES.map((template) => {
  const board = boardFromTemplate(template);
  return { id: template.id, board, routes: routeBoard(board) };
});

const leaves = (board: Board): readonly Box[] =>
  [...board.elements.values()].filter((e) => indexBoard(board).contentsOf(e.id).length === 0);

describe('places of what stands over the chart', () => {
  test('DRAW-52 the legend stands on nothing, in every template', () => {
    const on: string[] = [];
    for (const { id, board, routes } of BOARDS) {
      const drawing = drawBoard(board, { legend: true, title: true, routes });
      const item = drawing.items.find((i) => i.layer === 'legend');
      if (item === undefined) throw new Error(`${id} has no legend.`);
      const shapes = [1, 2, 3, 4, 5, 6].map((columns) => ({ columns, ...drawLegend(legendOf(board), columns) }));
      const shape = shapes.find(({ marks }) => JSON.stringify(marks) === JSON.stringify(item.marks));
      const box = { ...item.at, w: shape?.w ?? 0, h: shape?.h ?? 0 };
      expect(box.w).toBeGreaterThan(0);
      const taken = [
        ...board.elements.values(),
        ...indexBoard(board).zones,
        ...[...routes.values()].flatMap((route) => lineParts(route.points)),
        ...[...placeTigers(board, undefined, routes).values()].flatMap((place) => [place.flagBox, ...place.rects]),
      ];
      if (taken.some((other) => overlaps(grown(box, 8), other))) on.push(id);
    }
    expect(on).toEqual([]);
  });

  test('DRAW-53 a legend takes a free corner when there is one, and else makes the picture least larger', () => {
    const shapes = [
      { columns: 1, w: 150, h: 300 },
      { columns: 2, w: 300, h: 160 },
      { columns: 4, w: 600, h: 90 },
    ];
    const bounds = { x: 0, y: 0, w: 1000, h: 500 };
    const left = { x: 0, y: 0, w: 600, h: 500 };
    expect(legendPlace(bounds, shapes, [left])).toEqual({ at: { x: 700, y: 340 }, columns: 2 });
    const full = legendPlace(bounds, shapes, [bounds]);
    expect(full.columns).not.toBe(2);
    const wide = { x: 0, y: 0, w: 2400, h: 300 };
    expect(legendPlace(wide, shapes, [wide])).toMatchObject({ at: { x: 2424 }, columns: 1 });
    const tall = { x: 0, y: 0, w: 500, h: 1200 };
    expect(legendPlace(tall, shapes, [tall])).toMatchObject({ at: { y: 1224 }, columns: 2 });
  });

  test('DRAW-54 a marker on several things covers no box, no flag and no label, in every template', () => {
    const on: string[] = [];
    let seen = 0;
    for (const { id, board, routes } of BOARDS) {
      const flags = [...placeTigers(board, undefined, routes).values()].map((place) => place.flagBox);
      const taken = [...leaves(board), ...flags, ...labelBoxes(board, routes)];
      for (const marker of indexBoard(board).frictions.filter((f) => f.on.length > 1)) {
        seen += 1;
        const box = frictionBox(frictionAt(board, marker, routes));
        if (taken.some((other) => overlaps(box, other))) on.push(`${id} ${marker.id}`);
      }
    }
    expect(seen).toBeGreaterThan(5);
    expect(on).toEqual([]);
  });

  test('DRAW-55 a marker stands beside the head of a role and on the very corner of a team', () => {
    const board = boardOf([element('role', 'role', 100, 100), element('team', 'unit', 500, 100)]);
    expect(frictionAt(board, friction(['team']), new Map())).toEqual({ x: 500, y: 100 });
    const { x } = frictionAt(board, friction(['role']), new Map());
    expect(x).toBeLessThan(95);
    expect(x).toBeGreaterThan(80);
  });

  test('DRAW-56 a marker on a line stays on it and leaves boxes and labels free', () => {
    const board = boardOf(
      [element('a', 'unit', 0, 0), element('b', 'unit', 600, 0), element('over', 'unit', 300, 0)],
      [relation('serves', 'a', 'b', { what: 'data' })],
      [],
    );
    const points = [
      { x: 160, y: 36 },
      { x: 600, y: 36 },
    ];
    const routes = new Map([['serves-a-b', { points, label: { x: 240, y: 36 } }]]);
    const at = frictionAt(board, friction(['serves-a-b']), routes);
    expect(at.y).toBe(36);
    expect(overlaps(frictionBox(at), { x: 300, y: 0, w: 160, h: 72 })).toBe(false);
    expect(labelBoxes(board, routes).some((label) => overlaps(frictionBox(at), label))).toBe(false);
  });

  test('DRAW-57 a zone in a container is drawn after it, and before the containers within', () => {
    const elements = [
      element('outer', 'unit', 0, 0, { w: 600, h: 500 }),
      element('inner', 'unit', 60, 120, { w: 200, h: 200, sitsIn: 'outer' }),
      element('leaf', 'role', 80, 180, { w: 120, h: 52, sitsIn: 'inner' }),
    ];
    const zones = [
      zone('around', { x: -40, y: -40, w: 700, h: 600 }),
      zone('within', { x: 20, y: 60, w: 400, h: 400 }),
    ];
    const board = boardOf(elements, [], zones);
    const ids = groundOrder(board).map((ground) => (ground.layer === 'zone' ? ground.zone.id : ground.element.id));
    expect(ids).toEqual(['around', 'outer', 'within', 'inner']);
    expect(drawBoard(board).items.map((item) => item.id)).toEqual([...ids, 'leaf']);
    const dragged = new Map([['within', { x: 900, y: 60, w: 400, h: 400 }]]);
    expect(groundOrder(board, dragged).map((ground) => ground.layer)).toEqual([
      'zone',
      'zone',
      'container',
      'container',
    ]);
  });

  test('DRAW-58 no flag covers a label of a line, a box or another flag, in every template', () => {
    const on: string[] = [];
    for (const { id, board, routes } of BOARDS) {
      const flags = [...placeTigers(board, undefined, routes).values()].map((place) => place.flagBox);
      const taken = [...leaves(board), ...labelBoxes(board, routes)];
      for (const [i, flag] of flags.entries()) {
        const others = flags.filter((_, j) => j !== i);
        if ([...taken, ...others].some((other) => overlaps(flag, other))) on.push(`${id} ${i + 1}`);
      }
    }
    expect(on).toEqual([]);
  });

  test('DRAW-59 the bead of a partnership stands where the router left room for it', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
      { x: 200, y: 300 },
    ];
    const bead = (label: { x: number; y: number }) =>
      RELATIONS.partners
        .draw({ points, label }, {}, { detail: 3, finish: 'full' })
        .find((mark) => mark.type === 'path' && mark.at !== undefined);
    expect(bead({ x: 60, y: 0 })).toMatchObject({ at: { x: 60, y: 0 }, rotate: 0 });
    expect(bead({ x: 900, y: 900 })).toMatchObject({ at: { x: 200, y: 50 }, rotate: 90 });
  });
});
