import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSyncStatus, SLOW_MS } from '../../../client/session/sync-status.ts';

const state = (status: ReturnType<typeof createSyncStatus>) => {
  const { state, pending } = status.store.getState();
  return `${state} ${pending}`;
};

/** A page whose board has arrived and whose first answer is committed. */
function settled() {
  const status = createSyncStatus(true);
  status.connected();
  status.sent(1);
  status.synced();
  status.saved(1);
  return status;
}

describe('the saved chip', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('SAVED-1 says saved only when the server has confirmed as many messages as left', () => {
    const status = settled();
    expect(state(status)).toBe('saved 0');
    status.sent(2);
    status.sent(3);
    expect(state(status)).toBe('saving 2');
    status.saved(2);
    expect(state(status)).toBe('saving 1');
    status.saved(3);
    expect(state(status)).toBe('saved 0');
  });

  it('SAVED-2 is not saved before the first answer of a writing seat is confirmed', () => {
    const status = createSyncStatus(true);
    status.connected();
    status.synced();
    expect(state(status)).toBe('saving 0');
    status.sent(1);
    expect(state(status)).toBe('saving 1');
    status.saved(1);
    expect(state(status)).toBe('saved 0');
  });

  it('SAVED-3 is saved at once for a seat that writes nothing', () => {
    const status = createSyncStatus(false);
    expect(state(status)).toBe('loading 0');
    status.connected();
    expect(state(status)).toBe('loading 0');
    status.synced();
    expect(state(status)).toBe('saved 0');
  });

  it('SAVED-4 turns from saving to not saved, with the count, after two seconds', () => {
    const status = settled();
    status.sent(2);
    vi.advanceTimersByTime(SLOW_MS - 1);
    expect(state(status)).toBe('saving 1');
    vi.advanceTimersByTime(1);
    expect(state(status)).toBe('unsaved 1');
    status.saved(2);
    expect(state(status)).toBe('saved 0');
    status.sent(3);
    expect(state(status)).toBe('saving 1');
  });

  it('SAVED-5 keeps what was on its way as unsaved when the line breaks, and counts edits made without a line', () => {
    const status = settled();
    status.sent(2);
    status.disconnected();
    expect(state(status)).toBe('offline 1');
    status.changed();
    status.changed();
    expect(state(status)).toBe('offline 3');
    status.connected();
    status.synced();
    expect(status.store.getState().state).not.toBe('saved');
    status.sent(1);
    status.saved(1);
    expect(state(status)).toBe('saved 0');
  });

  it('SAVED-6 does not take a confirmation of the connection before for one of this connection', () => {
    const status = settled();
    status.disconnected();
    status.connected();
    status.synced();
    expect(status.store.getState().state).toBe('saving');
    status.saved(1);
    expect(status.store.getState().state).toBe('saving');
  });

  it('SAVED-7 stays refused with its sentence whatever comes after', () => {
    const status = settled();
    status.refused('You can look at this board, not change it.');
    status.sent(2);
    status.saved(2);
    status.disconnected();
    expect(status.store.getState()).toMatchObject({
      state: 'refused',
      sentence: 'You can look at this board, not change it.',
    });
  });

  it('SAVED-8 shows the copy of this device as offline, and nothing at all as loading', () => {
    const empty = createSyncStatus(true);
    empty.disconnected();
    expect(state(empty)).toBe('loading 0');
    empty.shownFromDevice();
    expect(state(empty)).toBe('offline 0');
  });
});
