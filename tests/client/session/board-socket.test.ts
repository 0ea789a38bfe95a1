import { afterEach, describe, expect, it, vi } from 'vitest';

/** A socket that opens when told and remembers what it was given. */
class FakeSocket extends EventTarget {
  readonly given: unknown[] = [];
  send(data: unknown): void {
    this.given.push(data);
  }
}

async function socketClass(onSent: (n: number) => void, onOpen: () => void) {
  vi.stubGlobal('WebSocket', FakeSocket);
  const { boardSockets } = await import('../../../client/session/board-socket.ts');
  return boardSockets(onSent, onOpen).Socket;
}

describe('counting what leaves', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('SAVED-9 counts updates and second steps, not questions and not presence, from 1 on every socket', async () => {
    const sent = vi.fn();
    const opened = vi.fn();
    const Counting = await socketClass(sent, opened);
    const socket = new Counting('ws://board');
    socket.dispatchEvent(new Event('open'));
    expect(opened).toHaveBeenCalledTimes(1);
    for (const frame of [[0, 0, 1], [1, 5], [0, 1, 9], [0, 2, 9], [3]]) socket.send(new Uint8Array(frame));
    expect(sent.mock.calls).toEqual([[1], [2]]);
    expect((socket as unknown as FakeSocket).given).toHaveLength(5);
    const next = new Counting('ws://board');
    next.send(new Uint8Array([0, 2, 9]));
    expect(sent).toHaveBeenLastCalledWith(1);
  });
});
