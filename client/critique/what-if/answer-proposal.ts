import type { Transaction } from 'yjs';
import { BoardEditError } from '#shared/board/edit.ts';
import type { Board, Id, StateId } from '#shared/board/model.ts';
import { readerOf } from '#shared/board/reader.ts';
import { applyPatch } from '#shared/critique/patch/apply.ts';
import { patchBetween } from '#shared/critique/patch/between.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import type { Proposed } from './proposals.ts';

const boardNow = (runtime: BoardRuntime, state: StateId): Board => readerOf(runtime.editor.doc, state).board;

const say = (runtime: BoardRuntime, sentence: string): void => {
  runtime.ui.setState({ announcement: sentence });
  runtime.notify(sentence);
};

interface Step {
  readonly skipped: readonly string[];
  /** Takes the step back, whatever was drawn since. */
  takeBack(): void;
}

/** Draws a proposal as one step that cites it; `null` when nothing of it fits the board. */
function draw(runtime: BoardRuntime, room: CritiqueRoom, comment: Proposed): Step | null {
  const { editor, undo, view } = runtime;
  const { patch } = comment.proposal;
  // A state that was removed would come half back.
  if (!view.states.some(({ id }) => id === patch.state)) return null;
  const options = { mayEditLocked: room.can('board.edit-locked') };
  const before = boardNow(runtime, patch.state);
  undo.stop();
  const { applied, skipped } = editor.transact(() => {
    const done = applyPatch(editor, before, patch, options);
    // The server's clock is reckoned, and falls between two milliseconds.
    if (done.applied > 0) editor.cite(comment.id, Math.round(room.now()));
    return done;
  });
  undo.stop();
  if (applied === 0) return null;
  const after = boardNow(runtime, patch.state);
  let later = false;
  const watch = (transaction: Transaction): void => {
    if (transaction.local && transaction.changed.size > 0) later = true;
  };
  editor.doc.on('afterTransaction', watch);
  return {
    skipped,
    takeBack() {
      editor.doc.off('afterTransaction', watch);
      if (!later) {
        undo.undo();
        return;
      }
      editor.transact(() => {
        applyPatch(editor, boardNow(runtime, patch.state), patchBetween(after, before, patch.state), options);
        editor.cite(comment.id, null);
      });
    },
  };
}

/**
 * Takes a proposal over into the drawing: one step that cites it, then the word to the server. When the server refuses, the step
 * is taken back. Answers whether it stands.
 */
export async function acceptProposal(
  runtime: BoardRuntime,
  room: CritiqueRoom,
  comment: Proposed,
  text = '',
): Promise<boolean> {
  // While it is shown over the board nobody draws.
  runtime.view.showing(null);
  if (room.ui.getState().proposal !== null) room.ui.setState({ proposal: null });
  let step: Step | null;
  try {
    step = draw(runtime, room, comment);
  } catch (error) {
    if (!(error instanceof BoardEditError)) throw error;
    say(runtime, error.message);
    return false;
  }
  if (step === null) {
    say(runtime, 'Nothing of this proposal fits the board any more. Park or decline it.');
    return false;
  }
  const taken = await room.send({ type: 'proposal.answer', id: comment.id, answer: 'accepted', text });
  if (!taken) {
    step.takeBack();
    say(runtime, 'The proposal could not be accepted. The board is as it was.');
    return false;
  }
  const left = step.skipped.length;
  say(
    runtime,
    left === 0
      ? 'Proposal accepted. It is in the drawing; undo takes it back.'
      : `Proposal accepted, without ${left === 1 ? 'one part' : `${left} parts`}. ${step.skipped.join(' ')}`,
  );
  return true;
}

const SAID = {
  parked: 'Proposal parked. It stays in the list and in the recap.',
  declined: 'Proposal declined.',
} as const;

/** Puts a proposal aside for later, or says no to it. */
export async function putAside(
  runtime: BoardRuntime,
  room: CritiqueRoom,
  id: Id,
  answer: keyof typeof SAID,
  text: string,
): Promise<boolean> {
  const taken = await room.send({ type: 'proposal.answer', id, answer, text: text.trim() });
  if (taken) {
    if (room.ui.getState().proposal === id) room.ui.setState({ proposal: null });
    say(runtime, SAID[answer]);
  }
  return taken;
}
