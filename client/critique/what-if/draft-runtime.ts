import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { BoardEditError, type BoardEditor, createEditor } from '#shared/board/edit.ts';
import { type Board, type Id, STATE_IDS } from '#shared/board/model.ts';
import { type BoardView, createBoardView } from '#shared/board/read.ts';
import { readerOf } from '#shared/board/reader.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { createUndo } from '#shared/board/undo.ts';
import { applyPatch } from '#shared/critique/patch/apply.ts';
import { isEmptyPatch, patchBetween, patchIds } from '#shared/critique/patch/between.ts';
import { changeSentences } from '#shared/critique/patch/changes.ts';
import { patchSize } from '#shared/critique/patch/size.ts';
import { type BoardPatch, EMPTY_PATCH } from '#shared/critique/patch.ts';
import type { Action } from '#shared/rights/may.ts';
import { newId } from '../../session/new-id.ts';
import type { BoardRuntime, Room, SyncState } from '../../session/runtime.ts';
import { createUiStore, type UiState } from '../../state/ui-store.ts';

/** What stands of a what-if now. */
export interface DraftState {
  readonly patch: BoardPatch;
  /** What differs, as sentences. */
  readonly changes: readonly string[];
  /** Parts that somebody's change of the board took away, one sentence each. */
  readonly lost: readonly string[];
  /** Why it is too large to be sent; `null` when it is not. */
  readonly tooLarge: string | null;
}

export interface WhatIfDraft {
  /** A board page's runtime over the copy: everything can be drawn on it, and nothing of it is sent. */
  readonly runtime: BoardRuntime;
  readonly store: StoreApi<DraftState>;
  /** The board itself, as it is now, in the state the what-if is drawn in. */
  board(): Board;
  destroy(): void;
}

/** What one may on one's own copy. */
const MAY: ReadonlySet<Action> = new Set<Action>(['board.read', 'board.edit', 'council.read']);
/** Overlays that are dialogs of the page, not of the drawing. */
const ELSEWHERE: ReadonlySet<UiState['overlay']['type']> = new Set(['share', 'import', 'templates']);

const NOBODY: Room = { others: [], subscribe: () => () => undefined, show: () => undefined, me: null };
const NO_STATES = 'A what-if changes one state of the board. States are made on the board itself.';
const NO_STATE = 'The state of the board that this was drawn in is no longer there.';
const NO_QUESTIONS = 'A what-if changes the drawing. Questions are answered on the board itself.';

function refusing(sentence: string): () => never {
  return () => {
    throw new BoardEditError('bad-choice', sentence);
  };
}

/** The view of one state that stays the one shown. */
const oneState = (view: BoardView): BoardView => {
  const states = view.states.filter(({ id }) => id === view.state);
  return {
    get board() {
      return view.board;
    },
    get state() {
      return view.state;
    },
    states,
    isShowing: false,
    subscribe: (listener) => view.subscribe(listener),
    show: () => undefined,
    readState: (state) => view.readState(state),
    showing: () => undefined,
    destroy: () => view.destroy(),
  };
};

/** What went of a patch when the board changed under it; a line that goes with its end is not told apart. */
function lostBetween(before: BoardPatch, after: BoardPatch, board: Board): string[] {
  const there = patchIds(after);
  const lost = new Set([...patchIds(before)].filter((id) => !there.has(id)));
  const withEnd = ({ from, to }: { readonly from: Id; readonly to: Id }): boolean => lost.has(from) || lost.has(to);
  return [...lost]
    .filter((id) => {
      const line = board.relations.get(id);
      return nameOf(board, id) !== '' && (line === undefined || !withEnd(line));
    })
    .map((id) => `The board changed: what you drew on “${nameOf(board, id)}” is no longer in your what-if.`);
}

/**
 * A copy of the open board to draw a proposal on. What others change on the board arrives in the copy too; what is drawn on the
 * copy stays on this page. `kept` is put on it first, as its one step.
 */
export function createWhatIfDraft(real: BoardRuntime, kept: BoardPatch | null = null): WhatIfDraft {
  const source = real.editor.doc;
  const fromBoard = Object.freeze({ board: true });
  const origin = Object.freeze({ whatIf: true });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source), fromBoard);
  const wanted = kept !== null && STATE_IDS.includes(kept.state) ? kept.state : real.view.state;
  const inner = createBoardView(doc);
  inner.show(wanted);
  const view = oneState(inner);
  const { state } = view;
  // The board's questions are not answered here: they are no part of a patch, and out of the way.
  const quiet = createEditor(doc, { origin: fromBoard, newId });
  for (const { id, dismissed } of inner.board.prompts.values())
    if (!dismissed) quiet.updatePrompt(id, { dismissed: true });
  const undo = createUndo(doc, origin, {});
  const written = createEditor(doc, { origin, newId, mayEditLocked: false, state: () => state });
  const editor: BoardEditor = Object.freeze({
    ...written,
    addState: refusing(NO_STATES),
    renameState: refusing(NO_STATES),
    removeState: refusing(NO_STATES),
    addPrompt: refusing(NO_QUESTIONS),
    updatePrompt: refusing(NO_QUESTIONS),
  });
  const board = (): Board => readerOf(source, state).board;
  const shown = real.ui.getState();
  const ui = createUiStore({
    look: shown.look,
    hiddenRelations: shown.hiddenRelations,
    singleKeys: shown.singleKeys,
    snapping: shown.snapping,
    folds: shown.folds,
    selection: new Set([...shown.selection].filter((id: Id) => view.board.elements.has(id))),
    closedPanels: new Set([...shown.closedPanels, 'board' as const, 'prompts' as const]),
  });
  const store = createStore<DraftState>()(() => ({ patch: EMPTY_PATCH, changes: [], lost: [], tooLarge: null }));

  const settle = (lost: readonly string[] = store.getState().lost): void => {
    const before = board();
    const patch = patchBetween(before, view.board, state);
    // What a patch holds: the drawing, not the title or the questions.
    const changes = changeSentences(before, { ...view.board, meta: before.meta, prompts: before.prompts });
    const own = isEmptyPatch(patch);
    store.setState({ patch, changes, lost, tooLarge: own ? null : patchSize(patch).sentence });
    ui.setState({ comparison: own ? null : { before, title: 'The board', as: 'proposed' } });
  };
  const follow = (update: Uint8Array): void => {
    const before = store.getState();
    const drawn = view.board;
    Y.applyUpdate(doc, update, fromBoard);
    const lost = lostBetween(before.patch, patchBetween(board(), view.board, state), drawn);
    settle(lost.length === 0 ? before.lost : [...new Set([...before.lost, ...lost])]);
    if (lost[0] !== undefined) real.ui.setState({ announcement: lost[0] });
  };
  source.on('update', follow);
  const stops = [
    view.subscribe((change) => {
      if (change.origin !== fromBoard) settle();
    }),
    // One live region for the page: the one of the board behind.
    ui.subscribe((now, before) => {
      if (now.announcement !== before.announcement) real.ui.setState({ announcement: now.announcement });
      if (ELSEWHERE.has(now.overlay.type) || now.presenting) {
        ui.setState({ overlay: { type: 'none' }, presenting: false });
        real.notify('This is done on the board itself. Send or leave your what-if first.');
      }
    }),
  ];
  if (kept !== null && kept.state !== state) settle([NO_STATE]);
  else if (kept !== null) {
    const { skipped } = applyPatch(editor, view.board, kept);
    undo.stop();
    settle(skipped);
  } else settle();

  const runtime: BoardRuntime = {
    councilId: real.councilId,
    boardId: real.boardId,
    role: real.role,
    can: (action) => MAY.has(action),
    view,
    editor,
    undo,
    ui,
    room: NOBODY,
    sync: createStore<SyncState>()(() => ({ state: 'own', pending: 0, sentence: '' })),
    critique: null,
    control: null,
    notify: real.notify,
    destroy: () => undefined,
  };
  return {
    runtime,
    store,
    board,
    destroy() {
      source.off('update', follow);
      for (const stop of stops) stop();
      undo.destroy();
      view.destroy();
      doc.destroy();
    },
  };
}
