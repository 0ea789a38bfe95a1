import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { createEditor } from '#shared/board/edit.ts';
import type { Board, Box, ElementKindId, Id } from '#shared/board/model.ts';
import { createBoardView } from '#shared/board/read.ts';
import { createUndo } from '#shared/board/undo.ts';
import { may } from '#shared/rights/may.ts';
import type { Role } from '#shared/rights/roles.ts';
import type { BoardRuntime, OtherPerson, SyncState, ViewControl } from '../../client/session/runtime.ts';
import { createUiStore } from '../../client/state/ui-store.ts';

export interface FakeRuntime extends BoardRuntime {
  readonly doc: Y.Doc;
  /** Sentences that were said. */
  readonly notices: string[];
  /** Boxes that were brought into view. */
  readonly revealed: Box[];
  readonly people: OtherPerson[];
  /** The board now. */
  readonly board: Board;
  add(kind: ElementKindId, name: string, at?: { x?: number; y?: number; boss?: Id; sitsIn?: Id }): Id;
  select(...ids: Id[]): void;
  /** The only element of this name. Throws when there is none. */
  named(name: string): Id;
}

/** A board page's runtime over a real document, with a window of 1200 × 800 that never moves by itself. */
export function createFakeRuntime(role: Role = 'presenter'): FakeRuntime {
  const doc = new Y.Doc();
  const origin = { here: true };
  let n = 0;
  const newId = (): Id => {
    n += 1;
    return `n${String(n).padStart(4, '0')}`;
  };
  const view = createBoardView(doc);
  const editor = createEditor(doc, { origin, newId, state: () => view.state });
  const undo = createUndo(doc, origin, { view });
  const notices: string[] = [];
  const revealed: Box[] = [];
  const people: OtherPerson[] = [];
  const control: ViewControl = {
    toBoard: (point) => point,
    toScreen: (point) => point,
    visible: () => ({ x: 0, y: 0, w: 1200, h: 800 }),
    fit: () => undefined,
    zoomTo: () => undefined,
    zoomBy: () => undefined,
    reveal: (box) => revealed.push(box),
    contain: () => undefined,
    focus: () => undefined,
  };
  const ui = createUiStore();
  return {
    councilId: 'council',
    boardId: 'board',
    role,
    can: (action) => may(role, 'open', action),
    view,
    editor,
    undo,
    ui,
    room: { others: people, subscribe: () => () => undefined, show: () => undefined, me: null },
    sync: createStore<SyncState>()(() => ({ state: 'saved', pending: 0, sentence: '' })),
    critique: null,
    control,
    notify: (message) => notices.push(message),
    destroy() {
      undo.destroy();
      view.destroy();
      doc.destroy();
    },
    doc,
    notices,
    revealed,
    people,
    get board() {
      return view.board;
    },
    add: (kind, name, { x = 0, y = 0, boss, sitsIn } = {}) =>
      editor.addElement({
        kind,
        name,
        x,
        y,
        ...(boss === undefined ? {} : { boss }),
        ...(sitsIn === undefined ? {} : { sitsIn }),
      }),
    select: (...ids) => ui.setState({ selection: new Set(ids) }),
    named(name) {
      const found = [...view.board.elements.values()].find((one) => one.name === name);
      if (found === undefined) throw new Error(`No element is called ${name}.`);
      return found.id;
    },
  };
}
