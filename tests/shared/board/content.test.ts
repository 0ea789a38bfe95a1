import { describe, expect, it } from 'vitest';
import { pickContent } from '#shared/board/content.ts';
import { boundsOf, boxesOverlap, centreOf, containsBox, containsCentre } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { violations } from '#shared/board/invariants.ts';
import { desk, refusal, sample } from './support.ts';

function at() {
  const d = desk();
  sample(d);
  d.editor.addElement({ id: 'inner', kind: 'role', x: 0, y: 0, sitsIn: 'ops', boss: 'ops' });
  d.editor.addTiger({ id: 't', name: 'Launch', members: { inner: 10, cmo: 5 }, lead: 'cmo' });
  d.editor.addFriction({ id: 'f', friction: 'silo', on: ['inner', 'cmo'] });
  return d;
}

describe('copying a piece of a board', () => {
  it('BOARD-18 a piece holds what was named, the lines between, and nothing that points out of it', () => {
    const { board } = at();
    const piece = pickContent(board(), ['ops', 'inner', 'crm', 't', 'f']);
    expect(piece.elements.map((e) => e.id)).toEqual(['crm', 'inner', 'ops']);
    expect(piece.relations.map((r) => r.kind).sort()).toEqual(['owns', 'reports']);
    expect(piece.overlays).toMatchObject([{ on: ['inner'] }, { members: { inner: 10 }, lead: '' }]);
    expect(pickContent(board(), ['inner']).elements[0]?.sitsIn).toBeNull();
    expect(pickContent(board(), ['inner'], { keepContainers: true }).elements[0]?.sitsIn).toBe('ops');
  });

  it('BOARD-18 a copy has new ids, its lines, groups of its own, and is not locked', () => {
    const { editor, board } = at();
    editor.setGroup(['ops', 'inner'], 'g');
    editor.setLocked(['ops'], true);
    const ids = editor.addElements(pickContent(board(), ['ops', 'inner', 'crm', 't', 'f']));
    const copy = (id: string) => ids.get(id) as string;
    const elements = board().elements;
    expect(elements.get(copy('inner'))).toMatchObject({ sitsIn: copy('ops'), name: 'New role' });
    expect(elements.get(copy('ops'))?.locked).toBe(false);
    expect(elements.get(copy('ops'))?.group).toBe(elements.get(copy('inner'))?.group);
    expect(elements.get(copy('ops'))?.group).not.toBe('g');
    expect(indexBoard(board()).bossOf(copy('inner'))).toBe(copy('ops'));
    expect(ids.get('reports:inner')).toBe(`reports:${copy('inner')}`);
    expect(board().overlays.get(copy('t'))).toMatchObject({ members: { [copy('inner')]: 10 }, lead: '' });
    expect(board().overlays.get(copy('f'))).toMatchObject({ on: [copy('inner')] });
    expect(violations(board())).toEqual([]);
  });

  it('BOARD-18 pasted on the same board it stays in its container, on another one it does not', () => {
    const one = at();
    const piece = pickContent(one.board(), ['inner'], { keepContainers: true });
    const here = one.editor.addElements(piece).get('inner') as string;
    expect(one.board().elements.get(here)?.sitsIn).toBe('ops');
    const other = desk('o');
    const there = other.editor.addElements(piece).get('inner') as string;
    expect(other.board().elements.get(there)?.sitsIn).toBeNull();
  });

  it('BOARD-18 a paste is one step, and lines of a broken piece are left out', () => {
    const { editor, undo, board } = at();
    const before = board();
    const piece = pickContent(before, ['ops', 'inner', 'crm']);
    const ids = editor.addElements({ elements: piece.elements.slice(0, 1), relations: piece.relations });
    expect(ids.size).toBe(1);
    undo.undo();
    expect(board()).toEqual(before);
  });

  it('BOARD-18 a paste that would fill the board beyond its limit is refused whole', () => {
    const { editor, board } = desk();
    const element = {
      id: 'a',
      kind: 'role',
      name: '',
      x: 0,
      y: 0,
      w: 99,
      h: 50,
      order: 'V',
      sitsIn: null,
      locked: false,
      group: null,
      attributes: {},
    } as const;
    const elements = Array.from({ length: 10_001 }, (_, i) => ({ ...element, id: `e${i}` }));
    expect(refusal(() => editor.addElements({ elements }))).toBe('board-full');
    expect(board().elements.size).toBe(0);
  });
});

describe('geometry', () => {
  it('BOARD-19 bounds, centres and overlaps', () => {
    const a = { x: 0, y: 0, w: 10, h: 10 };
    expect(boundsOf([])).toBeNull();
    expect(boundsOf([a, { x: -5, y: 5, w: 5, h: 20 }])).toEqual({ x: -5, y: 0, w: 15, h: 25 });
    expect(centreOf(a)).toEqual({ x: 5, y: 5 });
    expect(containsCentre(a, { x: 4, y: 4, w: 12, h: 12 })).toBe(true);
    expect(containsCentre(a, { x: 6, y: 6, w: 12, h: 12 })).toBe(false);
    expect(containsBox(a, { x: 0, y: 0, w: 10, h: 10 })).toBe(true);
    expect(containsBox(a, { x: 0, y: 0, w: 11, h: 10 })).toBe(false);
    expect(boxesOverlap(a, { x: 10, y: 0, w: 5, h: 5 })).toBe(false);
    expect(boxesOverlap(a, { x: 10, y: 0, w: 5, h: 5 }, 1)).toBe(true);
  });
});
