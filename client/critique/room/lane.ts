import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE } from '#shared/protocol/messages.ts';
import { backoff, syncUrl } from '../../session/sync-url.ts';

export interface LaneEvents {
  /** What the lane says changed, or arrived for the first time. At most once for all changes of one moment. */
  change(doc: Y.Doc): void;
  /** Whether what is here is what the server says now. */
  live(now: boolean): void;
  /** The server closed it for good, with one of `shared/protocol/close-codes.ts`. */
  closed(code: number): void;
}

export interface Lane {
  destroy(): void;
}

/** Opens a room that the server alone writes. This page keeps no copy of it and sends nothing into it. */
export function openLane(name: string, events: LaneEvents): Lane {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(syncUrl(), name, doc, { disableBc: true, maxBackoffTime: backoff() });
  // Nothing is written here: what the server says about saving needs no answer.
  for (const type of [MESSAGE.saved, MESSAGE.generation, MESSAGE.notice]) {
    provider.messageHandlers[type] = () => undefined;
  }
  let waiting = false;
  let gone = false;
  const tell = (): void => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      if (!gone && provider.synced) events.change(doc);
    });
  };
  provider.on('sync', (synced) => {
    events.live(synced);
    if (synced) tell();
  });
  provider.on('status', ({ status }) => {
    if (status === 'disconnected') events.live(false);
  });
  provider.on('closed', ({ code }) => events.closed(code));
  doc.on('update', tell);
  return {
    destroy() {
      gone = true;
      provider.destroy();
      doc.destroy();
    },
  };
}
