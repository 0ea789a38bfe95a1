import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { createEditor } from '#shared/board/edit.ts';
import { createBoardView } from '#shared/board/read.ts';
import { createUndo } from '#shared/board/undo.ts';
import { may } from '#shared/rights/may.ts';
import type { Role } from '#shared/rights/roles.ts';
import type { BoardRuntime, SyncState } from '../../session/runtime.ts';
import { createUiStore } from '../../state/ui-store.ts';
import { createLabRoom, type LabRoom } from './lab-room.ts';

export interface LabRuntime extends BoardRuntime {
  readonly room: LabRoom;
  readonly doc: Y.Doc;
  /** Sentences that were shown. */
  readonly notices: string[];
}

/** A board in memory with everything a page has, and no server. */
export function createLabRuntime(role: Role): LabRuntime {
  const doc = new Y.Doc();
  const origin = { lab: true };
  let next = 0;
  const newId = () => {
    next += 1;
    return `n${String(next).padStart(4, '0')}`;
  };
  const view = createBoardView(doc);
  const undo = createUndo(doc, origin, { view });
  const notices: string[] = [];
  return {
    councilId: 'lab',
    boardId: 'lab',
    role,
    can: (action) => may(role, 'open', action),
    view,
    editor: createEditor(doc, { origin, newId, state: () => view.state }),
    undo,
    ui: createUiStore(),
    room: createLabRoom(),
    sync: createStore<SyncState>()(() => ({ state: 'saved', pending: 0, sentence: '' })),
    critique: null,
    control: null,
    notify: (message) => notices.push(message),
    destroy() {
      undo.destroy();
      view.destroy();
      doc.destroy();
    },
    doc,
    notices,
  };
}
