import * as Y from 'yjs';
import { type FormerValues, fillMissing, formerValues } from './former-values.ts';
import type { Id } from './model.ts';
import { entityMap, ROOTS } from './roots.ts';
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
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export interface UndoOptions {
  /** Without it, steps that would change what is locked by now are passed over and forgotten. */
  readonly mayEditLocked?: boolean;
}

const ELEMENTS = 'elements';
const FORMER = 'former';

/**
 * Undo for the changes written with this origin; one `editor.transact` is one step. It never brings back something that
 * breaks the board: what then hangs in the air is repaired when the board is read.
 */
export function createUndo(doc: Y.Doc, origin: object, options: UndoOptions = {}): BoardUndo {
  const elements = entityMap(doc, ELEMENTS);
  const manager = new Y.UndoManager(
    ROOTS.map((root) => doc.getMap(root)),
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

  manager.on('stack-item-added', ({ stackItem, changedParentTypes }) => {
    stackItem.meta.set(FORMER, former);
    const types = [...changedParentTypes.keys()] as unknown as Y.AbstractType<unknown>[];
    const ids = new Set<Id>(stackItem.meta.get(ELEMENTS) as Set<Id> | undefined);
    for (const id of idsUnder(elements, types)) ids.add(id);
    for (const event of changedParentTypes.get(elements as never) ?? []) {
      for (const key of event.changes.keys.keys()) ids.add(key);
    }
    stackItem.meta.set(ELEMENTS, ids);
    tell();
  });
  manager.on('stack-cleared', tell);

  const isLocked = (id: Id): boolean => {
    const element = elements.get(id);
    return element instanceof Y.Map && element.get('locked') === true;
  };
  const passOverLocked = (stack: { readonly meta: Map<unknown, unknown> }[]): void => {
    if (options.mayEditLocked === true) return;
    const free = stack.filter((item) => ![...((item.meta.get(ELEMENTS) as Set<Id> | undefined) ?? [])].some(isLocked));
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
    try {
      doc.transact(() => {
        const step = manager[direction]();
        done = step !== null;
        const before = step?.meta.get(FORMER) as FormerValues | undefined;
        if (before !== undefined) fillMissing(doc, before);
        manager[working] = true;
      }, manager);
    } finally {
      manager[working] = false;
    }
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
