import * as Y from 'yjs';
import type { HistoryRow } from './steps.ts';

/**
 * Puts changes of the same window of time together. What lies at one of the kept places stays the end of a change: a named
 * version points at it.
 */
export function thinRows(rows: readonly HistoryRow[], windowMs: number, kept: ReadonlySet<number>): HistoryRow[] {
  const thinned: HistoryRow[] = [];
  let group: HistoryRow[] = [];
  const close = (): void => {
    const last = group.at(-1);
    if (last === undefined) return;
    const seats = [...new Set(group.flatMap((row) => row.seats))].sort();
    const data = group.length === 1 ? last.data : Y.mergeUpdates(group.map((row) => row.data));
    thinned.push({ seq: last.seq, at: last.at, seats, data });
    group = [];
  };
  for (const row of rows) {
    const [first] = group;
    if (first !== undefined && Math.floor(first.at / windowMs) !== Math.floor(row.at / windowMs)) close();
    group.push(row);
    if (kept.has(row.seq)) close();
  }
  close();
  return thinned;
}
