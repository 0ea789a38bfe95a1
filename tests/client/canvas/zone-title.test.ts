import { expect, it } from 'vitest';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Box, Zone } from '#shared/board/model.ts';
import { drawZone } from '#shared/drawing/draw-overlays.ts';
import type { Detail, Mark } from '#shared/drawing/mark.ts';
import { touches } from '../../../client/canvas/geometry.ts';
import type { Scene } from '../../../client/canvas/scene.ts';
import { zoneTitle } from '../../../client/canvas/zone-title.ts';
import { drawnBoard } from '../../support/drawn-board.ts';

/** As much of a scene as titles ask for. */
function sceneOf(board: Board): Scene {
  const search = (area: Box) =>
    new Set([...board.elements.values()].filter((one) => touches(one, area)).map((one) => one.id));
  return { board, routes: new Map(), index: { search }, isContainer: () => false } as unknown as Scene;
}

function titled(zone: Partial<Zone>, elements: readonly (Box & { id: string })[] = []): [Scene, Zone] {
  const board = drawnBoard((editor) => {
    editor.addZone({ zone: 'function', title: 'Marketing', x: 0, y: 0, w: 400, h: 240, ...zone });
    for (const one of elements) editor.addElement({ kind: 'unit', ...one });
  });
  const [made] = indexBoard(board).zones;
  if (made === undefined) throw new Error('There is no zone on the board.');
  return [sceneOf(board), made];
}

const written = ([scene, zone]: [Scene, Zone], zoom: number, detail: Detail): readonly Mark[] | null =>
  zoneTitle(scene, zone, drawZone(zone, { detail: 3, finish: 'full' }), zoom, detail)?.marks ?? null;

it('CANVAS-56 a zone title is the drawing’s own from 100 % on, and held at 11 px in its capitals and tracking below', () => {
  const zone = titled({});
  expect(written(zone, 1, 3)).toBeNull();
  const [held] = written(zone, 0.5, 2) ?? [];
  expect(held).toMatchObject({ type: 'text', text: 'MARKETING', weight: 600, tracking: 0.1 });
  const size = held?.type === 'text' ? held.size * 0.5 : 0;
  expect(size).toBeGreaterThan(10.5);
  expect(size).toBeLessThan(11.5);
});

it('CANVAS-57 a zone title is never written over an element: it gets smaller, then a bar stands for it', () => {
  const low = titled({}, [{ id: 'a', x: 20, y: 22, w: 168, h: 72 }]);
  const [smaller] = written(low, 0.45, 2) ?? [];
  const least = smaller?.type === 'text' ? smaller.size * 0.45 : 0;
  expect(least).toBeGreaterThan(7);
  expect(least).toBeLessThan(10.5);
  const full = titled({}, [{ id: 'a', x: 8, y: 4, w: 168, h: 72 }]);
  expect(written(full, 0.45, 2)?.map((mark) => mark.type)).toEqual(['rect']);
});

it('CANVAS-58 between 15 and 30 % a bar is drawn; farther away 11 px where free, above the zone where not', () => {
  expect(written(titled({}), 0.22, 1)).toBeNull();
  const [inside] = written(titled({}), 0.12, 0) ?? [];
  expect(inside?.type === 'text' ? inside.y : -1).toBeGreaterThan(0);
  const [above] = written(titled({}, [{ id: 'a', x: 16, y: 40, w: 368, h: 180 }]), 0.12, 0) ?? [];
  expect(above?.type === 'text' ? above.y : 1).toBeLessThan(0);
});
