import { createStore, type StoreApi } from 'zustand/vanilla';
import { restoreDocument } from '#shared/board/diff/restore.ts';
import { BoardEditError } from '#shared/board/edit.ts';
import { fileText } from '#shared/board/file.ts';
import type { Board } from '#shared/board/model.ts';
import { decodeHistory } from '#shared/history/wire.ts';
import type { Author, HistoryStep, Version } from '#shared/protocol/api.ts';
import { ApiError, api } from '../session/api.ts';
import { download } from '../session/download.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { Replayer } from './replayer.ts';
import { momentOf } from './when.ts';

/** The moment that is looked at instead of now. */
export interface Looked {
  /** Place in the log; `null` for a board of another origin. */
  readonly seq: number | null;
  /** “14:05 yesterday”, “Before the council”. */
  readonly title: string;
}

export interface HistoryState {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why it failed, and what to do. */
  readonly problem: string;
  /** Oldest first. */
  readonly steps: readonly HistoryStep[];
  readonly versions: readonly Version[];
  readonly authors: ReadonlyMap<string, Author>;
  /** First change that was loaded. */
  readonly from: number;
  /** Counts up whenever more was played. */
  readonly played: number;
  readonly looked: Looked | null;
}

export interface History {
  readonly store: StoreApi<HistoryState>;
  readonly replayer: Replayer;
  /** Asks the server for what is new; with `all` also for what is older than the first load. */
  load(options?: { readonly all?: boolean }): Promise<void>;
  /** Shows the board of a step, a version or another board; `null` goes back to now. */
  lookAt(looked: Looked | null, board?: Board): void;
  lookAtStep(step: HistoryStep): void;
  lookAtVersion(version: Version): void;
  /** Gives the board the content of the moment that is looked at, as one new step. */
  restore(): void;
  /** Saves the board that is looked at as a file. */
  save(): void;
  nameVersion(title: string): Promise<void>;
  renameVersion(version: Version, title: string): Promise<void>;
  deleteVersion(version: Version): Promise<void>;
  destroy(): void;
}

/** Steps that are loaded at first; the others when they are asked for. */
const FIRST_STEPS = 200;
/** Milliseconds after a change of the board until the list follows. */
const FOLLOW_MS = 2_500;

const INITIAL: HistoryState = {
  status: 'loading',
  problem: '',
  steps: [],
  versions: [],
  authors: new Map(),
  from: 0,
  played: 0,
  looked: null,
};

/** The history of an open board, for as long as its panel is open. */
export function createHistory(runtime: BoardRuntime): History {
  const { councilId, boardId, view, ui, notify } = runtime;
  const store = createStore<HistoryState>()(() => INITIAL);
  let replayer = new Replayer();
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let loading: Promise<void> = Promise.resolve();

  const failed = (error: unknown): void => {
    if (!(error instanceof ApiError)) throw error;
    const { status } = store.getState();
    // What was loaded stays; it is only not the newest.
    if (status === 'ready') notify(error.message);
    else store.setState({ status: 'failed', problem: error.message });
  };

  const ask = async (all: boolean): Promise<void> => {
    const history = await api.history(councilId, boardId);
    const known = store.getState();
    const older = all && known.from > 1;
    const first = all ? 0 : (history.steps[Math.max(0, history.steps.length - FIRST_STEPS)]?.first ?? 0);
    const from = older || replayer.to === 0 ? first : replayer.to;
    const { state, rows } = decodeHistory(await api.historyUpdates(councilId, boardId, from));
    // What came between the two answers belongs to no step yet; the next time it does.
    const piece = { state, rows: rows.filter((row) => row.seq <= history.seq) };
    if (ended.signal.aborted) return;
    if (older) {
      replayer.destroy();
      replayer = new Replayer();
    }
    await replayer.feed(piece, history.steps, ended.signal);
    if (ended.signal.aborted) return;
    store.setState({
      status: 'ready',
      steps: history.steps,
      versions: history.versions,
      authors: new Map(history.authors.map((author) => [author.seat, author])),
      from: replayer.from,
      played: known.played + 1,
    });
  };

  // One after the other: each plays on from where the one before ended.
  const load: History['load'] = ({ all = false } = {}) => {
    loading = loading.then(() => (ended.signal.aborted ? undefined : ask(all).catch(failed)));
    return loading;
  };

  const lookAt: History['lookAt'] = (looked, board) => {
    if (looked === null) {
      view.showing(null);
      store.setState({ looked: null });
      return;
    }
    if (board === undefined) return;
    ui.setState({ selection: new Set(), editing: null, drag: null, tool: { tool: 'select' } });
    view.showing(board);
    store.setState({ looked });
    ui.setState({ announcement: `You look at ${looked.title}.` });
  };

  const boardAt = (seq: number): Board | null => replayer.boardAt(seq, view.state);
  const now = (): Date => new Date();

  const withoutLine = async <T>(run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notify(error.message);
      return null;
    }
  };

  const follow = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void load();
    }, FOLLOW_MS);
  };
  runtime.editor.doc.on('update', follow);

  return {
    store,
    get replayer() {
      return replayer;
    },
    load,
    lookAt,
    lookAtStep(step) {
      const moment = replayer.moment(step);
      const board = view.state === 'now' ? moment?.board : boardAt(step.last);
      if (board == null) return;
      lookAt({ seq: step.last, title: momentOf(step.to, now()) }, board);
    },
    lookAtVersion(version) {
      const board = boardAt(version.seq);
      if (board !== null) lookAt({ seq: version.seq, title: `“${version.title}”` }, board);
    },
    restore() {
      const { looked } = store.getState();
      if (looked === null || looked.seq === null) return;
      const { title, seq } = looked;
      const target = replayer.documentAt(seq);
      lookAt(null);
      // Not as other edits: a layout that keeps trees tidy would not leave it as it was.
      runtime.undo.stop();
      try {
        restoreDocument(runtime.editor, target, { mayEditLocked: runtime.can('board.edit-locked') });
        notify(`The board is as at ${title}.`, { label: 'Undo', run: () => runtime.undo.undo() });
      } catch (error) {
        if (!(error instanceof BoardEditError)) throw error;
        notify(error.message);
      } finally {
        runtime.undo.stop();
        target.destroy();
      }
    },
    save() {
      const { board } = view;
      download(`${board.meta.title || 'board'}.orgora.json`, 'application/json', fileText(board));
    },
    async nameVersion(title) {
      const version = await withoutLine(() => api.nameVersion(councilId, boardId, title));
      if (version === null) return;
      store.setState(({ versions }) => ({ versions: [...versions, version] }));
      ui.setState({ announcement: `Version ${version.title} is kept.` });
      await load();
    },
    async renameVersion(version, title) {
      const renamed = await withoutLine(() => api.renameVersion(councilId, boardId, version.id, title));
      if (renamed === null) return;
      store.setState(({ versions }) => ({ versions: versions.map((one) => (one.id === renamed.id ? renamed : one)) }));
    },
    async deleteVersion(version) {
      const done = await withoutLine(async () => {
        await api.deleteVersion(councilId, boardId, version.id);
        return true;
      });
      if (done === null) return;
      store.setState(({ versions }) => ({ versions: versions.filter((one) => one.id !== version.id) }));
    },
    destroy() {
      ended.abort();
      if (timer !== null) clearTimeout(timer);
      runtime.editor.doc.off('update', follow);
      view.showing(null);
      ui.setState(({ comparison }) => ({ lit: null, comparison: comparison?.as === 'changes' ? null : comparison }));
      replayer.destroy();
    },
  };
}
