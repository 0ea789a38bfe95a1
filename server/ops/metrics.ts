import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Counts what happens thousands of times a second, for the price of an addition. */
export class Tally {
  count = 0;

  inc(by = 1): void {
    this.count += by;
  }
}

/** Figures for Prometheus: how much and how long, never who or what. */
export interface Metrics {
  readonly registry: Registry;
  readonly framesIn: Tally;
  readonly framesOut: Tally;
  readonly bytesOut: Tally;
  readonly updates: Counter;
  readonly refused: Counter<'reason'>;
  readonly commitFailures: Counter;
  readonly commitSeconds: Histogram;
  readonly compactions: Counter<'result'>;
}

export function createMetrics(counts: { sockets(): number; rooms(): number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 });
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
  const tally = (name: string, help: string): Tally => {
    const counted = new Tally();
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(counted.count);
      },
    });
    return counted;
  };
  return {
    registry,
    framesIn: tally('orgora_frames_in_total', 'Frames received from sockets.'),
    framesOut: tally('orgora_frames_out_total', 'Frames sent to sockets.'),
    bytesOut: tally('orgora_bytes_out_total', 'Bytes sent to sockets.'),
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
