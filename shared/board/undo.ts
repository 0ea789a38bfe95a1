import * as Y from 'yjs';
import { type FormerValues, fillMissing, formerValues } from './former-values.ts';
import { type Id, STATE_IDS, type StateId } from './model.ts';
import type { BoardView } from './read.ts';
import { entityMap, NAMED_ROOTS, STATE_ROOTS } from './roots.ts';
import { idsUnder } from './touched.ts';

/** Undo and redo of one's own steps; what others did in between stays. */
export interface BoardUndo {
  /** Takes the last own step back. Answers whether anything changed. */
  undo(): boolean;
  redo(): boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Ends the current step; the next change begins a new one. */
  stop(): void;
  /** From here on all own changes are one step, until what it answers is called: for work too large for one transaction. */
  join(): () => void;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export interface UndoOptions {
  /** Without it, steps that would change what is locked by now are passed over and forgotten. */
  readonly mayEditLocked?: boolean;
  /** Shows the state that a step changed when it is taken back. */
  readonly view?: Pick<BoardView, 'show' | 'state'>;
}

const ELEMENTS = 'elements';
const FORMER = 'former';
const STATES = 'states';

/** An element in a state. */
const keyOf = (state: StateId, id: Id): string => `${state} ${id}`;

/**
 * Undo for the changes written with this origin; one `editor.transact` is one step. It never brings back something that
 * breaks the board: what then hangs in the air is repaired when the board is read.
 */
export function createUndo(doc: Y.Doc, origin: object, options: UndoOptions = {}): BoardUndo {
  const tables = STATE_IDS.map((state) => ({
    state,
    elements: entityMap(doc, ELEMENTS, state),
    all: STATE_ROOTS.map((root) => entityMap(doc, root, state)),
  }));
  const manager = new Y.UndoManager(
    NAMED_ROOTS.map(({ name }) => doc.getMap(name)),
    { doc, trackedOrigins: new Set<unknown>([origin]), captureTimeout: 0 },
  );
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  let former: FormerValues = { changed: [], removed: [] };
  const remember = (transaction: Y.Transaction): void => {
    if (transaction.origin === origin || transaction.origin === manager) former = formerValues(transaction);
  };
  doc.on('beforeObserverCalls', remember);

  const note = ({
    stackItem,
    changedParentTypes,
  }: Parameters<Parameters<typeof manager.on<'stack-item-added'>>[1]>[0]) => {
    if (!stackItem.meta.has(FORMER)) stackItem.meta.set(FORMER, former);
    const types = [...changedParentTypes.keys()] as unknown as Y.AbstractType<unknown>[];
    const ids = new Set<string>(stackItem.meta.get(ELEMENTS) as Set<string> | undefined);
    const states = new Set<StateId>(stackItem.meta.get(STATES) as Set<StateId> | undefined);
    for (const { state, elements, all } of tables) {
      for (const id of idsUnder(elements, types)) ids.add(keyOf(state, id));
      for (const event of changedParentTypes.get(elements as never) ?? []) {
        for (const key of event.changes.keys.keys()) ids.add(keyOf(state, key));
      }
      // The parents of what changed are in the list up to the root itself.
      if (all.some((table) => changedParentTypes.has(table as never))) states.add(state);
    }
    stackItem.meta.set(ELEMENTS, ids);
    stackItem.meta.set(STATES, states);
    tell();
  };
  manager.on('stack-item-added', note);
  manager.on('stack-item-updated', note);
  manager.on('stack-cleared', tell);

  const isLocked = (key: string): boolean =>
    tables.some(({ state, elements }) => {
      const id = key.slice(state.length + 1);
      const element = key === keyOf(state, id) ? elements.get(id) : undefined;
      return element instanceof Y.Map && element.get('locked') === true;
    });
  const passOverLocked = (stack: { readonly meta: Map<unknown, unknown> }[]): void => {
    if (options.mayEditLocked === true) return;
    const free = stack.filter(
      (item) => ![...((item.meta.get(ELEMENTS) as Set<string> | undefined) ?? [])].some(isLocked),
    );
    if (free.length !== stack.length) stack.splice(0, stack.length, ...free);
  };

  /**
   * Takes a step back or forth and fills in what Yjs leaves out of it, in one transaction: nobody is ever sent the half of it.
   * The manager notes the step when the transaction ends, so it must still believe then that it is at work.
   */
  const take = (direction: 'undo' | 'redo'): boolean => {
    const working = direction === 'undo' ? 'undoing' : 'redoing';
    passOverLocked(direction === 'undo' ? manager.undoStack : manager.redoStack);
    let done = false;
    let changed: ReadonlySet<StateId> = new Set();
    try {
      doc.transact(() => {
        const step = manager[direction]();
        done = step !== null;
        changed = (step?.meta.get(STATES) as Set<StateId> | undefined) ?? changed;
        const before = step?.meta.get(FORMER) as FormerValues | undefined;
        if (before !== undefined) fillMissing(doc, before);
        manager[working] = true;
      }, manager);
    } finally {
      manager[working] = false;
    }
    const [where] = changed;
    if (options.view !== undefined && where !== undefined && !changed.has(options.view.state)) options.view.show(where);
    tell();
    return done;
  };

  return {
    undo: () => take('undo'),
    redo: () => take('redo'),
    get canUndo() {
      return manager.canUndo();
    },
    get canRedo() {
      return manager.canRedo();
    },
    stop() {
      manager.stopCapturing();
    },
    join() {
      manager.stopCapturing();
      manager.captureTimeout = Number.POSITIVE_INFINITY;
      return () => {
        manager.captureTimeout = 0;
        manager.stopCapturing();
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    destroy() {
      doc.off('beforeObserverCalls', remember);
      manager.destroy();
      listeners.clear();
    },
  };
}
