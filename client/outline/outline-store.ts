import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '#shared/board/model.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { keptSayOthers } from './kept-look.ts';

/** What the outline of this window remembers while the board is open. */
export interface OutlineState {
  /** Rows that were opened or closed by hand. */
  readonly toggled: ReadonlyMap<string, boolean>;
  /** The row that the keys act on. */
  readonly active: string | null;
  /** Rises when the active row is to take the focus of the page. */
  readonly focused: number;
  /** Whose name is being typed, and with which first text. */
  readonly editing: { readonly key: string; readonly initial: string | null } | null;
  readonly menu: { readonly key: string; readonly at: Point } | null;
  readonly help: boolean;
  /** The focus was last in the outline, not on the canvas. */
  readonly holds: boolean;
  /** The changes of others are said to screen readers. */
  readonly sayOthers: boolean;
}

export type OutlineStore = StoreApi<OutlineState>;

const INITIAL: OutlineState = Object.freeze({
  toggled: new Map<string, boolean>(),
  active: null,
  focused: 0,
  editing: null,
  menu: null,
  help: false,
  holds: false,
  sayOthers: true,
});

const stores = new WeakMap<BoardRuntime, OutlineStore>();

/** The outline's state for one open board; kept while the outline itself is put away and shown again. */
export function outlineStore(runtime: BoardRuntime): OutlineStore {
  let store = stores.get(runtime);
  if (store === undefined) {
    store = createStore<OutlineState>()(() => ({ ...INITIAL, sayOthers: keptSayOthers() }));
    stores.set(runtime, store);
  }
  return store;
}

/** Makes a row the active one; with `focus` it takes the focus of the page too. */
export const activate = (store: OutlineStore, key: string | null, focus = false): void =>
  store.setState((state) => ({ active: key, focused: focus ? state.focused + 1 : state.focused }));

/** Opens or closes rows. */
export const toggle = (store: OutlineStore, keys: Iterable<string>, open: boolean): void =>
  store.setState(({ toggled }) => {
    const next = new Map(toggled);
    for (const key of keys) next.set(key, open);
    return { toggled: next };
  });
