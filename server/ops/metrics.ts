import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures for Prometheus: how much and how long, never who or what. */
export interface Metrics {
  readonly registry: Registry;
  readonly framesIn: Counter;
  readonly framesOut: Counter;
  readonly bytesOut: Counter;
  readonly updates: Counter;
  readonly refused: Counter<'reason'>;
  readonly commitFailures: Counter;
  readonly commitSeconds: Histogram;
  readonly compactions: Counter<'result'>;
}

export function createMetrics(counts: { sockets(): number; rooms(): number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'orgora_sockets',
    help: 'Open sync sockets.',
    registers,
    collect() {
      this.set(counts.sockets());
    },
  });
  new Gauge({
    name: 'orgora_rooms',
    help: 'Rooms in memory.',
    registers,
    collect() {
      this.set(counts.rooms());
    },
  });
  return {
    registry,
    framesIn: new Counter({ name: 'orgora_frames_in_total', help: 'Frames received from sockets.', registers }),
    framesOut: new Counter({ name: 'orgora_frames_out_total', help: 'Frames sent to sockets.', registers }),
    bytesOut: new Counter({ name: 'orgora_bytes_out_total', help: 'Bytes sent to sockets.', registers }),
    updates: new Counter({ name: 'orgora_updates_total', help: 'Changes committed.', registers }),
    refused: new Counter({
      name: 'orgora_refused_total',
      help: 'Sockets closed by the server, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    commitFailures: new Counter({ name: 'orgora_commit_failures_total', help: 'Commits that failed.', registers }),
    commitSeconds: new Histogram({
      name: 'orgora_commit_seconds',
      help: 'Time to commit the changes of one turn.',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2],
      registers,
    }),
    compactions: new Counter({
      name: 'orgora_compactions_total',
      help: 'Snapshots made, by result.',
      labelNames: ['result'],
      registers,
    }),
  };
}
