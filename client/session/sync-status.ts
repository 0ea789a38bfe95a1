import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SyncState } from './runtime.ts';

/** How long a change may be on its way before the chip says that it is not saved yet, in milliseconds. */
export const SLOW_MS = 2_000;

export interface SyncStatus {
  readonly store: StoreApi<SyncState>;
  /** The socket is open and says hello: what it sends is counted from 0. */
  connected(): void;
  disconnected(): void;
  /** The board has arrived from the server. */
  synced(): void;
  /** The device's copy is on screen, the server has not answered yet. */
  shownFromDevice(): void;
  /** The n-th document message of this connection left. */
  sent(n: number): void;
  /** The server has committed the n-th document message of this connection. */
  saved(n: number): void;
  /** A change was made here; counted when no connection carries it. */
  changed(): void;
  /** For good, with the sentence that says what to do. */
  refused(sentence: string): void;
  destroy(): void;
}

type Timers = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;

const OFFLINE = 'You are offline. Keep drawing; we send it when you are back.';
const SLOW = 'Not saved yet. Keep this page open; we keep trying.';

/**
 * The truth behind the chip. *Saved* only when the server has confirmed every message that left and nothing waits here.
 * A seat that writes must also have had its first answer confirmed: that one carries what earlier visits left on this device.
 * Timers are passed in so that tests need not wait.
 */
export function createSyncStatus(writes: boolean, timers: Timers = globalThis): SyncStatus {
  const store = createStore<SyncState>()(() => ({ state: 'loading', pending: 0, sentence: '' }));
  let online = false;
  let shown = false;
  let synced = false;
  let sentCount = 0;
  let savedCount = 0;
  let waiting = 0;
  let refusal: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let slow = false;

  const judge = (pending: number): Pick<SyncState, 'state' | 'sentence'> => {
    if (refusal !== null) return { state: 'refused', sentence: refusal };
    if (!online) return shown ? { state: 'offline', sentence: OFFLINE } : { state: 'loading', sentence: '' };
    if (!synced) return { state: 'loading', sentence: '' };
    if (pending === 0 && (!writes || savedCount > 0)) return { state: 'saved', sentence: '' };
    return slow ? { state: 'unsaved', sentence: SLOW } : { state: 'saving', sentence: '' };
  };

  const watch = (busy: boolean): void => {
    if (!busy) {
      if (timer !== null) timers.clearTimeout(timer);
      timer = null;
      slow = false;
    } else if (timer === null && !slow) {
      timer = timers.setTimeout(() => {
        timer = null;
        slow = true;
        settle();
      }, SLOW_MS);
    }
  };

  const settle = (): void => {
    const pending = waiting + sentCount - savedCount;
    watch(online && pending > 0);
    const next: SyncState = { pending, ...judge(pending) };
    const now = store.getState();
    if (now.state !== next.state || now.pending !== next.pending || now.sentence !== next.sentence)
      store.setState(next);
  };

  return {
    store,
    connected() {
      online = true;
      sentCount = 0;
      savedCount = 0;
      settle();
    },
    disconnected() {
      // What was on its way may or may not have arrived; it counts as not saved until the next connection tells.
      waiting += sentCount - savedCount;
      online = false;
      synced = false;
      sentCount = 0;
      savedCount = 0;
      settle();
    },
    synced() {
      synced = true;
      shown = true;
      settle();
    },
    shownFromDevice() {
      shown = true;
      settle();
    },
    sent(n) {
      sentCount = n;
      settle();
    },
    saved(n) {
      savedCount = Math.min(Math.max(savedCount, n), sentCount);
      // The first message of a connection answers the server's question: it carries everything that waited.
      if (savedCount > 0) waiting = 0;
      settle();
    },
    changed() {
      if (!online) waiting += 1;
      settle();
    },
    refused(sentence) {
      refusal = sentence;
      settle();
    },
    destroy() {
      if (timer !== null) timers.clearTimeout(timer);
    },
  };
}
