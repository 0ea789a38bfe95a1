import { readVarString, readVarUint } from 'lib0/decoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { documentText } from '#shared/board/file.ts';
import { createBoardView } from '#shared/board/read.ts';
import { createUndo } from '#shared/board/undo.ts';
import { roomName } from '#shared/lanes/names.ts';
import type { Council } from '#shared/protocol/api.ts';
import { CLOSE, closeSentence } from '#shared/protocol/close-codes.ts';
import { MESSAGE } from '#shared/protocol/messages.ts';
import { type Action, may } from '#shared/rights/may.ts';
import type { OpenCritiqueRoom } from '../critique/room/create-room.ts';
import { createUiStore } from '../state/ui-store.ts';
import { watchGhosts, watchStates } from '../states/follow-state.ts';
import { boardSockets } from './board-socket.ts';
import {
  deviceCopyName,
  forgetCouncilCopies,
  forgetDeviceCopy,
  keepDraft,
  keepGeneration,
  keptGeneration,
} from './device-copy.ts';
import { download } from './download.ts';
import { forgetCouncil } from './known-council.ts';
import { newId } from './new-id.ts';
import { createPresenceRoom } from './presence-room.ts';
import type { BoardRuntime } from './runtime.ts';
import { createSyncStatus } from './sync-status.ts';
import { backoff, syncUrl } from './sync-url.ts';

/** What nobody does while an earlier moment is shown. */
const DRAWING: ReadonlySet<Action> = new Set(['board.edit', 'board.edit-locked', 'board.rename']);

export type Notify = BoardRuntime['notify'];

/**
 * Opens a board: its document, the copy on this device, the socket, presence and undo. Works without a line from the copy on
 * this device. With a council's session its rights are this seat's; who may draw is settled at the opening. `destroy` closes
 * everything but the session, which was there before.
 */
export function openBoard(
  council: Council,
  boardId: string,
  notify: Notify,
  critique: OpenCritiqueRoom | null = null,
): BoardRuntime {
  const can = critique?.can ?? ((action: Action) => may(council.role, council.phase, action));
  const doc = new Y.Doc();
  const origin = Object.freeze({ here: true });
  const copyName = deviceCopyName(council.id, boardId, council.seat);
  const status = createSyncStatus(can('board.edit'));
  const copy = new IndexeddbPersistence(copyName, doc);
  const sockets = boardSockets(status.sent, status.connected);
  const provider = new WebsocketProvider(syncUrl(), roomName('board', boardId), doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: backoff(),
    WebSocketPolyfill: sockets.Socket,
  });
  /** Keeps what is here as a draft of its own, so that the next visit starts from the server's board. */
  const setAside = async (before: string, generation: string): Promise<void> => {
    await keepDraft(copyName, before, doc);
    await copy.clearData();
    keepGeneration(copyName, generation);
    notify('This board was rebuilt. Your copy is kept on this device.', {
      label: 'Download it',
      run: () => download(`${view.board.meta.title || 'board'}.json`, 'application/json', documentText(doc)),
    });
  };
  /** What a person may no longer see does not stay on their device. */
  const forget = async (code: number): Promise<void> => {
    const ended: readonly number[] = [CLOSE.revoked.code, CLOSE.missing.code];
    const unfit: readonly number[] = [CLOSE.orphan.code, CLOSE.invalid.code, CLOSE.forbidden.code, CLOSE.full.code];
    if (ended.includes(code)) {
      forgetCouncil(council.id);
      await copy.clearData();
      await forgetCouncilCopies(council.id);
    } else if (code === CLOSE.deleted.code) {
      await copy.clearData();
      await forgetDeviceCopy(copyName);
    } else if (unfit.includes(code)) {
      // Sent again after a reload it would be refused again: the next visit starts from the server's board.
      await keepDraft(copyName, 'refused', doc);
      await copy.clearData();
    }
  };
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => status.saved(readVarUint(decoder));
  provider.messageHandlers[MESSAGE.piece] = () => sockets.granted();
  provider.messageHandlers[MESSAGE.generation] = (_encoder, decoder) => {
    const generation = readVarString(decoder);
    const before = keptGeneration(copyName);
    if (before !== null && before !== generation) {
      // Never merged: what is here belongs to a board that was rebuilt on the server.
      provider.disconnect();
      status.refused('This board was rebuilt. Your copy is kept on this device: download it, then reload.');
      void setAside(before, generation);
      return;
    }
    keepGeneration(copyName, generation);
  };
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    const notice = JSON.parse(readVarString(decoder)) as { readonly sentence?: unknown };
    if (typeof notice.sentence === 'string') notify(notice.sentence);
  };
  provider.on('status', ({ status: line }) => {
    if (line === 'disconnected') status.disconnected();
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    status.synced();
    room.renew();
    // The server closes the socket when it changes what a seat may: who I am now is asked with the line that is back.
    critique?.renew();
  });
  provider.on('connection-close', (event) => {
    const sentence = event === null ? null : closeSentence(event.code);
    if (event === null || sentence === null || event.code < 4400 || event.code > 4499) return;
    status.refused(sentence);
    notify(sentence);
    void forget(event.code);
  });
  doc.on('update', (_update: Uint8Array, from: unknown) => {
    if (from !== provider && from !== copy) status.changed();
  });

  const room = createPresenceRoom(provider.awareness, {
    seat: council.seat,
    alias: council.alias,
    who: council.who,
    role: council.role,
  });
  const mayEditLocked = can('board.edit-locked');
  const view = createBoardView(doc);
  const undo = createUndo(doc, origin, { mayEditLocked, view });

  const warn = (event: BeforeUnloadEvent): void => {
    const { state, pending } = status.store.getState();
    if (pending > 0 && state !== 'refused' && state !== 'saved') event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  // The device's copy first: what an earlier visit left unsent must be in the first answer to the server.
  let closed = false;
  const connect = (): void => {
    if (!closed) provider.connect();
  };
  copy.whenSynced.then(
    () => {
      if (view.board.elements.size > 0 || view.board.meta.title !== '') status.shownFromDevice();
      connect();
    },
    () => {
      notify('This browser keeps no copy of the board. It is still saved on the server.');
      connect();
    },
  );

  const runtime: BoardRuntime = {
    councilId: council.id,
    boardId,
    role: critique?.store.getState().role ?? council.role,
    can: (action) => !(view.isShowing && DRAWING.has(action)) && can(action),
    view,
    editor: createEditor(doc, { origin, newId, mayEditLocked, state: () => view.state, isPast: () => view.isShowing }),
    undo,
    ui: createUiStore(),
    room,
    sync: status.store,
    critique,
    control: null,
    notify,
    destroy() {
      closed = true;
      for (const stop of watches) stop();
      window.removeEventListener('beforeunload', warn);
      room.destroy();
      undo.destroy();
      view.destroy();
      status.destroy();
      provider.destroy();
      void copy.destroy().finally(() => doc.destroy());
    },
  };
  const watches = [watchStates(runtime, room.lookAt), watchGhosts(runtime)];
  return runtime;
}
