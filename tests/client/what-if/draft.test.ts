import { afterEach, describe, expect, it } from 'vitest';
import { validPatch } from '#shared/critique/patch/valid.ts';
import { createWhatIfDraft, type WhatIfDraft } from '../../../client/critique/what-if/draft-runtime.ts';
import { forgetWhatIf, keepWhatIf, keptWhatIf } from '../../../client/critique/what-if/kept-what-if.ts';
import { anchorOfPatch } from '../../../client/critique/what-if/send-what-if.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

const open: { destroy(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.destroy();
  window.localStorage.clear();
});

function boardOf(): FakeRuntime & Record<'cmo' | 'ops' | 'brand', string> {
  const runtime = createFakeRuntime('respondent');
  open.push(runtime);
  const cmo = runtime.add('role', 'Chief marketing officer');
  const ops = runtime.add('unit', 'Marketing operations', { y: 200, boss: cmo });
  const brand = runtime.add('unit', 'Brand', { x: 300, y: 200, boss: cmo });
  return Object.assign(runtime, { cmo, ops, brand });
}

function draftOn(runtime: FakeRuntime, kept: Parameters<typeof createWhatIfDraft>[1] = null): WhatIfDraft {
  const draft = createWhatIfDraft(runtime, kept);
  open.unshift(draft);
  return draft;
}

describe('a what-if that is drawn', () => {
  it('WHATIF-1 is drawn by who may not change the board, on a copy of which the board and its document hold nothing', () => {
    const real = boardOf();
    const before = real.board;
    const draft = draftOn(real);
    expect([real.can('board.edit'), draft.runtime.can('board.edit')]).toEqual([false, true]);
    for (const no of [
      'board.edit-locked',
      'board.rename',
      'comment.what-if',
      'history.read',
      'presence.show',
    ] as const) {
      expect(draft.runtime.can(no)).toBe(false);
    }
    draft.runtime.editor.reparent([real.brand], real.ops);
    draft.runtime.editor.addElement({ kind: 'role', name: 'Data steward', x: 0, y: 400, boss: real.ops });
    expect(draft.store.getState().changes).toEqual([
      'Brand moved from Chief marketing officer to Marketing operations.',
      'Data steward added under Marketing operations.',
    ]);
    expect(real.board).toBe(before);
    expect(real.doc.store.clients.size).toBe(1);
    draft.runtime.undo.undo();
    expect(draft.store.getState().changes).toHaveLength(1);
    const { patch } = draft.store.getState();
    expect(validPatch(JSON.parse(JSON.stringify(patch)))).toEqual(patch);
  });

  it('WHATIF-2 goes on with the board: what others change arrives in it, and is no part of it', () => {
    const real = boardOf();
    real.editor.addPrompt({ text: 'Who decides?' });
    const draft = draftOn(real);
    expect(draft.store.getState().changes).toEqual([]);
    draft.runtime.editor.rename(real.ops, 'Operations hub');
    real.editor.rename(real.cmo, 'CMO');
    real.editor.move(new Map([[real.ops, { x: 640, y: 80 }]]));
    expect(draft.runtime.view.board.elements.get(real.ops)).toMatchObject({ name: 'Operations hub', x: 640 });
    expect(draft.store.getState().changes).toEqual(['Marketing operations is now called Operations hub.']);
    expect(draft.store.getState().patch.changed).toEqual({ [real.ops]: ['name'] });
    expect(draft.store.getState().lost).toEqual([]);
  });

  it('WHATIF-3 says what no longer fits when the board takes it away', () => {
    const real = boardOf();
    const draft = draftOn(real);
    draft.runtime.editor.rename(real.brand, 'Brand studio');
    draft.runtime.editor.reparent([real.brand], real.ops);
    real.editor.remove([real.brand]);
    expect(draft.store.getState().changes).toEqual([]);
    const said = 'The board changed: what you drew on “Brand studio” is no longer in your what-if.';
    expect(draft.store.getState().lost).toEqual([said]);
    expect(real.ui.getState().announcement).toBe(said);
  });

  it('WHATIF-4 comes back after a reload on the newest board, as one step that can be undone', () => {
    const real = boardOf();
    const first = draftOn(real);
    first.runtime.editor.rename(real.ops, 'Operations hub');
    first.runtime.editor.reparent([real.brand], real.ops);
    const place = { councilId: 'c', boardId: 'b', seat: 's' };
    expect(keepWhatIf(place, { patch: first.store.getState().patch, reason: 'One owner', anchor: null })).toBe(true);
    real.editor.move(new Map([[real.ops, { x: 900, y: 10 }]]));
    expect(keptWhatIf({ ...place, seat: 'other' })).toBeNull();
    const kept = keptWhatIf(place);
    expect(kept?.reason).toBe('One owner');
    const again = draftOn(real, kept?.patch ?? null);
    expect(again.store.getState().changes).toHaveLength(2);
    expect(again.runtime.view.board.elements.get(real.ops)).toMatchObject({ name: 'Operations hub', x: 900 });
    again.runtime.undo.undo();
    expect(again.store.getState().changes).toEqual([]);
    forgetWhatIf(place);
    expect(keptWhatIf(place)).toBeNull();
  });

  it('WHATIF-5 shows what is proposed against the board, and stays in the state it was begun in', () => {
    const real = boardOf();
    real.editor.addState('target', 'Target', 'now');
    const draft = draftOn(real);
    draft.runtime.editor.remove([real.brand]);
    expect(draft.runtime.ui.getState().comparison).toMatchObject({ as: 'proposed', before: real.board });
    draft.runtime.view.show('target');
    expect(draft.runtime.view.state).toBe('now');
    expect(draft.runtime.view.states.map((state) => state.id)).toEqual(['now']);
    expect(() => draft.runtime.editor.removeState('target')).toThrow('A what-if changes one state of the board.');
  });

  it('WHATIF-6 says that it is too large, with what to do', () => {
    const draft = draftOn(boardOf());
    draft.runtime.editor.transact(() => {
      for (let i = 0; i < 61; i += 1)
        draft.runtime.editor.addElement({ kind: 'role', name: `${i}`, x: i * 10, y: 600 });
    });
    expect(draft.store.getState().tooLarge).toMatch(/^This what-if changes 61 things, and 60 is the most\./);
  });

  it('WHATIF-7 stands on what it changes first, on what it takes away, or on the place of something new', () => {
    const real = boardOf();
    const draft = draftOn(real);
    const id = draft.runtime.editor.addElement({ kind: 'unit', name: 'Data', x: 40, y: 500 });
    const box = draft.runtime.view.board.elements.get(id);
    const anchor = () => anchorOfPatch(real.board, draft.store.getState().patch);
    expect(anchor()).toEqual({ on: 'area', box: { x: 40, y: 500, w: box?.w, h: box?.h } });
    draft.runtime.editor.remove([real.brand]);
    expect(anchor()).toMatchObject({ on: 'element', id: real.brand, name: 'Brand' });
    draft.runtime.editor.reparent([real.ops], null);
    draft.runtime.editor.reparent([real.ops], id);
    expect(anchor()).toMatchObject({ on: 'element', id: real.ops, name: 'Marketing operations' });
  });
});
