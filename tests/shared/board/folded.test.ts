import { describe, expect, it } from 'vitest';
import { foldingOf, foldSentence, foldsOver, hiddenByFold, withOwnFolds } from '#shared/board/folded.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Id } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { desk } from './support.ts';

/** Head, with two teams under it; a role sits in the first; the platform beside it all. */
function tree() {
  const d = desk();
  const { editor } = d;
  editor.addElement({ id: 'head', kind: 'role', name: 'Head', x: 200, y: 0 });
  editor.addElement({ id: 'web', kind: 'unit', name: 'Web', x: 0, y: 200, boss: 'head' });
  editor.addElement({ id: 'data', kind: 'unit', name: 'Data', x: 400, y: 200, boss: 'head' });
  editor.addElement({ id: 'lead', kind: 'role', name: 'Lead', x: 20, y: 240, sitsIn: 'web' });
  editor.addElement({ id: 'crm', kind: 'platform', name: 'CRM', x: 800, y: 0 });
  editor.relate('owns', 'web', 'crm');
  editor.relate('owns', 'head', 'crm');
  return d;
}

const fold = (d: ReturnType<typeof tree>, ...ids: Id[]) => d.editor.setAttributes(ids, { collapsed: true });
const sorted = (ids: Iterable<Id>) => [...ids].sort();

describe('folding', () => {
  it('FOLD-1 a folded box hides all that reports to it or sits in it, through any number of others, and nothing else', () => {
    const d = tree();
    expect(hiddenByFold(d.board()).size).toBe(0);
    fold(d, 'head');
    expect(sorted(hiddenByFold(d.board()))).toEqual(['data', 'lead', 'web']);
  });

  it('FOLD-2 what has nothing below it cannot be folded, whatever its attribute says', () => {
    const d = tree();
    fold(d, 'crm', 'data');
    expect(foldingOf(d.board())).toEqual({ hidden: new Set(), folds: new Map() });
  });

  it('FOLD-3 only heads that are seen count, with everything below them and the lines that are left out', () => {
    const d = tree();
    fold(d, 'head', 'web');
    const { folds } = foldingOf(d.board());
    expect([...folds.values()]).toEqual([{ head: 'head', count: 3, lines: 1 }]);
    expect([...folds.values()].map(foldSentence)).toEqual(['3 folded under it, 1 line left out']);
    expect(foldSentence({ head: 'x', count: 2, lines: 0 })).toBe('2 folded under it');
  });

  it('FOLD-4 to see an element all heads over it are opened, the outermost first', () => {
    const d = tree();
    fold(d, 'head', 'web');
    expect(foldsOver(d.board(), 'lead')).toEqual(['head', 'web']);
    expect(foldsOver(d.board(), 'data')).toEqual(['head']);
    expect(foldsOver(d.board(), 'crm')).toEqual([]);
  });

  it('FOLD-5 a window turns heads for itself: the board stays, what did not turn stays the same object', () => {
    const d = tree();
    fold(d, 'web');
    const board = d.board();
    const own = withOwnFolds(board, new Set(['head', 'gone']));
    expect(sorted(hiddenByFold(own))).toEqual(['data', 'lead', 'web']);
    expect(sorted(hiddenByFold(withOwnFolds(board, new Set(['web']))))).toEqual([]);
    expect(sorted(hiddenByFold(board))).toEqual(['lead']);
    expect(own.elements.get('data')).toBe(board.elements.get('data'));
    expect(withOwnFolds(board, new Set(['head'])).elements.get('head')).toBe(own.elements.get('head'));
    expect(withOwnFolds(board, new Set())).toBe(board);
    expect(indexBoard(own).bossOf('web')).toBe('head');
  });

  it('FOLD-6 undo opens what was folded', () => {
    const d = tree();
    fold(d, 'head');
    d.undo.undo();
    expect(hiddenByFold(d.board()).size).toBe(0);
    d.undo.redo();
    expect(hiddenByFold(d.board()).size).toBe(3);
  });

  it('FOLD-7 a picture shows a folded branch as its head with the count, and no line to what is hidden', () => {
    const d = tree();
    const before = drawBoard(d.board()).items.map((item) => item.id);
    fold(d, 'head');
    const { items } = drawBoard(d.board());
    const ids = new Set(items.map((item) => item.id));
    expect(before).toContain('web');
    expect(['web', 'data', 'lead', 'reports:web'].filter((id) => ids.has(id))).toEqual([]);
    expect(items.filter((item) => item.id === 'head').map((item) => item.sentence)).toContain(
      '3 folded under it, 1 line left out',
    );
    const lines = items.filter((item) => item.layer === 'line').map((item) => item.sentence);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('Head');
    expect(JSON.stringify(items)).toContain('+3 · 1 line');
  });
});
