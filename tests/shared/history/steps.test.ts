import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type HistoryMark, isOf, joinSpans, LONGEST_STEP_MS, QUIET_MS, stepsOf } from '#shared/history/steps.ts';
import { thinRows } from '#shared/history/thin.ts';
import { decodeHistory, encodeHistory } from '#shared/history/wire.ts';

const mark = (seq: number, at: number, seat: string): HistoryMark => ({ seq, at, seats: [seat], bytes: 10 });
const shown = (marks: readonly HistoryMark[]) =>
  stepsOf(marks).map(({ seats, first, last }) => [seats[0], first, last]);

describe('steps of a history', () => {
  it('HISTORY-6 what one seat does without a pause is one step; a pause or another seat begins a new one', () => {
    expect(
      shown([mark(1, 0, 'a'), mark(2, QUIET_MS, 'a'), mark(3, 2 * QUIET_MS + 1, 'a'), mark(4, 2 * QUIET_MS + 2, 'b')]),
    ).toEqual([
      ['a', 1, 2],
      ['a', 3, 3],
      ['b', 4, 4],
    ]);
  });

  it('HISTORY-7 two who draw at once leave a step each, in the order in which they end', () => {
    const marks = [1, 2, 3, 4, 5, 6].map((n) => mark(n, n * 1_000, n % 2 === 0 ? 'b' : 'a'));
    expect(shown(marks)).toEqual([
      ['a', 1, 5],
      ['b', 2, 6],
    ]);
    const [a, b] = stepsOf(marks);
    if (a === undefined || b === undefined) throw new Error('two steps');
    expect(marks.filter((one) => isOf(one, a)).map((one) => one.seq)).toEqual([1, 3, 5]);
    expect(marks.filter((one) => isOf(one, b)).map((one) => one.seq)).toEqual([2, 4, 6]);
  });

  it('HISTORY-8 somebody who draws without a pause leaves a step every five minutes, and pieces join where they were cut', () => {
    const marks = Array.from({ length: 100 }, (_, i) => mark(i + 1, i * 10_000, 'a'));
    const steps = stepsOf(marks);
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(step.to - step.from).toBeLessThanOrEqual(LONGEST_STEP_MS);
    const cut = joinSpans([...stepsOf(marks.slice(0, 10)), ...stepsOf(marks.slice(10, 20))]);
    expect(cut).toEqual(stepsOf(marks.slice(0, 20)));
  });

  it('HISTORY-22 a named version ends the steps before it', () => {
    const marks = [1, 2, 3, 4].map((n) => mark(n, n * 1_000, n === 2 ? 'b' : 'a'));
    expect(stepsOf(marks, [2]).map(({ seats, first, last }) => [seats[0], first, last])).toEqual([
      ['a', 1, 1],
      ['b', 2, 2],
      ['a', 3, 4],
    ]);
    expect(joinSpans([...stepsOf(marks.slice(0, 2)), ...stepsOf(marks.slice(2))], [2])).toHaveLength(3);
  });

  it('HISTORY-9 bytes of a piece read back; a newer version is refused in words', () => {
    const rows = [
      { seq: 4, at: 1_700_000_000_000, seats: ['a'], data: Uint8Array.of(1, 2) },
      { seq: 9, at: 1_700_000_001_000, seats: ['a', 'server'], data: Uint8Array.of(3) },
    ];
    expect(decodeHistory(encodeHistory({ state: null, rows }))).toEqual({ state: null, rows });
    const piece = { state: Uint8Array.of(8), rows: [] };
    expect(decodeHistory(encodeHistory(piece))).toEqual(piece);
    expect(() => decodeHistory(Uint8Array.of(2, 0))).toThrow('newer version');
  });

  it('HISTORY-10 old changes are put together by ten minutes, never across a named version, and replay to the same board', () => {
    const doc = new Y.Doc();
    const rows: { seq: number; at: number; seats: string[]; data: Uint8Array }[] = [];
    doc.on('update', (data: Uint8Array) => {
      const n = rows.length;
      rows.push({ seq: n + 1, at: n * 60_000, seats: [n % 2 === 0 ? 'a' : 'b'], data });
    });
    const map = doc.getMap('elements');
    for (let i = 0; i < 30; i += 1) {
      if (i % 7 === 6) map.delete(`k${i - 1}`);
      else map.set(`k${i}`, i);
    }
    const thinned = thinRows(rows, 600_000, new Set([14]));
    expect(thinned.map((row) => row.seq)).toEqual([10, 14, 20, 30]);
    expect(thinned[0]?.seats).toEqual(['a', 'b']);
    const replayed = new Y.Doc();
    for (const row of thinned) Y.applyUpdate(replayed, row.data);
    expect(replayed.getMap('elements').toJSON()).toEqual(map.toJSON());
    expect(replayed.store.pendingStructs).toBeNull();
  });
});
