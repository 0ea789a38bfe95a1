import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { diffBoards, isSame } from '#shared/board/diff/diff-boards.ts';
import { restoreBoard, restoreDocument } from '#shared/board/diff/restore.ts';
import { documentText, fileText } from '#shared/board/file.ts';
import { violations } from '#shared/board/invariants.ts';
import type { Id, StateId } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import { type Random, randomFrom } from '../../fuzz/random.ts';
import { type Desk, desk, refusal, sample, sync, twoDesks } from '../board/support.ts';

/** An edit at random that is right more often than not. */
function edit({ editor, board }: Desk, chance: Random): void {
  const { elements, overlays, frames } = board();
  const ids = [...elements.keys()];
  const any = (): Id => chance.pick(ids) ?? '';
  const at = { x: chance.below(900), y: chance.below(900) };
  const edits = [
    () => editor.addElement({ kind: 'role', name: `Role ${chance.below(99)}`, boss: any(), ...at }),
    () => editor.addElement({ kind: 'unit', name: `Team ${chance.below(99)}`, ...at }),
    () => editor.rename(any(), `Name ${chance.below(99)}`),
    () => editor.move(new Map([[any(), at]])),
    () => editor.setAttributes([any()], { fte: chance.below(9), vacant: chance.chance(0.5), cap: ['data'] }),
    () => editor.reparent([any()], chance.chance(0.2) ? null : any()),
    () => editor.setSitsIn([any()], any()),
    () => editor.relate('owns', any(), any()),
    () => editor.addTiger({ name: 'Team', members: { [any()]: 30 } }),
    () => editor.addFriction({ friction: 'silo', on: [any()] }),
    () => editor.addZone({ zone: 'scope', title: 'Zone', w: 300, h: 300, ...at }),
    () => editor.addFrame({ title: 'Frame', w: 300, h: 300, ...at }),
    () => editor.setLoad([...overlays.keys()][0] ?? '', any(), chance.below(100)),
    () => editor.setMeta({ title: `Board ${chance.below(9)}` }),
    () => editor.remove([any()]),
    () => editor.remove([chance.pick([...overlays.keys(), ...frames.keys()]) ?? '']),
  ];
  refusal(() => chance.pick(edits)?.());
}

describe('restoring', () => {
  it('DIFF-19 gives the board of the earlier moment, in one step that undo takes back; whatever happened in between', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const chance = randomFrom(seed);
      const at = desk(`s${seed}-`);
      sample(at);
      for (let i = 0; i < 30; i += 1) edit(at, chance);
      const then = at.board();
      const state = Y.encodeStateAsUpdate(at.doc);
      for (let i = 0; i < 30; i += 1) edit(at, chance);
      const now = at.board();

      restoreBoard(at.editor, then);
      expect(fileText(at.board()), `seed ${seed}`).toBe(fileText(then));
      expect(violations(at.board())).toEqual([]);
      at.undo.undo();
      expect(fileText(at.board()), `seed ${seed}, undone`).toBe(fileText(now));

      const replayed = new Y.Doc();
      Y.applyUpdate(replayed, state);
      restoreDocument(at.editor, replayed);
      expect(fileText(at.board()), `seed ${seed}, from a document`).toBe(fileText(then));
      expect(isSame(diffBoards(then, at.board()))).toBe(true);
    }
  });

  it('DIFF-20 writes only what differs, so that what somebody else types meanwhile stays', () => {
    const [one, two] = twoDesks(sample);
    const then = one.board();
    one.editor.remove(['brand']);
    sync(one.doc, two.doc);
    restoreBoard(one.editor, then);
    two.editor.rename('ops', 'Operations');
    sync(one.doc, two.doc);
    expect(one.board().elements.get('ops')?.name).toBe('Operations');
    expect(one.board().elements.get('brand')?.name).toBe('Brand');
  });

  it('DIFF-21 writes nothing when nothing differs', () => {
    const at = desk();
    sample(at);
    const before = Y.encodeStateVector(at.doc);
    restoreBoard(at.editor, at.board());
    expect(Y.encodeStateVector(at.doc)).toEqual(before);
    expect(at.undo.undo()).toBe(true);
    expect(at.board().relations.size).toBeLessThan(4);
  });

  it('DIFF-22 is refused before a word is written when it would change something locked; who may edit that may restore', () => {
    const at = desk();
    sample(at);
    const then = at.board();
    at.editor.rename('ops', 'Operations');
    at.editor.rename('vp', 'VP');
    at.editor.setLocked(['ops'], true);
    const now = fileText(at.board());
    expect(refusal(() => restoreBoard(at.editor, then))).toBe('locked');
    expect(fileText(at.board())).toBe(now);
    restoreBoard(at.editor, then, { mayEditLocked: true });
    expect(readBoard(at.doc).elements.get('ops')).toMatchObject({ name: 'Marketing operations', locked: false });
  });

  it('DIFF-23 an earlier moment comes back in every state of the board; one state alone leaves the others', () => {
    const at = desk('s', { state: () => state });
    let state: StateId = 'now';
    sample(at);
    at.editor.addState('target', 'Target', 'now');
    state = 'target';
    at.editor.rename('ops', 'Operations hub');
    const then = new Y.Doc();
    Y.applyUpdate(then, Y.encodeStateAsUpdate(at.doc));
    const text = documentText(at.doc);
    at.editor.remove(['brand']);
    state = 'now';
    at.editor.rename('vp', 'VP');
    at.editor.addFrame({ title: 'Frame', x: 0, y: 0, w: 300, h: 200 });
    restoreDocument(at.editor, then);
    expect(documentText(at.doc)).toBe(text);

    const target = readBoard(at.doc, 'target');
    at.editor.rename('vp', 'VP again');
    at.editor.addFrame({ title: 'Stays', x: 0, y: 0, w: 300, h: 200 });
    state = 'target';
    at.editor.remove(['ops']);
    restoreBoard(at.editor, target, { state: 'target' });
    expect(
      isSame(diffBoards({ ...target, frames: new Map() }, { ...readBoard(at.doc, 'target'), frames: new Map() })),
    ).toBe(true);
    expect(readBoard(at.doc, 'target').elements.get('ops')?.name).toBe('Operations hub');
    expect(readBoard(at.doc).elements.get('vp')?.name).toBe('VP again');
    expect(readBoard(at.doc).frames.size).toBe(1);
  });

  it('DIFF-24 nobody draws in an earlier moment', () => {
    let past = true;
    const at = desk('p', { isPast: () => past });
    expect(refusal(() => at.editor.addElement({ kind: 'unit', x: 0, y: 0 }))).toBe('past-shown');
    past = false;
    expect(refusal(() => at.editor.addElement({ kind: 'unit', x: 0, y: 0 }))).toBe(null);
    expect(at.board().elements.size).toBe(1);
  });
});
