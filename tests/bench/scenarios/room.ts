import type * as Y from 'yjs';
import type { LoadClient } from '../support/load-client.ts';
import type { MeasuredServer } from '../support/servers.ts';
import { quantile } from '../support/table.ts';
import { elementsOf, enter, wait } from './enter.ts';

export interface RoomLoad {
  readonly people: number;
  readonly editors: number;
  /** Positions an editor writes per second. */
  readonly writes: number;
  /** Cursors everybody shows per second. */
  readonly cursors: number;
  readonly seconds: number;
}

export interface RoomFigures {
  /** Seconds of server CPU per 10 s of load. */
  readonly cpu: number;
  /** Frames everybody together received per second. */
  readonly frames: number;
  /** Milliseconds from an edit to its being seen by somebody else. */
  readonly p50: number;
  readonly p99: number;
  /** Resident memory at the end, in MB. */
  readonly memory: number;
}

/** One room of 500 elements under a steady load. */
export async function room(server: MeasuredServer, load: RoomLoad): Promise<RoomFigures> {
  const clients = await enter(server, load.people, 500, load.editors);
  const observer = clients.at(-1);
  if (observer === undefined) throw new Error('Nobody entered.');
  const late = lateness(observer);
  const frames = (): number => clients.reduce((sum, client) => sum + client.frames(), 0);
  const before = { cpu: server.cpu(), frames: frames() };
  const timers = [
    ...clients
      .slice(0, load.editors)
      .map((client, i) =>
        setInterval(() => elementsOf(client).get(`e${i}`)?.set('pos', [performance.now(), i]), 1000 / load.writes),
      ),
    ...clients.map((client, i) => setInterval(() => client.showCursor(performance.now(), i), 1000 / load.cursors)),
  ];
  await wait(load.seconds * 1000);
  for (const timer of timers) clearInterval(timer);
  await wait(200);
  const figures = {
    cpu: ((server.cpu() - before.cpu) / load.seconds) * 10,
    frames: (frames() - before.frames) / load.seconds,
    p50: quantile(late, 0.5),
    p99: quantile(late, 0.99),
    memory: server.memory(),
  };
  for (const client of clients) client.close();
  return figures;
}

/** Fills, as edits come in, with how long each was under way: its position tells when it was written. */
function lateness(observer: LoadClient): number[] {
  const late: number[] = [];
  elementsOf(observer).observeDeep((events) => {
    const now = performance.now();
    for (const event of events) {
      const pos = (event.target as Y.Map<unknown>).get('pos') as readonly [number, number] | undefined;
      if (pos !== undefined) late.push(now - pos[0]);
    }
  });
  return late;
}
