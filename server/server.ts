import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { removeDueCouncils } from './council/ending.ts';
import { CouncilLaneWriter } from './council/lane.ts';
import { CritiqueBooks } from './critique/books.ts';
import { thinHistory } from './history/history.ts';
import { createApp } from './http/app.ts';
import { RESTORE_DAYS } from './http/council-routes.ts';
import type { Log } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { Serial } from './seats/serial.ts';
import { Tickets } from './seats/tickets.ts';
import type { RequestLimits, Services } from './services.ts';
import type { Storage } from './storage/storage.ts';
import { Gate } from './sync/gate.ts';
import { Hub } from './sync/hub.ts';
import { SYNC_LIMITS, type SyncLimits } from './sync/limits.ts';
import { rightsFrom } from './sync/rights.ts';

export interface ServerParts {
  readonly config: Config;
  readonly storage: Storage;
  readonly log: Log;
  /** Folder with the built client, or `null` for none. */
  readonly clientFolder: string | null;
  readonly limits?: Partial<SyncLimits>;
  readonly requests?: Partial<RequestLimits>;
  readonly now?: () => number;
}

export interface RunningServer {
  /** `http://host:port`, as it can be typed into a browser. */
  readonly url: string;
  readonly services: Services;
  /** Commits what has arrived, sends everybody away for a moment, and writes everything back. */
  close(): Promise<void>;
}

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
const CLOSE_SPREAD_MS = 3_000;
const REQUESTS: RequestLimits = {
  createPerMinute: 60,
  joinPerMinute: 120,
  loopbackFree: true,
  commandBurst: 60,
  commandsPerSecond: 5,
};

const shownHost = (host: string): string =>
  host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;

/** Starts to listen. Takes over the storage, which it closes with itself. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, storage, log } = parts;
  const now = parts.now ?? (() => Date.now());
  const limits: SyncLimits = { ...SYNC_LIMITS, ...parts.limits };
  const hub = new Hub({ storage, limits, log, now });
  const metrics = createMetrics({ sockets: () => hub.counts.sockets, rooms: () => hub.counts.rooms });
  hub.metrics = metrics;
  const lane = new CouncilLaneWriter(storage, hub, log);
  hub.onCommit = (room) => lane.boardChanged(room);

  let stopping = false;
  const services: Services = {
    config,
    storage,
    hub,
    tickets: new Tickets(now),
    serial: new Serial(),
    lane,
    metrics,
    log,
    limits,
    requests: { ...REQUESTS, ...parts.requests },
    critique: new CritiqueBooks(() => services),
    standing: (council) => services.critique.standing(council),
    rightsIn: async (seat, council, room) => rightsFrom(await services.standing(council), seat, room),
    now,
    ready: () => !stopping,
  };
  hub.rights.rightsIn = services.rightsIn;
  lane.session = async (council) => {
    const book = await services.critique.book(council);
    return (boards) => book.told(boards);
  };
  hub.onOpen = async (room) => {
    if (room.name.lane === 'council') await lane.update(room);
    if (room.name.lane === 'critique') await services.critique.open(room);
  };
  const remove = (): void => {
    storage
      .purgeBoards(now() - RESTORE_DAYS * DAY_MS)
      .then(() => removeDueCouncils(services))
      .catch((error: unknown) => {
        log.error({ err: error }, 'what was deleted could not be removed');
      });
  };
  const thin = (): void => {
    thinHistory(storage, now()).catch((error: unknown) => {
      log.error({ err: error }, 'old history could not be put together');
    });
  };

  const app = await createApp(services, parts.clientFolder);
  const gate = new Gate(services, app.server);
  await app.listen({ port: config.port, host: config.host });
  remove();
  thin();
  const timers = [setInterval(remove, HOUR_MS), setInterval(thin, DAY_MS)];
  for (const timer of timers) timer.unref();

  const { port } = app.server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    stopping = true;
    for (const timer of timers) clearInterval(timer);
    gate.shut();
    await hub.close(CLOSE_SPREAD_MS);
    lane.close();
    await gate.close();
    await app.close();
    await storage.close();
  };
  let stopped: Promise<void> | null = null;
  return {
    url: `http://${shownHost(config.host)}:${port}`,
    services,
    close: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
