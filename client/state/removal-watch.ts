import { UndoManager } from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { BoardEditError } from '#shared/board/edit.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Id, Relation } from '#shared/board/model.ts';
import type { BoardChange } from '#shared/board/read.ts';
import { keepTidy } from '../commands/keep-tidy.ts';
import { attempt } from '../gestures/attempt.ts';
import { freeSpot } from '../gestures/free-spot.ts';
import type { BoardRuntime } from '../session/runtime.ts';

/** How long what I typed is kept after somebody removed its box, in milliseconds. */
export const KEPT_MS = 10 * 60_000;
/** How long after a change of mine a removal by somebody else is worth a word, in milliseconds. */
export const RECENT_MS = 60_000;

interface Removed {
  readonly element: BoardElement;
  readonly lines: readonly Relation[];
  /** What sat in it. */
  readonly contents: readonly Id[];
  /** Load in each tiger team it lent people to. */
  readonly loads: ReadonlyMap<Id, number>;
}

export interface Removal {
  /** Alias of who removed it, or "Somebody". */
  readonly who: string;
  /** The name of the first element that went, as I had it. */
  readonly name: string;
  /** I was typing its name at that moment. */
  readonly typing: boolean;
  readonly at: number;
  readonly removed: readonly Removed[];
}

export interface RemovalWatch {
  readonly store: StoreApi<{ readonly removal: Removal | null }>;
  /** Puts back what went, with my text, as a step of mine; ends the notice. */
  putBack(): void;
  dismiss(): void;
  /** What stands in the field where a name is being typed. */
  typed(text: string): void;
  destroy(): void;
}

type Clock = () => number;

function rememberElement(board: Board, element: BoardElement): Removed {
  const { id } = element;
  const loads = new Map<Id, number>();
  for (const overlay of board.overlays.values()) {
    const load = overlay.kind === 'tiger' ? overlay.members[id] : undefined;
    if (load !== undefined) loads.set(overlay.id, load);
  }
  return {
    element,
    lines: [...board.relations.values()].filter((line) => line.from === id || line.to === id),
    contents: [...board.elements.values()].filter((one) => one.sitsIn === id).map((one) => one.id),
    loads,
  };
}

/** What may lie over an element without being in its way: what it sits in, and so on outwards. */
const around = (board: Board, { sitsIn }: BoardElement): ReadonlySet<Id> =>
  new Set(sitsIn === null ? [] : [sitsIn, ...indexBoard(board).ancestorsInside(sitsIn)]);

/** A line that the board as it is now no longer allows stays away; the box comes back all the same. */
function unlessRefused(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof BoardEditError)) throw error;
  }
}

function restore(runtime: BoardRuntime, removed: readonly Removed[]): void {
  const { editor, view } = runtime;
  const gone = removed.filter(({ element }) => !view.board.elements.has(element.id));
  attempt(runtime, () => {
    const here = new Set([...view.board.elements.keys(), ...gone.map(({ element }) => element.id)]);
    for (const { element } of gone) {
      const { locked: _, group: __, ...input } = element;
      editor.addElement({ ...input, sitsIn: null });
    }
    for (const { element, contents, lines, loads } of gone) {
      if (element.sitsIn !== null && here.has(element.sitsIn)) editor.setSitsIn([element.id], element.sitsIn);
      const inside = contents.filter((id) => here.has(id));
      if (inside.length > 0) editor.setSitsIn(inside, element.id);
      for (const { kind, from, to, attributes } of lines) {
        if (!here.has(from) || !here.has(to)) continue;
        unlessRefused(() => {
          if (kind === 'reports') editor.reparent([from], to);
          else editor.relate(kind, from, to, attributes);
        });
      }
      for (const [tiger, load] of loads) if (view.board.overlays.has(tiger)) editor.setLoad(tiger, element.id, load);
    }
    for (const { element, lines } of gone) {
      const boss = lines.find((line) => line.kind === 'reports' && line.from === element.id)?.to ?? null;
      const trunk = boss ?? element.sitsIn;
      if (trunk !== null && keepTidy(runtime, trunk, element.id)) continue;
      // What has moved into its place since then stays; it comes back beside it.
      const { x, y, w, h } = element;
      editor.move(new Map([[element.id, freeSpot(view.board, { x, y, w, h }, around(view.board, element))]]));
    }
  });
  runtime.ui.setState({ selection: new Set(gone.map(({ element }) => element.id)) });
}

/** Watches for what somebody else removes while I name it, or just after I changed it. `now` answers milliseconds. */
export function watchRemovals(runtime: BoardRuntime, now: Clock = Date.now): RemovalWatch {
  const store = createStore<{ readonly removal: Removal | null }>()(() => ({ removal: null }));
  const mine = new Map<Id, number>();
  const holders = new Map<Id, string>();
  let typing: { readonly id: Id; readonly text: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const end = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    store.setState({ removal: null });
  };
  /** Remembers who holds what: by the time a removal arrives its hand may be empty again. */
  const look = (): void => {
    if (holders.size > 2_000) holders.clear();
    for (const { presence } of runtime.room.others)
      for (const id of presence.selection) holders.set(id, presence.user.alias);
  };
  const whoRemoved = (ids: readonly Id[]): string => {
    look();
    const holder = ids.map((id) => holders.get(id)).find((alias) => alias !== undefined);
    const [only, second] = runtime.room.others;
    return holder ?? (second === undefined ? only?.presence.user.alias : undefined) ?? 'Somebody';
  };
  const onChange = (change: BoardChange): void => {
    const { board, previous, ids, origin } = change;
    // Another state or moment is shown; nobody removed anything.
    if (change.switched === true) return;
    if (origin === runtime.editor.origin || origin instanceof UndoManager) {
      if (mine.size > 2_000) mine.clear();
      for (const id of ids) mine.set(id, now());
      return;
    }
    const went = [...ids].flatMap((id) => (board.elements.has(id) ? [] : (previous.elements.get(id) ?? [])));
    const editing = runtime.ui.getState().editing?.id ?? null;
    const touched = went.filter(({ id }) => id === editing || now() - (mine.get(id) ?? -RECENT_MS) < RECENT_MS);
    const [first] = [...touched].sort((a, b) => Number(b.id === editing) - Number(a.id === editing));
    if (first === undefined) return;
    const named = (one: BoardElement): BoardElement =>
      one.id === editing && typing?.id === one.id && typing.text.trim() !== ''
        ? { ...one, name: typing.text.trim() }
        : one;
    store.setState({
      removal: {
        who: whoRemoved(went.map(({ id }) => id)),
        name: named(first).name,
        typing: first.id === editing,
        at: now(),
        removed: touched.map((one) => rememberElement(previous, named(one))),
      },
    });
    if (first.id === editing) runtime.ui.setState({ editing: null });
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(end, KEPT_MS);
  };
  const stops = [
    runtime.view.subscribe(onChange),
    runtime.room.subscribe(look),
    runtime.ui.subscribe((ui, before) => {
      if (ui.editing?.id !== before.editing?.id) typing = null;
    }),
  ];
  return {
    store,
    putBack() {
      const { removal } = store.getState();
      if (removal !== null) restore(runtime, removal.removed);
      end();
    },
    dismiss: end,
    typed(text) {
      const id = runtime.ui.getState().editing?.id;
      if (id !== undefined) typing = { id, text };
    },
    destroy() {
      if (timer !== null) clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
