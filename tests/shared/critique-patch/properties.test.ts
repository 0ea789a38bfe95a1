import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { violations } from '#shared/board/invariants.ts';
import { validateDocument } from '#shared/board/schema.ts';
import { applyPatch } from '#shared/critique/patch/apply.ts';
import { isEmptyPatch, patchBetween } from '#shared/critique/patch/between.ts';
import { fitPatch, patched } from '#shared/critique/patch/fit.ts';
import { validPatch } from '#shared/critique/patch/valid.ts';
import { desk } from '../board/support.ts';
import { anyGesture, drawnDesk, play } from './random-edits.ts';

const few = fc.array(anyGesture, { maxLength: 14 });
const RUNS = { numRuns: 60 };

/** A copy of a drawing that is edited on its own, as a what-if is. */
function forked(gestures: Parameters<typeof play>[1], from: Y.Doc) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const copy = desk('w', {}, doc);
  play(copy, gestures);
  return copy;
}

describe('a proposed change', () => {
  it('PATCH-1 put on the board it was drawn on is the board that was drawn, whatever was drawn, also after a journey as JSON', () => {
    fc.assert(
      fc.property(few, few, (drawn, proposed) => {
        const before = drawnDesk(drawn);
        const after = forked(proposed, before.doc).board();
        const patch = patchBetween(before.board(), after, 'now');
        const fit = fitPatch(before.board(), patch);
        expect(fit.skipped).toEqual([]);
        expect(fit.board).toEqual(after);
        const sent = validPatch(JSON.parse(JSON.stringify(patch)));
        if (typeof sent === 'string') throw new Error(sent);
        expect(patched(before.board(), sent)).toEqual(after);
      }),
      RUNS,
    );
  });

  it('PATCH-2 put on a board that changed meanwhile leaves a valid board and a document the server takes', () => {
    fc.assert(
      fc.property(few, few, few, (drawn, proposed, meanwhile) => {
        const real = drawnDesk(drawn);
        const patch = patchBetween(real.board(), forked(proposed, real.doc).board(), 'now');
        play(real, meanwhile);
        const expected = fitPatch(real.board(), patch).board;
        applyPatch(real.editor, real.board(), patch);
        expect(violations(real.board())).toEqual([]);
        expect(validateDocument(real.doc)).toEqual([]);
        expect(real.board()).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('PATCH-3 undone is the board as it was, and drawn again is the same change', () => {
    fc.assert(
      fc.property(few, few, few, (drawn, proposed, meanwhile) => {
        const real = drawnDesk(drawn);
        const patch = patchBetween(real.board(), forked(proposed, real.doc).board(), 'now');
        play(real, meanwhile);
        const before = real.board();
        const { applied } = applyPatch(real.editor, before, patch);
        const after = real.board();
        if (applied === 0) {
          expect(after).toEqual(before);
          return;
        }
        real.undo.undo();
        expect(real.board()).toEqual(before);
        real.undo.redo();
        expect(real.board()).toEqual(after);
      }),
      RUNS,
    );
  });

  it('PATCH-4 nothing drawn is nothing proposed', () => {
    fc.assert(
      fc.property(few, (drawn) => {
        const before = drawnDesk(drawn);
        const patch = patchBetween(before.board(), forked([], before.doc).board(), 'now');
        expect(isEmptyPatch(patch)).toBe(true);
        expect(patched(before.board(), patch)).toEqual(before.board());
      }),
      { numRuns: 30 },
    );
  });
});
