import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { factsOf } from '#shared/board/board-facts.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { type BoardChange, createBoardView, readBoard } from '#shared/board/read.ts';
import { NO_FACTS } from '#shared/vocabulary/define-kind.ts';
import { desk, sample, sync, twoDesks } from './support.ts';

function watched() {
  const d = desk();
  sample(d);
  const view = createBoardView(d.doc);
  const changes: BoardChange[] = [];
  view.subscribe((change) => changes.push(change));
  return { ...d, view, changes };
}

describe('the view of a board', () => {
  it('BOARD-9 what did not change keeps its identity, and the change names what did', () => {
    const { editor, view, changes } = watched();
    const before = view.board;
    editor.move(new Map([['brand', { x: 9, y: 9 }]]));
    expect(changes).toHaveLength(1);
    expect([...(changes[0]?.ids ?? [])]).toEqual(['brand']);
    expect(changes[0]?.previous).toBe(before);
    expect(changes[0]?.board).toBe(view.board);
    expect(changes[0]?.origin).toBe(editor.origin);
    expect(view.board.relations).toBe(before.relations);
    expect(view.board.elements.get('vp')).toBe(before.elements.get('vp'));
    expect(view.board.elements.get('brand')).not.toBe(before.elements.get('brand'));
    expect(Object.isFrozen(view.board) && Object.isFrozen(view.board.elements.get('brand'))).toBe(true);
  });

  it('BOARD-9 one call per transaction, none for one that changes nothing, none after leaving', () => {
    const { editor, view, changes, doc } = watched();
    editor.transact(() => {
      editor.rename('brand', 'Brand studio');
      editor.addElement({ id: 'new', kind: 'role', x: 0, y: 0, boss: 'brand' });
    });
    expect(changes).toHaveLength(1);
    expect([...(changes[0]?.ids ?? [])].sort()).toEqual(['brand', 'new', 'reports:new']);
    doc.getMap('elements').set('brand', (doc.getMap('elements').get('brand') as Y.Map<unknown>).clone());
    expect(changes).toHaveLength(1);
    view.destroy();
    editor.rename('brand', 'Brand');
    expect(changes).toHaveLength(1);
  });

  it('BOARD-9 ids touched by repair are named too', () => {
    const [one, two] = twoDesks(sample);
    const view = createBoardView(one.doc);
    const ids: string[][] = [];
    view.subscribe((change) => ids.push([...change.ids].sort()));
    one.editor.remove(['crm']);
    expect(ids.at(-1)).toEqual(
      ['crm', [...two.board().relations.keys()].find((id) => !id.startsWith('reports:'))].sort(),
    );
    two.editor.addElement({ id: 'late', kind: 'role', x: 0, y: 0 });
    two.editor.relate('owns', 'late', 'crm');
    sync(one.doc, two.doc);
    expect(ids.at(-1)).toEqual(['late']);
    expect(view.board).toEqual(two.board());
  });

  it('BOARD-9 two replicas list everything in the same order, whatever came first', () => {
    const [one, two] = twoDesks(() => undefined);
    one.editor.addElement({ id: 'z', kind: 'unit', x: 0, y: 0 });
    two.editor.addElement({ id: 'a', kind: 'unit', x: 0, y: 0 });
    sync(one.doc, two.doc);
    expect([...one.board().elements.keys()]).toEqual(['a', 'z']);
    expect([...two.board().elements.keys()]).toEqual(['a', 'z']);
  });

  it('BOARD-10 what cannot be read is listed with a sentence, and the rest is there', () => {
    const { doc, view, editor } = watched();
    const put = (root: string, id: string, value: unknown) => doc.getMap(root).set(id, value);
    put('elements', 'robot', new Y.Map(Object.entries({ kind: 'robot', pos: [0, 0] })));
    put('elements', 'nowhere', new Y.Map(Object.entries({ kind: 'unit' })));
    put('elements', 'a b', new Y.Map());
    put('elements', 'text', 'text');
    put('relations', 'loves', new Y.Map(Object.entries({ kind: 'loves', from: 'vp', to: 'cmo' })));
    put('relations', 'half', new Y.Map(Object.entries({ kind: 'dotted', from: 'vp' })));
    put('overlays', 'cloud', new Y.Map(Object.entries({ kind: 'cloud' })));
    put('overlays', 'flat', new Y.Map(Object.entries({ kind: 'zone', zone: 'function' })));
    put('frames', 'frame', new Y.Map());
    const board = view.board;
    expect(board.broken.map((item) => item.id)).toEqual([
      'a b',
      'cloud',
      'flat',
      'frame',
      'half',
      'loves',
      'nowhere',
      'robot',
      'text',
    ]);
    for (const item of board.broken) expect(item.why).toMatch(/^This .*\.$/);
    expect(board.elements.size).toBe(5);
    expect(readBoard(doc)).toEqual(board);
    editor.remove(['robot', 'nowhere', 'cloud']);
    expect(view.board.broken).toHaveLength(6);
  });

  it('BOARD-10 keys and attributes that are not known are passed over, values that cannot be are left out', () => {
    const { doc, view } = watched();
    const vp = doc.getMap('elements').get('vp') as Y.Map<unknown>;
    doc.transact(() => {
      vp.set('sparkle', true);
      vp.set('a:future', 7);
      vp.set('a:fn', 'NONE');
      vp.set('a:lvl', 2);
    });
    expect(view.board.elements.get('vp')?.attributes).toEqual({ future: 7, lvl: 2 });
    expect(view.board.broken).toEqual([]);
  });

  it('BOARD-11 facts: containers, loads by team number, and who sits in one team and reports to another', () => {
    const { editor, view } = watched();
    editor.addElement({ id: 'guest', kind: 'role', x: 0, y: 0, sitsIn: 'ops', boss: 'brand' });
    editor.addElement({ id: 'own', kind: 'role', x: 0, y: 0, sitsIn: 'ops', boss: 'vp' });
    editor.addElement({ id: 'peer', kind: 'role', x: 0, y: 0, sitsIn: 'ops', boss: 'own' });
    editor.addTiger({ members: { own: 20 } });
    editor.addTiger({ members: { own: 30, brand: 10 } });
    const facts = (id: string) => factsOf(view.board, id);
    expect(facts('ops')).toEqual({ container: true, embedded: false, loads: [] });
    expect([facts('guest').embedded, facts('own').embedded, facts('peer').embedded]).toEqual([true, false, false]);
    expect(facts('own').loads).toEqual([
      { team: 1, share: 20 },
      { team: 2, share: 30 },
    ]);
    expect(facts('cmo')).toBe(NO_FACTS);
    const before = facts('own');
    editor.move(new Map([['own', { x: 4, y: 4 }]]));
    expect(facts('own')).toBe(before);
  });

  it('BOARD-11 the index answers who is above, below, inside and around', () => {
    const { editor, view } = watched();
    editor.addElement({ id: 'inner', kind: 'role', x: 0, y: 0, sitsIn: 'ops' });
    const zone = editor.addZone({ zone: 'function', x: -10, y: 390, w: 290, h: 200 });
    const index = indexBoard(view.board);
    expect(indexBoard(view.board)).toBe(index);
    expect(index.bossOf('ops')).toBe('vp');
    expect(index.reportsOf('vp').map((e) => e.id)).toEqual(['ops', 'brand']);
    expect(index.contentsOf('ops').map((e) => e.id)).toEqual(['inner']);
    expect(index.ancestorsInside('inner')).toEqual(['ops']);
    expect([...index.subtreeOf('vp')].sort()).toEqual(['brand', 'inner', 'ops', 'vp']);
    expect(
      index
        .relationsOf('ops')
        .map((r) => r.kind)
        .sort(),
    ).toEqual(['owns', 'reports']);
    expect(index.roots.map((e) => e.id)).toEqual(['cmo', 'crm']);
    expect(index.zonesAt('ops').map((z) => z.id)).toEqual([zone]);
    expect(index.zonesAt('brand')).toEqual([]);
    editor.setOrder('brand', '1');
    expect(
      indexBoard(view.board)
        .reportsOf('vp')
        .map((e) => e.id),
    ).toEqual(['brand', 'ops']);
  });
});
