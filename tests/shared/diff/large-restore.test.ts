import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { restoreDocument } from '#shared/board/diff/restore.ts';
import { madeUpOrganisation } from '../../support/organisation.ts';
import { desk } from '../board/support.ts';

const MANY = 3_000;

describe('restoring much', () => {
  it('GAP-9 a moment from which thousands of elements were removed comes back in one step', () => {
    const at = desk();
    const { elements, relations } = madeUpOrganisation({ count: MANY, seed: 5 });
    at.editor.addElements({ elements: [...elements.values()], relations: [...relations.values()] });
    const before = at.board();
    const then = new Y.Doc();
    Y.applyUpdate(then, Y.encodeStateAsUpdate(at.doc));
    at.editor.remove([...before.elements.keys()]);
    expect(at.board().elements.size).toBe(0);
    restoreDocument(at.editor, then);
    expect(at.board().elements.size).toBe(MANY);
    expect(at.board().relations.size).toBe(before.relations.size);
    at.undo.undo();
    expect(at.board().elements.size).toBe(0);
  });
});
