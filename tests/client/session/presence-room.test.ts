import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createPresenceRoom } from '../../../client/session/presence-room.ts';

const ME = { seat: 's1', alias: 'Org A', who: 'a', role: 'presenter' };

function room() {
  const awareness = new Awareness(new Y.Doc());
  return { awareness, room: createPresenceRoom(awareness, ME) };
}

describe('presence', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('PRESENCE-1 sends at most 20 times a second, the last word always', () => {
    const { awareness, room: mine } = room();
    const sent: unknown[] = [];
    awareness.on('update', () => sent.push(awareness.getLocalState()?.['cursor']));
    for (let x = 0; x < 100; x += 1) {
      mine.show({ cursor: { x, y: 0 } });
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(50);
    expect(sent.length).toBeLessThanOrEqual(21);
    expect(sent.at(-1)).toEqual({ x: 99, y: 0 });
    mine.destroy();
  });

  it('PRESENCE-2 says nothing about who I am: the server stamps it', () => {
    const { awareness, room: mine } = room();
    mine.show({ selection: ['e1'] });
    vi.advanceTimersByTime(50);
    expect(awareness.getLocalState()).not.toHaveProperty('user');
    mine.destroy();
  });

  it('PRESENCE-3 tells listeners once a frame, and shows nobody without the stamp', () => {
    const { awareness, room: mine } = room();
    const heard = vi.fn();
    mine.subscribe(heard);
    const stamp = (client: number, state: object) => {
      awareness.states.set(client, { ...state });
      awareness.emit('change', [{ added: [client], updated: [], removed: [] }, 'remote']);
    };
    stamp(11, { user: { seat: 's2', alias: 'Org B', who: 'b', role: 'presenter' }, cursor: { x: 1, y: 2 } });
    stamp(12, { cursor: { x: 5, y: 5 } });
    vi.advanceTimersByTime(20);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(mine.others.map((other) => other.presence.user.alias)).toEqual(['Org B']);
    expect(mine.others[0]?.presence.selection).toEqual([]);
    mine.destroy();
  });
});
