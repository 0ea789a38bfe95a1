import { connectLoad } from '../support/load-client.ts';
import type { MeasuredServer } from '../support/servers.ts';
import { fill, wait } from './enter.ts';

export interface StormFigures {
  /** Milliseconds until everybody has the board. */
  readonly took: number;
  /** Seconds of server CPU meanwhile. */
  readonly cpu: number;
}

/** 30 people open a board of 2,000 elements at once, somebody already being there. */
export async function storm(server: MeasuredServer): Promise<StormFigures> {
  const { entrances, filled } = await server.board(31, 2000);
  const [first, ...rest] = entrances;
  if (first === undefined) throw new Error('Nobody entered.');
  const host = connectLoad(first, { apply: true });
  await host.synced;
  if (!filled) fill(host.doc, 2000);
  await wait(500);
  const start = performance.now();
  const cpu = server.cpu();
  const clients = rest.map((entrance) => connectLoad(entrance, { apply: false }));
  await Promise.all(clients.map((client) => client.synced));
  const figures = { took: performance.now() - start, cpu: server.cpu() - cpu };
  for (const client of [host, ...clients]) client.close();
  return figures;
}
