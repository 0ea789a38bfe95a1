import { expect, it } from 'vitest';
import type { Board, Box, Id } from '#shared/board/model.ts';
import { createLineKeeper } from '../../../client/canvas/line-keeper.ts';
import { drawnBoard } from '../../support/drawn-board.ts';

/** A boss with many reports in rows under it. */
const wide = (reports: number): Board =>
  drawnBoard((editor) => {
    editor.addElement({ kind: 'unit', id: 'boss', x: 0, y: 0 });
    for (let i = 0; i < reports; i += 1) {
      editor.addElement({
        kind: 'unit',
        id: `r${i}`,
        boss: 'boss',
        x: (i % 20) * 200,
        y: 200 + 120 * Math.floor(i / 20),
      });
    }
  });

const movedBy = (board: Board, dx: number, dy: number): ReadonlyMap<Id, Box> =>
  new Map([...board.elements.values()].map((one) => [one.id, { x: one.x + dx, y: one.y + dy, w: one.w, h: one.h }]));

it('CANVAS-59 lines between things that move together keep their shape, however many there are', () => {
  const board = wide(100);
  const lines = createLineKeeper(() => undefined);
  const routes = lines.route(board);
  const followed = lines.follow(board, movedBy(board, 40, 16), new Set(board.relations.keys()));
  expect(followed.size).toBe(100);
  for (const [id, route] of followed) {
    expect(route.points).toEqual(routes.get(id)?.points.map(({ x, y }) => ({ x: x + 40, y: y + 16 })));
  }
});

it('CANVAS-60 a line of what moves alone is laid to where it is now', () => {
  const board = wide(3);
  const lines = createLineKeeper(() => undefined);
  lines.route(board);
  const box = { x: 600, y: 400, w: 168, h: 72 };
  const route = lines.follow(board, new Map([['r0', box]]), new Set(['reports:r0'])).get('reports:r0');
  const ends = [route?.points[0], route?.points.at(-1)];
  const touching = ends.filter(
    (at) => at !== undefined && at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h,
  );
  expect(touching).toHaveLength(1);
});
