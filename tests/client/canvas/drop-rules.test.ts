import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import type { Board, ElementKindId } from '#shared/board/model.ts';
import { createBoardView } from '#shared/board/read.ts';
import { overlaps } from '../../../client/canvas/geometry.ts';
import { refuseReport } from '../../../client/gestures/drop-target.ts';
import { freeSpot, roomFor, spotUnder } from '../../../client/gestures/free-spot.ts';
import { movingSet, topOf, withGroups } from '../../../client/gestures/moving-set.ts';
import { refusal } from '../../../client/gestures/relate.ts';

interface Given {
  readonly id: string;
  readonly kind?: ElementKindId;
  readonly x?: number;
  readonly y?: number;
  readonly w?: number;
  readonly h?: number;
  readonly boss?: string;
  readonly sitsIn?: string;
}

function boardOf(given: readonly Given[], groups: Readonly<Record<string, string>> = {}): Board {
  const doc = new Y.Doc();
  const view = createBoardView(doc);
  let next = 0;
  const newId = () => {
    next += 1;
    return `id${next}`;
  };
  const editor = createEditor(doc, { origin: {}, newId });
  for (const one of given) editor.addElement({ kind: 'unit', x: 0, y: 0, w: 168, h: 72, ...one });
  for (const [id, group] of Object.entries(groups)) editor.setGroup([id], group);
  return view.board;
}

describe('what moves together', () => {
  it('CANVAS-40 a container takes what sits in it along, at any depth; a boss does not take its reports', () => {
    const board = boardOf([
      { id: 'core', kind: 'centre', w: 600, h: 400 },
      { id: 'team', x: 40, y: 80, w: 300, h: 200, sitsIn: 'core' },
      { id: 'lead', kind: 'role', x: 60, y: 140, w: 160, h: 56, sitsIn: 'team' },
      { id: 'below', kind: 'role', x: 900, y: 0, w: 160, h: 56, boss: 'lead' },
    ]);
    const moving = movingSet(board, ['core']);
    expect([...moving].sort()).toEqual(['core', 'lead', 'team']);
    expect(topOf(board, moving)).toEqual(['core']);
  });

  it('CANVAS-41 group mates move together', () => {
    const board = boardOf([{ id: 'a' }, { id: 'b', x: 400 }, { id: 'c', x: 800 }], { a: 'g', b: 'g' });
    expect([...withGroups(board, ['a'])].sort()).toEqual(['a', 'b']);
    expect([...withGroups(board, ['c'])]).toEqual(['c']);
  });
});

describe('where new and dropped boxes go', () => {
  it('CANVAS-42 a free spot overlaps nothing, however crowded it is where it was wanted', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({ id: `e${i}`, x: (i % 6) * 190, y: Math.floor(i / 6) * 90 }));
    const board = boardOf(crowd);
    const spot = freeSpot(board, { x: 100, y: 100, w: 168, h: 72 });
    for (const one of board.elements.values()) expect(overlaps({ ...spot, w: 168, h: 72 }, one)).toBe(false);
  });

  it('CANVAS-43 the first report goes centred below its boss, the next one right of the last', () => {
    const board = boardOf([{ id: 'boss', x: 100, y: 0 }]);
    const first = spotUnder(board, 'boss', { w: 168, h: 72 }, new Set());
    expect(first).toEqual({ x: 104, y: 120 });
    const more = boardOf([
      { id: 'boss', x: 100, y: 0 },
      { id: 'a', x: 96, y: 120, boss: 'boss' },
    ]);
    const second = spotUnder(more, 'boss', { w: 168, h: 72 }, new Set());
    expect(second.x).toBeGreaterThanOrEqual(96 + 168 + 24);
    expect(second.y).toBe(120);
  });

  it('CANVAS-44 the size of what is placed is taken from it and never its place', () => {
    const board = boardOf([
      { id: 'boss', x: 0, y: 0 },
      { id: 'far', x: 2000, y: 900 },
    ]);
    const far = board.elements.get('far');
    if (far === undefined) throw new Error('The element was not made.');
    expect(spotUnder(board, 'boss', far, new Set(['far'])).y).toBe(120);
  });

  it('CANVAS-45 a container grows to hold a box with its insets and never shrinks', () => {
    const board = boardOf([{ id: 'core', kind: 'unit', x: 0, y: 0, w: 400, h: 300 }]);
    const core = board.elements.get('core');
    if (core === undefined) throw new Error('The element was not made.');
    const inside = roomFor(core, [{ x: 100, y: 100, w: 100, h: 60 }]);
    expect(inside).toEqual({ x: 0, y: 0, w: 400, h: 300 });
    const grown = roomFor(core, [{ x: 380, y: 280, w: 100, h: 60 }]);
    expect(grown.w).toBeGreaterThan(480);
    expect(grown.h).toBeGreaterThan(340);
    expect(grown.x).toBe(0);
  });
});

describe('what is refused', () => {
  it('CANVAS-46 nobody reports to itself or to anybody under it', () => {
    const board = boardOf([
      { id: 'a', kind: 'role' },
      { id: 'b', kind: 'role', boss: 'a' },
      { id: 'c', kind: 'role', boss: 'b' },
    ]);
    expect(refuseReport(board, ['a'], 'c')).not.toBeNull();
    expect(refuseReport(board, ['a'], 'a')).not.toBeNull();
    expect(refuseReport(board, ['c'], 'a')).toBeNull();
  });

  it('CANVAS-47 a target is refused only when every kind of line refuses it, and says why', () => {
    const board = boardOf([
      { id: 'role', kind: 'role' },
      { id: 'platform', kind: 'platform' },
      { id: 'card', kind: 'card' },
    ]);
    const at = (id: string) => {
      const found = board.elements.get(id);
      if (found === undefined) throw new Error(`There is no ${id}.`);
      return found;
    };
    expect(refusal(null, at('role'), at('platform'))).toBeNull();
    expect(refusal('reports', at('role'), at('platform'))).toMatch(/\w+/);
    expect(refusal(null, at('card'), at('card'))).toMatch(/\w+/);
  });
});
