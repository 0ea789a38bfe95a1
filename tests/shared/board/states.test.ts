import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { boardFromFile, documentText, fileText, fillDocument, parseFile, statesFromFile } from '#shared/board/file.ts';
import { violations } from '#shared/board/invariants.ts';
import type { StateId } from '#shared/board/model.ts';
import { createBoardView, readBoard, readStateBoards, readStates } from '#shared/board/read.ts';
import { MOST, validateDocument } from '#shared/board/schema.ts';
import { touchesLocked } from '#shared/board/touches-locked.ts';
import { createUndo } from '#shared/board/undo.ts';
import { desk, sync } from './support.ts';

/** A person at a board whose window shows one state at a time. */
function person(doc = new Y.Doc(), mayEditLocked = false) {
  const origin = {};
  const view = createBoardView(doc);
  let n = 0;
  const newId = () => {
    n += 1;
    return `${doc.clientID}-${n}`;
  };
  const editor = createEditor(doc, { origin, newId, mayEditLocked, state: () => view.state });
  return { doc, view, editor, undo: createUndo(doc, origin, { view, mayEditLocked }) };
}

function drawn() {
  const one = person();
  one.editor.addElement({ id: 'cmo', kind: 'role', name: 'CMO', x: 0, y: 0 });
  one.editor.addElement({ id: 'ops', kind: 'unit', name: 'Operations', x: 0, y: 200, boss: 'cmo' });
  one.editor.addFrame({ id: 'f1', title: 'All of it', x: -50, y: -50, w: 960, h: 540 });
  return one;
}

const names = (doc: Y.Doc, state: StateId) => [...readBoard(doc, state).elements.values()].map((e) => e.name);

describe('states of a board', () => {
  it('STATE-1 a new state holds the same things under the same ids, and is one step of undo', () => {
    const { doc, editor, undo, view } = drawn();
    editor.addState('target', 'In two years', 'now');
    expect(readStates(doc)).toEqual([
      { id: 'now', title: 'Now' },
      { id: 'target', title: 'In two years' },
    ]);
    const [now, target] = [readBoard(doc), readBoard(doc, 'target')];
    expect(target.elements).toEqual(now.elements);
    expect(target.relations).toEqual(now.relations);
    expect(validateDocument(doc)).toEqual([]);
    undo.undo();
    expect(view.states).toHaveLength(1);
    expect(readBoard(doc, 'target').elements.size).toBe(0);
    undo.redo();
    expect(names(doc, 'target')).toEqual(['CMO', 'Operations']);
  });

  it('STATE-2 what is drawn in one state leaves the others as they are; frames are everybody’s', () => {
    const { doc, editor, view } = drawn();
    editor.addState('target', 'Target', 'now');
    view.show('target');
    editor.rename('ops', 'Revenue operations');
    editor.addElement({ id: 'hub', kind: 'centre', name: 'Hub', x: 300, y: 200 });
    editor.remove(['cmo']);
    editor.addFrame({ id: 'f2', x: 0, y: 0, w: 400, h: 300 });
    expect(names(doc, 'now')).toEqual(['CMO', 'Operations']);
    expect(names(doc, 'target')).toEqual(['Hub', 'Revenue operations']);
    expect([...readBoard(doc).frames.keys()]).toEqual(['f1', 'f2']);
    expect(readBoard(doc, 'target').frames).toEqual(readBoard(doc).frames);
    expect(readBoard(doc).relations.has('reports:ops')).toBe(true);
  });

  it('STATE-3 showing a state is one change that names what differs, and what is the same keeps its identity', () => {
    const { editor, view } = drawn();
    editor.addState('target', 'Target', 'now');
    view.show('target');
    editor.move(new Map([['ops', { x: 400, y: 200 }]]));
    const heard: unknown[] = [];
    view.subscribe(({ switched, ids, board }) => heard.push([switched, ids.has('ops'), board === view.board]));
    view.show('now');
    view.show('now');
    view.show('bridge');
    expect(heard).toEqual([[true, true, true]]);
    expect(view.board.elements.get('ops')?.x).toBe(0);
    const { board } = view;
    view.show('target');
    view.show('now');
    expect(view.board).toBe(board);
    expect(view.readState('target')?.elements.get('ops')?.x).toBe(400);
    expect(view.readState('bridge')).toBeNull();
  });

  it('STATE-4 undo of a step in another state shows that state', () => {
    const { editor, undo, view } = drawn();
    editor.addState('target', 'Target', 'now');
    view.show('target');
    editor.rename('ops', 'Growth');
    view.show('now');
    editor.rename('cmo', 'Chief marketing officer');
    undo.undo();
    expect(view.state).toBe('now');
    undo.undo();
    expect([view.state, view.board.elements.get('ops')?.name]).toEqual(['target', 'Operations']);
    view.show('now');
    undo.redo();
    expect([view.state, view.board.elements.get('ops')?.name]).toEqual(['target', 'Growth']);
  });

  it('STATE-5 a state somebody removes is left for the first one, with everything in it gone', () => {
    const one = drawn();
    one.editor.addState('bridge', 'Bridge', 'now');
    const two = person();
    sync(one.doc, two.doc);
    two.view.show('bridge');
    one.editor.removeState('bridge');
    sync(one.doc, two.doc);
    expect([two.view.state, two.view.states.length]).toEqual(['now', 1]);
    expect(two.view.board.elements.size).toBe(2);
    expect(two.doc.getMap('elements@bridge').size).toBe(0);
    one.editor.removeState('bridge');
  });

  it('STATE-20 what somebody else draws in the state I look at shows at once, also when it came after my view', () => {
    const one = drawn();
    const two = person();
    sync(one.doc, two.doc);
    one.editor.addState('target', 'Target', 'now');
    sync(one.doc, two.doc);
    one.view.show('target');
    two.view.show('target');
    two.editor.rename('ops', 'Growth');
    sync(one.doc, two.doc);
    expect(one.view.board.elements.get('ops')?.name).toBe('Growth');
    one.editor.updateFrame('f1', { title: 'Renamed' });
    sync(one.doc, two.doc);
    expect(two.view.board.frames.get('f1')?.title).toBe('Renamed');
  });

  it('STATE-6 a state is added once, named, and never the first', () => {
    const { editor, view } = drawn();
    editor.addState('target', 'Target', null);
    expect(view.readState('target')?.elements.size).toBe(0);
    expect(() => editor.addState('target', 'Again', 'now')).toThrow(/has the state “Again” already/);
    expect(() => editor.addState('now', 'Now', 'now')).toThrow();
    expect(() => editor.removeState('now')).toThrow();
    expect(() => editor.renameState('bridge', 'x')).toThrow();
    editor.renameState('target', '2028');
    expect(view.states[1]?.title).toBe('2028');
  });

  it('STATE-7 locks hold in each state: for the editor, for removal of the state, and for the check of the server', () => {
    const convenor = person(new Y.Doc(), true);
    convenor.editor.addElement({ id: 'cmo', kind: 'role', name: 'CMO', x: 0, y: 0 });
    convenor.editor.addState('target', 'Target', 'now');
    convenor.view.show('target');
    convenor.editor.setLocked(['cmo'], true);
    const other = person();
    sync(convenor.doc, other.doc);
    other.editor.rename('cmo', 'Free in the first state');
    other.view.show('target');
    expect(() => other.editor.rename('cmo', 'No')).toThrow(/locked/);
    expect(() => other.editor.removeState('target')).toThrow(/locked/);
    const found: string[] = [];
    convenor.doc.on('afterTransaction', (transaction: Y.Transaction) => found.push(...touchesLocked(transaction)));
    convenor.editor.rename('cmo', 'Mine to change');
    expect(found).toEqual(['cmo']);
  });

  it('STATE-8 the check looks into every state, and knows no others', () => {
    const { doc } = drawn();
    doc.getMap('elements@target').set('x', new Y.Map(Object.entries({ kind: 'castle', pos: [0, 0] })));
    expect(validateDocument(doc).map(({ root, id }) => [root, id])).toEqual([['elements@target', 'x']]);
    doc.getMap('elements@target').clear();
    doc.getMap('elements@never').set('x', 1);
    expect(validateDocument(doc)[0]?.sentence).toMatch(/no part called/);
    const full = new Y.Doc();
    const overlay = () => new Y.Map(Object.entries({ kind: 'friction', friction: 'overload', at: [0, 0] }));
    full.transact(() => {
      for (let i = 0; i <= MOST.overlays; i += 1) full.getMap('overlays@bridge').set(`o${i}`, overlay());
    });
    expect(validateDocument(full)).toMatchObject([{ code: 'full', root: 'overlays@bridge' }]);
  });

  it('STATE-9 a file holds every state and reads back as the same board; one state alone is still version 1', () => {
    const { doc, editor, view } = drawn();
    expect(JSON.parse(fileText(view.board))).toMatchObject({ version: 1 });
    editor.addState('target', 'Target', 'now');
    view.show('target');
    editor.addElement({ id: 'hub', kind: 'centre', name: 'Hub', x: 300, y: 200 });
    const text = documentText(doc);
    expect(JSON.parse(text)).toMatchObject({ version: 2, board: { states: [{ id: 'target', title: 'Target' }] } });
    const parsed = parseFile(text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const [board, states] = [boardFromFile(parsed.file), statesFromFile(parsed.file)];
    expect(fileText(board, states)).toBe(text);
    const copy = new Y.Doc();
    fillDocument(copy, board, null, states);
    expect(documentText(copy)).toBe(text);
    expect(readStateBoards(copy)).toEqual(readStateBoards(doc));
    expect(validateDocument(copy)).toEqual([]);
  });

  it('STATE-10 a file with a state twice, unknown or broken is refused with a sentence', () => {
    const of = (states: unknown) =>
      parseFile(JSON.stringify({ format: 'orgora-board', version: 2, board: { states } }));
    expect(of([{ id: 'target' }])).toHaveProperty('file');
    expect(of([{ id: 'target' }, { id: 'target' }])).toEqual({
      problem: 'This board cannot be opened: A state is there twice.',
    });
    expect(of([{ id: 'later' }])).toHaveProperty('problem');
    const line = { id: 'reports:a', kind: 'reports', from: 'a', to: 'b' };
    expect(of([{ id: 'bridge', relations: [line] }])).toHaveProperty('problem');
  });

  it('STATE-11 a document from before states gets its version with the first of them, and only then', () => {
    const { doc, editor, undo } = desk();
    doc.getMap('meta').set('schema', 1);
    editor.addElement({ id: 'a', kind: 'unit', x: 0, y: 0 });
    expect(doc.getMap('meta').get('schema')).toBe(1);
    editor.addState('target', 'Target', 'now');
    expect(doc.getMap('meta').get('schema')).toBe(2);
    undo.undo();
    expect(doc.getMap('meta').get('schema')).toBe(1);
  });

  it('STATE-12 two people who draw in different states at once both keep what they drew', () => {
    const one = drawn();
    one.editor.addState('target', 'Target', 'now');
    const two = person();
    sync(one.doc, two.doc);
    two.view.show('target');
    one.editor.rename('ops', 'Operations, now');
    two.editor.rename('ops', 'Operations, then');
    two.editor.relate('dotted', 'ops', 'cmo');
    sync(one.doc, two.doc);
    for (const { doc } of [one, two]) {
      expect(names(doc, 'now')).toContain('Operations, now');
      expect(names(doc, 'target')).toContain('Operations, then');
      for (const state of ['now', 'target'] as const) expect(violations(readBoard(doc, state))).toEqual([]);
    }
  });

  it('STATE-13 joined changes are one step', () => {
    const { editor, undo, view } = person();
    editor.addElement({ id: 'a', kind: 'unit', x: 0, y: 0 });
    const end = undo.join();
    editor.addElement({ id: 'b', kind: 'unit', x: 0, y: 0 });
    editor.remove(['a']);
    end();
    editor.addElement({ id: 'c', kind: 'unit', x: 0, y: 0 });
    undo.undo();
    expect([...view.board.elements.keys()]).toEqual(['b']);
    undo.undo();
    expect([...view.board.elements.keys()]).toEqual(['a']);
  });

  it('STATE-14 a board of another moment is shown in place of the document until it is taken away', () => {
    const { editor, view } = drawn();
    const past = view.board;
    editor.remove(['ops']);
    view.showing(past);
    editor.rename('cmo', 'Changed meanwhile');
    expect([view.isShowing, view.board]).toEqual([true, past]);
    view.showing(null);
    expect([view.isShowing, view.board.elements.get('cmo')?.name]).toEqual([false, 'Changed meanwhile']);
  });
});

describe('frames', () => {
  it('FRAMES-1 a frame keeps a line under its title, the state it shows and what the speaker wants to say', () => {
    const { doc, editor, view } = drawn();
    expect(view.board.frames.get('f1')).not.toHaveProperty('notes');
    editor.updateFrame('f1', { subtitle: 'As it is', state: 'target', notes: 'Pause here.' });
    expect(view.board.frames.get('f1')).toMatchObject({ subtitle: 'As it is', state: 'target', notes: 'Pause here.' });
    expect(doc.getMap('meta').get('schema')).toBe(2);
    expect(validateDocument(doc)).toEqual([]);
    const parsed = parseFile(documentText(doc));
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect([parsed.file.version, boardFromFile(parsed.file).frames]).toEqual([2, view.board.frames]);
    editor.updateFrame('f1', { state: null, notes: '', subtitle: '' });
    expect(view.board.frames.get('f1')).toEqual({
      id: 'f1',
      title: 'All of it',
      order: view.board.frames.get('f1')?.order,
      x: -50,
      y: -50,
      w: 960,
      h: 540,
    });
  });

  it('FRAMES-2 two people write in the notes of a frame at once, and both texts stay', () => {
    const one = drawn();
    one.editor.updateFrame('f1', { notes: 'Middle' });
    const two = person();
    sync(one.doc, two.doc);
    one.editor.updateFrame('f1', { notes: 'First. Middle' });
    two.editor.updateFrame('f1', { notes: 'Middle. Last' });
    sync(one.doc, two.doc);
    expect(one.view.board.frames.get('f1')?.notes).toBe('First. Middle. Last');
    expect(two.view.board.frames.get('f1')?.notes).toBe('First. Middle. Last');
  });
});
