/**
 * A board's history is its log of changes, kept. People read it as steps: what one seat did without a longer pause. Steps of
 * people who draw at the same moment overlap; each is told at its end.
 */

/** What is known of one change without its content. */
export interface HistoryMark {
  /** Place in the room's log, from 1. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Seats that took part: one, or several where old changes were put together. */
  readonly seats: readonly string[];
  readonly bytes: number;
}

/** One change with its content. */
export interface HistoryRow extends Omit<HistoryMark, 'bytes'> {
  /** Yjs update, version 1. */
  readonly data: Uint8Array;
}

/** What somebody did without a pause. */
export interface HistorySpan {
  readonly seats: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  /** Changes in it. */
  readonly rows: number;
  readonly bytes: number;
}

/** A pause this long ends a step. */
export const QUIET_MS = 30_000;
/** A step never lasts longer: somebody who draws for an hour leaves more than one line. */
export const LONGEST_STEP_MS = 5 * 60_000;

const keyOf = (seats: readonly string[]): string => seats.join(' ');

interface OpenSpan {
  seats: readonly string[];
  first: number;
  last: number;
  from: number;
  to: number;
  rows: number;
  bytes: number;
}

/** Named versions are the ends of steps: a step never goes on behind one. */
type Cuts = readonly number[];

const joins = (span: OpenSpan, next: HistorySpan, cuts: Cuts): boolean =>
  next.from - span.to <= QUIET_MS &&
  next.to - span.from <= LONGEST_STEP_MS &&
  !cuts.some((cut) => span.last <= cut && cut < next.first);

/**
 * Joins spans of the same seats that follow one another without a pause; in the order of their ends. `cuts` are the places of
 * named versions: no step goes on behind one.
 */
export function joinSpans(spans: Iterable<HistorySpan>, cuts: Cuts = []): HistorySpan[] {
  const open = new Map<string, OpenSpan>();
  const all: OpenSpan[] = [];
  for (const span of spans) {
    const key = keyOf(span.seats);
    const known = open.get(key);
    if (known !== undefined && joins(known, span, cuts)) {
      known.last = span.last;
      known.to = span.to;
      known.rows += span.rows;
      known.bytes += span.bytes;
      continue;
    }
    const fresh = { ...span };
    open.set(key, fresh);
    all.push(fresh);
  }
  return all.sort((a, b) => a.last - b.last);
}

/** Groups changes, in the order of the log, into steps. */
export const stepsOf = (marks: Iterable<HistoryMark>, cuts: Cuts = []): HistorySpan[] =>
  joinSpans(
    [...marks].map(({ seq, at, seats, bytes }) => ({
      seats,
      first: seq,
      last: seq,
      from: at,
      to: at,
      rows: 1,
      bytes,
    })),
    cuts,
  );

/** Whether a change belongs to a step: the same seats, within it. */
export const isOf = (row: Pick<HistoryRow, 'seq' | 'seats'>, step: HistorySpan): boolean =>
  row.seq >= step.first && row.seq <= step.last && keyOf(row.seats) === keyOf(step.seats);
