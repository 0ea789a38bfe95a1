/** One figure, measured several times: ours, a peer's in the same run, and what to reach. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[] | null;
  readonly bar: string;
}

/** `ours` and `peer` hold one value a run, in the same order, so that runs beside each other are compared. */
export const row = (
  what: string,
  unit: string,
  ours: readonly number[],
  peer: readonly number[] | null,
  bar: string,
): Row => ({ what, unit, ours, peer, bar });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** The value below which this share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const figure = (value: number): string => {
  if (Number.isNaN(value)) return '–';
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
};

/** Lowest to highest run: what differs by less than this differs by chance. */
const spread = (values: readonly number[]): string =>
  values.length < 2 ? '–' : `${figure(Math.min(...values))} to ${figure(Math.max(...values))}`;

function ratio({ ours, peer }: Row): string {
  if (peer === null || peer.some((value) => value === 0)) return '–';
  return `${median(ours.map((value, i) => value / (peer[i] ?? Number.NaN))).toFixed(2)} ×`;
}

/** Markdown table: medians, how far the runs lie apart, and the median of the ratios to the peer. */
export function printRows(rows: readonly Row[]): string {
  const head =
    '| What | Unit | Ours | Noise (ours) | Peer | Noise (peer) | Ratio | To reach |\n| --- | --- | --- | --- | --- | --- | --- | --- |';
  const lines = rows.map((r) => {
    const peer = r.peer === null ? ['–', '–'] : [figure(median(r.peer)), spread(r.peer)];
    return `| ${[r.what, r.unit, figure(median(r.ours)), spread(r.ours), ...peer, ratio(r), r.bar].join(' | ')} |`;
  });
  return [head, ...lines].join('\n');
}
