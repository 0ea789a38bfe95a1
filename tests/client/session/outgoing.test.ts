import { describe, expect, it } from 'vitest';
import { LIMITS, MESSAGE } from '#shared/protocol/messages.ts';
import { Outgoing } from '../../../client/session/outgoing.ts';

const UPDATE = [MESSAGE.sync, 2] as const;
const message = (mark: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length).fill(mark);
  bytes.set(UPDATE);
  return bytes;
};

function line() {
  const frames: Uint8Array[] = [];
  const counts: number[] = [];
  const outgoing = new Outgoing(
    (frame) => frames.push(frame),
    (count) => counts.push(count),
  );
  return { frames, counts, outgoing };
}

describe('what leaves over a socket', () => {
  it('GAP-4 a long message leaves in pieces, each when it is asked for, and what is drawn after it waits', () => {
    const { frames, counts, outgoing } = line();
    const long = message(7, 2 * LIMITS.pieceBytes + 10);
    outgoing.send(long);
    outgoing.send(message(8, 20));
    expect(frames).toHaveLength(1);
    expect(counts).toEqual([1, 2]);
    outgoing.send(new Uint8Array([MESSAGE.awareness, 1, 0]));
    expect(frames.at(-1)?.[0]).toBe(MESSAGE.awareness);
    outgoing.granted();
    expect(frames).toHaveLength(3);
    outgoing.granted();
    expect(frames.map((frame) => frame[0])).toEqual([
      MESSAGE.piece,
      MESSAGE.awareness,
      MESSAGE.piece,
      MESSAGE.piece,
      MESSAGE.sync,
    ]);
    for (const frame of frames) expect(frame.length).toBeLessThan(LIMITS.messageBytes);
    expect(frames.at(-1)?.at(-1)).toBe(8);
  });

  it('GAP-4 a second long message waits for the answer to the last piece of the first', () => {
    const { frames, outgoing } = line();
    outgoing.send(message(7, LIMITS.pieceBytes + 1));
    outgoing.send(message(8, LIMITS.pieceBytes + 1));
    outgoing.granted();
    expect(frames).toHaveLength(2);
    outgoing.granted();
    outgoing.granted();
    outgoing.granted();
    expect(frames).toHaveLength(4);
  });

  it('GAP-4 what fits leaves whole and at once', () => {
    const { frames, outgoing } = line();
    const whole = message(7, LIMITS.pieceBytes);
    outgoing.send(whole);
    outgoing.send(whole);
    expect(frames).toEqual([whole, whole]);
  });
});
