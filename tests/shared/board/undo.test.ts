import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { violations } from '#shared/board/invariants.ts';
import { validateDocument } from '#shared/board/schema.ts';
import { desk, sample, sync, twoDesks } from './support.ts';

describe('undo', () => {
  it('BOARD-8 one edit, or one transact, is one step; redo brings it back', () => {
    const { editor, undo, board } = desk();
    editor.transact(() => {
      editor.addElement({ id: 'a', kind: 'unit', x: 0, y: 0 });
      editor.addElement({ id: 'b', kind: 'unit', x: 0, y: 0, boss: 'a' });
    });
    editor.rename('a', 'First');
    editor.rename('a', 'Second');
    expect(undo.undo()).toBe(true);
    expect(board().elements.get('a')?.name).toBe('First');
    undo.undo();
    undo.undo();
    expect([board().elements.size, board().relations.size, undo.canUndo]).toEqual([0, 0, false]);
    expect(undo.undo()).toBe(false);
    undo.redo();
    undo.redo();
    expect([board().elements.get('a')?.name, board().relations.size, undo.canRedo]).toEqual(['First', 1, true]);
  });

  it('BOARD-8 only own steps are taken back; what others did stays', () => {
    const [one, two] = twoDesks(sample);
    one.editor.move(new Map([['ops', { x: 50, y: 50 }]]));
    two.editor.rename('ops', 'Operations');
    sync(one.doc, two.doc);
    expect(two.undo.canUndo).toBe(true);
    one.undo.undo();
    expect(one.board().elements.get('ops')).toMatchObject({ x: 0, y: 400, name: 'Operations' });
    sync(one.doc, two.doc);
    two.undo.undo();
    expect(two.board().elements.get('ops')).toMatchObject({ x: 0, y: 400, name: 'Marketing operations' });
  });

  it('BOARD-8 an own removal that somebody changed meanwhile comes back whole', () => {
    const [one, two] = twoDesks(sample);
    one.editor.remove(['ops']);
    two.editor.move(new Map([['ops', { x: 77, y: 77 }]]));
    two.editor.setKind('ops', 'centre');
    sync(one.doc, two.doc);
    expect(one.board().elements.has('ops')).toBe(false);
    one.undo.undo();
    sync(one.doc, two.doc);
    expect(one.board().elements.get('ops')).toMatchObject({ kind: 'unit', x: 0, y: 400, name: 'Marketing operations' });
    expect(one.board().broken).toEqual([]);
    expect(two.board()).toEqual(one.board());
  });

  it('BOARD-8 undo and redo of what somebody changed meanwhile never send an incomplete thing', () => {
    const [one, two] = twoDesks(sample);
    const mirror = new Y.Doc();
    Y.applyUpdate(mirror, Y.encodeStateAsUpdate(one.doc));
    const seen: unknown[] = [];
    one.doc.on('update', (update: Uint8Array) => {
      Y.applyUpdate(mirror, update);
      seen.push(validateDocument(mirror));
    });
    one.editor.remove(['ops']);
    two.editor.move(new Map([['ops', { x: 77, y: 77 }]]));
    two.editor.setKind('ops', 'centre');
    sync(one.doc, two.doc);
    one.undo.undo();
    expect(one.undo.canRedo).toBe(true);
    one.undo.redo();
    expect([one.board().elements.has('ops'), one.undo.canUndo, one.undo.canRedo]).toEqual([false, true, false]);
    one.undo.undo();
    expect(one.board().elements.get('ops')).toMatchObject({ kind: 'unit', x: 0, y: 400 });
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.flat()).toEqual([]);
  });

  it('BOARD-8 undo never brings back a line to what somebody removed', () => {
    const [one, two] = twoDesks(sample);
    one.editor.reparent(['brand'], null);
    sync(one.doc, two.doc);
    two.editor.remove(['vp']);
    sync(one.doc, two.doc);
    one.undo.undo();
    expect(one.board().relations.has('reports:brand')).toBe(false);
    expect(violations(one.board())).toEqual([]);
  });

  it('BOARD-8 removing a boss and taking it back restores every line', () => {
    const d = desk();
    sample(d);
    const before = d.board();
    d.editor.addTiger({ id: 't', members: { vp: 20 } });
    d.editor.remove(['vp']);
    d.undo.undo();
    d.undo.undo();
    expect(d.board()).toEqual(before);
  });

  it('BOARD-8 steps on what is locked by now are passed over by who may not change it', () => {
    const d = desk();
    sample(d);
    const convenor = desk('c', { mayEditLocked: true }, d.doc);
    d.editor.rename('brand', 'Brand studio');
    d.editor.rename('ops', 'Operations');
    convenor.editor.setLocked(['ops'], true);
    d.undo.undo();
    expect(d.board().elements.get('ops')?.name).toBe('Operations');
    expect(d.board().elements.get('brand')?.name).toBe('Brand');
    convenor.undo.undo();
    expect(d.board().elements.get('ops')?.locked).toBe(false);
  });

  it('BOARD-8 listeners hear of each step, and no more after destroy', () => {
    const { editor, undo } = desk();
    let heard = 0;
    const stop = undo.subscribe(() => {
      heard += 1;
    });
    editor.addElement({ kind: 'unit', x: 0, y: 0 });
    expect(heard).toBe(1);
    undo.undo();
    expect(heard).toBeGreaterThan(1);
    stop();
    const before = heard;
    undo.redo();
    expect(heard).toBe(before);
    undo.destroy();
    editor.addElement({ kind: 'unit', x: 0, y: 0 });
    expect(heard).toBe(before);
  });
});
